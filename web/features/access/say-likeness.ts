// How alike are two territories, in two words and a figure?

import type { Likeness } from '#domain/access/twin-likeness.ts';
import type { Dictionary } from '#web/i18n/fr.ts';

/** Below the first: very close; below the second: rather close. Told in the method. */
const STEPS = [0.5, 1] as const;

/** « assez proche (écart 0,7 ; un point pas connu) ». */
export function sayLikeness(
  { alike }: Dictionary['access']['compare'],
  { gap, density, older, population }: Likeness,
): string {
  const [near, rather] = STEPS;
  const word = gap < near ? alike.near : gap < rather ? alike.rather : alike.far;
  const unknown = [density, older, population].filter((part) => part === null).length;
  const notes = [alike.gap(gap), ...(unknown === 0 ? [] : [alike.unknown(unknown)])];
  return `${word} (${notes.join(', ')})`;
}
