// Which trains and coaches take the person to a hired vehicle in time, and home once it is given back?

import type { ScheduledTrip } from '#domain/journey/feeder-rides.ts';
import type { HireTimes } from '#domain/journey/hire-times.ts';
import type { Trip } from '#domain/journey/journey.ts';
import type { ScheduledSearch } from '#domain/journey/scheduled-search.ts';
import type { TransitJourney } from '#domain/journey/transit-search.ts';
import type { JourneyPoint } from '#domain/journey/trip.ts';
import type { TripEnds } from '#domain/journey/trip-ends.ts';
import { MINUTES_PER_DAY } from '#domain/time.ts';
import type { Offer } from '#domain/transport/offer.ts';

/** One more change is worth this many minutes of travel. */
const SECONDS_PER_RIDE = 8 * 60;
/** Nobody waits longer than this at the door of a garage, nor there for the way home. */
const LONGEST_WAIT_MINUTES = 90;

export type HireLines = { there: Trip; homeward: Trip; used: readonly ScheduledTrip[] };

/**
 * Null when no line does both on the day of the appointment. `ends`: home and the place of the vehicle,
 * the stops around each reached on foot.
 */
export function hireByLine(
  { from, to }: { from: JourneyPoint; to: JourneyPoint },
  ends: TripEnds,
  search: ScheduledSearch,
  { pickUp, giveBack, handOver, isFetchedApart, isBroughtBackApart }: HireTimes,
  offers: readonly Offer[],
): HireLines | null {
  if (isFetchedApart || isBroughtBackApart) return null;
  if (pickUp < 0 || giveBack >= MINUTES_PER_DAY) return null;
  const asHome = (tag: string) => ends.home.find((each) => each.tag === tag);
  const asPlace = (tag: string) => ends.care.find((each) => each.tag === tag);
  const [last] = search
    .arriveBy(pickUp * 60)
    .toSorted((a, b) => costThere(a) - costThere(b) || a.rides - b.rides);
  const out = last?.journey() ?? null;
  const leaveFrom = giveBack + handOver;
  const [first] = search
    .after(leaveFrom * 60, (found) => found.length > 0)
    .journeys.toSorted((a, b) => costHome(a) - costHome(b) || a.rides - b.rides);
  if (!out || !first) return null;
  const [access, egress] = [asHome(out.sourceTag), asPlace(out.targetTag)];
  const [back, home] = [asPlace(first.sourceTag), asHome(first.targetTag)];
  if (!access || !egress || !back || !home) return null;
  const there = search.trips(out, { from, to, access, egress }, offers);
  const homeward = search.trips(first, { from: to, to: from, access: back, egress: home }, offers);
  const waits = [
    pickUp - (there.arriveMinute ?? 0),
    (homeward.departMinute ?? Number.POSITIVE_INFINITY) - leaveFrom,
  ];
  if (Math.max(...waits) > LONGEST_WAIT_MINUTES) return null;
  return {
    there,
    homeward,
    used: [
      { journey: out, home: access, care: egress, trip: there },
      { journey: first, home, care: back, trip: homeward },
    ],
  };
}

function costThere({ rides, departSeconds }: Pick<TransitJourney, 'rides' | 'departSeconds'>) {
  return rides * SECONDS_PER_RIDE - departSeconds;
}

function costHome({ rides, arriveSeconds }: Pick<TransitJourney, 'rides' | 'arriveSeconds'>) {
  return rides * SECONDS_PER_RIDE + arriveSeconds;
}
