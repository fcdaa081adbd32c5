// How does work that may be done side by side share a few connections, and stop at the first failure?

/** As many pieces at once as there are lanes, in the order they were given. After a failure none begins. */
export class Lanes {
  #free: number;
  readonly #waiting: (() => void)[] = [];
  readonly #given: Promise<void>[] = [];
  #failure: { reason: unknown } | null = null;

  constructor(count: number) {
    this.#free = count;
  }

  /** Begins once `after` is done. What it answers may be left alone: `settled` tells of failures too. */
  give(work: () => Promise<void>, after: Promise<unknown> = Promise.resolve()): Promise<void> {
    const done = after.then(() => this.#take(work));
    done.catch(() => undefined);
    this.#given.push(done);
    return done;
  }

  /** No piece begins from here on; `settled` throws this unless something failed before. */
  stop(reason: unknown): void {
    this.#failure ??= { reason };
  }

  /** Throws what failed first, if anything did. */
  refuseFailed(): void {
    if (this.#failure !== null) throw this.#failure.reason;
  }

  /** When nothing given is under way. Throws as `refuseFailed` does. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#given);
    this.refuseFailed();
  }

  async #take(work: () => Promise<void>): Promise<void> {
    if (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#free--;
    try {
      this.refuseFailed();
      await work();
    } catch (error) {
      this.stop(error);
      throw error;
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free++;
      else next();
    }
  }
}
