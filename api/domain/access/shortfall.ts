// How many people have less than the threshold, and how far below are they?
//
// Foster, Greer and Thorbecke 1984, read on access instead of income. At the threshold exactly, one is not
// below. No access at all is the deepest shortfall, and counts.

export type Shortfall = {
  /** People below. */
  people: number;
  /** FGT0: their share of all people, 0 to 1. */
  share: number;
  /** FGT1: mean over all people of the share of the threshold they lack. */
  depth: number;
  /** FGT2: the same squared, so that the worst off count most. */
  severity: number;
};

export function shortfall(
  access: Float64Array,
  people: Float64Array,
  threshold: number,
): Shortfall {
  if (!(threshold > 0)) {
    throw new RangeError(`Threshold of access: expected above 0, received ${threshold}`);
  }
  let [total, below, depth, severity] = [0, 0, 0, 0];
  for (const [place, value] of access.entries()) {
    const here = people[place] ?? 0;
    total += here;
    if (value >= threshold) continue;
    const lack = (threshold - value) / threshold;
    below += here;
    depth += here * lack;
    severity += here * lack * lack;
  }
  return { people: below, share: below / total, depth: depth / total, severity: severity / total };
}
