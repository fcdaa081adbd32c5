// How is a name in capitals written for a reader, from the bytes of a row? By the rules of the domain, found once
// for each word; other texts go through them whole.

import { readableText, writtenWord } from '#domain/directory/finess-words.ts';
import { type ByteLines, columnBytes } from '#seeds/pipeline/byte-lines.ts';
import { ByteMemo } from '#seeds/pipeline/byte-memo.ts';
import type { ByteRow } from '#seeds/pipeline/byte-rows.ts';

const SPACE = 0x20;
const SMALL = 0x20;
const APOSTROPHE = 0x27;
const BACKTICK = 0x60;
const BACKSLASH = 0x5c;
const CURLY_TEXT = '’';
const CURLY = columnBytes(CURLY_TEXT);
/** Family names among them: there are many. */
const MOST_WORDS = 1 << 17;

/** What becomes of a word: `other` is none of the usual. */
type Writing = { keeps: 'all' | 'first' | 'none' } | { keeps: 'other'; bytes: Uint8Array };

const AS_IT_IS: Writing = { keeps: 'all' };
const CAPITALIZED: Writing = { keeps: 'first' };
const IN_SMALL: Writing = { keeps: 'none' };

/** What the writing of a word depends on beside its letters: is it the first of its text, and what follows it? */
type WordKind = { isFirst: boolean; next: string };

const NEXTS = ['', ' ', CURLY_TEXT];
const KINDS: readonly WordKind[] = [true, false].flatMap((isFirst) =>
  NEXTS.map((next) => ({ isFirst, next })),
);

/** The column of the field at `place`, which has something to say, as `readableText` writes it. */
export function createWordsWriter(): (lines: ByteLines, row: ByteRow, place: number) => void {
  const words = new ByteMemo<Writing>(MOST_WORDS);

  const writeWord = (
    lines: ByteLines,
    block: Buffer,
    { start, end, kind }: { start: number; end: number; kind: number },
  ): void => {
    words.begin();
    words.add(block, start, end, kind);
    const writing =
      words.find() ?? words.keep(writingOf(block.toString('latin1', start, end), KINDS[kind]));
    if (writing.keeps === 'other') {
      lines.raw(writing.bytes);
      return;
    }
    const capitalsEnd =
      writing.keeps === 'all' ? end : writing.keeps === 'first' ? start + 1 : start;
    for (let at = start; at < end; at++) {
      const byte = block[at] ?? 0;
      lines.byte(at < capitalsEnd ? byte : byte | SMALL);
    }
  };

  return (lines, row, place) => {
    if (!isPlain(row, place)) {
      lines.value(readableText(row.text(place)));
      return;
    }
    const { block } = row;
    const end = row.end(place);
    let firstKind = 0;
    for (let at = row.start(place); at < end; ) {
      const start = at;
      while (at < end && isOfWord(block[at] ?? 0)) at++;
      if (at > start) {
        const kind = firstKind + (at < end ? nextOf(block[at] ?? 0) : 0);
        writeWord(lines, block, { start, end: at, kind });
        firstKind = NEXTS.length;
      } else {
        const byte = block[at++] ?? 0;
        if (isApostrophe(byte)) lines.raw(CURLY);
        else lines.byte(byte);
      }
    }
  };
}

function writingOf(word: string, kind: WordKind | undefined): Writing {
  if (kind === undefined) throw new RangeError('No such kind of word');
  const written = writtenWord(word, kind.isFirst, kind.next);
  const small = word.toLowerCase();
  if (written === word) return AS_IT_IS;
  if (/[^A-Z]/.test(word)) return { keeps: 'other', bytes: columnBytes(written) };
  if (written === word[0] + small.slice(1)) return CAPITALIZED;
  return written === small ? IN_SMALL : { keeps: 'other', bytes: columnBytes(written) };
}

const nextOf = (byte: number): number => (byte === SPACE ? 1 : isApostrophe(byte) ? 2 : 0);

/** Characters of ASCII that are seen, none of them small, and spaces one at a time. */
function isPlain(row: ByteRow, place: number): boolean {
  const end = row.end(place);
  let before = 0;
  for (let at = row.start(place); at < end; at++) {
    const byte = row.block[at] ?? 0;
    const isSmall = byte >= 0x61 && byte <= 0x7a;
    if (byte < SPACE || byte > 0x7e || isSmall || byte === BACKSLASH) return false;
    if (byte === SPACE && before === SPACE) return false;
    before = byte;
  }
  return true;
}

/** Capitals, figures, points and « & ». */
const isOfWord = (byte: number): boolean =>
  (byte >= 0x41 && byte <= 0x5a) ||
  (byte >= 0x30 && byte <= 0x39) ||
  byte === 0x2e ||
  byte === 0x26;

const isApostrophe = (byte: number): boolean => byte === APOSTROPHE || byte === BACKTICK;
