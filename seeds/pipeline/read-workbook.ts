// What stands in the cells of this spreadsheet (.xlsx)? Values as text, formulas by their last result.

import { buffer } from 'node:stream/consumers';
import readSheets from 'read-excel-file/node';
import { AppError } from '#domain/error.ts';
import { listContent } from '#seeds/pipeline/open-content.ts';
import { openZip } from '#seeds/pipeline/open-zip.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';

/** `line` as a person reads it in the margin; cells by column, '' for an empty one. */
export type SheetRow = { line: number; cells: readonly string[] };

/** Sheets by name, in the order of the tabs. Throws `bad_import` when it is no spreadsheet, cut, or a bomb. */
export async function readWorkbook(file: ImportFile): Promise<ReadonlyMap<string, SheetRow[]>> {
  await unpackOnce(file);
  const sheets = await readSheets(await buffer(file.open()), { parseNumber: (text) => text }).catch(
    (cause: unknown) => {
      throw new AppError('bad_import', `« ${file.name} » : classeur .xlsx illisible.`, { cause });
    },
  );
  return new Map(sheets.map(({ sheet, data }) => [sheet, data.map(toRow)]));
}

/** By what it holds, not by its name. */
export async function isWorkbook(file: ImportFile): Promise<boolean> {
  const found = await listContent(file, (path) => path === 'xl/workbook.xml');
  return found !== null && found.length > 0;
}

/** The library unpacks without a limit: what passes ours first cannot surprise it. */
async function unpackOnce(file: ImportFile): Promise<void> {
  const zip = await openZip(file);
  try {
    for (const member of zip.members) {
      for await (const _chunk of member.open());
    }
  } finally {
    zip.close();
  }
}

function toRow(values: readonly unknown[], at: number): SheetRow {
  const cells = values.map((value) => (value === null ? '' : String(value).trim()));
  return { line: at + 1, cells };
}
