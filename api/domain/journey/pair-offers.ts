// Two offers that each go one way only: which one there goes with which one back?

import type { BookedRide } from '#domain/journey/booked-ride.ts';
import { canBeBooked } from '#domain/journey/feeder-rides.ts';
import type { JourneyRequest } from '#domain/journey/journey.ts';
import { knownProfile } from '#domain/journey/known-profile.ts';
import type { Moment } from '#domain/time.ts';
import { evaluateEligibility } from '#domain/transport/evaluate-eligibility.ts';

export type RidePair = { there: BookedRide; back: BookedRide };

/**
 * Of rides that run then, one pair for each offer that goes there: with the soonest ride home of another.
 * Those that refuse the person, or can no longer be booked, are paired with nothing.
 */
export function pairOffers(
  context: { request: JourneyRequest; now: Moment },
  { there, back }: { there: readonly BookedRide[]; back: readonly BookedRide[] },
): RidePair[] {
  if (there.length === 0 || back.length === 0) return [];
  const profile = knownProfile(context.request);
  const isOpen = ({ offer, span }: BookedRide) =>
    evaluateEligibility(offer.eligibility, profile).value !== false &&
    canBeBooked(offer, span[0], context);
  const homeward = back.filter(isOpen).toSorted(compareIdle);
  const outward = Map.groupBy(there.filter(isOpen).toSorted(compareIdle), ({ offer }) => offer);
  return [...outward].flatMap(([offer, [first]]) => {
    const home = homeward.find((ride) => ride.offer !== offer);
    return first && home ? [{ there: first, back: home }] : [];
  });
}

/** The shortest wait at the place of care; as short, always in the same order. */
function compareIdle(a: BookedRide, b: BookedRide): number {
  return a.idleMinutes - b.idleMinutes || (a.pattern.id < b.pattern.id ? -1 : 1);
}
