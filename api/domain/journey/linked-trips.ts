// Which trips does one vehicle run one after the other, its riders staying in?
//
// Between the last call of a trip and the first of the one it goes on as stands a seat: a place only these
// two trips call at, where one cannot be but in the vehicle. Searches see a change that asks for no time.
// Where the second trip does not run every day of the first, days with the same seats make a service.

import type { Run } from '#domain/journey/pack-patterns.ts';
import { runsOnDay, type Service } from '#domain/journey/service-calendar.ts';
import type { TripTimes } from '#domain/journey/trip-times.ts';

/** Numbers of two trips, in the order one vehicle runs them. */
export type TripLink = { from: number; to: number };

/** A vehicle that stands longer than this is left by its riders. */
const LONGEST_STAY_SECONDS = 3600;
/** Any margin for changing is shorter: who is in the vehicle needs none. */
const LONGEST_MARGIN_SECONDS = 3600;

const REGULAR = 0;
const NOT_POSSIBLE = 1;

/** Services are added to, when a trip needs them. */
type Calendar = { services: Service[]; serviceFeeds: number[] };

/**
 * Seats take the numbers from `firstSeat` on; `stops` tells at which stop each is. Trips described by a
 * frequency are left as they are: which of them goes on as which is not said.
 */
export function linkTrips(
  links: readonly TripLink[],
  runs: readonly Run[],
  calendar: Calendar,
  firstSeat: number,
): { runs: readonly Run[]; stops: readonly number[] } {
  const single = links.length === 0 ? new Map<number, Run>() : singleRuns(runs);
  const seats: { seat: number; from: Run; to: Run }[] = [];
  const stops: number[] = [];
  for (const link of links) {
    const [from, to] = [single.get(link.from), single.get(link.to)];
    if (!from || !to || from === to || !followsClosely(from.times, to.times)) continue;
    seats.push({ seat: firstSeat + stops.push(from.times.stops.at(-1) ?? 0) - 1, from, to });
  }
  if (seats.length === 0) return { runs, stops };
  const after = Map.groupBy(seats, ({ from }) => from);
  const before = Map.groupBy(seats, ({ to }) => to);
  const daysOf = serviceDays(calendar.services);
  const linked = runs.flatMap((run): Run[] => {
    const tails = after.get(run) ?? [];
    const heads = (before.get(run) ?? []).map(({ seat }) => seat);
    if (tails.length === 0 && heads.length === 0) return [run];
    const days = [...daysOf(run.service)];
    const next = tails.map(({ seat, to }) => ({ seat, days: daysOf(to.service) }));
    const bySeats = Map.groupBy(days, (day) =>
      next.flatMap((each) => (each.days.has(day) ? [each.seat] : [])).join(' '),
    );
    return [...bySeats].map(([key, same]) => ({
      ...run,
      service: same.length === days.length ? run.service : addService(calendar, run, same),
      times: withSeats(run.times, heads, key === '' ? [] : key.split(' ').map(Number)),
    }));
  });
  return { runs: linked, stops };
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
  heads: readonly number[],
  tails: readonly number[],
): TripTimes {
  const { stops, arrivals, departures, pickups, dropOffs } = times;
  const [begins = 0, leaves = 0, ends = 0] = [arrivals[0], departures[0], arrivals.at(-1)];
  const [lead, trail] = [heads.length > 0, tails.length > 0];
  return {
    stops: [...heads, ...stops, ...tails],
    arrivals: [...heads.map(() => begins), ...arrivals, ...tails.map(() => ends)],
    departures: [
      ...heads.map(() => leaves + LONGEST_MARGIN_SECONDS),
      ...departures,
      ...tails.map(() => ends),
    ],
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
