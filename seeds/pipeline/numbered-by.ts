// What does the number of a refused row count in this file: the lines of a table, or the elements of a list?

import { openContent } from '#seeds/pipeline/open-content.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';

export type NumberedBy = 'line' | 'element';

const ELEMENTS_NAME = /\.(geo)?json(\.gz)?$/i;
const FIRST_BYTES = 1_000;

/** By its first character, whatever its name; a file inside an archive tells by its own name. */
export async function numberedBy(file: ImportFile): Promise<NumberedBy> {
  let start = '';
  // An archive of several files is refused here, and by its source when it should be.
  try {
    for await (const chunk of openContent(file)) {
      start += chunk.subarray(0, FIRST_BYTES).toString('latin1');
      if (start.trim() !== '') break;
    }
  } catch {
    return 'line';
  }
  return /^(\u00ef\u00bb\u00bf)?\s*[{[<]/.test(start) ? 'element' : 'line';
}

export function rowNumber(line: number, member: string | null, file: NumberedBy): string {
  const isElement = member === null ? file === 'element' : ELEMENTS_NAME.test(member);
  return isElement ? `élément n° ${line}` : `ligne ${line}`;
}
