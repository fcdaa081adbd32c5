// Numbers that look random and are the same at each run.

/** Between 0 and 1, 1 excluded (xorshift32). `seed` is not 0. */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}
