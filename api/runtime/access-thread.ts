// How is the thread that computes times and indicators started, asked, and started again when it dies?

import '#db/keep-compiled-code.ts';
import { Worker } from 'node:worker_threads';
import type { FromAccessThread, ToAccessThread } from '#api/runtime/access-messages.ts';
import type { AccessFigures } from '#domain/access/figures.ts';
import type { TerritoryQuestion } from '#domain/access/measure-territory.ts';
import type { SiteRow } from '#domain/access/travel-pairs.ts';
import type { RowsQuestion } from '#domain/access/travel-rows.ts';
import type { LonLat } from '#domain/geo.ts';

const ENTRY = new URL('./access-worker.ts', import.meta.url);
/** A thread that dies twice on the same work will again. */
const MOST_ATTEMPTS = 2;

export type AccessThread = {
  /** Rows of points, as many at once as a sign of life may wait for. */
  rows: (question: RowsQuestion, points: readonly LonLat[]) => Promise<readonly SiteRow[]>;
  measure: (question: TerritoryQuestion) => Promise<AccessFigures>;
  stop: () => Promise<void>;
};

/** One thing is asked at a time. The thread lives from the first question to `stop`. */
export function createAccessThread(): AccessThread {
  let worker: Worker | null = null;
  let held: RowsQuestion | null = null;
  /** Stops so far: what was asked before one is not asked again. */
  let stops = 0;

  async function ask(message: ToAccessThread): Promise<FromAccessThread> {
    worker ??= await start();
    const reply = nextMessage(worker);
    worker.postMessage(message);
    const answer = await reply;
    if (answer.kind === 'failed') throw new Error(answer.message);
    return answer;
  }

  async function start(): Promise<Worker> {
    const started = new Worker(ENTRY, { name: 'voisoin-access', execArgv: [] });
    started.once('exit', () => {
      if (worker !== started) return;
      worker = null;
      held = null;
    });
    await nextMessage(started);
    return started;
  }

  async function attempt<Result>(work: () => Promise<Result>): Promise<Result> {
    const before = stops;
    for (let left = MOST_ATTEMPTS; ; left--) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof ThreadGone) || left <= 1 || stops > before) throw error;
      }
    }
  }

  return {
    rows: (question, points) =>
      attempt(async () => {
        if (held !== question) {
          await ask({ kind: 'question', question });
          held = question;
        }
        const answer = await ask({ kind: 'rows', points });
        if (answer.kind !== 'rows') throw new Error(`Rows were asked, received ${answer.kind}`);
        return answer.rows;
      }),
    measure: (question) =>
      attempt(async () => {
        const answer = await ask({ kind: 'measure', question });
        if (answer.kind !== 'figures') {
          throw new Error(`Figures were asked, received ${answer.kind}`);
        }
        return answer.figures;
      }),
    async stop() {
      stops += 1;
      const stopped = worker;
      worker = null;
      held = null;
      await stopped?.terminate();
    },
  };
}

class ThreadGone extends Error {}

function nextMessage(worker: Worker): Promise<FromAccessThread> {
  const heard = Promise.withResolvers<FromAccessThread>();
  const onMessage = (message: FromAccessThread) => heard.resolve(message);
  const onError = (error: unknown) => heard.reject(error);
  const onExit = (code: number) =>
    heard.reject(new ThreadGone(`The thread of the observatory ended (exit code ${code})`));
  worker.once('message', onMessage);
  worker.once('error', onError);
  worker.once('exit', onExit);
  return heard.promise.finally(() => {
    worker.off('message', onMessage);
    worker.off('error', onError);
    worker.off('exit', onExit);
  });
}
