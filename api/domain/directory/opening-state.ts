// Is it open at that moment, until when, and if not, when next?

import { isFrenchHoliday } from '#domain/calendar.ts';
import type { HoursBlock, Notice } from '#domain/directory/directory.ts';
import type { DayHours, OpeningState } from '#domain/directory/opening-hours.ts';
import { addDays, type LocalDate, MINUTES_PER_DAY, type Moment, weekdayOf } from '#domain/time.ts';

/** How far ahead the next opening is looked for. */
const HORIZON_DAYS = 14;

const CLOSED_UNTIL_UNKNOWN: OpeningState = { state: 'closed', nextDate: null, nextMinute: null };

/**
 * Only hours to come in person count (public, walk-in). A block without any hour is unknown, never
 * closed. A closure notice closes its days; the next opening is looked for within 14 days.
 */
export function openingStateAt(
  hours: readonly HoursBlock[],
  moment: Moment,
  notices: readonly Notice[] = [],
): OpeningState {
  const visits = hours.filter((block) => block.kind === 'public' || block.kind === 'walk_in');
  const free = visits.filter((block) => !block.byAppointment && hasHours(block));
  const booked = visits.filter((block) => block.byAppointment);
  if (free.length === 0) {
    if (notices.some((notice) => closes(notice, moment.date))) return CLOSED_UNTIL_UNKNOWN;
    const byAppointment = booked.length > 0 || hours.some((block) => block.kind === 'home_visit');
    return { state: byAppointment ? 'by_appointment' : 'unknown' };
  }
  const until = openUntil(free, moment, notices);
  if (until !== null) return until;
  if (openUntil(booked, moment, notices) !== null) return { state: 'by_appointment' };
  return nextOpening(free, moment, notices);
}

/** The stretches of a day, all blocks together, merged and in order; none when closed. */
export function stretchesOn(
  blocks: readonly HoursBlock[],
  date: LocalDate,
  notices: readonly Notice[] = [],
): DayHours[] {
  if (notices.some((notice) => closes(notice, date))) return [];
  const holiday = isFrenchHoliday(date);
  const stretches = blocks
    .filter((block) => !(holiday && block.closedOnHolidays))
    .flatMap((block) => block.week[weekdayOf(date) - 1] ?? [])
    .toSorted((a, b) => a.from - b.from);
  const merged: DayHours[] = [];
  for (const stretch of stretches) {
    const last = merged.at(-1);
    if (last !== undefined && stretch.from <= last.to) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) };
    } else {
      merged.push(stretch);
    }
  }
  return merged;
}

function openUntil(
  blocks: readonly HoursBlock[],
  moment: Moment,
  notices: readonly Notice[],
): Extract<OpeningState, { state: 'open' }> | null {
  const now = stretchesOn(blocks, moment.date, notices).find(
    (each) => each.from <= moment.minute && moment.minute < each.to,
  );
  if (now === undefined) return null;
  if (now.to < MINUTES_PER_DAY) return { state: 'open', untilMinute: now.to };
  const tomorrow = stretchesOn(blocks, addDays(moment.date, 1), notices)[0];
  if (tomorrow === undefined || tomorrow.from > 0) return { state: 'open', untilMinute: now.to };
  return tomorrow.to >= MINUTES_PER_DAY
    ? { state: 'open', untilMinute: MINUTES_PER_DAY, roundTheClock: true }
    : { state: 'open', untilMinute: tomorrow.to };
}

function nextOpening(
  blocks: readonly HoursBlock[],
  moment: Moment,
  notices: readonly Notice[],
): OpeningState {
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead += 1) {
    const date = addDays(moment.date, ahead);
    const next = stretchesOn(blocks, date, notices).find(
      (each) => ahead > 0 || each.from > moment.minute,
    );
    if (next !== undefined) return { state: 'closed', nextDate: date, nextMinute: next.from };
  }
  return CLOSED_UNTIL_UNKNOWN;
}

function hasHours(block: HoursBlock): boolean {
  return block.week.some((day) => day.length > 0);
}

export function closes(notice: Notice, date: LocalDate): boolean {
  return (
    notice.kind === 'closure' &&
    notice.startsOn <= date &&
    (notice.endsOn === null || date <= notice.endsOn)
  );
}
