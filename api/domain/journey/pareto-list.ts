// Among journeys met from the last departure to the first, which does no other make useless?

/**
 * A journey is useless when another leaves no earlier, arrives no later and has no more rides. Met from
 * the first arrival to the last, the same holds of times read backwards.
 */
export class ParetoList<Journey> {
  readonly #earliest: number[];
  readonly #journeys: Journey[] = [];

  constructor(maxRides: number) {
    this.#earliest = new Array<number>(maxRides + 1).fill(Number.POSITIVE_INFINITY);
  }

  /** True when none met so far arrives as soon with as few rides. */
  improves(rides: number, seconds: number): boolean {
    return seconds < (this.#earliest[rides] ?? Number.POSITIVE_INFINITY);
  }

  add(journey: Journey, rides: number, seconds: number): void {
    this.#journeys.push(journey);
    for (let more = rides; more < this.#earliest.length; more++) {
      this.#earliest[more] = Math.min(this.#earliest[more] ?? 0, seconds);
    }
  }

  journeys(): readonly Journey[] {
    return this.#journeys;
  }
}
