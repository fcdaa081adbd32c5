// How many typing mistakes separate two words? (Damerau and Levenshtein, optimal string alignment)

/**
 * Insertions, deletions, substitutions and swaps of neighbours, each counted once. Stops as soon as
 * the limit is passed and gives limit + 1.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const beyond = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return beyond;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] ?? beyond) + 1,
        (row[j - 1] ?? beyond) + 1,
        (last[j - 1] ?? beyond) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? beyond) + 1);
      }
      row.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit && (i === a.length || Math.min(...last) > limit)) return beyond;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? beyond, beyond);
}
