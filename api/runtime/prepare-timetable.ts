// How do feeds become a timetable while the HTTP thread answers everybody else? In a thread of its own,
// for the time it takes.

import { setImmediate as letOthersIn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { IdentifiedFeed } from '#domain/journey/build-timetable.ts';
import type { GtfsStopTime } from '#domain/journey/gtfs.ts';
import type { SharedTimetable } from '#domain/journey/share-timetable.ts';

export type ToPreparer =
  | { kind: 'feed'; feed: Omit<IdentifiedFeed, 'stopTimes'> }
  | { kind: 'calls'; calls: readonly GtfsStopTime[] }
  | { kind: 'build' };

const ENTRY = new URL('./prepare-worker.ts', import.meta.url);

/** Calls sent at once: a few milliseconds of copying. */
const SLICE = 10_000;

/** Rejects when the thread stops before its answer. */
export async function prepareTimetable(feeds: readonly IdentifiedFeed[]): Promise<SharedTimetable> {
  const worker = new Worker(ENTRY, { name: 'voisoin-timetable', execArgv: [] });
  const built = new Promise<SharedTimetable>((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The timetable was not built (exit ${code})`)));
  });
  built.catch(() => undefined);
  const say = (message: ToPreparer) => worker.postMessage(message);
  try {
    for (const { stopTimes, ...feed } of feeds) {
      say({ kind: 'feed', feed });
      for (let from = 0; from < stopTimes.length; from += SLICE) {
        say({ kind: 'calls', calls: stopTimes.slice(from, from + SLICE) });
        await letOthersIn();
      }
    }
    say({ kind: 'build' });
    return await built;
  } finally {
    await worker.terminate();
  }
}
