// Somebody who is not registered yet: until when to register for a ride, and past that, from which day on?

import { addDays, type LocalDate, type Moment, momentAt } from '#domain/time.ts';
import { deadlineOf, registrationDeadlineOf } from '#domain/transport/booking-deadline.ts';
import { effectiveDeadline, isPast } from '#domain/transport/booking-state.ts';
import type { BookingRule } from '#domain/transport/offer.ts';

/** How far ahead a first day is looked for. */
const HORIZON_DAYS = 62;

/**
 * `before`: last moment to register, the ride can still be taken. Else it is too late: `nextDate` is the
 * first day a first ride at the same hour may still be asked for; null when there is none for long.
 */
export type FirstTrip = { before: Moment } | { before: null; nextDate: LocalDate | null };

/** Null when the offer asks for no registration. The minute of the ride may pass 1440. */
export function firstTripOf(rule: BookingRule, ride: Moment, now: Moment): FirstTrip | null {
  const deadline = registrationDeadlineOf(rule, ride);
  if (deadline === null) return null;
  if (!isPast(rule, deadline, now)) return { before: effectiveDeadline(deadline) };
  const { date, minute } = momentAt(ride.date, ride.minute);
  for (let ahead = 1; ahead <= HORIZON_DAYS; ahead++) {
    const other = { date: addDays(date, ahead), minute };
    const first = registrationDeadlineOf(rule, other);
    if (first !== null && !isPast(rule, first, now)) return { before: null, nextDate: other.date };
  }
  return { before: null, nextDate: null };
}

/** Whether those who are registered can still book the ride. */
export function isBookable(rule: BookingRule, ride: Moment, now: Moment): boolean {
  return !isPast(rule, deadlineOf(rule, ride), now);
}
