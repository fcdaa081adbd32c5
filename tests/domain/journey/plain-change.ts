// How long does it take to change from one trip to another, by reading transfers.txt line by line?

import { distanceMeters } from '#domain/geo.ts';
import type { GtfsFeed, GtfsTransfer } from '#domain/journey/gtfs.ts';

/** Seconds from one stop to another, null when one cannot. A trip null: one comes from the street, or goes there. */
export type PlainChange = (
  from: string,
  to: string,
  arriving: string | null,
  leaving: string | null,
) => number | null;

/** Stations are not expanded. */
export function plainChange(feed: GtfsFeed): PlainChange {
  const routes = new Map(feed.trips.map(({ id, routeId }) => [id, routeId]));
  const stops = new Map(feed.stops.map((stop) => [stop.id, stop]));
  const served = new Set(feed.stopTimes.map(({ stopId }) => stopId));
  const rules = feed.transfers.filter(({ kind }) => kind <= 3);
  const walk = (from: string, to: string): { meters: number; seconds: number; isOne: boolean } => {
    const [a, b] = [stops.get(from), stops.get(to)];
    const meters = distanceMeters(a?.point ?? [0, 0], b?.point ?? [0, 0]);
    const isOne = a?.parentId != null && a.parentId === b?.parentId;
    if (from === to) return { meters: 0, seconds: 0, isOne: true };
    return { meters, isOne, seconds: Math.max(60, Math.ceil(Math.round(meters * 1.3) / 1.25)) };
  };
  const holds = (rule: GtfsTransfer, arriving: string | null, leaving: string | null): boolean => {
    const isFor = (trip: string | null, tripId: string | null, routeId: string | null) =>
      tripId !== null
        ? tripId === trip
        : routeId === null || (trip !== null && routes.get(trip) === routeId);
    return (
      isFor(arriving, rule.fromTripId, rule.fromRouteId) &&
      isFor(leaving, rule.toTripId, rule.toRouteId)
    );
  };
  return (from, to, arriving, leaving) => {
    const isStreet = arriving === null || leaving === null;
    if (isStreet && from === to) return 0;
    const { meters, seconds, isOne } = walk(from, to);
    const [rule] = rules
      .filter(({ fromStopId, toStopId }) => fromStopId === from && toStopId === to)
      .filter((one) => (isStreet ? fineness(one) === 6 : holds(one, arriving, leaving)))
      .toReversed()
      .sort((a, b) => fineness(a) - fineness(b));
    // Nobody changes where nothing calls, unless the feed says so.
    if (!rule && !(served.has(from) && served.has(to))) return null;
    if (!rule) return meters <= 600 || isOne ? seconds : null;
    if (rule.kind === 3) return null;
    return rule.kind === 2 ? (rule.minSeconds ?? seconds) : seconds;
  };
}

/** 1 the finest, 6 the stops alone: the order of the specification; of two alike, the vehicle one comes with. */
function fineness({ fromTripId, toTripId, fromRouteId, toRouteId }: GtfsTransfer): number {
  if (fromTripId !== null && toTripId !== null) return 1;
  if (fromTripId !== null) return toRouteId === null ? 3 : 2;
  if (toTripId !== null) return fromRouteId === null ? 3.5 : 2.5;
  if (fromRouteId !== null && toRouteId !== null) return 4;
  if (fromRouteId !== null) return 5;
  return toRouteId !== null ? 5.5 : 6;
}
