// How well does a typed word stand for a known one: the same, its plural, its beginning, a typo?

import { editDistance } from '#domain/directory/edit-distance.ts';

const SAME = 1;
const PLURAL = 0.97;
const FIRST_TYPO = 0.86;
const SECOND_TYPO = 0.72;
const BEGINNING = 0.7;

/** 0 when it does not, 1 when it is the same word. Both normalised. */
export function wordScore(typed: string, known: string): number {
  if (typed === known) return SAME;
  if (singular(typed) === singular(known)) return PLURAL;
  const beginning = typed.length >= 2 && known.startsWith(typed);
  const begins = beginning ? BEGINNING + 0.25 * (typed.length / known.length) : 0;
  return Math.max(begins, typoScore(typed, known), unfinishedTypoScore(typed, known));
}

/** Short words must be right; one mistake from four letters on, two from seven on. */
export function typosAllowed(length: number): number {
  if (length < 4) return 0;
  return length < 7 ? 1 : 2;
}

function typoScore(typed: string, known: string): number {
  const allowed = typosAllowed(Math.min(typed.length, known.length));
  if (allowed === 0) return 0;
  const distance = editDistance(typed, known, allowed);
  if (distance > allowed) return 0;
  return distance <= 1 ? FIRST_TYPO : SECOND_TYPO;
}

/** A word being typed, with one mistake: « kinesit » is caught above, « kinisit » here. */
function unfinishedTypoScore(typed: string, known: string): number {
  if (typed.length < 5 || known.length <= typed.length) return 0;
  const distance = Math.min(
    ...[-1, 0, 1].map((more) => editDistance(typed, known.slice(0, typed.length + more), 1)),
  );
  return distance <= 1 ? BEGINNING * (0.8 + 0.2 * (typed.length / known.length)) : 0;
}

function singular(word: string): string {
  return word.length > 3 ? word.replace(/[sx]$/, '') : word;
}
