// From which place to which place, when, does a route of a GTFS-Flex feed take people?
//
// Each place of a trip where one may be picked up leads to each later one where one may be set down.
// One row alone, or the same place twice: within. A trip and its way back are one pattern; when one of
// the two places holds the other, people go to and from the smaller one.

import type { DayHours } from '#domain/directory/opening-hours.ts';
import type { FlexCall, FlexFeed, FlexTrip } from '#domain/transport/flex-feed.ts';
import type { AreaRule } from '#domain/transport/offer.ts';

export type FlexPattern = {
  rule: AreaRule;
  originId: string;
  destinationId: string | null;
  bothWays: boolean;
  pickup: 'door' | 'stop';
  serviceId: string;
  windows: readonly DayHours[];
  durationFactor: number | null;
  durationOffsetSeconds: number | null;
  ruleId: string | null;
  wheelchair: number;
};

type Leg = Omit<FlexPattern, 'rule' | 'bothWays' | 'pickup' | 'windows'> & { window: DayHours };

/** Nobody is picked up, or set down. */
const NONE = 1;
const MINUTES_PER_DAY = 1440;

export function flexPatterns(feed: FlexFeed, routeId: string): FlexPattern[] {
  const legs = feed.trips.filter((trip) => trip.routeId === routeId).flatMap(legsOf);
  const isStops = new Set(feed.places.flatMap(({ kind, id }) => (kind === 'stops' ? [id] : [])));
  const merged = [...Map.groupBy(legs, keyOf).values()].map((same) => mergeWindows(same, isStops));
  const patterns: FlexPattern[] = [];
  for (const pattern of merged) {
    const back = patterns.findIndex((other) => isWayBack(pattern, other));
    const there = patterns[back];
    if (there === undefined) patterns.push(pattern);
    else patterns[back] = bothWays(there, feed);
  }
  return patterns;
}

function legsOf({ calls, ...trip }: FlexTrip): Leg[] {
  const [only, ...others] = calls;
  if (only !== undefined && others.length === 0) return [legOf(trip, only, only)];
  return calls.flatMap((from, index) =>
    from.pickup === NONE
      ? []
      : calls
          .slice(index + 1)
          .filter((to) => to.dropOff !== NONE)
          .map((to) => legOf(trip, from, to)),
  );
}

function legOf(trip: Omit<FlexTrip, 'calls'>, from: FlexCall, to: FlexCall): Leg {
  const { serviceId, durationFactor, durationOffsetSeconds, wheelchair } = trip;
  return {
    originId: from.placeId,
    destinationId: from.placeId === to.placeId ? null : to.placeId,
    serviceId,
    durationFactor,
    durationOffsetSeconds,
    wheelchair,
    ruleId: from.pickupRuleId ?? to.dropOffRuleId,
    window: {
      from: Math.ceil(from.fromSeconds / 60),
      to: Math.floor(Math.max(from.toSeconds, to.toSeconds) / 60),
    },
  };
}

/** The same way, days, booking and durations, at other hours. */
function keyOf({ window: _, ...leg }: Leg): string {
  return JSON.stringify(leg);
}

function mergeWindows(legs: readonly Leg[], isStops: ReadonlySet<string>): FlexPattern {
  const [{ window: _, ...leg }] = legs as readonly [Leg, ...Leg[]];
  const hours = new Map(legs.map(({ window }) => [`${window.from}-${window.to}`, window]));
  return {
    ...leg,
    rule: leg.destinationId === null ? 'within' : 'from_to',
    bothWays: leg.destinationId === null,
    pickup: isStops.has(leg.originId) ? 'stop' : 'door',
    // Hours of the night after belong to the next day, which `DayHours` cannot say.
    windows: [...hours.values()]
      .filter(({ from }) => from < MINUTES_PER_DAY)
      .map(({ from, to }) => ({ from, to: Math.min(to, MINUTES_PER_DAY) }))
      .sort((a, b) => a.from - b.from || a.to - b.to),
  };
}

function isWayBack(pattern: FlexPattern, other: FlexPattern): boolean {
  if (pattern.destinationId === null || other.bothWays) return false;
  const turned = {
    ...pattern,
    originId: pattern.destinationId,
    destinationId: pattern.originId,
    pickup: other.pickup,
  };
  return JSON.stringify(turned) === JSON.stringify(other);
}

function bothWays(there: FlexPattern, { covers }: FlexFeed): FlexPattern {
  const { originId, destinationId } = there;
  if (destinationId === null) return there;
  const holds = (outer: string, inner: string) =>
    covers.some(({ outerId, innerId }) => outerId === outer && innerId === inner);
  const inner = holds(destinationId, originId)
    ? { originId, destinationId }
    : holds(originId, destinationId)
      ? { originId: destinationId, destinationId: originId }
      : null;
  if (inner === null) return { ...there, bothWays: true };
  return { ...there, ...inner, rule: 'starts_or_ends_in', bothWays: true };
}
