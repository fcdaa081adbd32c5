// How sure is it that a place is below the threshold, if times, supply and the decay are not exactly known?
//
// Each draw lengthens or shortens all trips alike (an error of a road model is an error everywhere), changes
// each site on its own, and takes one of the decays given. The same seed gives the same draws.

import { type Decay, decayTable, gaussianReaching, reachMinutes } from './decay.ts';
import { seededNumbers } from './seeded-numbers.ts';
import type { TravelPairs } from './travel-pairs.ts';
import { twoStep } from './two-step.ts';

/** `timeShare` 0.15: each draw between 15 % shorter and 15 % longer, all as likely. `supplyShare` likewise. */
export type DrawModel = {
  draws: number;
  seed: number;
  timeShare: number;
  supplyShare: number;
  decays: readonly Decay[];
};

/** Our choice, said beside the figures: two hundred draws, times ±15 %, supply ±10 %, step or bell. */
export const usualDraws = (decay: Decay): DrawModel => ({
  draws: 200,
  seed: 1,
  timeShare: 0.15,
  supplyShare: 0.1,
  decays: [decay, gaussianReaching(reachMinutes(decay))],
});

/** By place or group of places; eight draws of ten lie from `low` to `high`. */
export type Uncertainty = {
  probabilityBelow: Float64Array;
  low: Float64Array;
  high: Float64Array;
};

/** Places told together, by the mean of each draw: squares of a commune. `ofPlace`, −1: told nowhere. */
export type PlaceGroups = { count: number; ofPlace: Int32Array; weights: Float64Array };

export function uncertainty(
  pairs: TravelPairs,
  demand: Float64Array,
  supply: Float64Array,
  threshold: number,
  model: DrawModel,
  groups: PlaceGroups | null = null,
): Uncertainty {
  checkModel(model);
  const count = groups?.count ?? pairs.placeCount;
  const next = seededNumbers(model.seed);
  const around = (share: number): number => 1 + (2 * next() - 1) * share;
  // Draw d of place p at p × draws + d: the draws of a place lie together, to be sorted.
  const drawn = new Float32Array(count * model.draws);
  const probabilityBelow = new Float64Array(count);
  for (let draw = 0; draw < model.draws; draw++) {
    const decay = model.decays[Math.floor(next() * model.decays.length)];
    if (decay === undefined) continue;
    const table = decayTable(decay, around(model.timeShare));
    const given = supply.map((amount) => amount * around(model.supplyShare));
    const { access } = twoStep(pairs, table, demand, given);
    const told = groups === null ? access : meansOf(access, groups);
    for (let place = 0; place < count; place++) {
      const value = told[place] ?? 0;
      drawn[place * model.draws + draw] = value;
      if (value < threshold) probabilityBelow[place] = (probabilityBelow[place] ?? 0) + 1;
    }
  }
  const low = new Float64Array(count);
  const high = new Float64Array(count);
  for (let place = 0; place < count; place++) {
    const own = drawn.subarray(place * model.draws, (place + 1) * model.draws).sort();
    low[place] = own[Math.floor(model.draws * 0.1)] ?? 0;
    high[place] = own[Math.min(model.draws - 1, Math.floor(model.draws * 0.9))] ?? 0;
    probabilityBelow[place] = (probabilityBelow[place] ?? 0) / model.draws;
  }
  return { probabilityBelow, low, high };
}

/** 0 where nobody weighs. */
function meansOf(access: Float64Array, { count, ofPlace, weights }: PlaceGroups): Float64Array {
  const sums = new Float64Array(count);
  const totals = new Float64Array(count);
  for (const [place, group] of ofPlace.entries()) {
    if (group < 0) continue;
    const weight = weights[place] ?? 0;
    sums[group] = (sums[group] ?? 0) + weight * (access[place] ?? 0);
    totals[group] = (totals[group] ?? 0) + weight;
  }
  return sums.map((sum, group) => (totals[group] ? sum / (totals[group] ?? 1) : 0));
}

function checkModel({ draws, timeShare, supplyShare, decays }: DrawModel): void {
  if (!(Number.isInteger(draws) && draws >= 1 && draws <= 10_000)) {
    throw new RangeError(`Draws: expected 1 to 10,000, received ${draws}`);
  }
  for (const [what, share] of Object.entries({ timeShare, supplyShare })) {
    if (!(share >= 0 && share < 1)) {
      throw new RangeError(`Draws, ${what}: expected 0 to 1, 1 excluded, received ${share}`);
    }
  }
  if (decays.length === 0)
    throw new RangeError('Draws: expected one decay at least, received none');
}
