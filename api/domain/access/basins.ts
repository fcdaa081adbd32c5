// Which places live around the same pole of everyday care?
//
// After the « bassins de santé de proximité » (ARS Auvergne 2010), but by roads alone: each place joins the
// pole it reaches soonest, and a basin too small joins the one its pole reaches soonest. The published basins
// follow the flows of patients, which nobody publishes: these are not a copy of them.

import { type TravelPairs, viewByPlace } from './travel-pairs.ts';

/** `NO_BASIN` in `ofPlace`: no pole is in reach. */
export const NO_BASIN = -1;

export type Basins = {
  /** By place, the number of a pole, which names its basin. */
  ofPlace: Int32Array;
  /** By pole: people of its basin; 0 once it has joined another. */
  people: Float64Array;
  /** Poles that joined another, in the order they did. */
  joined: { pole: number; to: number }[];
};

/**
 * `pairs` lead from places to poles, as sites. `polePlaces`: the place of each pole. A basin under
 * `minimumPeople` that reaches no other stays as it is.
 */
export function findBasins(
  pairs: TravelPairs,
  polePlaces: readonly number[],
  people: Float64Array,
  minimumPeople: number,
): Basins {
  if (polePlaces.length !== pairs.siteCount || people.length !== pairs.placeCount) {
    throw new RangeError(
      `Basins: expected ${pairs.siteCount} poles and ${pairs.placeCount} places, received ${polePlaces.length} and ${people.length}`,
    );
  }
  const view = viewByPlace(pairs);
  const isOpen = new Uint8Array(pairs.siteCount).fill(1);
  const soonest = (place: number, except = NO_BASIN): number => {
    let [best, bestTenths] = [NO_BASIN, Number.POSITIVE_INFINITY];
    for (let k = view.placeStarts[place] ?? 0; k < (view.placeStarts[place + 1] ?? 0); k++) {
      const pole = view.sites[k] ?? 0;
      const tenths = view.tenths[k] ?? 0;
      if (pole === except || isOpen[pole] !== 1 || tenths >= bestTenths) continue;
      [best, bestTenths] = [pole, tenths];
    }
    return best;
  };
  const ofPlace = Int32Array.from(people, (_, place) => soonest(place));
  const basinPeople = new Float64Array(pairs.siteCount);
  for (const [place, pole] of ofPlace.entries()) {
    if (pole !== NO_BASIN) basinPeople[pole] = (basinPeople[pole] ?? 0) + (people[place] ?? 0);
  }
  const joined: Basins['joined'] = [];
  const settled = new Uint8Array(pairs.siteCount);
  for (;;) {
    const pole = smallest(
      basinPeople,
      minimumPeople,
      (each) => isOpen[each] === 1 && settled[each] === 0,
    );
    if (pole === NO_BASIN) break;
    const to = soonest(polePlaces[pole] ?? 0, pole);
    if (to === NO_BASIN) {
      settled[pole] = 1;
      continue;
    }
    isOpen[pole] = 0;
    basinPeople[to] = (basinPeople[to] ?? 0) + (basinPeople[pole] ?? 0);
    basinPeople[pole] = 0;
    for (const [place, basin] of ofPlace.entries()) if (basin === pole) ofPlace[place] = to;
    joined.push({ pole, to });
  }
  return { ofPlace, people: basinPeople, joined };
}

/** Of two as small, the first. */
function smallest(
  basinPeople: Float64Array,
  below: number,
  counts: (pole: number) => boolean,
): number {
  let best = NO_BASIN;
  for (const [pole, people] of basinPeople.entries()) {
    if (!counts(pole) || people >= below) continue;
    if (best === NO_BASIN || people < (basinPeople[best] ?? 0)) best = pole;
  }
  return best;
}
