// Does a place receive people on that day, and when: known hours, known to be closed, or not known?

import type { HoursBlock, Notice } from '#domain/directory/directory.ts';
import type { DayHours } from '#domain/directory/opening-hours.ts';
import { closes, stretchesOn } from '#domain/directory/opening-state.ts';
import type { LocalDate } from '#domain/time.ts';

export type DayOpening = { state: 'open' | 'closed' | 'unknown'; stretches: readonly DayHours[] };

/**
 * Only hours to come in person count, by appointment or not. When some of them are to be agreed, a
 * day is never said to be closed; a closure notice closes its days, whatever is known of the hours.
 */
export function openingOn(
  hours: readonly HoursBlock[],
  date: LocalDate,
  notices: readonly Notice[] = [],
): DayOpening {
  if (notices.some((notice) => closes(notice, date))) return { state: 'closed', stretches: [] };
  const visits = hours.filter(({ kind }) => kind === 'public' || kind === 'walk_in');
  const stretches = stretchesOn(visits, date);
  const known = visits.length > 0 && visits.every(({ week }) => week.some((day) => day.length > 0));
  if (!known) return { state: 'unknown', stretches };
  return { state: stretches.length === 0 ? 'closed' : 'open', stretches };
}

/** True when an appointment may begin at that minute, for all that is known. */
export function mayReceiveAt({ state, stretches }: DayOpening, minute: number): boolean {
  if (state !== 'open') return state === 'unknown';
  return stretches.some(({ from, to }) => from <= minute && minute < to);
}
