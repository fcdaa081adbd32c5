// People by commune, sex and year of age: INSEE's detailed table POP1B, a row for each, gathered by five.

import { readDelimited } from '#seeds/pipeline/read-delimited.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';
import { censusYear } from '#seeds/sources/population/census-year.ts';
import type { CountedRow } from '#seeds/sources/population/commune-counts.ts';
import type { AgeCounts, AgesRead } from '#seeds/sources/population/read-ages.ts';

export const DETAILED_AGES_EXPECTS =
  'la population par sexe et âge détaillé de l’Insee (TD_POP1B_AAAA, colonnes CODGEO, SEXE, AGED100, NB)';

export const isDetailedAges = (path: string): boolean =>
  /(^|\/)(BTT_)?TD_POP1B_\d{4}\.(csv|txt)$/i.test(path);

const YEARS_TOGETHER = 5;
/** The last group is open: 95 and over. */
const GROUPS = 20;
const AGES = Array.from({ length: GROUPS }, (_, group) => group * YEARS_TOGETHER);

type Gathered = { line: number; counts: { female: number[]; male: number[] }; isWhole: boolean };

/** A commune with a row that cannot be read is left out whole: people would be missing. */
export async function readDetailedAges(context: ImportContext): Promise<AgesRead> {
  const { file, reject, onProgress } = context;
  const year = censusYear(context);
  const gathered = new Map<string, Gathered>();
  let faultCount = 0;
  const refuse = (line: number, column: string | null, value: string | null, reason: string) => {
    faultCount += 1;
    reject({ line, column, value, reason });
  };
  const table = readDelimited(
    file,
    {
      delimiter: ';',
      quoted: true,
      columns: { code: ['CODGEO'], sex: ['SEXE'], age: ['AGED100'], count: ['NB'] },
      choose: isDetailedAges,
    },
    ({ line, column, value, reason }) => refuse(line ?? 0, column, value, reason),
    (done) => onProgress({ step: 'lecture', done, total: file.byteCount }),
  );
  for await (const row of table) {
    const [code, sex, age] = [row.get('code'), row.get('sex'), row.get('age')];
    const count = row.get('count').replace(',', '.');
    if (!/^\d[\dAB]\d{3}$/.test(code)) {
      refuse(row.line, 'CODGEO', code, 'Code Insee attendu : cinq caractères.');
      continue;
    }
    let commune = gathered.get(code);
    if (commune === undefined) {
      commune = {
        line: row.line,
        counts: { female: emptyGroups(), male: emptyGroups() },
        isWhole: true,
      };
      // A copy: the text would keep its whole block in memory.
      gathered.set(Buffer.from(code).toString(), commune);
    }
    const fault = faultOf(sex, age, count);
    if (fault !== null) {
      commune.isWhole = false;
      refuse(row.line, fault.column, fault.value, fault.reason);
      continue;
    }
    const groups = sex === '2' ? commune.counts.female : commune.counts.male;
    const group = Math.min(GROUPS - 1, Math.floor(Number(age) / YEARS_TOGETHER));
    groups[group] = (groups[group] ?? 0) + Number(count);
  }
  const rows = [...gathered].flatMap(
    ([code, { line, counts, isWhole }]): CountedRow<AgeCounts>[] =>
      isWhole ? [{ line, code, counts }] : [],
  );
  return { ages: AGES, year, rows, readCount: rows.length + faultCount };
}

const emptyGroups = (): number[] => new Array<number>(GROUPS).fill(0);

function faultOf(
  sex: string,
  age: string,
  count: string,
): { column: string; value: string; reason: string } | null {
  if (sex !== '1' && sex !== '2') {
    return { column: 'SEXE', value: sex, reason: '1 (hommes) ou 2 (femmes) attendu.' };
  }
  if (!/^\d{1,3}$/.test(age) || Number(age) > 120) {
    return { column: 'AGED100', value: age, reason: 'Âge attendu, de 0 à 100.' };
  }
  if (!/^\d{1,8}(\.\d+)?(E-\d+)?$/i.test(count)) {
    return { column: 'NB', value: count, reason: 'Nombre de personnes attendu.' };
  }
  return null;
}
