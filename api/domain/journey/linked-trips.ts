// Which trips does one vehicle run one after the other, its riders staying in?
//
// Between the last call of a trip and the first of the one it goes on as stands a seat: a place where one
// cannot be but in the vehicle. Searches see a change that asks for no time: the second trip leaves the seat
// later than the first comes by more than any margin, whenever it leaves its first stop.
// Where the second trip does not run every day of the first, days with the same seats make a service.

import type { LonLat } from '#domain/geo.ts';
import { blockLinks } from '#domain/journey/block-links.ts';
import { patternKey, type Run } from '#domain/journey/pack-patterns.ts';
import { runsOnDay, type Service } from '#domain/journey/service-calendar.ts';
import type { TripTimes } from '#domain/journey/trip-times.ts';

/** Numbers of two trips, in the order one vehicle runs them; `days`: not all those both run. */
export type TripLink = { from: number; to: number; days?: ReadonlySet<number> };

/** What a feed says of its vehicles; `apart` wins. */
type SaidOfVehicles = {
  links: readonly TripLink[];
  apart: readonly TripLink[];
  /** Trips of each block. */
  blocks: readonly (readonly number[])[];
};

/** `changeSeconds`: from a stop to another without margin; null: it depends on the vehicles. */
type Ground = {
  points: readonly LonLat[];
  changeSeconds: (from: number, to: number) => number | null;
};

/** A vehicle that stands longer than this is left by its riders. */
const LONGEST_STAY_SECONDS = 3600;
/** Any margin for changing is shorter: who is in the vehicle needs none. */
const LONGEST_MARGIN_SECONDS = 300;
/** Whoever has as much can change. */
const USUAL_MARGIN_SECONDS = 60;
const DAY_SECONDS = 86_400;
/** A night when clocks change is longer or shorter. */
const CLOCK_CHANGE_SECONDS = 3600;

const REGULAR = 0;
const NOT_POSSIBLE = 1;

/** Services are added to, when a trip needs them. */
type Calendar = { services: Service[]; serviceFeeds: number[] };

/** One seat between two trips; `comesSeconds`: when the first is there. */
type Seated = { seat: number; from: Run; to: Run; days: ReadonlySet<number>; comesSeconds: number };

/**
 * Seats take the numbers after those of the stops at `points`; `stops` tells at which stop each is,
 * `goesOn` the pairs of trips, in order, between which an ordinary change does as well as a seat.
 * Trips described by a frequency are left as they are: which of them goes on as which is not said.
 */
export function linkTrips(
  { links, apart, blocks }: SaidOfVehicles,
  runs: readonly Run[],
  calendar: Calendar,
  { points, changeSeconds }: Ground,
): { runs: readonly Run[]; stops: readonly number[]; goesOn: Int32Array } {
  const goesOn = new Int32Array();
  if (links.length === 0 && blocks.length === 0) return { runs, stops: [], goesOn };
  const single = singleRuns(runs);
  const daysOf = serviceDays(calendar.services);
  const inBlocks = blockLinks({
    blocks,
    runs: single,
    daysOf,
    points,
    longestStaySeconds: LONGEST_STAY_SECONDS,
    changeSeconds(from, to) {
      const seconds = changeSeconds(from, to);
      return seconds === null ? null : seconds + USUAL_MARGIN_SECONDS;
    },
  });
  const ends = ({ from, to }: TripLink) => `${from} ${to}`;
  const known = new Set([...links, ...apart].map(ends));
  const fresh = inBlocks.filter((link) => !known.has(ends(link)));
  const all = [...links, ...fresh.filter(({ isChange }) => !isChange)];
  const changes = fresh
    .filter(({ isChange, isWhole }) => isChange && isWhole)
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
    .flatMap(({ from, to }) => [from, to]);
  const { seats, stops } = giveSeats(all, single, daysOf, points.length);
  const answer = { stops, goesOn: Int32Array.from(changes) };
  if (seats.length === 0) return { runs, ...answer };
  const after = Map.groupBy(seats, ({ from }) => from);
  const before = Map.groupBy(seats, ({ to }) => to);
  const linked = runs.flatMap((run): Run[] => {
    const tails = after.get(run) ?? [];
    const heads = before.get(run) ?? [];
    if (tails.length === 0 && heads.length === 0) return [run];
    const days = [...daysOf(run.service)];
    const bySeats = Map.groupBy(days, (day) =>
      tails.flatMap((each) => (each.days.has(day) ? [each.seat] : [])).join(' '),
    );
    return [...bySeats].map(([key, same]) => ({
      ...run,
      service: same.length === days.length ? run.service : addService(calendar, run, same),
      times: withSeats(run.times, heads, key === '' ? [] : key.split(' ').map(Number)),
    }));
  });
  return { runs: linked, ...answer };
}

/**
 * Trips of two patterns share a seat when one always leaves it before the next comes: their runs can then
 * stay in one lane.
 */
function giveSeats(
  links: readonly TripLink[],
  single: ReadonlyMap<number, Run>,
  daysOf: (service: number) => ReadonlySet<number>,
  firstSeat: number,
): { seats: Seated[]; stops: number[] } {
  const mayMeet = sharedDays(daysOf);
  const stops: number[] = [];
  const byPatterns = new Map<string, Seated[][]>();
  const seats = links.flatMap(({ from: first, to: second, days }): Seated[] => {
    const [from, to] = [single.get(first), single.get(second)];
    if (!from || !to || from === to || !followsClosely(from.times, to.times)) return [];
    const key = `${patternKey(from)}>${patternKey(to)}`;
    const shared = byPatterns.get(key) ?? [];
    byPatterns.set(key, shared);
    const comesSeconds = from.times.arrivals.at(-1) ?? 0;
    const link = { from, to, days: days ?? daysOf(to.service), comesSeconds };
    const free = shared.find((others) => others.every((other) => isClear(link, other, mayMeet)));
    const seat = free?.[0]?.seat ?? firstSeat + stops.push(from.times.stops.at(-1) ?? 0) - 1;
    const seated = { ...link, seat };
    if (free) free.push(seated);
    else shared.push([seated]);
    return [seated];
  });
  return { seats, stops };
}

/** Never in one seat at one time: the day before and the day after count too. */
function isClear(
  a: Omit<Seated, 'seat'>,
  b: Seated,
  mayMeet: (a: number, b: number) => boolean,
): boolean {
  const apart = Math.abs(a.comesSeconds - b.comesSeconds);
  if (DAY_SECONDS - apart <= LONGEST_MARGIN_SECONDS + CLOCK_CHANGE_SECONDS) return false;
  if (apart > LONGEST_MARGIN_SECONDS) return true;
  return ![a.from, a.to].some((one) =>
    [b.from, b.to].some((other) => mayMeet(one.service, other.service)),
  );
}

function sharedDays(
  daysOf: (service: number) => ReadonlySet<number>,
): (a: number, b: number) => boolean {
  const known = new Map<string, boolean>();
  return (a, b) => {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const answer = known.get(key) ?? [...daysOf(a)].some((day) => daysOf(b).has(day));
    known.set(key, answer);
    return answer;
  };
}

/** Trips that run once a day. */
function singleRuns(runs: readonly Run[]): Map<number, Run> {
  const byTrip = Map.groupBy(runs, ({ trip }) => trip);
  return new Map(
    [...byTrip].flatMap(([trip, [run, ...others]]) =>
      run && others.length === 0 && !run.approximate && run.shiftSeconds === 0
        ? [[trip, run] as const]
        : [],
    ),
  );
}

/** The same service day: nobody stays in for the night. */
function followsClosely(first: TripTimes, second: TripTimes): boolean {
  const stay = (second.departures[0] ?? 0) - (first.arrivals.at(-1) ?? 0);
  return stay >= 0 && stay <= LONGEST_STAY_SECONDS;
}

/** Nobody gets off where the trip begins, nor on where it ends, once there is a seat. */
function withSeats(
  times: TripTimes,
  given: readonly Seated[],
  tails: readonly number[],
): TripTimes {
  const { stops, arrivals, departures, pickups, dropOffs } = times;
  const ends = arrivals.at(-1) ?? 0;
  const heads = given.toSorted((a, b) => a.comesSeconds - b.comesSeconds);
  const left = heads.map(({ comesSeconds }) => comesSeconds + LONGEST_MARGIN_SECONDS);
  const [lead, trail] = [heads.length > 0, tails.length > 0];
  return {
    stops: [...heads.map(({ seat }) => seat), ...stops, ...tails],
    arrivals: [...left, ...arrivals, ...tails.map(() => ends)],
    departures: [...left, ...departures, ...tails.map(() => ends)],
    pickups: [
      ...heads.map(() => REGULAR),
      ...(trail ? pickups.with(-1, NOT_POSSIBLE) : pickups),
      ...tails.map(() => NOT_POSSIBLE),
    ],
    dropOffs: [
      ...heads.map(() => NOT_POSSIBLE),
      ...(lead ? dropOffs.with(0, NOT_POSSIBLE) : dropOffs),
      ...tails.map(() => REGULAR),
    ],
  };
}

function addService(
  { services, serviceFeeds }: Calendar,
  run: Run,
  days: readonly number[],
): number {
  serviceFeeds.push(serviceFeeds[run.service] ?? 0);
  return services.push({ periods: [], exceptions: new Map(days.map((day) => [day, true])) }) - 1;
}

/** Days each service runs, listed once. */
function serviceDays(services: readonly Service[]): (service: number) => ReadonlySet<number> {
  const known = new Map<number, ReadonlySet<number>>();
  return (number) => {
    const service = services[number];
    const days = known.get(number) ?? new Set(service ? listDays(service) : []);
    known.set(number, days);
    return days;
  };
}

function* listDays(service: Service): Generator<number> {
  for (const { firstDay, lastDay } of service.periods) {
    for (let day = firstDay; day <= lastDay; day++) if (runsOnDay(service, day)) yield day;
  }
  for (const [day, runs] of service.exceptions) if (runs) yield day;
}
