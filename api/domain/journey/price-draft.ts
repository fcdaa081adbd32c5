// What does the whole way cost, there and back, with every offer it uses?

import { ridesByOffer } from '#domain/journey/call-list.ts';
import type { Draft } from '#domain/journey/draft.ts';
import type { JourneyRequest } from '#domain/journey/journey.ts';
import type { Price } from '#domain/transport/fare.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { isRegistered } from '#domain/transport/person.ts';
import { priceOf, type TripFacts } from '#domain/transport/price-of.ts';

const NOTHING_TO_PAY: Price = {
  minCents: 0,
  maxCents: 0,
  partial: false,
  estimate: false,
  lines: [],
};
/** One's own car costs its owner something, but no fare is paid. */
const NO_FARE: Price = { ...NOTHING_TO_PAY, minCents: null, maxCents: null };

export function priceDraft(draft: Draft, request: JourneyRequest): Price {
  if (draft.kind === 'walk') return NOTHING_TO_PAY;
  const rides = ridesByOffer(draft.rides);
  const legs = [...draft.outbound.legs, ...(draft.back?.legs ?? [])];
  const unpriced = legs.some((leg) => leg.mode === 'transit' && !leg.offerId);
  return draft.offers
    .map((offer) => priceOffer(offer, draft, request, rides.get(offer) ?? []))
    .reduce(addPrices, { ...NO_FARE, partial: unpriced });
}

/** Kilometres of the booked rides; a timetable line has none of its own (fares by distance are not known). */
function priceOffer(
  offer: Offer,
  draft: Draft,
  request: JourneyRequest,
  rides: Draft['rides'],
): Price {
  const there = rides.find((ride) => ride.direction === 'outbound');
  const back = rides.find((ride) => ride.direction === 'back');
  const roundTrip = rides.length === 0 ? draft.back !== null : Boolean(there && back);
  const fares = offer.fares.filter(({ vehicle }) => !vehicle || vehicle === draft.hire?.vehicle);
  return priceOf(fares, {
    tripKm: rides.reduce((meters, ride) => meters + ride.meters, 0) / 1000,
    homeRoundTripKm: ((there ?? back)?.homeLoopMeters ?? 0) / 1000,
    driverLoopKm: null,
    waitMinutes: there && back ? there.waitMinutes : 0,
    driverGoesHome: (there ?? back)?.driverGoesHome ?? null,
    roundTrip,
    // Whoever keeps a vehicle pays for the appointment too; with one way only, nobody knows when it ends.
    awayMinutes: roundTrip ? minutesKept(draft) : null,
    member: isRegistered(request.profile, offer.id),
    ...endsOf(there ?? back, request),
  });
}

/**
 * From when a vehicle is handed over to when it is given back; else from leaving home to being back, the
 * appointment and any waiting included. Null: agreed when booking.
 */
function minutesKept({ outbound, back, hire }: Draft): number | null {
  if (hire) {
    return hire.fromMinute === null || hire.toMinute === null
      ? null
      : hire.toMinute - hire.fromMinute;
  }
  const [leaves, returns] = [outbound.departMinute, back?.arriveMinute ?? null];
  return leaves === null || returns === null ? null : returns - leaves;
}

/** Communes of the ends of a ride, for prices by zone: a stop's is not known. */
function endsOf(
  ride: Draft['rides'][number] | undefined,
  { from, to }: Pick<JourneyRequest, 'from' | 'to'>,
): Pick<TripFacts, 'fromInsee' | 'toInsee'> {
  const inseeOf = (name: string | undefined) =>
    [from, to].find((end) => end.name === name)?.insee ?? null;
  return {
    fromInsee: ride?.fromInsee ?? inseeOf(ride?.from),
    toInsee: ride?.toInsee ?? inseeOf(ride?.to),
  };
}

function addPrices(a: Price, b: Price): Price {
  const known = [a, b].filter((price) => price.minCents !== null);
  return {
    minCents:
      known.length === 0 ? null : known.reduce((cents, price) => cents + (price.minCents ?? 0), 0),
    maxCents: b.maxCents === null || a.partial ? null : (a.maxCents ?? 0) + b.maxCents,
    partial: a.partial || b.partial,
    estimate: a.estimate || b.estimate,
    lines: [...a.lines, ...b.lines],
  };
}
