// Which days and hours of the fortnight can be reached, to tell the secretary on the phone?

import { holidayName } from '#domain/calendar.ts';
import { composeWays, type PlanContext } from '#domain/journey/compose-ways.ts';
import type { DayView } from '#domain/journey/day-view.ts';
import type {
  JourneyRequest,
  Slot,
  SlotCalendar,
  SlotDay,
  SlotRequest,
} from '#domain/journey/journey.ts';
import { rankOptions } from '#domain/journey/rank-options.ts';
import { summarizeOption } from '#domain/journey/summarize-option.ts';
import { addDays } from '#domain/time.ts';

/** `viewOf`: what runs on each day; null when no timetable is loaded. */
export type SlotContext = Omit<PlanContext, 'view' | 'viewOf'> & {
  viewOf: (date: string) => DayView | null;
};

/** When an appointment may begin: every half-hour of the usual day of a practice. */
export const SLOT_MINUTES: readonly number[] = Array.from({ length: 22 }, (_, n) => 480 + n * 30);

/** Throws RangeError when `dayCount` is not a whole number from 1 to 14. */
export function findSlots(request: SlotRequest, context: SlotContext): SlotCalendar {
  const { fromDate, dayCount, durationMinutes, ...ends } = request;
  if (!Number.isInteger(dayCount) || dayCount < 1 || dayCount > 14) {
    throw new RangeError(`Slots are found for 1 to 14 days, not for ${dayCount}.`);
  }
  return {
    fromName: ends.from.name,
    toName: ends.to.name,
    days: Array.from({ length: dayCount }, (_, day): SlotDay => {
      const date = addDays(fromDate, day);
      const view = context.viewOf(date);
      return {
        date,
        holiday: holidayName(date),
        timetableKnown: view?.feedDays.some((each) => each.exact) ?? false,
        slots: SLOT_MINUTES.map((minute) =>
          slotOf({ ...ends, appointment: { date, minute, durationMinutes } }, { ...context, view }),
        ),
      };
    }),
  };
}

function slotOf(request: JourneyRequest, context: PlanContext): Slot {
  const { minute } = request.appointment;
  const [best] = rankOptions(composeWays(request, context)).options;
  if (!best) return { minute, status: 'not_reachable', way: null };
  return {
    minute,
    status: best.tier === 0 ? 'reachable' : 'to_check',
    way: summarizeOption(best),
  };
}
