// Which offers take a resident without a car to care, whoever they are, and which are sure?
//
// Lines, transports on demand and volunteers. Neither taxis nor medical transports, which a prescription or a price
// decides; nor vehicles to hire, which ask for a licence; nor what a pension fund pays.

import { freshnessOf } from '#domain/directory/freshness.ts';
import { addDays, type LocalDate } from '#domain/time.ts';
import type { Offer, OfferKind, TravelPattern } from '#domain/transport/offer.ts';

export const NO_CAR_KINDS: readonly OfferKind[] = [
  'scheduled_line',
  'urban_network',
  'virtual_line',
  'on_demand',
  'volunteer',
];

/** An offer that begins this soon is counted. */
const SOON_DAYS = 14;

export type NoCarOffers = {
  /** As they are today, on any week: the day they began or end does not count any more. */
  offers: readonly Offer[];
  /** Ids of those in service and described by facts that still hold. */
  sure: ReadonlySet<string>;
};

export function noCarOffers(all: readonly Offer[], today: LocalDate): NoCarOffers {
  const offers = all
    .filter(({ kind, status }) => NO_CAR_KINDS.includes(kind) && isInService(status))
    .map((offer) => ({
      ...offer,
      patterns: offer.patterns.flatMap((pattern) => inForce(pattern, today)),
    }));
  const sure = offers.filter(
    ({ status, provenance }) =>
      status === 'active' && freshnessOf(provenance, 'rule', today) !== 'to_confirm',
  );
  return { offers, sure: new Set(sure.map(({ id }) => id)) };
}

function isInService(status: Offer['status']): boolean {
  return status === 'active' || status === 'to_confirm';
}

/** The pattern without its ends nor its exceptions, when today lies between them; nothing otherwise. */
function inForce(pattern: TravelPattern, today: LocalDate): TravelPattern[] {
  const { startsOn, endsOn } = pattern.calendar;
  if (startsOn !== null && startsOn > addDays(today, SOON_DAYS)) return [];
  if (endsOn !== null && endsOn < today) return [];
  const calendar = { ...pattern.calendar, startsOn: null, endsOn: null, exceptions: [] };
  return [{ ...pattern, calendar }];
}
