// Which services come to the person, or near: to the home, to the commune, or by screen?

import type { LonLat } from '#domain/geo.ts';
import { callOf } from '#domain/journey/call-list.ts';
import type { JourneyRequest, VisitingService } from '#domain/journey/journey.ts';
import { knownProfile } from '#domain/journey/known-profile.ts';
import { askedDay } from '#domain/journey/ride-time.ts';
import { servesHealth } from '#domain/journey/serves-health.ts';
import { nearPatterns } from '#domain/journey/visit-places.ts';
import { compareVisits, upcomingVisits } from '#domain/journey/visit-times.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { Moment } from '#domain/time.ts';
import { evaluateEligibility } from '#domain/transport/evaluate-eligibility.ts';
import { matchAccommodations } from '#domain/transport/match-accommodations.ts';
import { type Offer, VISITING_KINDS } from '#domain/transport/offer.ts';
import { areaCovers } from '#domain/transport/pattern-serves.ts';
import { isRegistered, profileFor } from '#domain/transport/person.ts';
import { priceOf } from '#domain/transport/price-of.ts';

export type VisitRequest = Pick<
  JourneyRequest,
  'from' | 'mode' | 'profile' | 'needs' | 'careNeeds'
>;

export type VisitContext = {
  now: Moment;
  offers: readonly Offer[];
  communeCentres?: ReadonlyMap<Insee, LonLat>;
};

/** Nothing is travelled: parts of a fare by kilometre count for nothing. */
const NO_TRAVEL = {
  tripKm: 0,
  homeRoundTripKm: 0,
  driverLoopKm: 0,
  waitMinutes: 0,
  roundTrip: false,
} as const;

/**
 * Of the offers that serve the home, answer the need, are not refused to the person, and still come:
 * those whose every visit of two months can no longer be booked are left out. Those that say they
 * answer the need come first, then the soonest; times to agree come last.
 */
export function visitingServices(request: VisitRequest, context: VisitContext): VisitingService[] {
  return context.offers
    .flatMap((offer) => visitingService(offer, request, context) ?? [])
    .toSorted(
      (a, b) =>
        Number(a.needMatch === 'to_check') - Number(b.needMatch === 'to_check') ||
        compareVisits(a.next, b.next) ||
        (a.offerId < b.offerId ? -1 : 1),
    );
}

function visitingService(
  offer: Offer,
  request: VisitRequest,
  { now, communeCentres }: VisitContext,
): VisitingService | null {
  if (!VISITING_KINDS.includes(offer.kind) || !servesHealth(offer)) return null;
  const needMatch = needMatchOf(offer, request.careNeeds ?? []);
  if (needMatch === 'no') return null;
  const eligibility = evaluateEligibility(
    offer.eligibility,
    profileFor(knownProfile(request), offer.id),
  );
  if (eligibility.value === false) return null;
  if (matchAccommodations(offer, request.needs).value === 'no') return null;
  // A place or a round that says no area is asked about on the phone, not left out.
  const serving = offer.patterns.filter(({ origin }) => areaCovers(origin, request.from) !== 'no');
  const registered = isRegistered(request.profile, offer.id);
  const ask = { rule: offer.booking, now, registered, ...askedDay(now.date, request.from) };
  const patterns = nearPatterns(offer, serving, request.from, communeCentres);
  const [first, ...others] = upcomingVisits(patterns, ask);
  if (first === undefined) return null;
  const { visit, place, state } = first;
  const ride = visit && { date: visit.date, minute: visit.hours[0]?.from ?? 0 };
  const call = callOf(offer, ride, { now, person: request.profile }, []);
  return {
    offerId: offer.id,
    offerName: offer.name,
    kind: offer.kind,
    needMatch,
    areaKnown: serving.some(({ origin }) => areaCovers(origin, request.from) === 'yes'),
    place,
    next: visit,
    others: others.flatMap((each) => each.visit ?? []),
    state,
    eligibility,
    price: priceOf(offer.fares, { ...NO_TRAVEL, member: registered }),
    phone: call?.phone ?? offer.phone,
    calls: call ? [call] : [],
    toConfirm: offer.status === 'to_confirm',
    provenance: offer.provenance,
  };
}

/** A service that does not say which needs it answers may answer this one: to be asked. */
function needMatchOf(
  { needIds }: Offer,
  wanted: readonly string[],
): VisitingService['needMatch'] | 'no' {
  if (wanted.length === 0) return 'not_asked';
  if (needIds.length === 0) return 'to_check';
  return needIds.some((id) => wanted.includes(id)) ? 'yes' : 'no';
}
