// What people of a territory do without a car, as scenarios read it for one profession.

import type { PlannerParts } from '#api/runtime/planner-messages.ts';
import type { Database } from '#db/database.ts';
import { findUsefulDayRun } from '#db/queries/access/find-useful-day-run.ts';
import { listCareSites } from '#db/queries/access/list-care-sites.ts';
import { type DayWays, listDayWays } from '#db/queries/access/list-day-ways.ts';
import { listPointsReached, type PointReached } from '#db/queries/access/list-points-reached.ts';
import { type CareSite, siteDay } from '#domain/access/care-site.ts';
import { slotsOfHours, slotsOfUsualHours, WEEK_DAYS } from '#domain/access/day-slots.ts';
import type { Ground, GroundSite } from '#domain/access/ground.ts';
import type { GroundPlace } from '#domain/access/ground-places.ts';
import { lineRuns } from '#domain/access/line-runs.ts';
import {
  encodeReach,
  type NoCarFacts,
  type NoCarHome,
  type NoCarModel,
  type NoCarSite,
  type Reach,
} from '#domain/access/no-car-model.ts';
import type { AccessProfession } from '#domain/access/professions.ts';
import type { UsefulDayRun } from '#domain/access/useful-day-run.ts';
import { distanceMeters, type LonLat } from '#domain/geo.ts';
import { fromShared } from '#domain/journey/share-timetable.ts';
import { addDays, type LocalDate } from '#domain/time.ts';

/** Places of care are told apart to a hundred metres: see `listCareSites`. */
const SAME_SITE_METERS = 150;

export type NoCarGround = {
  ground: Ground;
  places: readonly GroundPlace[];
  /** Number of the main place of each commune of the territory. */
  candidates: readonly number[];
  /** Those of the model by car, in its order. */
  sites: readonly GroundSite[];
  parts: Pick<PlannerParts, 'timetable' | 'marks'>;
};

/** With the computation it was read from; null: none. */
export async function buildNoCar(
  db: Database,
  asked: NoCarGround,
  profession: AccessProfession,
): Promise<{ model: NoCarModel; run: UsefulDayRun | null }> {
  const run = await findUsefulDayRun(db, asked.ground.territory.code);
  if (run === null || run.state === 'running') return { model: { state: 'not_computed' }, run };
  if (run.state !== 'done') return { model: { state: run.state }, run };
  if (run.monday === null) return { model: { state: 'no_timetable' }, run };
  const [rows, points, care] = await Promise.all([
    listDayWays(db, run, profession),
    listPointsReached(db, run),
    listCareSites(db, asked.ground.territory.code),
  ]);
  const own = care.filter((site) => site.profession === profession);
  return { model: factsOf(asked, run.monday, rows, points, own), run };
}

function factsOf(
  { ground, places, candidates, sites: byCar, parts }: NoCarGround,
  monday: LocalDate,
  rows: readonly DayWays[],
  points: readonly PointReached[],
  care: readonly CareSite[],
): NoCarFacts {
  const sites = sitesOf(ground, monday, rows, care, byCar);
  const numbers = new Map(sites.map(({ id }, number) => [id, number]));
  const homes = homesOf(ground, places, candidates, rows);
  const bySite = homes.map(({ insee }): Reach[] => {
    const row = rows.find((each) => each.insee === insee);
    return (row?.sites ?? []).map(({ id, forAllMask, counts }) => ({
      ...{ item: numbers.get(id) ?? 0, mask: forAllMask, counts },
    }));
  });
  const known = new Map<string, number>();
  const pointOf = ({ lon, lat }: PointReached): number => {
    const key = `${lon} ${lat}`;
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  };
  const elsewhere = homes.map(({ insee }): Reach[] =>
    points
      .filter((each) => each.insee === insee)
      .map((each) => ({ item: pointOf(each), mask: each.mask, counts: false })),
  );
  const ends = [...homes, ...sites].map(({ point }) => point);
  const { timetable, marks } = parts;
  return {
    state: 'done',
    ...{ monday, homes, sites },
    reached: encodeReach(bySite),
    elsewhere: encodeReach(elsewhere),
    points: [...known.keys()].map((key): LonLat => {
      const [lon = 0, lat = 0] = key.split(' ').map(Number);
      return [lon, lat];
    }),
    ...(timetable === null
      ? { stops: [], lines: [] }
      : lineRuns(fromShared(timetable), marks, monday, ends)),
  };
}

/** Communes of the territory whose days are known. */
function homesOf(
  { communes }: Ground,
  places: readonly GroundPlace[],
  candidates: readonly number[],
  rows: readonly DayWays[],
): NoCarHome[] {
  const main = new Map(candidates.map((number) => [places[number]?.insee ?? '', number]));
  return rows.flatMap(({ insee, ways }) => {
    const home = communes.find((each) => each.insee === insee);
    const place = main.get(insee);
    if (home === undefined || place === undefined) return [];
    const { name, point, population, population75Plus } = home;
    const lineMask = ways.reduce(
      (mask, way, each) => (way?.kind === 'scheduled_line' ? mask | (1 << each) : mask),
      0,
    );
    return [{ insee, name, point, place, population, population75Plus, lineMask }];
  });
}

/** Those of today, then those days were computed with that are there no more. */
function sitesOf(
  { communes }: Ground,
  monday: LocalDate,
  rows: readonly DayWays[],
  care: readonly CareSite[],
  byCar: readonly GroundSite[],
): NoCarSite[] {
  const names = new Map(communes.map(({ insee, name }) => [insee, name]));
  const around = (point: LonLat): number[] =>
    byCar.flatMap((site, number) =>
      distanceMeters(site.point, point) <= SAME_SITE_METERS ? [number] : [],
    );
  const of = ({ id, name, insee, point }: Pick<CareSite, 'id' | 'name' | 'insee' | 'point'>) => ({
    ...{ id, name, insee, point },
    communeName: names.get(insee ?? '') ?? name,
    modelSites: around(point),
  });
  const present = care.map((site): NoCarSite => {
    const days = Array.from({ length: WEEK_DAYS }, (_, day) => siteDay(site, addDays(monday, day)));
    return {
      ...of(site),
      slots: days.map(({ known, usual }) => slotsOfHours(known) | slotsOfHours(usual)),
      isSaid: days.every(({ usual }) => usual.length === 0),
    };
  });
  const ids = new Set(care.map(({ id }) => id));
  const gone = new Map<string, NoCarSite>();
  for (const site of rows.flatMap(({ sites }) => sites)) {
    if (ids.has(site.id)) continue;
    const slots = slotsOfUsualHours(site.openMask);
    gone.set(site.id, { ...of(site), slots, isSaid: false });
  }
  return [...present, ...gone.values()];
}
