// The fortnight as a page shows it: for each day the hours that can be reached, as ranges to read aloud.

import { type DayOpening, mayReceiveAt } from '#domain/directory/opening-on.ts';
import type { SlotDay, SlotStatus } from '#domain/journey/journey.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import type { VisitDay } from '#web/lib/api.ts';
import { optionTitle } from './option-words.ts';

/** First and last minute at which an appointment may begin. */
export type SlotRange = { from: number; to: number };

/** `closed`: the place is known not to receive people then, whatever can be reached. */
export type ShownStatus = SlotStatus | 'closed';

/** `way`: name of the best way; empty where there is none. `named`: it is a name of the directory. */
export type SlotModel = { minute: number; status: ShownStatus; way: string; named: boolean };

export type SlotDayModel = Pick<SlotDay, 'date' | 'holiday' | 'timetableKnown'> & {
  opening: DayOpening['state'];
  slots: readonly SlotModel[];
  reachable: readonly SlotRange[];
  toCheck: readonly SlotRange[];
};

/** Slots further apart than this are told apart. */
const SLOT_STEP_MINUTES = 30;

export function toSlotDays(
  days: readonly VisitDay[],
  durationMinutes: number | null,
  text: Dictionary,
): SlotDayModel[] {
  return days.map(({ date, holiday, timetableKnown, opening, slots }) => {
    const shown = slots.map(
      ({ minute, status, way }): SlotModel => ({
        minute,
        status: mayReceiveAt(opening, minute, durationMinutes) ? status : 'closed',
        way: way === null ? '' : optionTitle(way, text),
        named: way !== null && way.title !== '',
      }),
    );
    return {
      date,
      holiday,
      timetableKnown,
      opening: opening.state,
      slots: shown,
      reachable: rangesOf(shown, 'reachable'),
      toCheck: rangesOf(shown, 'to_check'),
    };
  });
}

/** Runs of slots that follow each other and have this status. */
export function rangesOf(
  slots: readonly Pick<SlotModel, 'minute' | 'status'>[],
  status: SlotStatus,
): SlotRange[] {
  const ranges: SlotRange[] = [];
  for (const { minute } of slots.filter((slot) => slot.status === status)) {
    const last = ranges.at(-1);
    if (last !== undefined && minute - last.to <= SLOT_STEP_MINUTES) last.to = minute;
    else ranges.push({ from: minute, to: minute });
  }
  return ranges;
}

/**
 * The first day to propose: one with sure hours, else one with hours to check; today only when there is
 * no other, for nobody is given an appointment within the hour.
 */
export function bestDay(days: readonly SlotDayModel[], today: string): SlotDayModel | null {
  const later = days.filter(({ date }) => date !== today);
  return firstOpen(later) ?? firstOpen(days);
}

/** Hours one can be there and be received, or might. */
export function openSlots(day: SlotDayModel): SlotModel[] {
  return day.slots.filter(({ status }) => status === 'reachable' || status === 'to_check');
}

/** Names of the ways behind the slots of one status, each once, the most frequent first. */
export function waysOf(day: SlotDayModel, status: SlotStatus): string[] {
  const counts = new Map<string, number>();
  for (const { way } of day.slots.filter((slot) => slot.status === status && slot.way !== '')) {
    counts.set(way, (counts.get(way) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([way]) => way);
}

/** Of those ways, the names that come from the directory. */
export function namedWays(day: SlotDayModel): string[] {
  return day.slots.flatMap(({ way, named }) => (named ? [way] : []));
}

function firstOpen(days: readonly SlotDayModel[]): SlotDayModel | null {
  return (
    days.find(({ reachable }) => reachable.length > 0) ??
    days.find(({ toCheck }) => toCheck.length > 0) ??
    null
  );
}
