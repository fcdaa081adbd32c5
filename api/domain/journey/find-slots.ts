// Which days and hours of the fortnight can be reached, to tell the secretary on the phone?

import { holidayName } from '#domain/calendar.ts';
import { composeDay, type PlanContext, planGround } from '#domain/journey/compose-ways.ts';
import type { DayView } from '#domain/journey/day-view.ts';
import { mayBeHad } from '#domain/journey/fits-person.ts';
import type {
  JourneyOption,
  Slot,
  SlotCalendar,
  SlotDay,
  SlotRequest,
} from '#domain/journey/journey.ts';
import { rankOptions } from '#domain/journey/rank-options.ts';
import { SLOT_MINUTES } from '#domain/journey/slot-minutes.ts';
import { summarizeOption } from '#domain/journey/summarize-option.ts';
import { addDays, compareMoments } from '#domain/time.ts';

/** `viewOf`: what runs on each day; null when no timetable is loaded. */
export type SlotContext = Omit<PlanContext, 'view' | 'viewOf'> & {
  viewOf: (date: string) => DayView | null;
};

const MAX_DAYS = 14;

/**
 * A slot is worth what the first way of a plan for that hour is worth, a ride still to be prescribed aside: roads are asked once for the
 * fortnight, the timetable once each way a day. Hours already past are not reachable.
 * Throws RangeError when `dayCount` is not a whole number from 1 to 14.
 */
export function findSlots(request: SlotRequest, context: SlotContext): SlotCalendar {
  const { fromDate, dayCount, durationMinutes, ...person } = request;
  if (!Number.isInteger(dayCount) || dayCount < 1 || dayCount > MAX_DAYS) {
    throw new RangeError(`Slots are found for 1 to ${MAX_DAYS} days, not for ${dayCount}.`);
  }
  const first = context.viewOf(fromDate);
  const ground = planGround(person, context, first);
  const days = Array.from({ length: dayCount }, (_, day): SlotDay => {
    const date = addDays(fromDate, day);
    const view = day === 0 ? first : context.viewOf(date);
    const isSame = view === null || view.timetable === ground.timetable;
    const minutes = SLOT_MINUTES.filter(
      (minute) => compareMoments({ date, minute }, context.now) > 0,
    );
    const composed = composeDay(
      person,
      { now: context.now, view },
      isSame ? ground : planGround(person, context, view),
      { date, minutes, durationMinutes },
    );
    const waysAt = (minute: number) =>
      minutes.includes(minute)
        ? rankOptions(composed(minute).filter(mayBeHad), person).options
        : [];
    return {
      date,
      holiday: holidayName(date),
      timetableKnown: view?.feedDays.some((each) => each.exact) ?? false,
      slots: SLOT_MINUTES.map((minute) => slotOf(minute, waysAt(minute)[0])),
    };
  });
  return { fromName: request.from.name, toName: request.to.name, days };
}

function slotOf(minute: number, best: JourneyOption | undefined): Slot {
  if (!best) return { minute, status: 'not_reachable', way: null };
  const status = best.tier === 0 ? 'reachable' : 'to_check';
  return { minute, status, way: summarizeOption(best) };
}
