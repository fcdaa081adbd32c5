// Which services come to the person, or near: to the home, to the commune, or by screen?

import { callOf } from '#domain/journey/call-list.ts';
import type { BookingState, JourneyRequest, VisitingService } from '#domain/journey/journey.ts';
import { knownProfile } from '#domain/journey/known-profile.ts';
import { servesHealth } from '#domain/journey/serves-health.ts';
import { addDays, compareMoments, type Moment } from '#domain/time.ts';
import { deadlineOf } from '#domain/transport/booking-deadline.ts';
import { bookingStateOf, urgentCall } from '#domain/transport/booking-state.ts';
import { evaluateEligibility } from '#domain/transport/evaluate-eligibility.ts';
import { matchAccommodations } from '#domain/transport/match-accommodations.ts';
import type { Offer, OfferKind, TravelPattern } from '#domain/transport/offer.ts';
import { areaCovers, type Coverage } from '#domain/transport/pattern-serves.ts';
import { priceOf } from '#domain/transport/price-of.ts';
import { runsOn } from '#domain/transport/runs-on.ts';

const VISITING_KINDS: ReadonlySet<OfferKind> = new Set([
  'itinerant',
  'home_visit',
  'permanence',
  'teleconsultation',
]);

/** « Le premier mardi du mois » comes again within this many days, a holiday aside. */
const HORIZON_DAYS = 62;

/** Nothing is travelled: parts of a fare by kilometre count for nothing. */
const NO_TRAVEL = {
  tripKm: 0,
  homeRoundTripKm: 0,
  driverLoopKm: 0,
  waitMinutes: 0,
  roundTrip: false,
} as const;

/**
 * Of the offers that serve the home, are not refused to the person, and still come: those whose every
 * visit of two months can no longer be booked are left out. Soonest first; times to agree come last.
 */
export function visitingServices(
  request: Omit<JourneyRequest, 'appointment'>,
  { now, offers }: { now: Moment; offers: readonly Offer[] },
): VisitingService[] {
  const profile = knownProfile(request);
  const found = offers.flatMap((offer): VisitingService[] => {
    if (!VISITING_KINDS.has(offer.kind) || !servesHealth(offer)) return [];
    const eligibility = evaluateEligibility(offer.eligibility, profile);
    if (eligibility.value === false) return [];
    if (matchAccommodations(offer, request.needs).value === 'no') return [];
    const patterns = offer.patterns.filter((each) => homeCoverage(each, request) !== 'no');
    const visits = patterns.flatMap((each) => nextVisit(offer, each, now, request) ?? []);
    const [soonest] = visits.toSorted((a, b) => compareStarts(a.next, b.next));
    if (!soonest) return [];
    const ride = soonest.next && { date: soonest.next.date, minute: soonest.next.fromMinute };
    const registered = request.profile.member ?? null;
    const call = callOf(offer, ride, registered, []);
    return [
      {
        offerId: offer.id,
        offerName: offer.name,
        kind: offer.kind,
        placeName: offer.kind === 'home_visit' ? null : (offer.places[0]?.name ?? null),
        next: soonest.next,
        state: soonest.state,
        eligibility,
        price: priceOf(offer.fares, { ...NO_TRAVEL, member: registered }),
        calls: call ? [call] : [],
        provenance: offer.provenance,
      },
    ];
  });
  return found.toSorted(
    (a, b) => compareStarts(a.next, b.next) || (a.offerId < b.offerId ? -1 : 1),
  );
}

/** A place or a round that says no area is asked about on the phone, not left out. */
function homeCoverage(pattern: TravelPattern, { from }: Pick<JourneyRequest, 'from'>): Coverage {
  return areaCovers(pattern.origin, from);
}

type Visit = { next: VisitingService['next']; state: BookingState };

/** Without hours of service the time is agreed when calling; null: no visit left to book. */
function nextVisit(
  offer: Offer,
  pattern: TravelPattern,
  now: Moment,
  request: Pick<JourneyRequest, 'profile'>,
): Visit | null {
  const rule = offer.booking;
  const registered = request.profile.member ?? null;
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead += 1) {
    const date = addDays(now.date, ahead);
    if (!runsOn(pattern.calendar, date)) continue;
    if (pattern.windows.length === 0) {
      return { next: null, state: rule === null ? 'unknown' : 'open' };
    }
    for (const { from, to } of pattern.windows.toSorted((a, b) => a.from - b.from)) {
      const ride = { date, minute: from };
      if (compareMoments(ride, now) < 0) continue;
      const state = bookingStateOf(rule, rule && deadlineOf(rule, ride), now, { registered, ride });
      if (state === 'too_late' && !(rule && urgentCall(rule, ride, now))) continue;
      return { next: { date, fromMinute: from, toMinute: to }, state };
    }
  }
  return null;
}

function compareStarts(a: VisitingService['next'], b: VisitingService['next']): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.date < b.date ? -1 : a.date > b.date ? 1 : a.fromMinute - b.fromMinute;
}
