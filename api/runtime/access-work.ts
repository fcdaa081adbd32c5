// What is one long computation of a territory: times by road, days without a car, then indicators and their doubt?

import { computeUsefulDays } from '#api/runtime/access-days.ts';
import { type AccessInputs, loadAccessInputs } from '#api/runtime/access-inputs.ts';
import { fillMatrix, readPairs } from '#api/runtime/access-matrix.ts';
import type { AccessThread } from '#api/runtime/access-thread.ts';
import type { PlannerParts } from '#api/runtime/planner-messages.ts';
import type { Database } from '#db/database.ts';
import { dropOldMatrices } from '#db/queries/access/drop-old-matrices.ts';
import { findResultMark } from '#db/queries/access/find-result-mark.ts';
import { listNoCarTimes } from '#db/queries/access/list-no-car-times.ts';
import { listUsefulDays } from '#db/queries/access/list-useful-days.ts';
import { writeResult } from '#db/queries/access/write-result.ts';
import type { NoCarTimesOf } from '#domain/access/gap-without-car.ts';
import { usefulDayCounts } from '#domain/access/no-car-week.ts';
import { offRoad } from '#domain/access/travel-rows.ts';
import type { UsefulDayRun } from '#domain/access/useful-day-run.ts';
import { listVintages } from '#domain/access/vintages.ts';
import type { UsefulDaysOf } from '#domain/access/without-car.ts';

const MATRICES_KEPT = 2;

export type AccessWorkDeps = {
  db: Database;
  thread: AccessThread;
  /** What the planner plans with now; null before it is complete. */
  parts: () => PlannerParts | null;
  /** Epoch milliseconds. */
  clock: () => number;
};

export type WorkControl = {
  /** What it throws stops the work: rows written stay. */
  onProgress: (done: number, total: number) => Promise<void>;
  signal: AbortSignal;
};

/** Computes what is missing, and keeps it. The same data give the same figures, whatever stopped it before. */
export async function computeTerritory(
  deps: AccessWorkDeps,
  territoryCode: string,
  { onProgress, signal }: WorkControl,
): Promise<void> {
  const { db, thread, parts } = deps;
  const inputs = await loadAccessInputs(db, territoryCode, parts()?.roads ?? null);
  const homes = inputs.ground.communes.filter(({ isInside }) => isInside).length;
  const total = inputs.car.rows.length + homes + 1;
  const matrixId = await fillMatrix(db, thread, inputs.car, async (done) => {
    signal.throwIfAborted();
    await onProgress(done, total);
  });
  // Figures by car do not wait for those without, when nothing is there to read.
  if ((await findResultMark(db, territoryCode)) === null) {
    await keepFigures(deps, inputs, matrixId, null);
  }
  let told = inputs.car.rows.length;
  const run = await computeUsefulDays(deps, territoryCode, {
    signal,
    onProgress: (done) => {
      told = inputs.car.rows.length + done;
      // A sign of life: what goes wrong with it is seen at the next.
      void onProgress(told, total).catch(() => undefined);
    },
  });
  signal.throwIfAborted();
  await onProgress(total - 1, total);
  await keepFigures(deps, inputs, matrixId, run);
  await dropOldMatrices(db, territoryCode, MATRICES_KEPT);
  await onProgress(total, total);
}

async function keepFigures(
  { db, thread, clock }: AccessWorkDeps,
  inputs: AccessInputs,
  matrixId: number,
  run: UsefulDayRun | null,
): Promise<void> {
  const { ground, car, roadsDate } = inputs;
  const fingerprint = await inputs.fingerprint(run?.fingerprint ?? null);
  const { code } = ground.territory;
  if ((await findResultMark(db, code))?.fingerprint === fingerprint) return;
  const { isEstimate } = car.shape;
  const pairs = await readPairs(
    db,
    matrixId,
    car,
    ground.sites.map(({ id }) => id),
  );
  if (pairs === null) throw new Error('Times of a site were not computed');
  const figures = await thread.measure({
    ground,
    pairs,
    estimatedTimes: isEstimate ? ['car'] : [],
    usefulDays: run?.state === 'done' ? await daysOf(db, code) : null,
    noCarTimes: run?.state === 'done' ? await timesOf(db, run) : null,
  });
  await writeResult(db, code, {
    fingerprint,
    figures,
    vintages: listVintages({
      ground,
      isEstimate,
      roadsDate,
      monday: run?.monday ?? null,
      offRoad: offRoadNames(inputs),
    }),
    computedAt: new Date(clock()),
  });
}

/** Sites that would vanish in silence: nothing is in their row. */
function offRoadNames({ ground: { sites }, car }: AccessInputs): string[] {
  const { network } = car.question;
  if (network === null) return [];
  const far = offRoad(
    network,
    sites.map(({ point }) => point),
  );
  return far.flatMap((number) => sites[number]?.placeName ?? sites[number]?.communeName ?? []);
}

/** Days open to everybody, to be confirmed included. */
async function daysOf(db: Database, territoryCode: string): Promise<UsefulDaysOf | null> {
  const known = await listUsefulDays(db, territoryCode);
  if (known === null || known.rows.length === 0) return null;
  const days: Record<
    string,
    Partial<Record<(typeof known.rows)[number]['profession'], number>>
  > = {};
  for (const row of known.rows) {
    days[row.insee] = { ...days[row.insee], [row.profession]: usefulDayCounts(row).forAll };
  }
  return days;
}

/** To general practitioners, from each commune. */
async function timesOf(db: Database, run: UsefulDayRun): Promise<NoCarTimesOf> {
  const times = await listNoCarTimes(db, run, 'gp');
  return Object.fromEntries(times.map(({ insee, sites }) => [insee, sites]));
}
