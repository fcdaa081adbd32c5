// Among journeys met from the last departure to the first, which does no other make useless?

/** A journey is useless when another leaves no earlier, arrives no later and has no more rides. */
export class ParetoList<Journey extends { rides: number; arriveSeconds: number }> {
  readonly #earliest: number[];
  readonly #journeys: Journey[] = [];

  constructor(maxRides: number) {
    this.#earliest = new Array<number>(maxRides + 1).fill(Number.POSITIVE_INFINITY);
  }

  /** True when none met so far arrives as soon with as few rides. */
  improves(rides: number, arriveSeconds: number): boolean {
    return arriveSeconds < (this.#earliest[rides] ?? Number.POSITIVE_INFINITY);
  }

  add(journey: Journey): void {
    this.#journeys.push(journey);
    for (let rides = journey.rides; rides < this.#earliest.length; rides++) {
      this.#earliest[rides] = Math.min(this.#earliest[rides] ?? 0, journey.arriveSeconds);
    }
  }

  journeys(): readonly Journey[] {
    return this.#journeys;
  }
}
