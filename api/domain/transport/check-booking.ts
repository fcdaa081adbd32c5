// Can residents book as the offer says, and before it is too late?

import { checkContact } from '#domain/transport/check-contact.ts';
import type {
  BookingNotice,
  BookingRule,
  LineHours,
  Offer,
  OfferKind,
} from '#domain/transport/offer.ts';
import { noticeAt, type OfferNotice } from '#domain/transport/offer-notice.ts';

const NEEDS_A_BOOKING: ReadonlySet<OfferKind> = new Set([
  'on_demand',
  'virtual_line',
  'volunteer',
  'accompaniment',
  'taxi',
  'medical_seat',
  'medical_lying',
  'home_visit',
]);

const CONTACT_OF = { phone: 'phone', text: 'phone', online: 'url', email: 'email' } as const;

export function checkBooking(offer: Offer): OfferNotice[] {
  const { booking } = offer;
  const isNeeded = NEEDS_A_BOOKING.has(offer.kind);
  if (booking === null) {
    const code = 'missing_pickup_drop_off_booking_rule_id';
    return isNeeded ? [noticeAt('offer.booking', code, 'error')] : [];
  }
  return [
    ...checkChannels(booking, offer, isNeeded),
    ...(['phone', 'email', 'url'] as const).flatMap((kind) =>
      checkContact(booking[kind], `offer.booking.${kind}`, kind),
    ),
    ...checkNotice(booking.notice),
    ...checkLineHours(booking),
  ];
}

function checkChannels(booking: BookingRule, offer: Offer, isNeeded: boolean): OfferNotice[] {
  const ways = booking.channels.filter((channel) => channel !== 'none');
  if (ways.length === 0) {
    return isNeeded ? [noticeAt('offer.booking.channels', 'no_way_to_book', 'error')] : [];
  }
  return ways.flatMap((channel) => {
    const contact = CONTACT_OF[channel];
    const value = booking[contact] ?? offer[contact];
    if (value !== null && value.trim() !== '') return [];
    return [noticeAt(`offer.booking.${contact}`, 'no_way_to_book', 'error', { channel })];
  });
}

function checkNotice(notice: BookingNotice): OfferNotice[] {
  const at = (name: string) => `offer.booking.notice.${name}`;
  if (notice.kind === 'real_time') return [];
  const notices: OfferNotice[] = [];
  const opens = notice.opensDaysBefore ?? null;
  if (opens === null && notice.opensAtMinute !== undefined) {
    notices.push(noticeAt(at('opensAtMinute'), 'forbidden_prior_notice_start_time', 'error'));
  }
  if (notice.kind === 'elapsed') {
    const { minMinutes, maxMinutes } = notice;
    if (maxMinutes !== null && maxMinutes < minMinutes) {
      const values = { minMinutes, maxMinutes };
      notices.push(
        noticeAt(at('maxMinutes'), 'invalid_prior_notice_duration_min', 'error', values),
      );
    }
    if (maxMinutes !== null && opens !== null) {
      notices.push(noticeAt(at('opensDaysBefore'), 'forbidden_prior_notice_start_day', 'error'));
    }
    // A ride at the end of the day, booked as late as allowed, must not be before bookings open.
    if (opens !== null && minMinutes > (opens + 1) * 1440 - (notice.opensAtMinute ?? 0)) {
      notices.push(lateOpening(opens, Math.ceil(minMinutes / 1440)));
    }
    return notices;
  }
  if (opens !== null) {
    const opensAt = notice.opensAtMinute ?? 0;
    if (opens < notice.days || (opens === notice.days && opensAt >= notice.atMinute)) {
      notices.push(lateOpening(opens, notice.days));
    }
  }
  return notices;
}

function lateOpening(opens: number, days: number): OfferNotice {
  return noticeAt(
    'offer.booking.notice.opensDaysBefore',
    'prior_notice_last_day_after_start_day',
    'error',
    { opens, days },
  );
}

function checkLineHours({ channels, lineHours }: BookingRule): OfferNotice[] {
  if (!channels.includes('phone')) return [];
  if (lineHours === null)
    return [noticeAt('offer.booking.lineHours', 'line_hours_unknown', 'info')];
  const reversed = reversedStretches(lineHours);
  const isNever = lineHours.week.every((day) => day.length === 0);
  return isNever
    ? [...reversed, noticeAt('offer.booking.lineHours', 'line_never_open', 'error')]
    : reversed;
}

function reversedStretches({ week, exceptions = [] }: LineHours): OfferNotice[] {
  const days = [
    ...week.map((slots, rank) => ({ slots, place: `week.${rank}` })),
    ...exceptions.map(({ slots }, rank) => ({ slots, place: `exceptions.${rank}.slots` })),
  ];
  return days.flatMap(({ slots, place }) =>
    slots.flatMap(({ from, to }, rank) =>
      to > from
        ? []
        : [
            noticeAt(`offer.booking.lineHours.${place}.${rank}`, 'line_hours_reversed', 'error', {
              from,
              to,
            }),
          ],
    ),
  );
}
