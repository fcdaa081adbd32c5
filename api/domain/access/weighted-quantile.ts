// What value do so many people not exceed?

/**
 * Weighted quantiles as `wtd.quantile` of the R package Hmisc gives them: weights are repetitions, and a share
 * falls between two of them. Those who weigh nothing are left out; NaN when nobody weighs.
 */
export function weightedQuantile(
  values: Float64Array,
  weights: Float64Array,
  share: number,
): number {
  const order = orderOf(values, weights);
  const total = order.reduce((sum, i) => sum + (weights[i] ?? 0), 0);
  const rank = 1 + (total - 1) * share;
  const low = Math.max(Math.floor(rank), 1);
  const between = rank % 1;
  const at = (wanted: number): number => {
    let passed = 0;
    for (const i of order) {
      passed += weights[i] ?? 0;
      if (passed >= wanted) return values[i] ?? Number.NaN;
    }
    return values[order.at(-1) ?? -1] ?? Number.NaN;
  };
  return (1 - between) * at(low) + between * at(Math.min(low + 1, total));
}

/** Indices of those who weigh, least value first; equal values in order of index. */
export function orderOf(values: Float64Array, weights: Float64Array): Uint32Array {
  const order = Uint32Array.from(values, (_, i) => i).filter((i) => (weights[i] ?? 0) > 0);
  return order.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
}

/** NaN when nobody weighs. */
export function weightedMean(values: Float64Array, weights: Float64Array): number {
  let [sum, total] = [0, 0];
  for (const [i, value] of values.entries()) {
    const weight = weights[i] ?? 0;
    if (weight === 0) continue;
    sum += value * weight;
    total += weight;
  }
  return sum / total;
}
