// How are the names of the person of a row written for a reader? Capitals without accents, which nearly all are,
// as they are copied; others by the rules of the domain.

import { personName, professionalName } from '#domain/directory/rpps-words.ts';
import { type ByteLines, columnBytes } from '#seeds/pipeline/byte-lines.ts';
import { rememberByFields } from '#seeds/pipeline/byte-memo.ts';
import type { ByteRow } from '#seeds/pipeline/byte-rows.ts';
import type { RppsPlaces } from '#seeds/sources/rpps/columns.ts';

const SPACE = 0x20;
const SMALL = 0x20;
const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const CURLY = columnBytes('’');

/** The columns `last_name`, `first_name` and `name`. */
export function createNameWriter(places: RppsPlaces): (lines: ByteLines, row: ByteRow) => void {
  /** « Dr  », nothing for most. */
  const titleOf = rememberByFields([places.civilityCode], (row) =>
    columnBytes(professionalName(row.text(places.civilityCode), '', '')),
  );
  return (lines, row) => {
    const lastStart = lines.size;
    writeName(lines, row, places.lastName);
    const lastEnd = lines.size;
    lines.nextColumn();
    const firstStart = lines.size;
    writeName(lines, row, places.firstName);
    const firstEnd = lines.size;
    lines.nextColumn();
    lines.raw(titleOf(row));
    lines.again(firstStart, firstEnd);
    if (firstStart < firstEnd && lastStart < lastEnd) lines.byte(SPACE);
    lines.again(lastStart, lastEnd);
  };
}

function writeName(lines: ByteLines, row: ByteRow, place: number): void {
  if (!isPlain(row, place)) {
    lines.value(personName(row.text(place)));
    return;
  }
  const end = row.end(place);
  let isFirst = true;
  for (let at = row.start(place); at < end; at++) {
    const byte = row.block[at] ?? 0;
    if (isCapital(byte)) lines.byte(isFirst ? byte : byte | SMALL);
    else if (byte === APOSTROPHE) lines.raw(CURLY);
    else lines.byte(byte);
    isFirst = !isCapital(byte);
  }
}

/** Capitals without accents, hyphens, apostrophes, and spaces one at a time. */
function isPlain(row: ByteRow, place: number): boolean {
  const end = row.end(place);
  let before = 0;
  for (let at = row.start(place); at < end; at++) {
    const byte = row.block[at] ?? 0;
    const isKnown =
      isCapital(byte) ||
      byte === HYPHEN ||
      byte === APOSTROPHE ||
      (byte === SPACE && before !== SPACE);
    if (!isKnown) return false;
    before = byte;
  }
  return true;
}

const isCapital = (byte: number): boolean => byte >= 0x41 && byte <= 0x5a;
