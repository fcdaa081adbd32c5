// What do squares of 200 m amount to, commune by commune? Scenarios are reckoned by square and told by commune.

import type { ModelPlace } from './access-model.ts';
import type { DeskResult, ScenarioDesk } from './scenario-desk.ts';
import type { Passing } from './scenario-outcome.ts';

export type CommuneFold = {
  /** In the order of their first places; the point is that of the place where most people live. */
  communes: readonly ModelPlace[];
  /** By place, the number of its commune. */
  communeOf: Uint32Array;
};

/** Null: every place is a commune already. */
export function communeFold(places: readonly ModelPlace[]): CommuneFold | null {
  if (places.every(({ id, insee = id }) => id === insee)) return null;
  const numbers = new Map<string, number>();
  const communes: ModelPlace[] = [];
  const most: number[] = [];
  const communeOf = Uint32Array.from(places, (place) => {
    const { insee = place.id } = place;
    const number = numbers.get(insee);
    if (number === undefined) {
      numbers.set(insee, communes.length);
      most.push(place.population);
      return communes.push({ ...place, id: insee, insee }) - 1;
    }
    const known = communes[number] ?? place;
    const isMain = place.population > (most[number] ?? 0);
    if (isMain) most[number] = place.population;
    communes[number] = {
      ...known,
      point: isMain ? place.point : known.point,
      population: known.population + place.population,
      population75Plus:
        known.population75Plus === null || place.population75Plus === null
          ? null
          : known.population75Plus + place.population75Plus,
      demand: known.demand + place.demand,
    };
    return number;
  });
  return { communes, communeOf };
}

/**
 * Values are those of the mean inhabitant. People who pass the threshold are counted by square; a commune passes
 * when its mean does.
 */
export function foldResult(
  result: DeskResult,
  { communes, communeOf }: CommuneFold,
  { model: { places }, hinge }: Pick<ScenarioDesk, 'model' | 'hinge'>,
): DeskResult {
  const mean = (values: Float64Array): Float64Array => {
    const sums = new Float64Array(communes.length);
    for (const [place, value] of values.entries()) {
      const commune = communeOf[place] ?? 0;
      sums[commune] = (sums[commune] ?? 0) + value * (places[place]?.demand ?? 0);
    }
    return sums.map((sum, commune) => {
      const demand = communes[commune]?.demand ?? 0;
      return demand > 0 ? sum / demand : 0;
    });
  };
  const reached = new Uint8Array(communes.length);
  for (const [place, isReached] of result.reached.entries()) {
    if (isReached === 1) reached[communeOf[place] ?? 0] = 1;
  }
  const [before, after] = [mean(result.before), mean(result.after)];
  const changed = ({ places: some, people }: Passing): Passing => ({
    places: [...new Set(some.map((place) => communeOf[place] ?? 0))],
    people: Math.round(people),
  });
  const isBelow = (values: Float64Array, commune: number) => (values[commune] ?? 0) < hinge.value;
  const passing = (wasBelow: boolean, { people }: Passing): Passing => ({
    places: [...communes.keys()].filter(
      (commune) =>
        communes[commune]?.isInside === true &&
        isBelow(before, commune) === wasBelow &&
        isBelow(after, commune) !== wasBelow,
    ),
    people: Math.round(people),
  });
  return {
    ...result,
    before,
    after,
    reached,
    lifted: passing(true, result.lifted),
    dropped: passing(false, result.dropped),
    losers: changed(result.losers),
    gainers: changed(result.gainers),
  };
}
