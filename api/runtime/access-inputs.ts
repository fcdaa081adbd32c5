// From what would the indicators of a territory be computed now, and under which name?

import { type MatrixThing, type PlannedMatrix, planMatrix } from '#api/runtime/access-matrix.ts';
import { digestOf } from '#api/runtime/digest-of.ts';
import type { PlannerParts } from '#api/runtime/planner-messages.ts';
import type { Database } from '#db/database.ts';
import { loadGround } from '#db/queries/access/load-ground.ts';
import { activeRoadGraphQuery } from '#db/queries/journey/load-road-graph.ts';
import type { Ground } from '#domain/access/ground.ts';
import { type GroundPlace, groundPlaces } from '#domain/access/ground-places.ts';
import { FIGURES_VERSION } from '#domain/access/measure-territory.ts';

/** Farther than any threshold, near enough to be searched in a hundredth of a second. */
export const CAR_REACH_MINUTES = 45;

export type AccessInputs = {
  ground: Ground;
  places: readonly GroundPlace[];
  car: PlannedMatrix;
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
  const things = (some: readonly MatrixThing[]) => some.map(({ id, point }) => ({ id, point }));
  const car = await planMatrix({
    territoryCode,
    mode: 'car',
    reachMinutes: CAR_REACH_MINUTES,
    places: things(places),
    sites: things(ground.sites),
    roads:
      network === null || graph === undefined
        ? null
        : { network, version: `graph ${graph.roadGraphId}` },
  });
  return {
    ground,
    places,
    car,
    roadsDate: car.shape.isEstimate ? null : (graph?.asOf ?? null),
    fingerprint: (days) =>
      digestOf([
        FIGURES_VERSION,
        car.shape.fingerprint,
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
