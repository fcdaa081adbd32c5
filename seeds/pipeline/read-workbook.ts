// What stands in the cells of this spreadsheet (.xlsx: an archive of XML, ECMA-376)? Values as text,
// formulas by their last result; formats, dates and drawings are not read.

import { AppError } from '#domain/error.ts';
import { listContent } from '#seeds/pipeline/open-content.ts';
import { openZip } from '#seeds/pipeline/open-zip.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';

/** `line` as a person reads it in the margin; cells by column, '' for an empty one. */
export type SheetRow = { line: number; cells: readonly string[] };

export type Workbook = {
  /** In the order of the tabs. */
  sheetNames: readonly string[];
  rowsOf: (sheetName: string) => Promise<SheetRow[]>;
  close: () => void;
};

const WORKBOOK = 'xl/workbook.xml';
/** A sheet held whole in memory: what a person could open. */
const LARGEST_SHEET_BYTES = 300_000_000;

/** Throws `bad_import` when it is no spreadsheet, or one that is cut. */
export async function openWorkbook(file: ImportFile): Promise<Workbook> {
  const zip = await openZip(file);
  const refuse = (reason: string) => new AppError('bad_import', `« ${file.name} » : ${reason}`);
  const read = async (path: string): Promise<string | null> => {
    const member = zip.members.find((each) => each.path === path);
    if (member === undefined) return null;
    if (member.byteCount > LARGEST_SHEET_BYTES) throw refuse(`${path} est trop grand.`);
    const chunks: Buffer[] = [];
    for await (const chunk of member.open()) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  };
  try {
    const workbook = await read(WORKBOOK);
    const relations = await read('xl/_rels/workbook.xml.rels');
    if (workbook === null || relations === null) throw refuse('ce n’est pas un classeur .xlsx.');
    const paths = sheetPaths(workbook, relations);
    const shared = sharedTexts((await read('xl/sharedStrings.xml')) ?? '');
    return {
      sheetNames: [...paths.keys()],
      rowsOf: async (name) => {
        const xml = await read(paths.get(name) ?? '');
        if (xml === null) throw refuse(`la feuille « ${name} » manque.`);
        return sheetRows(xml, shared);
      },
      close: () => zip.close(),
    };
  } catch (cause) {
    zip.close();
    throw cause;
  }
}

/** By what it holds, not by its name. */
export async function isWorkbook(file: ImportFile): Promise<boolean> {
  const found = await listContent(file, (path) => path === WORKBOOK);
  return found !== null && found.length > 0;
}

function sheetPaths(workbook: string, relations: string): Map<string, string> {
  const targets = new Map<string, string>();
  for (const [tag] of relations.matchAll(/<Relationship\b[^>]*>/g)) {
    const target = attribute(tag, 'Target').replace(/^\/?(xl\/)?/, '');
    targets.set(attribute(tag, 'Id'), `xl/${target}`);
  }
  const paths = new Map<string, string>();
  for (const [tag] of workbook.matchAll(/<sheet\b[^>]*>/g)) {
    paths.set(attribute(tag, 'name'), targets.get(attribute(tag, 'r:id')) ?? '');
  }
  return paths;
}

function attribute(tag: string, name: string): string {
  return plainText(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

function sharedTexts(xml: string): string[] {
  return [...xml.matchAll(/<si\b[^>]*>(.*?)<\/si>/gs)].map(([, item = '']) => joinedTexts(item));
}

/** A text may be cut in runs of several styles; how it is pronounced is not read. */
function joinedTexts(xml: string): string {
  const runs = xml.replace(/<rPh\b.*?<\/rPh>/gs, '').matchAll(/<t\b[^>]*>(.*?)<\/t>/gs);
  return [...runs].map(([, text = '']) => plainText(text)).join('');
}

function sheetRows(xml: string, shared: readonly string[]): SheetRow[] {
  const rows: SheetRow[] = [];
  for (const [, tag = '', content = ''] of xml.matchAll(/<row\b([^>]*)>(.*?)<\/row>/gs)) {
    const cells: string[] = [];
    for (const [, head = '', body = ''] of content.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const column = columnOf(attribute(head, 'r')) ?? cells.length;
      while (cells.length < column) cells.push('');
      cells[column] = cellText(attribute(head, 't'), body, shared);
    }
    rows.push({ line: Number(attribute(tag, 'r')) || rows.length + 1, cells });
  }
  return rows;
}

function cellText(type: string, body: string, shared: readonly string[]): string {
  if (type === 'inlineStr') return joinedTexts(body).trim();
  const value = plainText(/<v\b[^>]*>(.*?)<\/v>/s.exec(body)?.[1] ?? '');
  return (type === 's' ? (shared[Number(value)] ?? '') : value).trim();
}

/** « AB12 » → 27; null without letters. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

function plainText(xml: string): string {
  return xml.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
