// Which activities of the extract become practices? One pass over millions of rows, a person at a time.

import type { CopyValue } from '#db/database.ts';
import {
  type ActivityCodes,
  type Judgement,
  judgeActivity,
} from '#domain/directory/rpps-profession.ts';
import { loadWanted } from '#seeds/derived/wanted-territory.ts';
import { loadOpposition, nameIdentifier, type Opposition } from '#seeds/pipeline/opposition.ts';
import { type DelimitedRow, readDelimitedBatches } from '#seeds/pipeline/read-delimited.ts';
import type { ImportContext, Reject } from '#seeds/pipeline/source.ts';
import { type Activity, activityOf, mergeByStructure } from '#seeds/sources/rpps/activity.ts';
import { isActivityFile, OPTIONAL_COLUMNS, RPPS_COLUMNS } from '#seeds/sources/rpps/columns.ts';
import { type CommuneCodes, loadCommuneCodes } from '#seeds/sources/rpps/commune-codes.ts';
import { createNumberSet } from '#seeds/sources/rpps/number-set.ts';

export type ActivitiesRead = {
  rowCount: number;
  /** Rows of activities kept, before those of one person and structure are made one. */
  keptCount: number;
  /** True: the rows of one person do not follow each other, so that two practices may be one. */
  isScattered: boolean;
  opposedCount: number;
  /** Names and postcodes of those who opposed by their number. */
  opposedNames: { rpps: string; name: string }[];
};

/**
 * Rows of `STAGED_COLUMNS`, to copy. What is counted in `read` is complete once all are read. Asks the
 * database before the first row only: its connection is busy with the copy then.
 */
export async function openActivities(
  context: ImportContext,
  read: ActivitiesRead,
): Promise<AsyncGenerator<readonly CopyValue[]>> {
  const { tx, reject } = context;
  const keep = createKeeper({
    reject,
    communes: await loadCommuneCodes(tx, context.asOf),
    wanted: (await loadWanted(tx, context.territoryCodes))?.insees ?? null,
    opposition: await loadOpposition(tx),
    read,
  });
  return readActivities(context, read, keep);
}

async function* readActivities(
  { file, reject, onProgress }: ImportContext,
  read: ActivitiesRead,
  keep: (row: DelimitedRow) => Activity | null,
): AsyncGenerator<readonly CopyValue[]> {
  const batches = readDelimitedBatches(
    file,
    {
      delimiter: '|',
      quoted: false,
      columns: RPPS_COLUMNS,
      optional: OPTIONAL_COLUMNS,
      choose: isActivityFile,
    },
    (fault) => {
      read.rowCount += 1;
      reject({ ...fault, value: null });
    },
    (done) => onProgress({ step: 'lecture', done, total: file.byteCount }),
  );
  const seen = createNumberSet();
  let person = '';
  let activities: Activity[] = [];
  for await (const rows of batches) {
    for (const row of rows) {
      read.rowCount += 1;
      const activity = keep(row);
      if (activity === null) continue;
      read.keptCount += 1;
      const rpps = row.get('identifier');
      if (rpps !== person) {
        for (const { values } of mergeByStructure(activities)) yield values;
        activities = [];
        person = rpps;
        if (!seen.add(Number(rpps))) read.isScattered = true;
      }
      activities.push(activity);
    }
  }
  for (const { values } of mergeByStructure(activities)) yield values;
}

type Keeper = {
  reject: (reject: Reject) => void;
  communes: CommuneCodes;
  wanted: ReadonlySet<string> | null;
  opposition: Opposition;
  read: ActivitiesRead;
};

/** Null: refused, and said so, or left out. */
function createKeeper({ reject, communes, wanted, opposition, read }: Keeper) {
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
    const found = communes.find(code, postcode, row.get('communeLabel'));
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
    judgements.set(key, judged);
    return judged;
  };
}
