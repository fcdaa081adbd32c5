// How is the street of a row written for a reader? Found once for all numbers of a street.

import { streetText } from '#domain/directory/finess-words.ts';
import { type ByteLines, columnBytes } from '#seeds/pipeline/byte-lines.ts';
import { rememberByFields } from '#seeds/pipeline/byte-memo.ts';
import type { ByteRow } from '#seeds/pipeline/byte-rows.ts';
import type { RppsPlaces } from '#seeds/sources/rpps/columns.ts';

/** Null when nothing is known. */
export function streetOf(row: ByteRow, places: RppsPlaces): string | null {
  const repetition = row.text(places.streetRepetition).toLowerCase();
  const number = `${row.text(places.streetNumber)} ${repetition}`;
  return streetText(number, typeOf(row, places), row.text(places.streetName));
}

export function createStreetWriter(places: RppsPlaces): (lines: ByteLines, row: ByteRow) => void {
  const street = [places.streetTypeLabel, places.streetType, places.streetName];
  /** What follows the number; null when there is no street to have one. */
  const afterNumber = rememberByFields(street, (row) => {
    const text = streetText('1', typeOf(row, places), row.text(places.streetName));
    return { columns: text === null ? columnBytes(null) : columnBytes(text.slice(1)), text };
  });
  const whole = rememberByFields([places.streetNumber, places.streetRepetition, ...street], (row) =>
    columnBytes(streetOf(row, places)),
  );
  return (lines, row) => {
    if (!isPlainNumber(row, places)) {
      lines.raw(whole(row));
      return;
    }
    const { columns, text } = afterNumber(row);
    if (text !== null) lines.field(row, places.streetNumber);
    lines.raw(columns);
  };
}

const typeOf = (row: ByteRow, places: RppsPlaces): string =>
  row.text(places.streetTypeLabel) || row.text(places.streetType);

/** Digits alone, the first of them not zero. */
function isPlainNumber(row: ByteRow, places: RppsPlaces): boolean {
  const start = row.start(places.streetNumber);
  const end = row.end(places.streetNumber);
  if (start >= end || row.block[start] === 0x30 || !row.isEmpty(places.streetRepetition)) {
    return false;
  }
  for (let at = start; at < end; at++) {
    const byte = row.block[at] ?? 0;
    if (byte < 0x30 || byte > 0x39) return false;
  }
  return true;
}
