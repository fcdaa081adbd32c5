// Does a ride of this way wait for somebody free to drive that day?

import type { Draft } from '#domain/journey/draft.ts';
import type { JourneyOption } from '#domain/journey/journey.ts';
import type { OfferKind } from '#domain/transport/offer.ts';

/** Rides of people who give their time: the manager looks for one of them, and may find none. */
const FOUND_FOR_EACH_RIDE: ReadonlySet<OfferKind> = new Set([
  'volunteer',
  'accompaniment',
  'carpool',
]);

export function waitsForDriver({ rides }: Pick<Draft, 'rides'>): boolean {
  return rides.some(({ offer }) => FOUND_FOR_EACH_RIDE.has(offer.kind));
}

/** Whether such a ride must come in time for the last train or coach home. */
export function drivesToLastLine({ back, notes }: JourneyOption): boolean {
  if (!notes.some(({ code }) => code === 'driver_to_find')) return false;
  const line = back?.legs.findIndex(({ mode }) => mode === 'transit') ?? -1;
  return back?.legs.slice(0, Math.max(0, line)).some(({ mode }) => mode === 'ride') ?? false;
}
