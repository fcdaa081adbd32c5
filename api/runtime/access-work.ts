// What is one long computation of a territory: times by road, days without a car, then indicators and their doubt?

import { computeUsefulDays } from '#api/runtime/access-days.ts';
import { type AccessInputs, loadAccessInputs } from '#api/runtime/access-inputs.ts';
import { fillMatrix, type PlannedMatrix, readPairs } from '#api/runtime/access-matrix.ts';
import type { AccessThread } from '#api/runtime/access-thread.ts';
import type { PlannerParts } from '#api/runtime/planner-messages.ts';
import type { Database } from '#db/database.ts';
import { dropOldMatrices } from '#db/queries/access/drop-old-matrices.ts';
import { findResultMark } from '#db/queries/access/find-result-mark.ts';
import { listNoCarTimes } from '#db/queries/access/list-no-car-times.ts';
import { listUsefulDays } from '#db/queries/access/list-useful-days.ts';
import { writeResult } from '#db/queries/access/write-result.ts';
import type { NoCarTimesOf } from '#domain/access/gap-without-car.ts';
import type { GroundSite } from '#domain/access/ground.ts';
import { usefulDayCounts } from '#domain/access/no-car-week.ts';
import { widenWalks } from '#domain/access/on-foot.ts';
import type { TravelPairs } from '#domain/access/travel-pairs.ts';
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
  const rowCount = inputs.car.rows.length + (inputs.walk?.matrix.rows.length ?? 0);
  const total = rowCount + homes + 1;
  const fill = (matrix: PlannedMatrix, before: number) =>
    fillMatrix(db, thread, matrix, async (done) => {
      signal.throwIfAborted();
      await onProgress(before + done, total);
    });
  const filled: FilledMatrices = { car: await fill(inputs.car, 0), walk: null };
  if (inputs.walk !== null) {
    filled.walk = await fill(inputs.walk.matrix, inputs.car.rows.length);
  }
  // Figures by car do not wait for those without, when nothing is there to read.
  if ((await findResultMark(db, territoryCode)) === null) {
    await keepFigures(deps, inputs, filled, null);
  }
  let told = rowCount;
  const run = await computeUsefulDays(deps, territoryCode, {
    signal,
    onProgress: (done) => {
      told = rowCount + done;
      // A sign of life: what goes wrong with it is seen at the next.
      void onProgress(told, total).catch(() => undefined);
    },
  });
  signal.throwIfAborted();
  await onProgress(total - 1, total);
  await keepFigures(deps, inputs, filled, run);
  await dropOldMatrices(db, territoryCode, MATRICES_KEPT);
  await onProgress(total, total);
}

/** Their ids. `walk` is null without squares. */
type FilledMatrices = { car: number; walk: number | null };

async function keepFigures(
  { db, thread, clock }: AccessWorkDeps,
  inputs: AccessInputs,
  filled: FilledMatrices,
  run: UsefulDayRun | null,
): Promise<void> {
  const { ground, car, roadsDate } = inputs;
  const fingerprint = await inputs.fingerprint(run?.fingerprint ?? null);
  const { code } = ground.territory;
  if ((await findResultMark(db, code))?.fingerprint === fingerprint) return;
  const { isEstimate } = car.shape;
  const pairs = await readPairs(
    db,
    filled.car,
    car,
    ground.sites.map(({ id }) => id),
  );
  if (pairs === null) throw new Error('Times of a site were not computed');
  const walks = filled.walk === null ? null : await readWalks(db, filled.walk, inputs);
  const figures = await thread.measure({
    ground,
    pairs,
    walks,
    estimatedTimes: isEstimate ? (walks === null ? ['car'] : ['car', 'walk']) : [],
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

/** From all places to all sites; empty where nobody is said to walk. */
async function readWalks(
  db: Database,
  matrixId: number,
  { walk, places, ground: { sites } }: AccessInputs,
): Promise<TravelPairs | null> {
  if (walk === null) return null;
  const ids = walk.ground.sites.flatMap((number) => sites[number]?.id ?? []);
  const pairs = await readPairs(db, matrixId, walk.matrix, ids);
  if (pairs === null) throw new Error('Times on foot to a site were not computed');
  return widenWalks(pairs, walk.ground, { placeCount: places.length, siteCount: sites.length });
}

/** Sites that would vanish in silence: nothing is in their row. */
function offRoadNames({ ground: { sites }, car }: AccessInputs): string[] {
  const { network } = car.question;
  if (network === null) return [];
  const far = offRoad(
    network,
    sites.map(({ point }) => point),
  );
  return far.flatMap((number) => (sites[number] === undefined ? [] : nameOf(sites[number])));
}

const nameOf = ({ placeNames, communeName }: GroundSite): string =>
  Object.values(placeNames)[0] ?? communeName;

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
