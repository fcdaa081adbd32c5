// How is one row written in the text format of COPY? Alone here: threads that read files write rows too.

import type { CopyValue } from '#db/database.ts';

const NEEDS_ESCAPE = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

/** With the end of its line. */
export function copyLine(values: readonly CopyValue[]): string {
  let line = '';
  for (let at = 0; at < values.length; at++) {
    line += at === 0 ? copyText(values[at]) : `\t${copyText(values[at])}`;
  }
  return `${line}\n`;
}

function copyText(value: CopyValue | undefined): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value !== 'string') return String(value);
  return NEEDS_ESCAPE.test(value)
    ? value.replace(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? found)
    : value;
}
