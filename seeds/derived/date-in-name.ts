// Producers write the day of an edition in the name of its file: « liste-ps-20261019-073015.csv ».

import type { PartialDate } from '#domain/provenance.ts';
import { isDate } from '#domain/time.ts';

/** The first date written as AAAAMMJJ or AAAA-MM-JJ; null when there is none. */
export function dateInName(name: string): PartialDate | null {
  for (const [, year, month, day] of name.matchAll(/(?<!\d)(20\d{2})-?(\d{2})-?(\d{2})(?!\d)/g)) {
    const date = `${year}-${month}-${day}`;
    if (isDate(date)) return date;
  }
  return null;
}
