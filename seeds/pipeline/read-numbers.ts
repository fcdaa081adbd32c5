// Which number does a field say? Read where it stands: to cut it out first costs more than to read it, and a
// timetable has five numbers on each of half a million lines.

import type { FieldView } from '#seeds/pipeline/field-view.ts';

const ZERO = 48;
const POINT = 46;
const MINUS = 45;
const COLON = 58;

/** So many digits are all told apart, and so are the powers of ten that share them out. */
const MOST_DIGITS = 15;
const POWERS = Array.from({ length: MOST_DIGITS + 1 }, (_, power) => 10 ** power);

/** As `Number` reads it: NaN when it says no number. */
export function numberIn(field: FieldView): number {
  const { codes, from, to } = field;
  const isBelow = codes[from] === MINUS;
  const first = isBelow ? from + 1 : from;
  if (first === to || to - first > MOST_DIGITS) return Number(field.text());
  let digits = 0;
  let afterPoint = -1;
  for (let at = first; at < to; at++) {
    const digit = (codes[at] ?? 0) - ZERO;
    if (digit >= 0 && digit <= 9) {
      digits = digits * 10 + digit;
      if (afterPoint >= 0) afterPoint += 1;
    } else if (digit === POINT - ZERO && afterPoint < 0 && at > first && at + 1 < to) {
      afterPoint = 0;
    } else {
      return Number(field.text());
    }
  }
  // One division of two whole numbers told apart: no nearer number can be written.
  const number = afterPoint > 0 ? digits / (POWERS[afterPoint] ?? 1) : digits;
  return isBelow ? -number : number;
}

/** H:MM:SS, hours may pass 24; in seconds. Null when it says no time. */
export function secondsIn({ codes, from, to }: FieldView): number | null {
  const length = to - from;
  if (length < 7 || length > 9) return null;
  if (codes[to - 3] !== COLON || codes[to - 6] !== COLON) return null;
  let hours = 0;
  for (let at = from; at < to - 6; at++) {
    const digit = (codes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return null;
    hours = hours * 10 + digit;
  }
  const minutes = pairAt(codes, to - 5);
  const seconds = pairAt(codes, to - 2);
  return minutes < 0 || seconds < 0 ? null : hours * 3600 + minutes * 60 + seconds;
}

/** Two digits under 60; -1 for anything else. */
function pairAt(codes: Uint16Array, at: number): number {
  const tens = (codes[at] ?? 0) - ZERO;
  const units = (codes[at + 1] ?? 0) - ZERO;
  return tens < 0 || tens > 5 || units < 0 || units > 9 ? -1 : tens * 10 + units;
}
