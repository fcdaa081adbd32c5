// Can this ride still be booked now: too early, yes, hurry, register first, too late?

import type { BookingState, Deadline } from '#domain/journey/journey.ts';
import { compareMoments, type Moment, minutesBetween, momentAt } from '#domain/time.ts';
import { registrationDeadlineOf } from '#domain/transport/booking-deadline.ts';
import { answeredMinutes, nextAnswered, usualDayMinutes } from '#domain/transport/line-hours.ts';
import type { BookingRule } from '#domain/transport/offer.ts';

/** Without line hours (online, or not known), the last day is the last 24 hours. */
const SOON_MINUTES = 1440;

/** `registered` null: the person did not say. `ride` is the moment of departure. */
export type BookingAsk = { registered: boolean | null; ride: Moment };

/**
 * `not_needed`: the rule says so. `soon`: less than one usual day of answered time is left before the
 * deadline. `registration`: still bookable, but the offer asks new users to register first and the
 * person is not known to be registered; a new user who can no longer register in time is `too_late`.
 * `unknown`: how to book is not known.
 */
export function bookingStateOf(
  rule: BookingRule | null,
  deadline: Deadline | null,
  now: Moment,
  ask: BookingAsk,
): BookingState {
  if (rule === null || rule.channels.length === 0) return 'unknown';
  if (rule.channels.every((channel) => channel === 'none')) return 'not_needed';
  if (deadline === null) return 'unknown';
  if (isPast(rule, deadline, now)) return 'too_late';
  if (ask.registered !== true && rule.firstTripDays !== null) {
    const first = registrationDeadlineOf(rule, ask.ride);
    const tooLateToRegister = first !== null && isPast(rule, first, now);
    if (ask.registered === false && tooLateToRegister) return 'too_late';
    return 'registration';
  }
  if (deadline.opens !== null && compareMoments(now, deadline.opens) < 0) return 'early';
  return isSoon(rule, deadline, now) ? 'soon' : 'open';
}

/**
 * When to try an urgent request once the limit has passed: the next moment somebody answers before
 * the ride. Null when the offer takes none, or nobody answers before the ride.
 */
export function urgentCall(rule: BookingRule, ride: Moment, now: Moment): Moment | null {
  if (!rule.urgentPossible) return null;
  const next = rule.lineHours === null ? now : nextAnswered(rule.lineHours, now);
  return next !== null && compareMoments(next, momentAt(ride.date, ride.minute)) < 0 ? next : null;
}

/** The moment that counts for a person: the last answered one when the hours of the line are known. */
export function effectiveDeadline(deadline: Deadline): Moment {
  return deadline.answered ?? deadline.limit;
}

/** Whether nobody can be asked any more. */
export function isPast(rule: BookingRule, deadline: Deadline, now: Moment): boolean {
  const nobodyAnswers = rule.lineHours !== null && deadline.answered === null;
  return nobodyAnswers || compareMoments(now, effectiveDeadline(deadline)) > 0;
}

function isSoon(rule: BookingRule, deadline: Deadline, now: Moment): boolean {
  if (rule.lineHours === null || rule.channels.includes('online')) {
    return minutesBetween(now, effectiveDeadline(deadline)) < SOON_MINUTES;
  }
  const left = answeredMinutes(rule.lineHours, now, effectiveDeadline(deadline));
  return left < usualDayMinutes(rule.lineHours);
}
