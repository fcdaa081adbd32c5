// With one line and no change of vehicle, how early can one be at care, and how late can one leave it?
//
// On foot to the stop and from the stop, by the labelled estimate, within what the planner walks to a stop. The
// earliest arrival and the latest departure of a day say all: care open between the two can be gone to and left.

import type { LonLat } from '#domain/geo.ts';
import { estimateWalk } from '#domain/journey/road-estimate.ts';
import type { HalfDayMask } from './half-days.ts';
import { MOST_MINUTES_ONE_WAY, VISIT_MINUTES } from './no-car-bounds.ts';
import { halfDaysOf, NO_CALL, slotsBetween } from './no-car-model.ts';

/** As the planner walks to a stop, and waits there. */
export const MOST_STOP_WALK_MINUTES = 30;
const PLATFORM_MINUTES = 3;
const DAY_MINUTES = 1_440;
const WEEK_DAYS = 7;
const NEVER = 0xffff;

/** On foot from a stop; within the bound. */
export type Near = { number: number; minutes: number };

/** Calls at stops by number; `times`: arrivals then departures, `NO_CALL` where one does not get off, or on. */
export type Pattern = {
  stops: readonly number[];
  runs: readonly { weekdays: number; times: readonly number[] }[];
};

/** By weekday, Monday first: earliest arrival at care, then latest departure from it; `NEVER`, or 0: none. */
export type Rides = { arrive: Uint16Array; leave: Uint16Array };

/** By home × sites + site. */
export type RidesByPair = Map<number, Rides>;

export const pairOf = (home: number, site: number, siteCount: number): number =>
  home * siteCount + site;

export function nearStops(stops: readonly LonLat[], points: readonly LonLat[]): Near[][] {
  return stops.map((stop) =>
    points.flatMap((point, number) => {
      const near = walkBetween(stop, point, MOST_STOP_WALK_MINUTES);
      return near === null ? [] : [{ number, minutes: near }];
    }),
  );
}

/** Null: farther than that. */
export function walkBetween(from: LonLat, to: LonLat, most: number): number | null {
  // A hundredth of a degree is 700 m at least in France: no sum for what is plainly far.
  const degrees = (most * MOST_METERS_A_MINUTE) / METERS_A_DEGREE;
  if (Math.abs(from[0] - to[0]) > degrees || Math.abs(from[1] - to[1]) > degrees) return null;
  const { minutes } = estimateWalk(from, to);
  return minutes <= most ? minutes : null;
}

const MOST_METERS_A_MINUTE = 75;
const METERS_A_DEGREE = 70_000;

/** `later`: minutes each weekday's runs leave later. */
export function addRides(
  rides: RidesByPair,
  patterns: readonly Pattern[],
  near: { homes: readonly (readonly Near[])[]; sites: readonly (readonly Near[])[] },
  siteCount: number,
  later: readonly number[] = [],
): RidesByPair {
  for (const { stops, runs } of patterns) {
    for (let from = 0; from < stops.length; from++) {
      for (let to = from + 1; to < stops.length; to++) {
        const [first, last] = [stops[from] ?? 0, stops[to] ?? 0];
        const calls = { from: from + stops.length, to };
        for (const home of near.homes[first] ?? []) {
          for (const site of near.sites[last] ?? []) {
            const pair = pairOf(home.number, site.number, siteCount);
            ride(ridesOf(rides, pair), 'there', runs, calls, [home.minutes, site.minutes], later);
          }
        }
        for (const site of near.sites[first] ?? []) {
          for (const home of near.homes[last] ?? []) {
            const pair = pairOf(home.number, site.number, siteCount);
            ride(ridesOf(rides, pair), 'back', runs, calls, [site.minutes, home.minutes], later);
          }
        }
      }
    }
  }
  return rides;
}

function ridesOf(rides: RidesByPair, pair: number): Rides {
  const known = rides.get(pair);
  if (known !== undefined) return known;
  const made = {
    arrive: new Uint16Array(WEEK_DAYS).fill(NEVER),
    leave: new Uint16Array(WEEK_DAYS),
  };
  rides.set(pair, made);
  return made;
}

function ride(
  { arrive, leave }: Rides,
  way: 'there' | 'back',
  runs: Pattern['runs'],
  calls: { from: number; to: number },
  [walkBefore, walkAfter]: readonly [number, number],
  later: readonly number[],
): void {
  for (const { weekdays, times } of runs) {
    const [board, alight] = [times[calls.from] ?? NO_CALL, times[calls.to] ?? NO_CALL];
    if (board === NO_CALL || alight === NO_CALL) continue;
    for (let day = 0; day < WEEK_DAYS; day++) {
      if ((weekdays & (1 << day)) === 0) continue;
      const start = board + (later[day] ?? 0) - walkBefore - PLATFORM_MINUTES;
      const end = alight + (later[day] ?? 0) + walkAfter;
      if (start < 0 || end >= DAY_MINUTES || end - start > MOST_MINUTES_ONE_WAY) continue;
      if (way === 'there') arrive[day] = Math.min(arrive[day] ?? NEVER, end);
      else leave[day] = Math.max(leave[day] ?? 0, start);
    }
  }
}

/** The best of two lines, one there and the other back included. */
export function joinRides(a: Rides | undefined, b: Rides | undefined): Rides | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return {
    arrive: a.arrive.map((each, day) => Math.min(each, b.arrive[day] ?? NEVER)),
    leave: a.leave.map((each, day) => Math.max(each, b.leave[day] ?? 0)),
  };
}

/** Half-days on which care that receives in these slots is gone to and left. */
export function rideHalfDays(rides: Rides | undefined, slots: readonly number[]): HalfDayMask {
  if (rides === undefined) return 0;
  return halfDaysOf(
    slots.map((bits, day) => {
      const [arrive, leave] = [rides.arrive[day] ?? NEVER, rides.leave[day] ?? 0];
      return bits === 0 || arrive > leave ? 0 : bits & slotsBetween(arrive, leave - VISIT_MINUTES);
    }),
  );
}
