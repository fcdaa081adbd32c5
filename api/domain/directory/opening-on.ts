// Does a place receive people on that day, and when: known hours, known to be closed, or not known?

import type { HoursBlock, Notice } from '#domain/directory/directory.ts';
import type { DayHours } from '#domain/directory/opening-hours.ts';
import { closes, stretchesOn } from '#domain/directory/opening-state.ts';
import { type LocalDate, MINUTES_PER_DAY } from '#domain/time.ts';

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

/** What is known of the hours of a place of care. */
export type CareHours = { hours: readonly HoursBlock[]; notices: readonly Notice[] };

/**
 * True when an appointment of that length may be held at that minute, for all that is known: it ends before
 * the place closes, unless it lasts longer than the place is ever open that day, as a stay does. Null:
 * how long is not known.
 */
export function mayReceiveAt(
  { state, stretches }: DayOpening,
  minute: number,
  durationMinutes: number | null,
): boolean {
  if (state !== 'open') return state === 'unknown';
  const longest = Math.max(...stretches.map(({ from, to }) => to - from));
  const needed = durationMinutes === null || durationMinutes > longest ? 1 : durationMinutes;
  return stretches.some(
    ({ from, to }) =>
      from <= minute && (minute + needed <= to || (to >= MINUTES_PER_DAY && minute < to)),
  );
}
