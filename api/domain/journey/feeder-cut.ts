// Of all the offers that reach the stops at one end, which are tried for this person, this day and this hour?

import type { AppointmentWindow } from '#domain/journey/appointment-window.ts';
import { type AskedDay, hoursAround } from '#domain/journey/ride-time.ts';
import type { StopClass } from '#domain/journey/stop-class.ts';
import type { TripEnds } from '#domain/journey/trip-ends.ts';
import { momentAt } from '#domain/time.ts';
import type { Profile } from '#domain/transport/eligibility.ts';
import { evaluateEligibility } from '#domain/transport/evaluate-eligibility.ts';
import type { Offer, TravelPattern } from '#domain/transport/offer.ts';
import { runsOn } from '#domain/transport/runs-on.ts';

/** Tried each way at one end, on foot and by one's own car aside: each multiplies the searches. */
const MAX_FEEDERS = 4;
/** Nobody is taken to a station longer than this before the appointment, nor the day before. */
const EARLIEST_MINUTES = 12 * 60;
/** Nobody is taken home from one the day after. */
const LATEST_MINUTES = 26 * 60;

type Way = 'there' | 'back';

/** The offers that refuse the person. */
export function refusedOffers({ home, care }: TripEnds, profile: Profile): ReadonlySet<Offer> {
  const offers = new Set([...home, ...care].flatMap(({ offer }) => offer ?? []));
  return new Set(
    [...offers].filter(
      ({ eligibility }) => evaluateEligibility(eligibility, profile).value === false,
    ),
  );
}

/**
 * Those that take the person and run at such hours come first, then those that say why they do not;
 * among them, those a stop is the least far by.
 */
export function cutFeeders(
  classes: readonly StopClass[],
  ask: { day: AskedDay; window: AppointmentWindow; refused: ReadonlySet<Offer> },
): StopClass[] {
  const fed = classes.filter(({ pattern }) => pattern !== null);
  if (fed.length <= MAX_FEEDERS) return [...classes];
  const kept = new Set(classes.filter(({ pattern }) => pattern === null));
  for (const way of ['there', 'back'] as const) {
    const ranked = fed
      .filter(({ only }) => only === undefined || only === way)
      .map((each) => ({ each, rank: isTaken(each, way, ask) ? 0 : 1, seconds: leastSeconds(each) }))
      .toSorted((a, b) => a.rank - b.rank || a.seconds - b.seconds);
    for (const { each } of ranked.slice(0, MAX_FEEDERS)) kept.add(each);
  }
  return classes.filter((each) => kept.has(each));
}

function isTaken(
  { offer, pattern }: StopClass,
  way: Way,
  { day, window, refused }: Parameters<typeof cutFeeders>[1],
): boolean {
  if (offer === null || pattern === null || refused.has(offer)) return false;
  const bound = way === 'there' ? window.arriveByMinute : window.leaveFromMinute;
  if (!runsOn(pattern.calendar, momentAt(day.date, bound).date, day.zone)) return false;
  return isOpen(pattern, way, day, bound);
}

/** Some of its hours lie before the appointment, or after it. */
function isOpen(pattern: TravelPattern, way: Way, day: AskedDay, bound: number): boolean {
  if (pattern.windows.length === 0) return true;
  return hoursAround(pattern, day, bound).some(({ from, to }) =>
    way === 'there'
      ? from < bound && to > Math.max(0, bound - EARLIEST_MINUTES)
      : to > bound && from < LATEST_MINUTES,
  );
}

function leastSeconds({ reach }: StopClass): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { seconds } of reach.values()) least = Math.min(least, seconds);
  return least;
}
