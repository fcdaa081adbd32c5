// How does data reach the threads that search in it without being copied for each of them?
//
// Arrays of numbers on shared memory cross from thread to thread as they are. Texts are written there
// too, each once, as UTF-16 units.

/** Arrays of numbers a message may hold. */
type Numbers = Int32Array | Uint8Array | Int8Array | Uint16Array | Float64Array;

/** Copies an array to shared memory; one that is there already is given back as it is. */
export function shared<Array extends Numbers>(array: Array): Array;
export function shared(array: Numbers): Numbers {
  if (array.buffer instanceof SharedArrayBuffer) return array;
  const memory = new SharedArrayBuffer(array.byteLength);
  new Uint8Array(memory).set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  if (array instanceof Int32Array) return new Int32Array(memory);
  if (array instanceof Int8Array) return new Int8Array(memory);
  if (array instanceof Uint16Array) return new Uint16Array(memory);
  if (array instanceof Float64Array) return new Float64Array(memory);
  return new Uint8Array(memory);
}

/** The same record with its arrays of numbers in shared memory; what else it holds is left as it is. */
export function sharedRecord<Fields extends object>(record: Fields): Fields {
  const entries = Object.entries(record).map(([name, value]) => [
    name,
    isNumbers(value) ? shared(value) : value,
  ]);
  return Object.fromEntries(entries) as Fields;
}

function isNumbers(value: unknown): value is Numbers {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

const NONE = -1;

/** Texts in order, null included: `cells` numbers each in the list of different texts. */
export type SharedTexts = { units: Uint16Array; starts: Int32Array; cells: Int32Array };

export function shareTexts(texts: readonly (string | null)[]): SharedTexts {
  const numbers = new Map<string, number>();
  const cells = Int32Array.from(texts, (text) => {
    if (text === null) return NONE;
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  });
  const starts = new Int32Array(numbers.size + 1);
  for (const [text, number] of numbers) starts[number + 1] = (starts[number] ?? 0) + text.length;
  const units = new Uint16Array(starts[numbers.size] ?? 0);
  for (const [text, number] of numbers) {
    const start = starts[number] ?? 0;
    for (let unit = 0; unit < text.length; unit++) units[start + unit] = text.charCodeAt(unit);
  }
  return { units: shared(units), starts: shared(starts), cells: shared(cells) };
}

/** Each different text is made once, however many cells hold it. */
export function readTexts({ units, starts, cells }: SharedTexts): (string | null)[] {
  const texts = Array.from({ length: Math.max(0, starts.length - 1) }, (_, number) => {
    let text = '';
    const end = starts[number + 1] ?? 0;
    for (let unit = starts[number] ?? 0; unit < end; unit++) {
      text += String.fromCharCode(units[unit] ?? 0);
    }
    return text;
  });
  return Array.from(cells, (number) => texts[number] ?? null);
}
