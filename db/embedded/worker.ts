// The embedded database itself, in a thread of its own so that a long query never holds a request back.
// One message in, one message out, in order: see `EmbeddedRequest`.

import { parentPort, workerData } from 'node:worker_threads';
import { keepLastReady } from '#db/embedded/frames.ts';
import { openEmbeddedFolder } from '#db/embedded/open-folder.ts';
import {
  type EmbeddedReply,
  type EmbeddedRequest,
  toFailure,
  type WorkerData,
} from '#db/embedded/worker-messages.ts';

const port = parentPort;
if (port === null) throw new Error('db/embedded/worker.ts runs in a worker thread only');
const database = await openEmbeddedFolder((workerData as WorkerData).folder);

async function answer(request: EmbeddedRequest): Promise<EmbeddedReply> {
  switch (request.kind) {
    case 'reset':
      // A new client must find neither the transaction nor the statements of the one before.
      await database.exec('rollback');
      await database.exec('discard all');
      return { id: request.id, kind: 'done' };
    case 'protocol': {
      const bytes = await database.execProtocolRaw(request.bytes);
      const kept = keepLastReady(
        Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
        request.readyCount,
      );
      return { id: request.id, kind: 'bytes', bytes: new Uint8Array(kept) };
    }
    case 'copy': {
      const blob = new Blob([request.bytes]);
      await database.query(`${request.sql} from '/dev/blob'`, [], { blob });
      return { id: request.id, kind: 'done' };
    }
    case 'close':
      await database.close();
      return { id: request.id, kind: 'done' };
  }
}

let last: Promise<void> = Promise.resolve();
port.on('message', (request: EmbeddedRequest) => {
  last = last
    .then(() => answer(request))
    .catch(
      (error: unknown): EmbeddedReply => ({
        id: request.id,
        kind: 'failed',
        failure: toFailure(error),
      }),
    )
    .then((reply) => {
      port.postMessage(reply, reply.kind === 'bytes' ? [reply.bytes.buffer] : []);
    });
});
port.postMessage({ id: 0, kind: 'done' } satisfies EmbeddedReply);
