// Can a table opened in a spreadsheet run anything, or lose a cell?

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell, writeCsv } from '#domain/csv-text.ts';

/** As a spreadsheet reads it: RFC 4180 with `;`. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index] ?? '';
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === ';' || text.startsWith('\r\n', index)) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (sign !== ';') {
        rows.push([]);
        index += 1;
      }
    } else cell += sign;
  }
  return rows.slice(0, -1);
}

const SIGNS = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '＝',
  '＋',
  '－',
  '＠',
  ' ',
  '"',
  ';',
  '\u200b',
];
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...SIGNS, 'a', '1') }),
);

describe('a table for a spreadsheet', () => {
  test('has no cell that begins as a formula, whatever was written in it', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 4 })), (rows) => {
        for (const cell of readCsv(writeCsv(['A'], rows).slice(1)).flat()) {
          expect(cell.replace(/^[\s\p{Cf}]+/u, '')).not.toMatch(/^[=+\-@＝＋－＠]/u);
          expect(cell).not.toMatch(/^[\t\r\n]/);
        }
      }),
    );
  });

  test('gives each cell back as it was, an apostrophe before it aside', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 4 })), (rows) => {
        const [, ...read] = readCsv(writeCsv(['A'], rows).slice(1));
        expect(read.length).toBe(rows.length);
        for (const [at, row] of rows.entries()) {
          const back = read[at]?.map((cell, rank) =>
            cell === `'${row[rank]}` ? cell.slice(1) : cell,
          );
          expect(back).toEqual(row);
        }
      }),
    );
  });

  test('writes numbers with a comma, nothing for what is not known, and tells Excel its letters', () => {
    expect([csvCell(142.9), csvCell(7), csvCell(null), csvCell('=2+3')]).toEqual([
      '142,9',
      '7',
      '',
      "'=2+3",
    ]);
    expect(csvCell(-0.25)).toBe('-0,25');
    expect(csvCell('dit « oui »; "non"')).toBe('"dit « oui »; ""non"""');
    expect(writeCsv(['Été'], [['a']])).toBe('\uFEFFÉté\r\na\r\n');
  });
});
