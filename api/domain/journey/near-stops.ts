// Which stops does one look for around a door: those a walk away, and those one may be driven to?

import type { LonLat } from '#domain/geo.ts';
import { keepLast } from '#domain/journey/keep-last.ts';
import { nearestOfEach, type StopAway, stopsAround } from '#domain/journey/stop-grid.ts';
import type { Timetable } from '#domain/journey/timetable.ts';

const WALK_RADIUS_METERS = 2_000;
/** Tried one after the other until enough stops are found. */
const RIDE_RADII_METERS = [5_000, 15_000, 35_000];
export const LONGEST_RIDE_METERS = 35_000;
/** Nearest stops a feeder is tried to: enough for a region, small enough to stay quick. */
const MAX_RIDE_STOPS = 60;
/** Of each feed, whatever the others hold: the quays of a town never hide the station beside it. */
const LEAST_FEED_STOPS = 20;

/** Nearest first. */
export type NearStops = { walk: readonly number[]; car: readonly number[] };

/** Around the last doors asked about: a home is that of many places of care. */
const kept = keepLast<Timetable, NearStops>(8);

export function nearStops(timetable: Timetable, point: LonLat, byCar: boolean): NearStops {
  return kept(timetable, `${point} ${byCar}`, () => findStops(timetable, point, byCar));
}

function findStops(timetable: Timetable, point: LonLat, byCar: boolean): NearStops {
  const { grid } = timetable;
  const numbers = (found: readonly StopAway[]) => found.map(({ stop }) => stop);
  if (!byCar) return { walk: numbers(stopsAround(grid, point, WALK_RADIUS_METERS)), car: [] };
  let found: StopAway[] = [];
  for (const radius of RIDE_RADII_METERS) {
    found = stopsAround(grid, point, radius);
    if (found.length >= MAX_RIDE_STOPS) break;
  }
  const walk = numbers(found.filter(({ meters }) => meters <= WALK_RADIUS_METERS));
  const nearest = numbers(found.slice(0, MAX_RIDE_STOPS));
  if (timetable.feeds.length < 2 || found.length < MAX_RIDE_STOPS) return { walk, car: nearest };
  const groups = feedNumbers(timetable);
  const ofFeeds = nearestOfEach(grid, groups, point, LONGEST_RIDE_METERS, LEAST_FEED_STOPS);
  return { walk, car: [...new Set([...nearest, ...numbers(ofFeeds)])] };
}

const numbered = new WeakMap<Timetable, Int32Array>();

/** By stop: one number for each feed. */
function feedNumbers(timetable: Timetable): Int32Array {
  const known = numbered.get(timetable);
  if (known) return known;
  const feeds = new Map<string, number>();
  const numbers = Int32Array.from(timetable.stops, ({ feedId }) => {
    const number = feeds.get(feedId) ?? feeds.size;
    feeds.set(feedId, number);
    return number;
  });
  numbered.set(timetable, numbers);
  return numbers;
}
