// What is kept of one row of the extract, as a line to copy? Bytes as they are where the register is kept as it
// is; what is written for a reader is found once for all rows that say the same.

import type { Phone } from '#domain/directory/directory.ts';
import { readableText } from '#domain/directory/finess-words.ts';
import { phonesOf } from '#domain/directory/phone.ts';
import { type ByteLines, columnBytes } from '#seeds/pipeline/byte-lines.ts';
import { rememberByFields } from '#seeds/pipeline/byte-memo.ts';
import type { ByteRow } from '#seeds/pipeline/byte-rows.ts';
import { createNameWriter } from '#seeds/sources/rpps/activity-names.ts';
import { createStreetWriter } from '#seeds/sources/rpps/activity-street.ts';
import { createWordsWriter } from '#seeds/sources/rpps/activity-words.ts';
import type { RppsPlaces } from '#seeds/sources/rpps/columns.ts';
import { createStructureKeys } from '#seeds/sources/rpps/structure-key.ts';

/** In the order they are written: those of `rpps_activity`, and two until the directory is written. */
export const STAGED_COLUMNS = [
  'practice_id',
  'rpps',
  'structure_key',
  'civility',
  'last_name',
  'first_name',
  'name',
  'category',
  'title',
  /** Ids apart by spaces. */
  'need_id',
  'profession_code',
  'speciality_code',
  'mode_code',
  'function_code',
  'activity_code',
  'finess',
  'siret',
  'structure_name',
  'complement',
  'street',
  'postcode',
  'city',
  'insee',
  'phone',
  'phone_2',
  /** How much its speciality says: of two rows of one practice, the higher stays. */
  'rank',
] as const;

/** What its codes say: `columns` from `category` to `activity_code`. */
export type WorkColumns = { rank: number; columns: Uint8Array };
/** Where it stands: `columns` are `city` and `insee`, the commune of today. */
export type CommuneColumns = { insee: string; columns: Uint8Array };
/** Where its key stands in the lines. */
export type WrittenActivity = { keyStart: number; keyEnd: number };

const ID_START = columnBytes('rpps-');
const HYPHEN = 0x2d;
/** Those of a house are of all who work in it. */
const MOST_PHONES = 1 << 14;

/** The rows read are those of a person and structure that are shown. */
export function createActivityWriter(places: RppsPlaces) {
  const writeNames = createNameWriter(places);
  const writeStreet = createStreetWriter(places);
  const writeWords = createWordsWriter();
  const structureKeys = createStructureKeys(places);
  const complementOf = rememberByFields(
    [places.addressee, places.geographicComplement, places.distribution],
    (row) => columnBytes(orNull(complementText(row, places))),
  );
  const phoneColumns = rememberByFields(
    [places.phone, places.phone2],
    (row) => {
      const [phone = null, phone2 = null] = phonesOfRow(row, places);
      return columnBytes(asJson(phone), asJson(phone2));
    },
    MOST_PHONES,
  );

  return (
    lines: ByteLines,
    row: ByteRow,
    work: WorkColumns,
    commune: CommuneColumns,
  ): WrittenActivity => {
    const idStart = lines.size;
    lines.raw(ID_START);
    lines.field(row, places.identifier);
    lines.byte(HYPHEN);
    const keyStart = lines.size;
    structureKeys.write(lines, row, commune.insee);
    const keyEnd = lines.size;
    lines.nextColumn();
    lines.again(idStart + ID_START.length, keyStart - 1);
    lines.nextColumn();
    lines.again(keyStart, keyEnd);
    lines.nextColumn();
    lines.fieldOrNull(row, places.civilityCode);
    lines.nextColumn();
    writeNames(lines, row);
    lines.nextColumn();
    lines.raw(work.columns);
    lines.nextColumn();
    if (structureKeys.hasFiness(row)) lines.field(row, places.finess);
    else lines.value(null);
    lines.nextColumn();
    if (structureKeys.hasSiret(row)) lines.field(row, places.siret);
    else lines.value(null);
    lines.nextColumn();
    const named = row.isEmpty(places.brandName) ? places.companyName : places.brandName;
    if (row.isEmpty(named)) lines.value(null);
    else writeWords(lines, row, named);
    lines.nextColumn();
    lines.raw(complementOf(row));
    lines.nextColumn();
    writeStreet(lines, row);
    lines.nextColumn();
    lines.fieldOrNull(row, places.postcode);
    lines.nextColumn();
    lines.raw(commune.columns);
    lines.nextColumn();
    lines.raw(phoneColumns(row));
    lines.nextColumn();
    lines.value(work.rank);
    lines.endLine();
    return { keyStart, keyEnd };
  };
}

export const orNull = (text: string): string | null => (text === '' ? null : text);

const asJson = (phone: Phone | null): string | null =>
  phone === null ? null : JSON.stringify(phone);

function complementText(row: ByteRow, places: RppsPlaces): string {
  const parts = [places.addressee, places.geographicComplement, places.distribution];
  return readableText(
    parts
      .map((place) => row.text(place))
      .filter((part) => part !== '')
      .join(', '),
  );
}

function phonesOfRow(row: ByteRow, places: RppsPlaces): Phone[] {
  const phones = [...phonesOf(row.text(places.phone)), ...phonesOf(row.text(places.phone2))];
  return phones.filter(({ dial }, at) => phones.findIndex((each) => each.dial === dial) === at);
}
