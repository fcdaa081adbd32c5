// How does the main thread speak to the embedded database?

import { Worker } from 'node:worker_threads';
import {
  type EmbeddedReply,
  type EmbeddedRequest,
  toError,
  type WorkerData,
} from '#db/embedded/worker-messages.ts';

type Waiting = { resolve: (reply: EmbeddedReply) => void; reject: (error: unknown) => void };
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

export type EmbeddedEngine = {
  /** Answers in the order of the calls. Rejects once the thread has stopped. */
  ask: (request: DistributiveOmit<EmbeddedRequest, 'id'>) => Promise<EmbeddedReply>;
  onStop: (listener: (error: Error) => void) => void;
  close: () => Promise<void>;
};

export async function startEngine(folder: string): Promise<EmbeddedEngine> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { folder } satisfies WorkerData,
    name: 'voisoin-database',
    execArgv: [],
  });
  const waiting = new Map<number, Waiting>();
  const stopListeners: ((error: Error) => void)[] = [];
  let stopped: Error | null = null;
  let lastId = 0;

  const stop = (error: Error) => {
    if (stopped !== null) return;
    stopped = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    for (const listener of stopListeners) listener(error);
  };
  worker.on('error', (cause) => {
    stop(new Error('The embedded database stopped on an error', { cause }));
  });
  worker.on('exit', (code) => {
    stop(new Error(`The embedded database is closed (exit code ${code})`));
  });
  worker.on('message', (reply: EmbeddedReply) => {
    const caller = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.kind === 'failed') caller?.reject(toError(reply.failure));
    else caller?.resolve(reply);
  });

  const expectReply = (id: number) =>
    new Promise<EmbeddedReply>((resolve, reject) => {
      if (stopped === null) waiting.set(id, { resolve, reject });
      else reject(stopped);
    });
  const ask: EmbeddedEngine['ask'] = (request) => {
    lastId += 1;
    const reply = expectReply(lastId);
    worker.postMessage({ ...request, id: lastId });
    return reply;
  };

  await expectReply(0);
  return {
    ask,
    onStop: (listener) => {
      if (stopped === null) stopListeners.push(listener);
      else listener(stopped);
    },
    close: async () => {
      if (stopped === null) await ask({ kind: 'close' });
      await worker.terminate();
    },
  };
}
