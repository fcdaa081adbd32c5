// When is it useless to go on, because every way to the end is reached sooner already?

import type { LowerBounds } from '#domain/journey/lower-bounds.ts';
import { NEVER } from '#domain/journey/raptor-labels.ts';

/** A stop one may finish at, and how long it takes from there. */
export type End = { stop: number; seconds: number };

/** `left`: least time from each stop to the nearest of the ends; null when it is not worth knowing. */
export type EndGroup = { ends: readonly End[]; left: LowerBounds | null };

/**
 * Each group of ends keeps its own best time, by number of rides: none hides another's. A time at a stop
 * is worth keeping as long as it may lead to a better one for some group.
 */
export class EndBounds {
  readonly #groups: { best: Int32Array; left: LowerBounds | null }[];
  readonly #isEnd: Uint8Array;
  readonly #ends = new Map<number, { group: number; seconds: number }[]>();
  readonly #improved = new Set<number>();

  /** Without groups everything is worth keeping. */
  constructor(stopCount: number, maxRides: number, groups: readonly EndGroup[]) {
    this.#groups = groups.map(({ left }) => ({
      best: new Int32Array(maxRides + 1).fill(NEVER),
      left,
    }));
    this.#isEnd = new Uint8Array(groups.length === 0 ? 0 : stopCount);
    for (const [group, { ends }] of groups.entries()) {
      for (const { stop, seconds } of ends) {
        this.#isEnd[stop] = 1;
        const known = this.#ends.get(stop);
        if (known) known.push({ group, seconds });
        else this.#ends.set(stop, [{ group, seconds }]);
      }
    }
  }

  /** Whether some group may yet do better from a stop at a time, arriving no later than `latest`. */
  allows(stop: number, rides: number, time: number, latest: number): boolean {
    const groups = this.#groups;
    if (groups.length === 0) return true;
    for (let group = 0; group < groups.length; group++) {
      const known = groups[group];
      if (known === undefined) continue;
      const { best, left } = known;
      if (left === null) {
        if (time < (best[rides] ?? 0)) return true;
        continue;
      }
      const most = Math.min(left.length, best.length - rides);
      for (let more = 0; more < most; more++) {
        const least = left[more]?.[stop] ?? NEVER;
        if (least === NEVER) continue;
        if (time + least < (best[rides + more] ?? 0) && time + least <= latest) return true;
      }
    }
    return false;
  }

  /** To be told of each time at a stop that is better than the last. */
  reach(stop: number, rides: number, time: number): void {
    if (this.#isEnd[stop] !== 1) return;
    for (const { group, seconds } of this.#ends.get(stop) ?? []) {
      const best = this.#groups[group]?.best;
      if (!best || time + seconds >= (best[rides] ?? NEVER)) continue;
      this.#improved.add(group);
      for (let more = rides; more < best.length; more++) {
        best[more] = Math.min(best[more] ?? NEVER, time + seconds);
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
