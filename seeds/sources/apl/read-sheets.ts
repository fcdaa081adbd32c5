// Published accessibility as the ministry's workbook: a sheet a year (« APL 2023 »), a few lines of
// explanation, the names of the columns, then a row a commune.

import type { AplVariant } from '#db/schema/apl.ts';
import { AppError } from '#domain/error.ts';
import { plainName } from '#seeds/pipeline/match-header.ts';
import { readWorkbook, type SheetRow } from '#seeds/pipeline/read-workbook.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';
import { APL_YEARS } from '#seeds/sources/apl/columns.ts';
import type { PublishedRow } from '#seeds/sources/apl/published-row.ts';

const CODE = plainName('Code commune INSEE');
const VALUE = plainName('APL aux médecins généralistes');
const VARIANTS: readonly [ending: string, variant: AplVariant][] = [
  ['', 'all'],
  [plainName('de 65 ans et moins'), '65_or_less'],
];

type Columns = {
  insee: number;
  values: readonly { at: number; name: string; variant: AplVariant }[];
};

/** Throws `bad_import` naming the sheet and the column that is not there. */
export async function* readSheets(file: ImportFile): AsyncGenerator<PublishedRow> {
  const sheets = await readWorkbook(file);
  const years = [...sheets].flatMap(([name, rows]) => {
    const year = Number(/^\s*APL[ _]?(\d{4})\s*$/i.exec(name)?.[1]);
    return APL_YEARS.includes(year) ? [{ name, rows, year }] : [];
  });
  if (years.length === 0) {
    throw new AppError(
      'bad_import',
      `« ${file.name} » : une feuille « APL AAAA » attendue ; feuilles trouvées : ${[...sheets.keys()].join(', ')}.`,
    );
  }
  for (const { name, rows, year } of years) {
    yield* readSheet(rows, { fileName: file.name, sheet: name, year });
  }
}

function* readSheet(
  rows: readonly SheetRow[],
  { fileName, sheet, year }: { fileName: string; sheet: string; year: number },
): Generator<PublishedRow> {
  const headerAt = rows.findIndex(({ cells }) => cells.some((cell) => plainName(cell) === CODE));
  const header = rows[headerAt];
  const columns = header === undefined ? null : columnsOf(header.cells);
  if (columns === null) {
    throw new AppError(
      'bad_import',
      `« ${fileName} », feuille « ${sheet} » : colonnes « Code commune INSEE » et « APL aux médecins généralistes » attendues.`,
    );
  }
  for (const { line, cells } of rows.slice(headerAt + 1)) {
    const insee = cells[columns.insee] ?? '';
    const values = columns.values.flatMap(({ at, name, variant }) => {
      const text = decimalText(cells[at] ?? '');
      return text === '' ? [] : [{ column: name, year, variant, text }];
    });
    // Units under the names, notes at the end: a row without a code nor a number says nothing.
    if (!/^\d/.test(insee) && values.every(({ text }) => !/^\d/.test(text))) continue;
    yield { file: sheet, line, insee, values };
  }
}

function columnsOf(names: readonly string[]): Columns | null {
  const plain = names.map(plainName);
  const values = VARIANTS.flatMap(([ending, variant]) => {
    const at = plain.indexOf(VALUE + ending);
    return at === -1 ? [] : [{ at, name: names[at] ?? '', variant }];
  });
  return values.some(({ variant }) => variant === 'all')
    ? { insee: plain.indexOf(CODE), values }
    : null;
}

/** « 1.5E-2 », as spreadsheets keep small numbers, is « 0.015000 ». */
function decimalText(text: string): string {
  return /^\d(\.\d+)?E-?\d+$/i.test(text) ? Number(text).toFixed(6) : text;
}
