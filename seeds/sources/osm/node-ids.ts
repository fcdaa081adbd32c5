// Which nodes do roads go through, each once, and which number does each get?

/** Each id once, in order. */
export function sortedIds(refs: Float64Array): Float64Array {
  const sorted = refs.slice().sort();
  let count = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i] ?? 0;
  }
  return sorted.subarray(0, count);
}

/** Position of the first id not below this one. */
export function findId(ids: Float64Array, id: number): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Each id as its position; every ref must be one of the ids. */
export function numberRefs(refs: Float64Array, ids: Float64Array): Uint32Array {
  const numbers = new Uint32Array(refs.length);
  let last = 0;
  for (let i = 0; i < refs.length; i++) {
    const ref = refs[i] ?? 0;
    // Nodes drawn together were numbered together: the next one is often the next id.
    if (ids[last + 1] === ref) last += 1;
    else if (ids[last] !== ref) last = findId(ids, ref);
    numbers[i] = last;
  }
  return numbers;
}
