// What was computed for the last lists of stops asked about: a person asks for several places from one home.

import type { TaggedStop } from '#domain/journey/transit-query.ts';

/** Keeps so many values for each owner; they go with it. */
export function keepLast<Owner extends object, Value>(
  most: number,
): (owner: Owner, key: string, make: () => Value) => Value {
  const kept = new WeakMap<Owner, Map<string, Value>>();
  return (owner, key, make) => {
    const values = kept.get(owner) ?? new Map<string, Value>();
    kept.set(owner, values);
    const value = values.get(key) ?? make();
    values.delete(key);
    values.set(key, value);
    const [oldest] = values.keys();
    if (values.size > most && oldest !== undefined) values.delete(oldest);
    return value;
  };
}

export function keyOf(stops: readonly Pick<TaggedStop, 'stop' | 'seconds'>[]): string {
  return stops.map(({ stop, seconds }) => `${stop}:${seconds}`).join();
}

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

/** One for each object: what is kept is for these very objects. */
export function numberOf(object: object): number {
  const number = numbers.get(object) ?? ++lastNumber;
  numbers.set(object, number);
  return number;
}
