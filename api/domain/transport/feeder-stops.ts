// At which stops of the scheduled lines may this offer drop the person, or pick them up?

import type { Offer, TravelPattern } from '#domain/transport/offer.ts';
import { isNear, patternServes, type TripEnd } from '#domain/transport/pattern-serves.ts';

/** A manager may close an offer to connections: then it feeds no station. */
export function mayFeed(offer: Pick<Offer, 'purposes'>, pattern: TravelPattern): boolean {
  return pattern.feeder !== 'no' && !offer.purposes.denied.includes('connection');
}

/**
 * Of the stops the manager chose for connections, or of all when none was chosen: those the pattern serves from the door (`to_stop`) or to the door (`from_stop`), in the given
 * order. An area of named points keeps only the stops within the radius of one of them.
 */
export function feederStops<Stop extends TripEnd>(
  pattern: TravelPattern,
  door: TripEnd,
  stops: readonly Stop[],
  direction: 'to_stop' | 'from_stop',
): Stop[] {
  if (pattern.feeder === 'no') return [];
  const chosen = pattern.feederStops;
  const open =
    chosen === undefined
      ? stops
      : stops.filter((stop) => chosen.some((each) => isNear(each, stop.point)));
  return open.filter((stop) =>
    direction === 'to_stop'
      ? patternServes(pattern, door, stop)
      : patternServes(pattern, stop, door),
  );
}
