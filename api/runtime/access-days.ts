// How are the useful days of a territory computed without slowing residents, and gone on with after a stop?
//
// In a thread of its own, which knows nothing but public facts; rows are written here as they come. What is computed
// is named by a fingerprint of all it depends on: the same is never computed twice, and something that changed makes
// another. The days of before are read until those of now are all there.

import '#db/keep-compiled-code.ts';
import { Worker } from 'node:worker_threads';
import type { DaysWork, FromDaysWorker } from '#api/runtime/access-days-messages.ts';
import { digestOf } from '#api/runtime/digest-of.ts';
import type { PlannerParts } from '#api/runtime/planner-messages.ts';
import type { Database } from '#db/database.ts';
import { findUsefulDayRun } from '#db/queries/access/find-useful-day-run.ts';
import {
  beginUsefulDays,
  endUsefulDays,
  insertUsefulDays,
} from '#db/queries/access/keep-useful-days.ts';
import { listCareSites } from '#db/queries/access/list-care-sites.ts';
import { listFeedsAround } from '#db/queries/access/list-feeds-around.ts';
import { listHomeCommunes } from '#db/queries/access/list-home-communes.ts';
import { activeRoadGraphQuery } from '#db/queries/journey/load-road-graph.ts';
import { noCarOffers } from '#domain/access/no-car-offers.ts';
import { type ReferenceWeek, referenceWeek } from '#domain/access/reference-week.ts';
import type { UsefulDayRow, UsefulDayRun } from '#domain/access/useful-day-run.ts';
import { schoolZoneOf } from '#domain/calendar.ts';
import { AppError } from '#domain/error.ts';
import { toMoment } from '#domain/time.ts';

/** Raise it when the same facts give other days. */
const RULES_VERSION = 2;
const ENTRY = new URL('./access-days-worker.ts', import.meta.url);

export type UsefulDaysDeps = {
  db: Database;
  /** What the planner plans with now. */
  parts: () => PlannerParts | null;
  /** Epoch milliseconds. */
  clock: () => number;
};

export type UsefulDaysOptions = {
  /** Communes done, of how many. */
  onProgress?: (done: number, total: number) => void;
  /** Stops between two communes; what was written stays. */
  signal?: AbortSignal;
};

type Prepared = Omit<DaysWork, 'timetable' | 'monday'> & {
  timetable: PlannerParts['timetable'];
  week: ReferenceWeek;
  run: Omit<UsefulDayRun, 'state' | 'computedAt'>;
};

/** The name of what would be computed now. Throws `unavailable` before offers and timetables are read. */
export async function usefulDaysFingerprint(
  deps: UsefulDaysDeps,
  territoryCode: string,
): Promise<string> {
  return (await prepare(deps, territoryCode)).run.fingerprint;
}

/**
 * Computes what is missing of the useful days of now, at once when nothing is. Throws `unavailable` before offers and
 * timetables are read, the reason of the signal when it stops, and what the thread failed on.
 */
export async function computeUsefulDays(
  deps: UsefulDaysDeps,
  territoryCode: string,
  options: UsefulDaysOptions = {},
): Promise<UsefulDayRun> {
  const { db, clock } = deps;
  const { week, timetable, run: asked, ...work } = await prepare(deps, territoryCode);
  const known = await findUsefulDayRun(db, territoryCode, asked.fingerprint);
  if (known !== null && known.computedAt !== null) return known;
  // Gone on with later, it stays on the week it began with.
  const { monday, feedIds } = known ?? asked;
  const run = { ...asked, monday, feedIds };
  const end = async (state: UsefulDayRun['state']): Promise<UsefulDayRun> => {
    const at = new Date(clock());
    await endUsefulDays(db, { ...run, state }, at);
    return { ...run, state, computedAt: at.toISOString() };
  };
  if (week.state !== 'found') return end(week.state);
  if (timetable === null || monday === null) return end('no_timetable');

  const done = new Set(await beginUsefulDays(db, run, new Date(clock())));
  const homes = work.homes.filter(({ insee }) => !done.has(insee));
  let count = done.size;
  options.onProgress?.(count, work.homes.length);
  await runThread({ ...work, timetable, monday, homes }, options.signal, async (rows) => {
    await insertUsefulDays(db, run, rows);
    count += 1;
    options.onProgress?.(count, work.homes.length);
  });
  return end('done');
}

async function prepare(
  { db, parts, clock }: UsefulDaysDeps,
  territoryCode: string,
): Promise<Prepared> {
  const known = parts();
  if (known === null) {
    const why = 'Offers and timetables are being read';
    throw new AppError('unavailable', `${why}; try again in a few seconds.`);
  }
  const { timetable, roads, marks } = known;
  const today = toMoment(clock()).date;
  const [homes, sites, feeds, [road]] = await Promise.all([
    listHomeCommunes(db, territoryCode),
    listCareSites(db, territoryCode),
    listFeedsAround(db, territoryCode),
    activeRoadGraphQuery(db),
  ]);
  const { offers, sure } = noCarOffers(known.offers, today);
  const zone = schoolZoneOf(homes[0]?.insee.slice(0, 2) ?? '') ?? 'A';
  const week = referenceWeek(timetable, new Set(feeds), today, zone);
  const isFound = week.state === 'found';
  const fingerprint = await digestOf([
    RULES_VERSION,
    ...[offers, [...sure].toSorted(), marks, homes, sites],
    roads === null ? null : (road?.roadGraphId ?? null),
    timetable === null ? null : await digestOfTimetable(timetable),
    isFound ? null : week.state,
  ]);
  const feedIds = isFound ? week.feedIds : [];
  const monday = isFound ? week.monday : null;
  return {
    ...{ timetable, roads, marks, offers, sure, homes, sites, today, week },
    run: { territoryCode, fingerprint, monday, feedIds, communeCount: homes.length },
  };
}

/** Once for each timetable, however often it is asked whether something changed. */
const digests = new WeakMap<object, Promise<string>>();

function digestOfTimetable(timetable: DaysWork['timetable']): Promise<string> {
  const digest = digests.get(timetable) ?? digestOf(timetable);
  digests.set(timetable, digest);
  return digest;
}

/** Rows are written in order; the thread ends before this does, whatever happens. */
async function runThread(
  work: DaysWork,
  signal: AbortSignal | undefined,
  onCommune: (rows: readonly UsefulDayRow[]) => Promise<void>,
): Promise<void> {
  signal?.throwIfAborted();
  const worker = new Worker(ENTRY, { name: 'voisoin-days', execArgv: [], workerData: work });
  const ended = Promise.withResolvers<void>();
  const stop = () => ended.reject(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  let written: Promise<void> = Promise.resolve();
  worker.on('message', (message: FromDaysWorker) => {
    if (message.kind === 'done') return ended.resolve();
    written = written.then(() => onCommune(message.rows));
    written.catch(ended.reject);
  });
  worker.on('error', ended.reject);
  worker.on('exit', (code) =>
    ended.reject(new Error(`Useful days were not all computed (exit code ${code})`)),
  );
  try {
    await ended.promise;
    await written;
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
    await written.catch(() => undefined);
  }
}
