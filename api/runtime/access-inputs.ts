// From what would the indicators of a territory be computed now, and under which name?

import {
  type MatrixThing,
  type MatrixWanted,
  type PlannedMatrix,
  planMatrix,
} from '#api/runtime/access-matrix.ts';
import { digestOf } from '#api/runtime/digest-of.ts';
import type { PlannerParts } from '#api/runtime/planner-messages.ts';
import type { Database } from '#db/database.ts';
import { loadGround } from '#db/queries/access/load-ground.ts';
import { activeRoadGraphQuery } from '#db/queries/journey/load-road-graph.ts';
import { type Ground, siteIdOf } from '#domain/access/ground.ts';
import { type GroundPlace, groundPlaces } from '#domain/access/ground-places.ts';
import { FIGURES_VERSION } from '#domain/access/measure-territory.ts';
import { WALK_REACH_MINUTES, type WalkGround, walkGround } from '#domain/access/on-foot.ts';
import type { LonLat } from '#domain/geo.ts';

/** Farther than any threshold, near enough to be searched in a hundredth of a second. */
export const CAR_REACH_MINUTES = 45;

export type AccessInputs = {
  ground: Ground;
  places: readonly GroundPlace[];
  /** Positions of the places where one may think of opening a site. */
  candidates: readonly number[];
  /** Rows of sites first, in their order; then of candidates that are no sites. */
  car: PlannedMatrix;
  /** From the squares of the territory to what lies near them; null without squares. */
  walk: { ground: WalkGround; matrix: PlannedMatrix } | null;
  roadsDate: string | null;
  /** `days`: name of the useful days they are told with; null: without any. */
  fingerprint: (days: string | null) => Promise<string>;
};

/** Throws `not_found` for a territory that is not there. */
export async function loadAccessInputs(
  db: Database,
  territoryCode: string,
  network: PlannerParts['roads'],
): Promise<AccessInputs> {
  const ground = await loadGround(db, territoryCode);
  const [graph] = await activeRoadGraphQuery(db);
  const places = groundPlaces(ground);
  const roads =
    network === null || graph === undefined
      ? null
      : { network, version: `graph ${graph.roadGraphId}` };
  const candidates = candidatePlaces(places);
  const car = await planMatrix({
    territoryCode,
    mode: 'car',
    reachMinutes: CAR_REACH_MINUTES,
    places: thingsOf(places),
    sites: withCandidates(
      ground.sites,
      candidates.map((number) => places[number]?.point ?? [0, 0]),
    ),
    roads,
  });
  const walk = await planWalks({ territoryCode, places, sites: ground.sites, roads });
  return {
    ground,
    places,
    candidates,
    car,
    walk,
    roadsDate: car.shape.isEstimate ? null : (graph?.asOf ?? null),
    fingerprint: (days) =>
      digestOf([
        FIGURES_VERSION,
        car.shape.fingerprint,
        walk?.matrix.shape.fingerprint ?? null,
        ground.communes,
        ground.tiles,
        ground.sites,
        ground.counted,
        ground.doubtful,
        ground.sources,
        days,
      ]),
  };
}

const thingsOf = (some: readonly MatrixThing[]): MatrixThing[] =>
  some.map(({ id, point }) => ({ id, point }));

async function planWalks({
  places,
  sites,
  ...wanted
}: Pick<MatrixWanted, 'territoryCode' | 'roads'> & {
  places: readonly GroundPlace[];
  sites: readonly MatrixThing[];
}): Promise<AccessInputs['walk']> {
  const ground = walkGround(places, sites);
  if (ground.places.length === 0) return null;
  const those = (all: readonly MatrixThing[], numbers: readonly number[]) =>
    thingsOf(numbers.flatMap((number) => all[number] ?? []));
  const matrix = await planMatrix({
    ...wanted,
    mode: 'walk',
    reachMinutes: WALK_REACH_MINUTES,
    places: those(places, ground.places),
    sites: those(sites, ground.sites),
  });
  return { ground, matrix };
}

/** One a commune of the territory, where most of its people live. */
function candidatePlaces(places: readonly GroundPlace[]): number[] {
  const main = new Map<string, number>();
  for (const [number, { insee, isInside, population }] of places.entries()) {
    if (!isInside) continue;
    const best = main.get(insee);
    if (best === undefined || population > (places[best]?.population ?? 0)) main.set(insee, number);
  }
  return [...main.values()];
}

function withCandidates(sites: readonly MatrixThing[], points: readonly LonLat[]): MatrixThing[] {
  const things = new Map(sites.map(({ id, point }) => [id, { id, point }]));
  for (const point of points) {
    const id = siteIdOf(point);
    if (!things.has(id)) things.set(id, { id, point });
  }
  return [...things.values()];
}
