// Around which communes does everyday care of a territory live, and what would make more of them?

import { findBasins } from './basins.ts';
import type { CarePole } from './figures.ts';
import type { Ground } from './ground.ts';
import type { GroundPlace } from './ground-places.ts';
import type { ProximityProfession } from './professions.ts';
import { findPoles } from './proximity-basket.ts';
import { pairsFromRows, rowOf, type TravelPairs } from './travel-pairs.ts';

/** A basin of fewer people joins its neighbour (ARS Auvergne 2010). */
const LEAST_PEOPLE_OF_A_BASIN = 2_500;

/**
 * Complete poles around which people of the territory live, or that are in it; then its communes one profession
 * short. Each part by people, the most first.
 */
export function territoryPoles(
  { communes, sites }: Ground,
  places: readonly GroundPlace[],
  pairs: TravelPairs,
): CarePole[] {
  const numberOf = new Map(communes.map(({ insee }, number) => [insee, number]));
  const heads = (kind: ProximityProfession) => {
    const counts = new Float64Array(communes.length);
    for (const { insee, heads: here } of sites) {
      const number = numberOf.get(insee) ?? -1;
      counts[number] = (counts[number] ?? 0) + (here[kind] ?? 0);
    }
    return counts;
  };
  const found = findPoles({
    gp: heads('gp'),
    nurse: heads('nurse'),
    physio: heads('physio'),
    dentist: heads('dentist'),
    pharmacy: heads('pharmacy'),
  });
  const complete = found.filter(({ lacks }) => lacks === null);
  const mainSites = complete.map(({ place }) => mainSite(sites, communes[place]?.insee ?? ''));
  const placeOf = new Map(places.map(({ insee }, number) => [insee, number]));
  const people = Float64Array.from(places, ({ population }) => population);
  const basins = findBasins(
    pairsFromRows(
      places.length,
      mainSites.map((site) => rowOf(pairs, site)),
    ),
    complete.map(({ place }) => placeOf.get(communes[place]?.insee ?? '') ?? 0),
    people,
    LEAST_PEOPLE_OF_A_BASIN,
  );
  const joins = new Map(basins.joined.map(({ pole, to }) => [pole, to]));
  const nameOf = (pole: number) => communes[complete[pole]?.place ?? -1]?.name ?? null;
  const around = (pole: number) => [
    ...new Set(
      places.flatMap(({ isInside, name }, number) =>
        isInside && basins.ofPlace[number] === pole ? [name] : [],
      ),
    ),
  ];
  const poles = complete.flatMap(({ place }, pole): CarePole[] => {
    const commune = communes[place];
    if (commune === undefined) return [];
    const { insee, name, isInside } = commune;
    const live = around(pole);
    if (!isInside && live.length === 0) return [];
    const joined = joins.get(pole);
    const people = basins.people[pole] ?? 0;
    return [
      {
        ...{ insee, name, isInside, lacks: null, people, communes: live },
        joins: joined === undefined ? null : nameOf(lastOf(joins, joined)),
      },
    ];
  });
  const short = found.flatMap(({ place, lacks }): CarePole[] => {
    const commune = communes[place];
    if (lacks === null || commune === undefined || !commune.isInside) return [];
    const { insee, name, population } = commune;
    return [{ insee, name, isInside: true, lacks, people: population, communes: [], joins: null }];
  });
  const largestFirst = (
    a: { people: number; insee: string },
    b: { people: number; insee: string },
  ) => b.people - a.people || (a.insee < b.insee ? -1 : 1);
  return [...poles.sort(largestFirst), ...short.sort(largestFirst)];
}

/** A pole that others joined may have joined another in turn. */
function lastOf(joins: ReadonlyMap<number, number>, pole: number): number {
  const next = joins.get(pole);
  return next === undefined ? pole : lastOf(joins, next);
}

/** Position of the site of a commune with the most people at work. */
function mainSite(sites: Ground['sites'], insee: string): number {
  let [best, most] = [0, -1];
  for (const [number, { insee: here, heads }] of sites.entries()) {
    if (here !== insee) continue;
    const total = Object.values(heads).reduce((sum, count) => sum + count, 0);
    if (total > most) [best, most] = [number, total];
  }
  return best;
}
