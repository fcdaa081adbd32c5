// Until when can this ride be booked, and until when does somebody answer?
//
// GTFS-Flex booking_rules (real_time, same_day, prior_days), plus the hours of the phone line, which
// no format carries: « la veille avant 17 h » on a Monday means Friday 16 h when nobody answers after.

import { businessDaysBefore } from '#domain/calendar.ts';
import type { Deadline } from '#domain/journey/journey.ts';
import {
  addDays,
  addMinutes,
  compareMoments,
  MINUTES_PER_DAY,
  type Moment,
  momentAt,
} from '#domain/time.ts';
import { lastAnswered } from '#domain/transport/line-hours.ts';
import type { BookingNotice, BookingRule } from '#domain/transport/offer.ts';

/**
 * `limit`: what the rule says. `answered`: last moment at or before it when somebody answers, the
 * limit itself when one can book online; null when the hours of the line are unknown, or when nobody
 * answers between the opening of bookings and the limit. The minute of the ride may pass 1440.
 */
export function deadlineOf(rule: BookingRule, ride: Moment): Deadline {
  const start = momentAt(ride.date, ride.minute);
  return deadline(rule, opensAt(rule.notice, start), limitOf(rule.notice, start));
}

/**
 * Last moment to call when it is the person's first trip: the days to allow for registration, in the
 * same unit as the notice. Null when the offer asks for no registration.
 */
export function registrationDeadlineOf(rule: BookingRule, ride: Moment): Deadline | null {
  if (rule.firstTripDays === null) return null;
  const start = momentAt(ride.date, ride.minute);
  const notice = rule.notice;
  const limit =
    notice.kind === 'days_before'
      ? daysBefore(start, rule.firstTripDays, notice.businessDays, notice.atMinute)
      : addMinutes(start, -rule.firstTripDays * MINUTES_PER_DAY);
  const booking = limitOf(notice, start);
  return deadline(rule, null, compareMoments(limit, booking) < 0 ? limit : booking);
}

function deadline(rule: BookingRule, opens: Moment | null, limit: Moment): Deadline {
  const answered = answeredBefore(rule, limit);
  const tooEarly = answered !== null && opens !== null && compareMoments(answered, opens) < 0;
  return { opens, limit, answered: tooEarly ? null : answered };
}

function answeredBefore(rule: BookingRule, limit: Moment): Moment | null {
  if (rule.channels.includes('online')) return limit;
  return rule.lineHours === null ? null : lastAnswered(rule.lineHours, limit);
}

function limitOf(notice: BookingNotice, ride: Moment): Moment {
  switch (notice.kind) {
    case 'real_time':
      return ride;
    case 'elapsed':
      return addMinutes(ride, -notice.minMinutes);
    case 'days_before':
      return daysBefore(ride, notice.days, notice.businessDays, notice.atMinute);
  }
}

function opensAt(notice: BookingNotice, ride: Moment): Moment | null {
  switch (notice.kind) {
    case 'real_time':
      return null;
    case 'elapsed':
      if (notice.maxMinutes !== null) return addMinutes(ride, -notice.maxMinutes);
      return notice.opensDaysBefore === undefined
        ? null
        : daysBefore(ride, notice.opensDaysBefore, false, notice.opensAtMinute ?? 0);
    case 'days_before':
      return notice.opensDaysBefore === null
        ? null
        : daysBefore(
            ride,
            notice.opensDaysBefore,
            notice.opensBusinessDays ?? notice.businessDays,
            notice.opensAtMinute ?? 0,
          );
  }
}

function daysBefore(ride: Moment, days: number, businessDays: boolean, atMinute: number): Moment {
  const date = businessDays ? businessDaysBefore(ride.date, days) : addDays(ride.date, -days);
  return momentAt(date, atMinute);
}
