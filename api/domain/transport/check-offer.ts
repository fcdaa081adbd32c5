// What stops an offer from being published, and what is worth a look before it is?

import type { LocalDate } from '#domain/time.ts';
import { checkBooking } from '#domain/transport/check-booking.ts';
import { checkContact } from '#domain/transport/check-contact.ts';
import { checkFares } from '#domain/transport/check-fares.ts';
import { checkPattern } from '#domain/transport/check-pattern.ts';
import { checkSocialTransport } from '#domain/transport/check-social-transport.ts';
import { checkTimetable } from '#domain/transport/check-timetable.ts';
import type { OfferKind } from '#domain/transport/offer.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';
import { noticeAt, type OfferNotice, type Severity } from '#domain/transport/offer-notice.ts';

export type CheckGround = {
  today: LocalDate;
  /** Codes of the territories the organization works in. */
  territoryCodes: readonly string[];
  /** Null: not looked at. */
  needIds: ReadonlySet<string> | null;
  /** Timetables that were imported. Null: not looked at. */
  feedIds: ReadonlySet<string> | null;
};

/** Somebody is driven, or somebody comes: where and when must be said, by the trips of a timetable else. */
const NEEDS_A_PATTERN: ReadonlySet<OfferKind> = new Set([
  'on_demand',
  'virtual_line',
  'volunteer',
  'accompaniment',
  'carpool',
  'taxi',
  'medical_seat',
  'medical_lying',
  'itinerant',
  'home_visit',
  'permanence',
]);

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Errors first, then in the order a person reads an offer. */
export function checkOffer(document: OfferDocument, ground: CheckGround): OfferNotice[] {
  const { offer } = document;
  const notices = [
    ...checkIdentity(document, ground),
    ...offer.patterns.flatMap((pattern, rank) =>
      checkPattern(pattern, `offer.patterns.${rank}`, ground.today),
    ),
    ...checkTimetable(document),
    ...checkBooking(offer),
    ...checkFares(offer),
    ...checkSocialTransport(offer),
  ];
  return notices.toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

export function canPublish(notices: readonly OfferNotice[]): boolean {
  return notices.every(({ severity }) => severity !== 'error');
}

function checkIdentity(document: OfferDocument, ground: CheckGround): OfferNotice[] {
  const { offer } = document;
  const notices: OfferNotice[] = [];
  if (offer.name.trim() === '') {
    notices.push(noticeAt('offer.name', 'missing_required_field', 'error'));
  }
  if (offer.summary.trim() === '') {
    notices.push(noticeAt('offer.summary', 'missing_recommended_field', 'warning'));
  }
  for (const field of ['phone', 'email', 'url'] as const) {
    notices.push(...checkContact(offer[field], `offer.${field}`, field));
  }
  offer.territoryCodes.forEach((code, rank) => {
    if (ground.territoryCodes.includes(code)) return;
    notices.push(
      noticeAt(`offer.territoryCodes.${rank}`, 'foreign_territory', 'error', { name: code }),
    );
  });
  offer.needIds.forEach((id, rank) => {
    if (ground.needIds === null || ground.needIds.has(id)) return;
    notices.push(noticeAt(`offer.needIds.${rank}`, 'foreign_key_violation', 'error', { name: id }));
  });
  if (offer.feedId !== null && ground.feedIds?.has(offer.feedId) === false) {
    const values = { name: offer.feedId };
    notices.push(noticeAt('offer.feedId', 'foreign_key_violation', 'error', values));
  }
  const isTimed = document.timetable !== null || offer.feedId !== null;
  if (offer.patterns.length === 0 && !isTimed && NEEDS_A_PATTERN.has(offer.kind)) {
    notices.push(noticeAt('offer.patterns', 'no_way_of_working', 'error'));
  }
  return notices;
}
