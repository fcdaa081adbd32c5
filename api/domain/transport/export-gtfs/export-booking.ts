// How is an offer booked, as a row of booking_rules.txt?

import { bookingMessage } from '#domain/transport/export-gtfs/booking-message.ts';
import { type Cell, feedTime } from '#domain/transport/export-gtfs/feed-table.ts';
import type { BookingNotice, Offer } from '#domain/transport/offer.ts';

export const BUSINESS_DAYS = 'jours-ouvres';

export const BOOKING_COLUMNS = [
  'booking_rule_id',
  'booking_type',
  'prior_notice_duration_min',
  'prior_notice_duration_max',
  'prior_notice_last_day',
  'prior_notice_last_time',
  'prior_notice_start_day',
  'prior_notice_start_time',
  'prior_notice_service_id',
  'message',
  'phone_number',
  'info_url',
  'booking_url',
] as const;

/** Null when the offer says nothing of booking: the rides are then asked of the agency by phone. */
export function bookingRow(offer: Offer): Cell[] | null {
  const { booking } = offer;
  if (booking === null) return null;
  return [
    offer.id,
    ...noticeCells(booking.notice),
    bookingMessage(offer),
    booking.phone ?? offer.phone,
    webAddress(offer.url),
    booking.channels.includes('online') ? webAddress(booking.url) : null,
  ];
}

/** A contradiction a feed may not hold is left out: the opening of bookings, never their limit. */
function noticeCells(notice: BookingNotice): Cell[] {
  switch (notice.kind) {
    case 'real_time':
      return [0, null, null, null, null, null, null, null];
    case 'elapsed': {
      const { minMinutes, opensDaysBefore } = notice;
      const most = notice.maxMinutes;
      const maxMinutes = most !== null && most >= minMinutes ? most : null;
      const opens = maxMinutes === null && opensDaysBefore !== undefined;
      return [
        1,
        minMinutes,
        maxMinutes,
        null,
        null,
        opens ? opensDaysBefore : null,
        opens ? feedTime(notice.opensAtMinute ?? 0) : null,
        null,
      ];
    }
    case 'days_before': {
      const { days, atMinute, businessDays, opensDaysBefore } = notice;
      const opens = opensDaysBefore !== null && opensDaysBefore >= days;
      return [
        2,
        null,
        null,
        days,
        feedTime(atMinute),
        opens ? opensDaysBefore : null,
        opens ? feedTime(notice.opensAtMinute ?? 0) : null,
        businessDays ? BUSINESS_DAYS : null,
      ];
    }
  }
}

/** An address a browser opens, or nothing. */
export function webAddress(text: string | null): string | null {
  return text !== null && /^https?:\/\/\S+$/.test(text) ? text : null;
}
