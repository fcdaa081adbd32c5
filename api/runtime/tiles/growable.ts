// A typed array that grows: doubles its room, hands back exactly what was put in.

type Growable<T extends Uint8Array | Uint32Array> = {
  push: (value: number) => void;
  append: (values: T) => void;
  length: () => number;
  /** A copy of exactly the values put in. */
  view: () => T;
};

export function growable<T extends Uint8Array | Uint32Array>(initial: T): Growable<T> {
  let values = initial;
  let used = 0;
  const reserve = (count: number): void => {
    if (used + count <= values.length) return;
    const room = Math.max(values.length * 2, used + count);
    const larger = (
      values instanceof Uint8Array ? new Uint8Array(room) : new Uint32Array(room)
    ) as T;
    larger.set(values.subarray(0, used));
    values = larger;
  };
  return {
    push(value) {
      reserve(1);
      values[used] = value;
      used += 1;
    },
    append(more) {
      reserve(more.length);
      values.set(more, used);
      used += more.length;
    },
    length: () => used,
    view: () => values.slice(0, used) as T,
  };
}
