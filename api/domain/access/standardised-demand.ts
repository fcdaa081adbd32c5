// How much care do the people of a place ask for, at their age, compared with the country?
//
// Each inhabitant counts for the care people of that age use, divided by the mean of the country. Summed over
// the country it is the population: an old village asks for more than its number, a campus for less.

/** Care used at these ages over the mean of all ages; `ageTo` included, null: and above. Ages follow on. */
export type AgeWeight = { ageFrom: number; ageTo: number | null; weight: number };

/** People of a place; `ageTo` included, null: and above. */
export type AgeCount = { ageFrom: number; ageTo: number | null; count: number };

/** Where an open band ends when it must be cut: few live longer. */
const LAST_AGE = 99;

/**
 * Standardised inhabitants of one place. A band that lies in two bands of weights is shared between them by
 * years, as if ages were evenly spread in it.
 */
export function standardisedDemand(
  counts: readonly AgeCount[],
  weights: readonly AgeWeight[],
): number {
  checkWeights(weights);
  let demand = 0;
  for (const band of counts) {
    if (!(band.count >= 0) || !(band.ageFrom >= 0) || lastOf(band) < band.ageFrom) {
      throw new RangeError(
        `Ages ${band.ageFrom} to ${band.ageTo ?? 'the end'}: expected 0 people or more, received ${band.count}`,
      );
    }
    demand += band.count * meanWeight(band, weights);
  }
  return demand;
}

/** The mean weight of the years of a band. */
function meanWeight(band: AgeCount, weights: readonly AgeWeight[]): number {
  const years = lastOf(band) - band.ageFrom + 1;
  let sum = 0;
  for (const each of weights) {
    const from = Math.max(band.ageFrom, each.ageFrom);
    const to = Math.min(lastOf(band), lastOf(each));
    if (to >= from) sum += ((to - from + 1) / years) * each.weight;
  }
  return sum;
}

const lastOf = ({ ageFrom, ageTo }: { ageFrom: number; ageTo: number | null }): number =>
  ageTo ?? Math.max(LAST_AGE, ageFrom);

function checkWeights(weights: readonly AgeWeight[]): void {
  let next: number | null = 0;
  for (const { ageFrom, ageTo, weight } of weights) {
    if (next === null || ageFrom !== next || !(weight >= 0)) {
      throw new RangeError(
        `Age weights: expected a band from ${next ?? 'nowhere'}, received ${ageFrom} with weight ${weight}`,
      );
    }
    next = ageTo === null ? null : ageTo + 1;
  }
  if (next !== null) throw new RangeError(`Age weights: expected a last band from ${next} on`);
}
