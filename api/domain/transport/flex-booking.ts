// How does a booking rule of GTFS-Flex read as ours, and what of it must be told in words?

import type { Provenance } from '#domain/provenance.ts';
import type { FlexBookingRule } from '#domain/transport/flex-feed.ts';
import type { BookingNotice, BookingRule } from '#domain/transport/offer.ts';

/** `agencyPhone` stands for the number a rule does not give. */
export function bookingOf(
  rule: FlexBookingRule,
  agencyPhone: string | null,
  provenance: Provenance,
): BookingRule {
  const phone = rule.phone ?? agencyPhone;
  const channels: BookingRule['channels'][number][] = [];
  if (phone !== null) channels.push('phone');
  if (rule.bookingUrl !== null) channels.push('online');
  return {
    notice: noticeOf(rule),
    channels: channels.length === 0 ? ['none'] : channels,
    phone,
    url: rule.bookingUrl,
    email: null,
    lineHours: null,
    firstTripDays: null,
    urgentPossible: false,
    cancelBeforeMinutes: null,
    toSay: [],
    provenance,
  };
}

function noticeOf(rule: FlexBookingRule): BookingNotice {
  const opensAt =
    rule.startSeconds === null ? {} : { opensAtMinute: Math.floor(rule.startSeconds / 60) };
  switch (rule.type) {
    case 0:
      return { kind: 'real_time' };
    case 1:
      return {
        kind: 'elapsed',
        minMinutes: rule.minMinutes ?? 0,
        maxMinutes: rule.maxMinutes,
        ...(rule.startDay === null ? {} : { opensDaysBefore: rule.startDay, ...opensAt }),
      };
    case 2:
      return {
        kind: 'days_before',
        days: rule.lastDay ?? 1,
        businessDays: rule.serviceId !== null,
        atMinute: Math.floor((rule.lastSeconds ?? 0) / 60),
        opensDaysBefore: rule.startDay,
        ...opensAt,
      };
  }
}

/** The messages as their author wrote them: no other field holds them. */
export function bookingConditions(rule: FlexBookingRule): string[] {
  return [rule.message, rule.pickupMessage, rule.dropOffMessage].filter((text) => text !== null);
}
