// Spreadsheets made by the test itself, as the usual programs write them.

import { memoryFile } from '#seeds/pipeline/read-file.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';
import { makeZip } from '#tests/seeds/gtfs-zip.ts';

/** Numbers are written as numbers, texts in the table of shared texts; null: no cell. */
export type Sheet = { name: string; rows: readonly (readonly (string | number | null)[])[] };

export function workbookOf(sheets: readonly Sheet[], name = 'classeur.xlsx'): ImportFile {
  const texts: string[] = [];
  const shared = (text: string) => {
    if (!texts.includes(text)) texts.push(text);
    return texts.indexOf(text);
  };
  const parts = sheets.map(({ rows }, at) => ({
    path: `xl/worksheets/sheet${at + 1}.xml`,
    content: `<?xml version="1.0"?><worksheet><sheetData>${rows.map((cells, row) => rowXml(cells, row + 1, shared)).join('')}</sheetData></worksheet>`,
  }));
  const tags = sheets.map(
    (sheet, at) => `<sheet name="${escaped(sheet.name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const relations = [
    ...sheets.map((_, at) =>
      relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`),
    ),
    relation('texts', 'sharedStrings', 'sharedStrings.xml'),
  ];
  const content = makeZip([
    { path: '[Content_Types].xml', content: '<Types/>' },
    { path: 'xl/workbook.xml', content: `<workbook><sheets>${tags.join('')}</sheets></workbook>` },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${relations.join('')}</Relationships>`,
    },
    ...parts,
    {
      path: 'xl/sharedStrings.xml',
      content: `<sst>${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    },
  ]);
  return memoryFile(name, content);
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;

function rowXml(
  cells: readonly (string | number | null)[],
  row: number,
  shared: (text: string) => number,
): string {
  if (cells.length === 0) return '';
  const tags = cells.map((cell, column) => {
    const reference = `${String.fromCharCode(65 + column)}${row}`;
    if (cell === null) return '';
    return typeof cell === 'number'
      ? `<c r="${reference}"><v>${cell}</v></c>`
      : `<c r="${reference}" t="s"><v>${shared(cell)}</v></c>`;
  });
  return `<row r="${row}">${tags.join('')}</row>`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export async function bytesOf({ open }: ImportFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of open()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
