// Which described offer is this ride of a timetable: who may ride, what it costs, how fresh?

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import type { Offer } from '#domain/transport/offer.ts';

/** A stop and the place an offer names stand for the same station up to here. */
const SAME_STATION_METERS = 1_000;

type Ride = {
  feedId: string;
  route: { shortName: string | null };
  calls: readonly { point: LonLat }[];
};

/**
 * Its trips have hours and stops: the timetable says when and where it takes people, and no way of
 * working does. A line, a virtual line booked at fixed hours, a town network.
 */
export function hasTimetable({ feedId }: Pick<Offer, 'feedId'>): boolean {
  return feedId !== null;
}

/**
 * The line's own offer in its feed, else the offer of that feed. A feed that no offer names (a newer
 * file, imported under its own name) is that of the line of the same name calling at the same place.
 */
export function lineOffer(offers: readonly Offer[], ride: Ride): Offer | null {
  const lines = offers.filter((offer) => offer.kind === 'scheduled_line' || hasTimetable(offer));
  const ofFeed = lines.filter((offer) => offer.feedId === ride.feedId);
  const { shortName } = ride.route;
  const isNamed = (offer: Offer) => shortName !== null && wordsOf(offer.name).includes(shortName);
  if (ofFeed.length > 0) return ofFeed.find(isNamed) ?? ofFeed[0] ?? null;
  return lines.find((offer) => isNamed(offer) && callsAt(offer, ride)) ?? null;
}

/** Where one boards or alights. */
function callsAt(offer: Offer, { calls }: Ride): boolean {
  const ends = [calls[0], calls.at(-1)].flatMap((call) => (call ? [call.point] : []));
  return offer.places.some(
    ({ point }) =>
      point !== null && ends.some((end) => distanceMeters(point, end) <= SAME_STATION_METERS),
  );
}

/** « TER L13, Angoulême – Bordeaux » names L13, not L1. */
function wordsOf(name: string): string[] {
  return name.split(/[^\p{L}\p{N}]+/u);
}
