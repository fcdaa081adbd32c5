import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteLines } from '#seeds/pipeline/byte-lines.ts';
import { FieldView, fieldText } from '#seeds/pipeline/field-view.ts';
import { numberIn, secondsIn } from '#seeds/pipeline/read-numbers.ts';
import { FieldScanner } from '#seeds/pipeline/scan-fields.ts';
import { BlockMemory, lineBlocks } from '#seeds/pipeline/text-blocks.ts';
import { duplicate, Ids, NONE } from '#seeds/sources/gtfs/ids.ts';

describe('a file cut in blocks', () => {
  it('is whole lines each time, none lost, whatever the pieces and the blocks', async () => {
    const lines = fc.array(fc.string({ maxLength: 40 }).map((text) => text.replaceAll('\n', 'é')));
    const size = fc.integer({ min: 1, max: 50 });
    await fc.assert(
      fc.asyncProperty(lines, size, size, fc.boolean(), async (texts, piece, block, ends) => {
        const whole = Buffer.from(texts.join('\n') + (ends ? '\n' : ''));
        const memory = new BlockMemory();
        const read: string[] = [];
        const blocks = lineBlocks(piecesOf(whole, piece), 'f', { blockBytes: block, memory });
        for await (const bytes of blocks) {
          read.push(bytes.toString('latin1'));
          memory.giveBack(bytes);
        }
        expect(read.join('')).toBe(whole.toString('latin1'));
        for (const text of read.slice(0, -1)) expect(text.endsWith('\n')).toBe(true);
        expect(read).not.toContain('');
      }),
    );
  });
});

/** Each in the same memory, as those who read a file again and again into one chunk give them. */
async function* piecesOf(whole: Buffer, size: number): AsyncGenerator<Buffer> {
  const chunk = Buffer.alloc(size);
  for await (const start of Readable.from(Array.from(whole, (_, at) => at))) {
    if (start % size !== 0) continue;
    yield chunk.subarray(0, whole.copy(chunk, 0, start, start + size));
  }
}

describe('a field, read where it stands', () => {
  const cellOf = (text: string): FieldView => FieldView.of(text);

  it('says the numbers that its text says', () => {
    const plain = fc.oneof(
      fc.double({ noNaN: true }).map(String),
      fc.integer().map(String),
      fc.tuple(fc.integer(), fc.nat()).map(([whole, part]) => `${whole}.${part}`),
      fc.stringMatching(/^-?[0-9.]{1,18}$/),
      fc.constantFrom('.5', '5.', '-', '+1', '1e3', '0x10', '1 2', '0.1', '-0', '1,5', '.'),
    );
    fc.assert(
      fc.property(plain, (text) => {
        expect(numberIn(cellOf(text))).toBe(Number(text));
      }),
    );
  });

  it('says the times that its text says, hours past midnight included', () => {
    fc.assert(
      fc.property(fc.nat(999 * 3600), (seconds) => {
        const [minutes, hours] = [Math.floor(seconds / 60) % 60, Math.floor(seconds / 3600)];
        const pair = (number: number): string => String(number).padStart(2, '0');
        const text = `${hours}:${pair(minutes)}:${pair(seconds % 60)}`;
        expect(secondsIn(cellOf(text))).toBe(seconds);
        expect(secondsIn(cellOf(text.slice(0, -1)))).toBeNull();
        expect(secondsIn(cellOf(text.replaceAll(':', 'h')))).toBeNull();
      }),
    );
    for (const text of ['', '8:00', '08:60:00', '08:00:60', '8:0:00', '-8:00:00', '1000:00:00']) {
      expect(secondsIn(cellOf(text))).toBeNull();
    }
  });

  it('is what was written, quotes doubled, line ends and all, in memory used before', () => {
    const scanner = new FieldScanner(',');
    const cell = fc
      .string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', 'é', '💚', ' ') })
      .map((text) => text.trim());
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 8 });
    fc.assert(
      fc.property(rows, (written) => {
        const quoted = written.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`));
        const text = quoted.map((row) => `${row.join(',')}\n`).join('');
        const block = scanner.quoted(text, true);
        expect(
          block.rows.map(({ first, count }) =>
            Array.from({ length: count }, (_, index) => fieldText(block, first + 2 * index)),
          ),
        ).toEqual(written);
        expect(block.rows.map(({ fault }) => fault)).toEqual(written.map(() => null));
      }),
    );
  });
});

describe('identifiers known by their characters', () => {
  it('have the numbers a map would give them, however many they are', () => {
    const texts = fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }), {
      maxLength: 1500,
      size: 'max',
    });
    fc.assert(
      fc.property(texts, fc.string({ unit: 'binary' }), (given, other) => {
        const ids = new Ids();
        const known = new Map<string, number>();
        for (const text of given) {
          const isNew = !known.has(text);
          if (isNew) known.set(text, known.size);
          expect(ids.add(FieldView.of(text))).toBe(isNew ? known.get(text) : NONE);
        }
        expect(ids.size).toBe(known.size);
        for (const [text, number] of known) {
          expect(ids.find(FieldView.of(text))).toBe(number);
          expect(ids.text(number)).toBe(text);
          expect(ids.isAt(number, FieldView.of(text))).toBe(true);
        }
        expect(ids.has(other)).toBe(known.has(other));
      }),
      { numRuns: 30 },
    );
    expect(duplicate('stop_id', 'A')).toMatchObject({ code: 'duplicate_key', value: 'A' });
  });
});

describe('lines written as bytes', () => {
  it('have the digits of whole numbers', () => {
    const lines = new ByteLines();
    const edges = fc.constantFrom(
      -7,
      0,
      9,
      10,
      99,
      100,
      2 ** 31 - 1,
      2 ** 31,
      Number.MAX_SAFE_INTEGER,
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(edges, fc.maxSafeNat())), (numbers) => {
        for (const number of numbers) {
          lines.whole(number);
          lines.endLine();
        }
        const text = Buffer.from(lines.take()).toString();
        expect(text).toBe(numbers.map((number) => `${number}\n`).join(''));
      }),
    );
  });
});
