// How much does a site count for people who live so many minutes away?
//
// Which side a step closes on is always said: « 10 min at most » (right, t ≤ 10, as the French indicator
// reads) and « less than 10 min » (left, t < 10, the lower weight begins AT the step) are both in use, and
// differ for everybody who lives at ten minutes exactly.

import { UNREACHABLE_TENTHS } from './travel-pairs.ts';

export type Decay =
  /** The weight of the first step not passed; nothing beyond the last. Minutes rise, weights fall. */
  | {
      kind: 'step';
      closed: 'right' | 'left';
      steps: readonly { minutes: number; weight: number }[];
    }
  /** 1 − t / reach; nothing from the reach on. */
  | { kind: 'linear'; reachMinutes: number }
  /** exp(−t² / spread), spread in square minutes. */
  | { kind: 'gaussian'; spreadSquareMinutes: number; reachMinutes: number | null }
  /** exp(−rate × t). */
  | { kind: 'exponential'; ratePerMinute: number; reachMinutes: number | null }
  /** g(0) / g(t), g(t) = 1 + exp((t − middle) π / (deviation √3)). */
  | {
      kind: 'logistic';
      middleMinutes: number;
      deviationMinutes: number;
      reachMinutes: number | null;
    };

/** Weight by tenths of a minute, `UNREACHABLE_TENTHS + 1` of them; the last is 0. */
export type DecayTable = Float64Array;

/** Everybody within so many minutes alike, those at the bound too. */
export const within = (minutes: number): Decay => ({
  kind: 'step',
  closed: 'right',
  steps: [{ minutes, weight: 1 }],
});

/** The bell whose weight is 0.01 at the reach, where it ends. */
export const gaussianReaching = (reachMinutes: number): Decay => ({
  kind: 'gaussian',
  spreadSquareMinutes: -(reachMinutes ** 2) / Math.log(0.01),
  reachMinutes,
});

/** From 0 to 1. Continuous functions with a reach count at the reach, and not beyond. */
export function decayWeight(decay: Decay, minutes: number): number {
  switch (decay.kind) {
    case 'step': {
      const inside = (bound: number): boolean =>
        decay.closed === 'right' ? minutes <= bound : minutes < bound;
      return decay.steps.find((step) => inside(step.minutes))?.weight ?? 0;
    }
    case 'linear':
      return Math.max(0, 1 - minutes / decay.reachMinutes);
    case 'gaussian':
      return isBeyond(decay, minutes) ? 0 : Math.exp(-(minutes ** 2) / decay.spreadSquareMinutes);
    case 'exponential':
      return isBeyond(decay, minutes) ? 0 : Math.exp(-decay.ratePerMinute * minutes);
    case 'logistic':
      return isBeyond(decay, minutes) ? 0 : growth(decay, 0) / growth(decay, minutes);
  }
}

/**
 * Weights of all times that pairs can hold. `timeFactor` multiplies every time first: 1.15 asks what holds
 * if all trips take 15 % longer. Throws on a decay that means nothing.
 */
export function decayTable(decay: Decay, timeFactor = 1): DecayTable {
  checkDecay(decay);
  const table = new Float64Array(UNREACHABLE_TENTHS + 1);
  const reach = reachMinutes(decay);
  for (let tenths = 0; tenths < UNREACHABLE_TENTHS; tenths++) {
    // A product such as 100 × 1.1 must not pass a step by the noise of base two.
    const minutes = timeFactor === 1 ? tenths / 10 : Math.round(tenths * timeFactor * 1e5) / 1e6;
    if (minutes > reach) break;
    table[tenths] = decayWeight(decay, minutes);
  }
  return table;
}

/** Minutes beyond which nothing counts; Infinity when everything does a little. */
export function reachMinutes(decay: Decay): number {
  return decay.kind === 'step'
    ? (decay.steps.at(-1)?.minutes ?? 0)
    : (decay.reachMinutes ?? Number.POSITIVE_INFINITY);
}

const isBeyond = (decay: { reachMinutes: number | null }, minutes: number): boolean =>
  decay.reachMinutes !== null && minutes > decay.reachMinutes;

const growth = (
  { middleMinutes, deviationMinutes }: { middleMinutes: number; deviationMinutes: number },
  minutes: number,
): number =>
  1 + Math.exp(((minutes - middleMinutes) * Math.PI) / (deviationMinutes * Math.sqrt(3)));

function checkDecay(decay: Decay): void {
  const positive = (value: number | null, what: string): void => {
    if (value !== null && !(value > 0 && Number.isFinite(value))) {
      throw new RangeError(`Decay ${decay.kind}: expected ${what} above 0, received ${value}`);
    }
  };
  if (decay.kind !== 'step') positive(decay.reachMinutes, 'a reach in minutes');
  if (decay.kind === 'gaussian') positive(decay.spreadSquareMinutes, 'a spread in square minutes');
  if (decay.kind === 'exponential') positive(decay.ratePerMinute, 'a rate a minute');
  if (decay.kind === 'logistic') positive(decay.deviationMinutes, 'a deviation in minutes');
  if (decay.kind === 'step') checkSteps(decay.steps);
}

function checkSteps(steps: readonly { minutes: number; weight: number }[]): void {
  if (steps.length === 0)
    throw new RangeError('Decay step: expected one step at least, received none');
  let [minutesBefore, weightBefore] = [0, 1];
  for (const { minutes, weight } of steps) {
    if (!(minutes > minutesBefore) || !(weight >= 0 && weight <= weightBefore)) {
      throw new RangeError(
        `Decay step: expected minutes above ${minutesBefore} and a weight from 0 to ${weightBefore}, received ${minutes} min and ${weight}`,
      );
    }
    [minutesBefore, weightBefore] = [minutes, weight];
  }
}
