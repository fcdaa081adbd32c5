// At which stops of the scheduled lines may this offer drop the person, or pick them up?

import type { Offer, TravelPattern } from '#domain/transport/offer.ts';
import { patternServes, type TripEnd } from '#domain/transport/pattern-serves.ts';

/** A manager may close an offer to connections: then it feeds no station. */
export function mayFeed(offer: Pick<Offer, 'purposes'>, pattern: TravelPattern): boolean {
  return pattern.feeder !== 'no' && !offer.purposes.denied.includes('connection');
}

/**
 * The stops the pattern serves from the door (`to_stop`) or to the door (`from_stop`), in the given
 * order. An area of named points keeps only the stops within the radius of one of them.
 */
export function feederStops<Stop extends TripEnd>(
  pattern: TravelPattern,
  door: TripEnd,
  stops: readonly Stop[],
  direction: 'to_stop' | 'from_stop',
): Stop[] {
  if (pattern.feeder === 'no') return [];
  return stops.filter((stop) =>
    direction === 'to_stop'
      ? patternServes(pattern, door, stop)
      : patternServes(pattern, stop, door),
  );
}
