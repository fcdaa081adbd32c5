// With and without the change: who gains, who loses, who passes the threshold, either way?

import { type Shortfall, shortfall } from './shortfall.ts';

export type Passing = { places: number[]; people: number };

export type ScenarioOutcome = {
  /** By place, after less before; exactly 0 where nothing changed. */
  delta: Float64Array;
  before: Shortfall;
  after: Shortfall;
  /** Below before, no longer. */
  lifted: Passing;
  /** Not below before, below now. */
  dropped: Passing;
  /** Places that have less, the greatest loss of people × access first. */
  losers: Passing;
  gainers: Passing;
};

/** `people` by place: residents, not the standardised demand. */
export function scenarioOutcome(
  before: Float64Array,
  after: Float64Array,
  people: Float64Array,
  threshold: number,
): ScenarioOutcome {
  const delta = after.map((value, place) => value - (before[place] ?? 0));
  const isBelow = (access: Float64Array, place: number): boolean =>
    (access[place] ?? 0) < threshold;
  const changeOf = (place: number): number => (delta[place] ?? 0) * (people[place] ?? 0);
  const where = (holds: (place: number) => boolean): Passing => {
    const places = [...delta.keys()].filter(holds);
    places.sort((a, b) => Math.abs(changeOf(b)) - Math.abs(changeOf(a)) || a - b);
    return { places, people: places.reduce((sum, place) => sum + (people[place] ?? 0), 0) };
  };
  return {
    delta,
    before: shortfall(before, people, threshold),
    after: shortfall(after, people, threshold),
    lifted: where((place) => isBelow(before, place) && !isBelow(after, place)),
    dropped: where((place) => !isBelow(before, place) && isBelow(after, place)),
    losers: where((place) => (delta[place] ?? 0) < 0),
    gainers: where((place) => (delta[place] ?? 0) > 0),
  };
}
