// How do feeds become a timetable, and the bytes of a road graph a network to search, while the HTTP
// thread answers everybody else? In a thread of its own, for the time it takes.

import '#db/keep-compiled-code.ts';
import { setImmediate as letOthersIn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { IdentifiedFeed } from '#domain/journey/build-timetable.ts';
import type { GtfsStopTime } from '#domain/journey/gtfs.ts';
import type { RoadNetwork } from '#domain/journey/road-network.ts';
import type { SharedTimetable } from '#domain/journey/share-timetable.ts';

export type ToPreparer =
  | { kind: 'feed'; feed: Omit<IdentifiedFeed, 'stopTimes'> }
  | { kind: 'calls'; calls: readonly GtfsStopTime[] }
  | { kind: 'timetable' }
  | { kind: 'roads'; bytes: SharedArrayBuffer };

const ENTRY = new URL('./prepare-worker.ts', import.meta.url);

/** Calls sent at once: a few milliseconds of copying. */
const SLICE = 10_000;

/** Rejects when the thread stops before its answer. */
export async function prepareTimetable(feeds: readonly IdentifiedFeed[]): Promise<SharedTimetable> {
  return prepare<SharedTimetable>(async (say) => {
    for (const { stopTimes, ...feed } of feeds) {
      say({ kind: 'feed', feed });
      for (let from = 0; from < stopTimes.length; from += SLICE) {
        say({ kind: 'calls', calls: stopTimes.slice(from, from + SLICE) });
        await letOthersIn();
      }
    }
    say({ kind: 'timetable' });
  });
}

/** Rejects when the bytes are no road graph. */
export async function prepareRoads(bytes: SharedArrayBuffer): Promise<RoadNetwork> {
  return prepare<RoadNetwork>(async (say) => say({ kind: 'roads', bytes }));
}

async function prepare<Result>(
  ask: (say: (message: ToPreparer) => void) => Promise<void>,
): Promise<Result> {
  const worker = new Worker(ENTRY, { name: 'voisoin-prepare', execArgv: [] });
  const prepared = new Promise<Result>((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`Nothing was prepared (exit code ${code})`)));
  });
  prepared.catch(() => undefined);
  try {
    await ask((message) => worker.postMessage(message));
    return await prepared;
  } finally {
    await worker.terminate();
  }
}
