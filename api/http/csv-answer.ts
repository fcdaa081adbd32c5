// How is a table answered, to be opened in a spreadsheet?

import type { Context } from 'hono';
import { type CsvCell, writeCsv } from '#domain/csv-text.ts';
import type { HttpEnv } from './http-env.ts';

/** To be saved under this name, of plain letters; kept by nobody on the way. */
export function sendCsv(
  c: Context<HttpEnv>,
  fileName: string,
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): Response {
  return c.body(writeCsv(header, rows), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${fileName}"`,
    'cache-control': 'no-store',
  });
}
