// What times does a trip keep at each of its stops, when the feed leaves some blank?

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import type { GtfsStopTime } from '#domain/journey/gtfs.ts';

/** One trip, calls in order, every time known and never going back. */
export type TripTimes = {
  stops: number[];
  arrivals: number[];
  departures: number[];
  pickups: number[];
  dropOffs: number[];
};

export type TripFault = 'one_stop' | 'first_or_last_time_missing' | 'times_go_back';

/**
 * `rows` may come in any order. `stopOf` gives the number of a stop, or undefined when the vehicle
 * cannot be caught there (flex rows, stop without a position): the call is left out. Blank times are shared out by shape distance, else by distance between stops, else evenly.
 */
export function tripTimes(
  rows: readonly GtfsStopTime[],
  stopOf: (stopId: string) => number | undefined,
  pointOf: (stop: number) => LonLat,
): TripTimes | TripFault {
  const calls: GtfsStopTime[] = [];
  const stops: number[] = [];
  const arrivals: (number | null)[] = [];
  const departures: (number | null)[] = [];
  for (const call of rows.toSorted((a, b) => a.sequence - b.sequence)) {
    const stop = call.stopId === null ? undefined : stopOf(call.stopId);
    if (stop === undefined) continue;
    calls.push(call);
    stops.push(stop);
    arrivals.push(call.arrivalSeconds ?? call.departureSeconds);
    departures.push(call.departureSeconds ?? call.arrivalSeconds);
  }
  if (stops.length < 2) return 'one_stop';
  const last = stops.length - 1;
  if (arrivals[0] == null || arrivals[last] == null) return 'first_or_last_time_missing';

  for (let known = 0; known < last; ) {
    let next = known + 1;
    while (arrivals[next] == null) next++;
    if (next > known + 1) fillBlanks(calls, stops, arrivals, departures, known, next, pointOf);
    known = next;
  }

  const full: TripTimes = {
    stops,
    arrivals: arrivals.map((seconds) => seconds ?? 0),
    departures: departures.map((seconds) => seconds ?? 0),
    pickups: calls.map((call) => call.pickup),
    dropOffs: calls.map((call) => call.dropOff),
  };
  return goesBack(full) ? 'times_go_back' : full;
}

function fillBlanks(
  calls: readonly GtfsStopTime[],
  stops: readonly number[],
  arrivals: (number | null)[],
  departures: (number | null)[],
  from: number,
  to: number,
  pointOf: (stop: number) => LonLat,
): void {
  const start = departures[from] ?? 0;
  const end = arrivals[to] ?? 0;
  const along = alongShape(calls, from, to) ?? alongStops(stops, from, to, pointOf);
  const total = along[along.length - 1] ?? 0;
  for (let index = from + 1; index < to; index++) {
    const step = index - from;
    const share = total > 0 ? (along[step] ?? 0) / total : step / (to - from);
    const seconds = Math.round(start + (end - start) * share);
    arrivals[index] = seconds;
    departures[index] = seconds;
  }
}

/** Distance from `from` to each call up to `to`; null when the feed does not say, or goes back. */
function alongShape(calls: readonly GtfsStopTime[], from: number, to: number): number[] | null {
  const origin = calls[from]?.shapeDistance;
  if (origin == null) return null;
  const along: number[] = [];
  let previous = 0;
  for (let index = from; index <= to; index++) {
    const distance = calls[index]?.shapeDistance;
    if (distance == null || distance - origin < previous) return null;
    previous = distance - origin;
    along.push(previous);
  }
  return along;
}

function alongStops(
  stops: readonly number[],
  from: number,
  to: number,
  pointOf: (stop: number) => LonLat,
): number[] {
  const along = [0];
  let total = 0;
  for (let index = from + 1; index <= to; index++) {
    total += distanceMeters(pointOf(stops[index - 1] ?? 0), pointOf(stops[index] ?? 0));
    along.push(total);
  }
  return along;
}

function goesBack({ arrivals, departures }: TripTimes): boolean {
  let latest = arrivals[0] ?? 0;
  for (let index = 0; index < arrivals.length; index++) {
    const arrival = arrivals[index] ?? 0;
    const departure = departures[index] ?? 0;
    if (arrival < latest || departure < arrival) return true;
    latest = departure;
  }
  return false;
}
