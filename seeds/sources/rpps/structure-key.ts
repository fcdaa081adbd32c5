// By which key is the structure of a row known? The register's own, made of letters and digits; else its numbers,
// else its address.

import type { ByteLines } from '#seeds/pipeline/byte-lines.ts';
import type { ByteRow } from '#seeds/pipeline/byte-rows.ts';
import { streetOf } from '#seeds/sources/rpps/activity-street.ts';
import type { RppsPlaces } from '#seeds/sources/rpps/columns.ts';

type StructureKeys = {
  write: (lines: ByteLines, row: ByteRow, insee: string) => void;
  /** What is said is such a number. */
  hasFiness: (row: ByteRow) => boolean;
  hasSiret: (row: ByteRow) => boolean;
};

export function createStructureKeys(places: RppsPlaces): StructureKeys {
  const hasFiness = (row: ByteRow): boolean =>
    lengthOf(row, places.finess) === 9 && /^[0-9][0-9AB][0-9]{7}$/.test(row.text(places.finess));
  const hasSiret = (row: ByteRow): boolean =>
    lengthOf(row, places.siret) === 14 && isMadeOf(row, places.siret, isDigit);
  const keyText = (row: ByteRow, insee: string): string => {
    const given = row.text(places.structure).replace(/[^A-Za-z0-9]+/g, '');
    if (given !== '') return given;
    if (hasFiness(row)) return `F${row.text(places.finess)}`;
    const siret = row.text(places.siret);
    if (siret !== '') return `S${siret.replace(/\D/g, '')}`;
    const address = `${streetOf(row, places) ?? ''} ${insee}`.normalize('NFD').toLowerCase();
    return `A${address.replace(/[^a-z0-9]+/g, '')}`;
  };
  return {
    write: (lines, row, insee) => {
      const isPlain =
        !row.isEmpty(places.structure) && isMadeOf(row, places.structure, isLetterOrDigit);
      if (isPlain) lines.field(row, places.structure);
      else lines.value(keyText(row, insee));
    },
    hasFiness,
    hasSiret,
  };
}

const lengthOf = (row: ByteRow, place: number): number => row.end(place) - row.start(place);

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isLetterOrDigit = (byte: number): boolean =>
  isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a);

function isMadeOf(row: ByteRow, place: number, isGood: (byte: number) => boolean): boolean {
  const end = row.end(place);
  for (let at = row.start(place); at < end; at++) if (!isGood(row.block[at] ?? 0)) return false;
  return true;
}
