// Which places are short of care however one reckons?
//
// « Désert robuste »: below the threshold by steps, by a bell and by balanced shares, with trips 15 % shorter,
// as reckoned, and 15 % longer. One that is below in some only is a fragile result, to be said so.

import { balanced } from './balanced.ts';
import { type Decay, decayTable, gaussianReaching, reachMinutes } from './decay.ts';
import { openPairs } from './open-pairs.ts';
import type { TravelPairs } from './travel-pairs.ts';
import { twoStep } from './two-step.ts';

const TIME_FACTORS = [0.85, 1, 1.15] as const;

export const DESERT_VARIANTS: readonly { measure: DesertMeasure; timeFactor: number }[] = (
  ['two_step', 'gaussian', 'balanced'] as const
).flatMap((measure) => TIME_FACTORS.map((timeFactor) => ({ measure, timeFactor })));

export type DesertMeasure = 'two_step' | 'gaussian' | 'balanced';

export type DesertVotes = {
  /** By place: how many of `DESERT_VARIANTS` say it is below. */
  votes: Uint8Array;
  /** By place: 1 when all do. */
  robust: Uint8Array;
};

export function robustDesert(
  pairs: TravelPairs,
  demand: Float64Array,
  supply: Float64Array,
  threshold: number,
  decay: Decay,
): DesertVotes {
  const open = openPairs(pairs, supply);
  const votes = new Uint8Array(pairs.placeCount);
  for (const { measure, timeFactor } of DESERT_VARIANTS) {
    const bell = gaussianReaching(reachMinutes(decay));
    const table = decayTable(measure === 'gaussian' ? bell : decay, timeFactor);
    const access =
      measure === 'balanced'
        ? balanced(open, table, demand, supply)
        : twoStep(open, table, demand, supply).access;
    for (const [place, value] of access.entries()) {
      if (value < threshold) votes[place] = (votes[place] ?? 0) + 1;
    }
  }
  return { votes, robust: votes.map((count) => (count === DESERT_VARIANTS.length ? 1 : 0)) };
}
