// Is this password hard enough to guess? Length first; no mix of characters is asked for.

import { COMMON_WORDS } from './common-words.ts';

export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;

export type PasswordFault =
  | 'too_short'
  | 'too_long'
  /** A few characters, or the same group again and again. */
  | 'repeated'
  /** Neighbours in the alphabet, among digits or on the keyboard. */
  | 'sequence'
  /** Words everybody tries first. */
  | 'common'
  /** The site, the organization, its communes, the name or the address of the person. */
  | 'context';

/** Once what is easy to guess is taken away, this much must be left. */
const LEAST_LEFT = 8;
const FEWEST_DIFFERENT = 5;
const SHORTEST_RUN = 4;
const SHORTEST_WORD = 4;

const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
];

const LOOKALIKES: Readonly<Record<string, string>> = {
  '@': 'a',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '5': 's',
  $: 's',
};

/** The first fault; null when it may be used. `contextWords` are names: they are cut in words here. */
export function passwordFault(
  password: string,
  contextWords: readonly string[],
): PasswordFault | null {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.min) return 'too_short';
  if (length > PASSWORD_LENGTH.max) return 'too_long';
  const plain = plainForm(password);
  if (new Set(plain).size < FEWEST_DIFFERENT || isOneGroup(plain)) return 'repeated';
  if (withoutRuns(plain).length < LEAST_LEFT / 2) return 'sequence';
  const forms = [plain, plainForm([...password].map((c) => LOOKALIKES[c] ?? c).join(''))];
  const context = contextWords.flatMap((words) => wordsOf(words));
  if (forms.some((form) => leftOf(form, context) < LEAST_LEFT)) return 'context';
  if (forms.some((form) => leftOf(form, [...COMMON_WORDS, ...context]) < LEAST_LEFT)) {
    return 'common';
  }
  return null;
}

/** Without accents, capitals, spaces and signs. A password of signs alone stays as it is. */
function plainForm(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const letters = bare.replace(/[^\p{L}\p{N}]/gu, '');
  return letters.length < LEAST_LEFT ? bare : letters;
}

function wordsOf(name: string): string[] {
  const parts = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return [parts.join(''), ...parts].filter((word) => word.length >= SHORTEST_WORD);
}

function isOneGroup(text: string): boolean {
  for (let size = 1; size <= text.length / 2; size += 1) {
    const group = text.slice(0, size);
    if (group.repeat(Math.ceil(text.length / size)).startsWith(text)) return true;
  }
  return false;
}

/** What is not a stretch of neighbours, forwards or backwards. */
function withoutRuns(text: string): string {
  let left = '';
  let start = 0;
  for (let index = 1; index <= text.length; index += 1) {
    if (index < text.length && continues(text, start, index)) continue;
    if (index - start < SHORTEST_RUN) left += text.slice(start, index);
    start = index;
  }
  return left;
}

function continues(text: string, start: number, index: number): boolean {
  const run = text.slice(start, index + 1);
  const backwards = [...run].reverse().join('');
  return ROWS.some((row) => row.includes(run) || row.includes(backwards));
}

function leftOf(text: string, words: readonly string[]): number {
  const longestFirst = [...words].sort((one, other) => other.length - one.length);
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ' '), text);
  return withoutRuns(rest.replaceAll(' ', '')).replace(/\p{N}+$/u, '').length;
}
