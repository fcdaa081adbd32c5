// A list of numbers that grows without an object a number.

type Numbers = Float64Array | Float32Array | Uint32Array | Int32Array | Uint16Array;

export class NumberList<T extends Numbers> {
  readonly #create: new (
    length: number,
  ) => T;
  #numbers: T;
  #length = 0;

  constructor(create: new (length: number) => T) {
    this.#create = create;
    this.#numbers = new create(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#numbers.length) {
      const wider = new this.#create(2 * this.#length);
      wider.set(this.#numbers);
      this.#numbers = wider;
    }
    this.#numbers[this.#length++] = value;
  }

  /** The numbers so far; the memory is shared with the list. */
  values(): T {
    return this.#numbers.subarray(0, this.#length) as T;
  }
}
