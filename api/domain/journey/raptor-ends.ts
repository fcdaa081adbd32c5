// When is it useless to go on, because every way to the end is reached sooner already?

import { NEVER } from '#domain/journey/raptor-labels.ts';

/** A stop one may finish at, and how long it takes from there. */
export type End = { stop: number; seconds: number };

/**
 * Each group of ends keeps its own best time, by number of rides: none hides another's. A time at a stop
 * is worth keeping as long as it is before the bound, the worst of the best times of the groups.
 */
export class EndBounds {
  /** By number of rides. NEVER without ends: then everything is worth keeping. */
  readonly bound: Int32Array;
  readonly #best: Int32Array[];
  readonly #isEnd: Uint8Array;
  readonly #ends = new Map<number, { group: number; seconds: number }[]>();
  readonly #improved = new Set<number>();

  constructor(stopCount: number, maxRides: number, groups: readonly (readonly End[])[]) {
    this.bound = new Int32Array(maxRides + 1).fill(NEVER);
    this.#best = groups.map(() => new Int32Array(maxRides + 1).fill(NEVER));
    this.#isEnd = new Uint8Array(groups.length === 0 ? 0 : stopCount);
    for (const [group, ends] of groups.entries()) {
      for (const { stop, seconds } of ends) {
        this.#isEnd[stop] = 1;
        const known = this.#ends.get(stop);
        if (known) known.push({ group, seconds });
        else this.#ends.set(stop, [{ group, seconds }]);
      }
    }
  }

  /** To be told of each time at a stop that is better than the last. */
  reach(stop: number, rides: number, time: number): void {
    if (this.#isEnd[stop] !== 1) return;
    for (const { group, seconds } of this.#ends.get(stop) ?? []) {
      const best = this.#best[group];
      if (!best || time + seconds >= (best[rides] ?? NEVER)) continue;
      this.#improved.add(group);
      for (let more = rides; more < best.length; more++) {
        best[more] = Math.min(best[more] ?? NEVER, time + seconds);
        let worst = 0 - NEVER;
        for (const each of this.#best) worst = Math.max(worst, each[more] ?? NEVER);
        this.bound[more] = worst;
      }
    }
  }

  /** Groups with a better time since the last call. */
  takeImproved(): number[] {
    const groups = [...this.#improved];
    this.#improved.clear();
    return groups;
  }
}
