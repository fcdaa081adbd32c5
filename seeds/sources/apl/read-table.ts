// Published accessibility as a table: a row a commune, a column a year and a variant.

import { type DelimitedRow, readDelimited } from '#seeds/pipeline/read-delimited.ts';
import type { ImportFile, Reject } from '#seeds/pipeline/source.ts';
import { APL_FILE, APL_VARIANTS, APL_YEARS } from '#seeds/sources/apl/columns.ts';
import type { PublishedRow } from '#seeds/sources/apl/published-row.ts';

/** Every year and variant there may be; those the file has not answer '' for all rows. */
const YEAR_COLUMNS = APL_YEARS.flatMap((year) =>
  APL_VARIANTS.map(({ variant, suffix }) => ({ name: `apl_${year}${suffix}`, year, variant })),
);

export async function* readTable(
  file: ImportFile,
  onFault: (reject: Reject) => void,
): AsyncGenerator<PublishedRow> {
  for await (const row of readDelimited(file, APL_FILE, onFault)) {
    yield {
      file: null,
      line: row.line,
      insee: row.get('insee'),
      values: valuesOf(row),
    };
  }
}

const valuesOf = (row: DelimitedRow): PublishedRow['values'] =>
  YEAR_COLUMNS.map(({ name, year, variant }) => ({
    column: name,
    year,
    variant,
    text: row.get(name),
  })).filter(({ text }) => text !== '');
