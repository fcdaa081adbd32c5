// Is this row of the extract an activity to show, and what is kept of it?

import { readableText } from '#domain/directory/finess-words.ts';
import {
  type ActivityCodes,
  type Judgement,
  judgeActivity,
} from '#domain/directory/rpps-profession.ts';
import { type RppsWork, specialityRank } from '#domain/directory/rpps-speciality.ts';
import { type ByteLines, columnBytes } from '#seeds/pipeline/byte-lines.ts';
import { rememberByFields } from '#seeds/pipeline/byte-memo.ts';
import type { ByteRow } from '#seeds/pipeline/byte-rows.ts';
import { nameIdentifier, type Opposition } from '#seeds/pipeline/opposed-names.ts';
import type { Reject } from '#seeds/pipeline/source.ts';
import {
  type CommuneColumns,
  createActivityWriter,
  orNull,
  type WorkColumns,
} from '#seeds/sources/rpps/activity.ts';
import { RPPS_COLUMNS, type RppsPlaces } from '#seeds/sources/rpps/columns.ts';
import type { CommuneFound, FindCommune } from '#seeds/sources/rpps/find-commune.ts';
import type { Persons } from '#seeds/sources/rpps/persons.ts';

export type OpposedRead = {
  opposedCount: number;
  /** Names and postcodes of those who opposed by their number. */
  opposedNames: { rpps: string; name: string }[];
};

type Keeper = {
  places: RppsPlaces;
  lines: ByteLines;
  persons: Persons;
  reject: (reject: Reject) => void;
  findCommune: FindCommune;
  /** Null: all communes. */
  wanted: ReadonlySet<string> | null;
  opposition: Opposition;
  read: OpposedRead;
};

/** What is kept is written in `lines`. Answers false when it is refused, and said so, or left out. */
export function createKeeper(keeper: Keeper): (row: ByteRow) => boolean {
  const { places, lines, persons, reject, wanted, opposition, read } = keeper;
  const judge = createJudge(places);
  const find = createFinder(keeper);
  const write = createActivityWriter(places);
  return (row) => {
    const { judged, work } = judge(row);
    if (judged.kind === 'left_out') return false;
    if (judged.kind === 'unknown') {
      const what = judged.column === 'profession' ? 'profession' : 'savoir-faire';
      return refuse(row, judged.column, judged.value, `Code de ${what} inconnu.`);
    }
    if (row.isEmpty(places.commune) && row.isEmpty(places.postcode)) return false;
    const rpps = numberOf(row, places.identifier);
    if (rpps === null) {
      const said = row.text(places.identifier);
      return refuse(row, 'identifier', said, 'Numéro RPPS attendu : onze chiffres.');
    }
    const { found, commune } = find(row);
    if (commune === null) {
      if (found.kind === 'elsewhere') return false;
      const [code, postcode] = [row.text(places.commune), row.text(places.postcode)];
      const where = `${code} ${postcode} ${row.text(places.communeLabel)}`.trim();
      return refuse(row, 'commune', where, 'Commune inconnue.');
    }
    if (wanted !== null && !wanted.has(commune.insee)) return false;
    if (row.isEmpty(places.lastName)) return refuse(row, 'lastName', null, 'Nom attendu.');
    if (!opposition.isEmpty && isOpposed(row)) return false;
    persons.meet(rpps);
    const start = lines.size;
    const { keyStart, keyEnd } = write(lines, row, work, commune);
    persons.add({ start, rank: work.rank, keyStart, keyEnd });
    return true;
  };

  function refuse(
    { line }: ByteRow,
    column: keyof typeof RPPS_COLUMNS,
    value: string | null,
    reason: string,
  ): false {
    reject({ line, column: RPPS_COLUMNS[column][0] ?? column, value, reason });
    return false;
  }

  function isOpposed(row: ByteRow): boolean {
    const [rpps, postcode] = [row.text(places.identifier), row.text(places.postcode)];
    const name = nameIdentifier(row.text(places.lastName), row.text(places.firstName), postcode);
    const byNumber = opposition.isOpposed('rpps', rpps);
    if (!byNumber && !opposition.isOpposed('name_alone', name)) return false;
    read.opposedCount += 1;
    if (byNumber && postcode !== '' && !opposition.isOpposed('name', name)) {
      read.opposedNames.push({ rpps, name });
    }
    return true;
  }
}

type Judged = { judged: Judgement; work: WorkColumns };

/** A few thousand combinations of codes make up millions of rows. */
function createJudge(places: RppsPlaces): (row: ByteRow) => Judged {
  const those = [
    places.profession,
    places.professionLabel,
    places.professionalCategory,
    places.speciality,
    places.mode,
    places.sector,
    places.activityFunction,
    places.kind,
  ];
  return rememberByFields(those, (row) => {
    const codes = codesOf(row, places);
    const judged = judgeActivity(codes);
    const columns = judged.kind === 'shown' ? workColumns(codes, judged.work) : NO_BYTES;
    return { judged, work: { rank: specialityRank(codes.speciality), columns } };
  });
}

const NO_BYTES = new Uint8Array(0);

function codesOf(row: ByteRow, places: RppsPlaces): ActivityCodes {
  return {
    profession: row.text(places.profession),
    professionLabel: row.text(places.professionLabel),
    professionalCategory: row.text(places.professionalCategory),
    speciality: row.text(places.speciality),
    mode: row.text(places.mode),
    sector: row.text(places.sector),
    activityFunction: row.text(places.activityFunction),
    kind: row.text(places.kind),
  };
}

function workColumns(codes: ActivityCodes, { category, title, needIds }: RppsWork): Uint8Array {
  return columnBytes(
    ...[category, title, orNull(needIds.join(' ')), codes.profession],
    ...[codes.speciality, codes.mode, codes.activityFunction, codes.sector].map(orNull),
  );
}

/** With what they are called by: more than there are communes. */
const MOST_COMMUNES = 1 << 16;

type Stands = { found: CommuneFound; commune: CommuneColumns | null };

/** The same few thousand places come back millions of times. */
function createFinder({ places, findCommune }: Keeper): (row: ByteRow) => Stands {
  const find = (row: ByteRow): Stands => {
    const label = row.text(places.communeLabel);
    const found = findCommune(row.text(places.commune), row.text(places.postcode), label);
    if (found.kind !== 'here') return { found, commune: null };
    const city = orNull(readableText(label.replace(/^\d{5} /, '')));
    return { found, commune: { insee: found.insee, columns: columnBytes(city, found.insee) } };
  };
  const those = [places.commune, places.postcode, places.communeLabel];
  return rememberByFields(those, find, MOST_COMMUNES);
}

const NUMBER_LENGTH = 11;

/** Null: no number of eleven digits. */
function numberOf(row: ByteRow, place: number): number | null {
  const start = row.start(place);
  const end = row.end(place);
  if (end - start !== NUMBER_LENGTH) return null;
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = (row.block[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return null;
    number = number * 10 + digit;
  }
  return number;
}
