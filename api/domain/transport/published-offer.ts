// What do residents read of a document an organization publishes?

import type { Provenance } from '#domain/provenance.ts';
import { addDays, daysBetween, type LocalDate } from '#domain/time.ts';
import type { Offer, Provider, ServiceCalendar } from '#domain/transport/offer.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';
import { type Keeping, type Suspension, standingOf } from '#domain/transport/offer-standing.ts';

/** A longer interruption is told by the status alone. */
const MOST_DAYS_WITHOUT_SERVICE = 400;

export type Publication = {
  offerId: string;
  /** The organization whose name stands on the offer. */
  provider: Provider | null;
  keeping: Keeping;
  /** A person of the organization said, on the day of `keeping`, that all of it is true. */
  isVerified: boolean;
  today: LocalDate;
};

/** Status, organization and the day it was verified are those of the publication, whatever the document holds. */
export function publishedOffer(document: OfferDocument, publication: Publication): Offer {
  const { offerId, provider, keeping, isVerified, today } = publication;
  const { offer } = document;
  const { status, note } = standingOf(keeping, today);
  // Never verified by anybody, what was read elsewhere keeps the note of where it was read.
  const ownNote = status === 'to_confirm' && !isVerified ? offer.statusNote : null;
  const confirmed = (provenance: Provenance): Provenance =>
    isVerified ? { ...provenance, confirmedOn: keeping.verifiedOn } : provenance;
  return {
    ...offer,
    id: offerId,
    provider,
    status,
    statusNote: ownNote ?? note,
    // The timetable of a line is the feed that bears its id.
    feedId: document.timetable === null ? offer.feedId : offerId,
    patterns: offer.patterns.map((pattern) => ({
      ...pattern,
      id: publicPatternId(offerId, pattern.id),
      calendar: interrupted(pattern.calendar, keeping.suspension, today),
    })),
    booking:
      offer.booking === null
        ? null
        : { ...offer.booking, provenance: confirmed(offer.booking.provenance) },
    fares: offer.fares.map((fare) => ({ ...fare, provenance: confirmed(fare.provenance) })),
    provenance: confirmed(offer.provenance),
  };
}

/** Ids are unique among all offers: those of one begin with its own. */
export function publicPatternId(offerId: string, patternId: string): string {
  return patternId.startsWith(`${offerId}:`) ? patternId : `${offerId}:${patternId}`;
}

/** Days to come without service, so that a journey is not promised on one of them. */
function interrupted(
  calendar: ServiceCalendar,
  suspension: Suspension | null,
  today: LocalDate,
): ServiceCalendar {
  if (suspension === null || suspension.until === null || suspension.until < today) return calendar;
  const { from, until } = suspension;
  const first = from < today ? today : from;
  const count = Math.min(daysBetween(first, until) + 1, MOST_DAYS_WITHOUT_SERVICE);
  const days = Array.from({ length: count }, (_, ahead) => addDays(first, ahead));
  const closed = new Set(days);
  return {
    ...calendar,
    exceptions: [
      ...calendar.exceptions.filter(({ date }) => !closed.has(date)),
      ...days.map((date) => ({ date, runs: false, label: 'Service interrompu' })),
    ],
  };
}
