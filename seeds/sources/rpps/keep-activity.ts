// Is this row of the extract an activity to show, and what is kept of it?

import {
  type ActivityCodes,
  type Judgement,
  judgeActivity,
} from '#domain/directory/rpps-profession.ts';
import { nameIdentifier, type Opposition } from '#seeds/pipeline/opposed-names.ts';
import { ownText } from '#seeds/pipeline/own-text.ts';
import type { DelimitedRow } from '#seeds/pipeline/read-delimited.ts';
import type { Reject } from '#seeds/pipeline/source.ts';
import { type Activity, activityOf } from '#seeds/sources/rpps/activity.ts';
import { RPPS_COLUMNS } from '#seeds/sources/rpps/columns.ts';
import type { FindCommune } from '#seeds/sources/rpps/find-commune.ts';

export type OpposedRead = {
  opposedCount: number;
  /** Names and postcodes of those who opposed by their number. */
  opposedNames: { rpps: string; name: string }[];
};

type Keeper = {
  reject: (reject: Reject) => void;
  findCommune: FindCommune;
  /** Null: all communes. */
  wanted: ReadonlySet<string> | null;
  opposition: Opposition;
  read: OpposedRead;
};

/** Null: refused, and said so, or left out. */
export function createKeeper({ reject, findCommune, wanted, opposition, read }: Keeper) {
  const judge = createJudge();
  return (row: DelimitedRow): Activity | null => {
    const refuse = (column: keyof typeof RPPS_COLUMNS, value: string | null, reason: string) => {
      reject({ line: row.line, column: RPPS_COLUMNS[column][0] ?? column, value, reason });
      return null;
    };
    const codes = codesOf(row);
    const judged = judge(codes);
    if (judged.kind === 'left_out') return null;
    if (judged.kind === 'unknown') {
      const what = judged.column === 'profession' ? 'profession' : 'savoir-faire';
      return refuse(judged.column, judged.value, `Code de ${what} inconnu.`);
    }
    const [code, postcode] = [row.get('commune'), row.get('postcode')];
    if (code === '' && postcode === '') return null;
    const rpps = row.get('identifier');
    if (!/^\d{11}$/.test(rpps)) {
      return refuse('identifier', rpps, 'Numéro RPPS attendu : onze chiffres.');
    }
    const found = findCommune(code, postcode, row.get('communeLabel'));
    if (found.kind !== 'here') {
      if (found.kind === 'elsewhere') return null;
      const where = `${code} ${postcode} ${row.get('communeLabel')}`.trim();
      return refuse('commune', where, 'Commune inconnue.');
    }
    const { insee } = found;
    if (wanted !== null && !wanted.has(insee)) return null;
    if (row.get('lastName') === '') return refuse('lastName', null, 'Nom attendu.');
    if (!opposition.isEmpty && isOpposed(row, rpps, postcode)) return null;
    return activityOf(row, codes, judged.work, insee);
  };

  function isOpposed(row: DelimitedRow, rpps: string, postcode: string): boolean {
    const name = nameIdentifier(row.get('lastName'), row.get('firstName'), postcode);
    const byNumber = opposition.isOpposed('rpps', rpps);
    if (!byNumber && !opposition.isOpposed('name_alone', name)) return false;
    read.opposedCount += 1;
    if (byNumber && postcode !== '' && !opposition.isOpposed('name', name)) {
      read.opposedNames.push({ rpps, name });
    }
    return true;
  }
}

function codesOf(row: DelimitedRow): ActivityCodes {
  return {
    profession: row.get('profession'),
    professionLabel: row.get('professionLabel'),
    professionalCategory: row.get('professionalCategory'),
    speciality: row.get('speciality'),
    mode: row.get('mode'),
    sector: row.get('sector'),
    activityFunction: row.get('activityFunction'),
    kind: row.get('kind'),
  };
}

/** A few thousand combinations of codes make up millions of rows. */
function createJudge(): (codes: ActivityCodes) => Judgement {
  const judgements = new Map<string, Judgement>();
  return (codes) => {
    const key = `${codes.profession}|${codes.professionLabel}|${codes.professionalCategory}|${codes.speciality}|${codes.mode}|${codes.sector}|${codes.activityFunction}|${codes.kind}`;
    const known = judgements.get(key);
    if (known !== undefined) return known;
    const judged = judgeActivity(codes);
    judgements.set(ownText(key), judged);
    return judged;
  };
}
