// Which registration does a way ask of a newcomer, and until when can it still be made?

import type { Call, JourneyChange, JourneyOption } from '#domain/journey/journey.ts';
import { compareMoments, type Moment, momentAt } from '#domain/time.ts';
import { firstTripOf } from '#domain/transport/first-trip.ts';
import type { Offer } from '#domain/transport/offer.ts';

type Registration = Pick<
  Extract<JourneyChange, { kind: 'registration' }>,
  'offerId' | 'offerName' | 'phone' | 'before'
>;

/** The first to make of several; null when the way asks for none, or when it is too late for one. */
export function registrationFor(
  option: Pick<JourneyOption, 'calls'>,
  offers: readonly Offer[],
  now: Moment,
): Registration | null {
  let soonest: Registration | null = null;
  for (const call of option.calls) {
    const offer = offers.find(({ id }) => id === call.offerId);
    const start = startOf(call);
    const trip = offer?.booking && start && firstTripOf(offer.booking, start, now);
    if (!offer || !trip) continue;
    const { before } = trip;
    if (before === null) return null;
    if (soonest !== null && compareMoments(soonest.before, before) <= 0) continue;
    soonest = { offerId: offer.id, offerName: offer.name, phone: call.phone, before };
  }
  return soonest;
}

/** Of the earliest ride, or of the vehicle: what the delay counts from. */
function startOf({ rides, hire }: Call): Moment | null {
  if (hire) return hire.from;
  const starts = rides.map(({ date, minute }) => momentAt(date, minute));
  return starts.toSorted(compareMoments)[0] ?? null;
}
