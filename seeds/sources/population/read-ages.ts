// How are people by commune, sex and age written in this file?

import { AppError } from '#domain/error.ts';
import type { Reject } from '#seeds/pipeline/source.ts';
import { isObject, shown } from '#seeds/sources/communes/read-json.ts';
import { checkedYear } from '#seeds/sources/population/census-year.ts';
import type { CountedRow } from '#seeds/sources/population/commune-counts.ts';

export const AGES_EXPECTS =
  'un fichier JSON des âges par commune (« tranches », « millesime », et « c » : par code Insee, deux listes, femmes puis hommes)';

const OLDEST_AGE = 120;

export type AgeCounts = { female: readonly number[]; male: readonly number[] };

export type AgesRead = {
  /** First year of each group, rising. */
  ages: readonly number[];
  year: number;
  rows: CountedRow<AgeCounts>[];
  readCount: number;
};

/** `line` is the position of the commune in the file. Throws `bad_import` for another kind of file. */
export function readAges(
  fileName: string,
  content: unknown,
  now: Date,
  reject: (reject: Reject) => void,
): AgesRead {
  const known = isObject(content) ? content : {};
  const { tranches, millesime, c: communes } = known;
  if (!isAges(tranches) || !isObject(communes)) {
    throw new AppError(
      'bad_import',
      `« ${fileName} » : attendu ${AGES_EXPECTS} ; ${isAges(tranches) ? '« c » manque' : '« tranches » n’est pas une suite d’âges qui monte depuis 0'}.`,
    );
  }
  const year = checkedYear(fileName, Number(millesime), now);
  const rows: CountedRow<AgeCounts>[] = [];
  const entries = Object.entries(communes);
  for (const [index, [code, lists]] of entries.entries()) {
    const line = index + 1;
    const refuse = (column: string, value: unknown, reason: string) =>
      reject({ line, column, value: shown(value), reason });
    const [female, male, extra]: unknown[] = Array.isArray(lists) ? lists : [];
    if (!/^\d[\dAB]\d{3}$/.test(code)) {
      refuse('c', code, 'Code Insee attendu : cinq caractères.');
    } else if (extra !== undefined || !isCounts(female, tranches) || !isCounts(male, tranches)) {
      refuse(
        code,
        lists,
        `Deux listes de ${tranches.length} nombres attendues, femmes puis hommes.`,
      );
    } else {
      rows.push({ line, code, counts: { female, male } });
    }
  }
  return { ages: tranches, year, rows, readCount: entries.length };
}

function isAges(value: unknown): value is number[] {
  return (
    Array.isArray(value) &&
    value[0] === 0 &&
    value.every(
      (age: unknown, index) =>
        typeof age === 'number' &&
        Number.isInteger(age) &&
        age <= OLDEST_AGE &&
        (index === 0 || age > Number(value[index - 1])),
    )
  );
}

function isCounts(value: unknown, ages: readonly number[]): value is number[] {
  return (
    Array.isArray(value) &&
    value.length === ages.length &&
    value.every((count) => typeof count === 'number' && Number.isFinite(count) && count >= 0)
  );
}
