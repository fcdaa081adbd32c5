// The slow and obvious answer to the same questions: every trip from every stop, until nothing improves.

import { distanceMeters } from '#domain/geo.ts';
import type { GtfsFeed } from '#domain/journey/gtfs.ts';
import { readServices, runsOnDay } from '#domain/journey/service-calendar.ts';
import { serviceDayShift } from '#domain/journey/service-day.ts';
import { addDays, dayNumber } from '#domain/time.ts';
import { type PlainChange, plainChange } from './plain-change.ts';

type Call = { stop: string; arrive: number; depart: number; board: boolean; alight: boolean };

/** `day`: 0 for a trip of the day itself, -1 of the day before, 1 of the day after. */
type Run = { tripId: string; day: number; calls: Call[] };

export type Plain = {
  runs: Run[];
  byTrip: ReadonlyMap<string, readonly Run[]>;
  stopIds: readonly string[];
  /** Whatever the vehicles. */
  walks: { from: string; to: string; seconds: number }[];
  /** From one trip to another. */
  change: PlainChange;
  /** Runs the vehicle of a run goes on as, its riders staying in. */
  goesOn: ReadonlyMap<Run, readonly Run[]>;
  /** Whether the riders of a trip may stay in its vehicle, which goes on as the other. */
  staysIn: (fromTrip: string, toTrip: string) => boolean;
  /** Whether the time to change may depend on the trips. */
  isRuled: boolean;
};

/** Runs of the day before, the day and the day after, in seconds of the day; all walks under 600 m or within a station. */
export function plainDay(feed: GtfsFeed, date: string): Plain {
  const services = readServices(feed);
  const rows = Map.groupBy(feed.stopTimes, (row) => row.tripId);
  const runs: Plain['runs'] = [];
  for (const offset of [-1, 0, 1]) {
    const day = dayNumber(addDays(date, offset));
    const shift = serviceDayShift(date, offset);
    for (const trip of feed.trips) {
      const service = services.get(trip.serviceId);
      if (!service || !runsOnDay(service, day)) continue;
      const calls = (rows.get(trip.id) ?? [])
        .toSorted((a, b) => a.sequence - b.sequence)
        .map((row) => ({
          stop: row.stopId ?? '',
          arrive: (row.arrivalSeconds ?? 0) + shift,
          depart: (row.departureSeconds ?? 0) + shift,
          board: row.pickup !== 1,
          alight: row.dropOff !== 1,
        }));
      // The view of a day goes from its midnight to the noon after next.
      const [first, last] = [calls[0], calls.at(-1)];
      if ((last?.arrive ?? 0) < 0 || (first?.arrive ?? 0) > 36 * 3600) continue;
      runs.push({ tripId: trip.id, day: offset, calls });
    }
  }
  const change = plainChange(feed);
  const stopIds = feed.stops.map(({ id }) => id);
  const walks = stopIds.flatMap((from) =>
    stopIds.flatMap((to) => {
      const seconds = from === to ? null : change(from, to, null, null);
      return seconds === null ? [] : [{ from, to, seconds }];
    }),
  );
  const isRuled = feed.transfers.length > 0;
  const said = Map.groupBy(
    feed.transfers.filter(({ kind }) => kind >= 4),
    ({ fromTripId, toTripId }) => `${fromTripId} ${toTripId}`,
  );
  const blocks = new Map(feed.trips.map(({ id, blockId }) => [id, blockId ?? null]));
  const order = new Map(feed.trips.map(({ id }, index) => [id, index]));
  const byBlock = Map.groupBy(runs, ({ tripId, day }) => `${blocks.get(tripId)} ${day}`);
  const nextInBlock = (run: Run): Run | undefined =>
    blocks.get(run.tripId) === null
      ? undefined
      : byBlock
          .get(`${blocks.get(run.tripId)} ${run.day}`)
          ?.filter((next) => next !== run && isAfter(run, next))
          .toSorted(
            (a, b) =>
              startOf(a) - startOf(b) || (order.get(a.tripId) ?? 0) - (order.get(b.tripId) ?? 0),
          )[0];
  const isAfter = (run: Run, next: Run) =>
    startOf(next) >= (run.calls.at(-1)?.arrive ?? 0) &&
    (startOf(next) > startOf(run) || (order.get(next.tripId) ?? 0) > (order.get(run.tripId) ?? 0));
  const points = new Map(feed.stops.map(({ id, point }) => [id, point ?? ([0, 0] as const)]));
  const meters = (a: string, b: string) =>
    distanceMeters(points.get(a) ?? [0, 0], points.get(b) ?? [0, 0]);
  const leadsOn = ({ calls }: Run, next: Run) =>
    meters(calls.at(-1)?.stop ?? '', next.calls[0]?.stop ?? '') <= 10 &&
    next.calls.some(({ stop }) => calls.every((before) => meters(before.stop, stop) > 150));
  const linked = Map.groupBy(
    feed.transfers.filter(({ kind }) => kind === 4),
    ({ fromTripId }) => fromTripId ?? '',
  );
  const goesOn = new Map(
    runs.map((run) => {
      const told = new Set(linked.get(run.tripId)?.map(({ toTripId }) => toTripId));
      const next = nextInBlock(run);
      const all = runs.filter(
        (one) =>
          one !== run &&
          follows(run, one) &&
          (told.has(one.tripId) || (one === next && leadsOn(run, one))) &&
          !said.get(`${run.tripId} ${one.tripId}`)?.some(({ kind }) => kind === 5),
      );
      return [run, all];
    }),
  );
  const stays = new Set(
    [...goesOn].flatMap(([run, all]) => all.map((next) => `${run.tripId} ${next.tripId}`)),
  );
  const staysIn = (fromTrip: string, toTrip: string) => stays.has(`${fromTrip} ${toTrip}`);
  const byTrip = Map.groupBy(runs, (run) => run.tripId);
  return { runs, stopIds, walks, change, goesOn, staysIn, isRuled, byTrip };
}

/** Earliest arrival at `to` with at most 1, 2, … `maxRides` rides; Infinity when there is none. */
export function earliest(
  plain: Plain,
  from: string,
  to: string,
  depart: number,
  maxRides: number,
  changeSeconds: number,
): number[] {
  return earliestEverywhere(plain, from, depart, maxRides, changeSeconds).map(
    (arrivals) => arrivals.get(to) ?? Number.POSITIVE_INFINITY,
  );
}

/** By number of rides: the earliest arrival at each stop with at least one ride and at most so many. */
export function earliestEverywhere(
  plain: Plain,
  from: string,
  depart: number,
  maxRides: number,
  changeSeconds: number,
): Map<string, number>[] {
  const { runs, walks, isRuled, goesOn } = plain;
  if (isRuled) return earliestUnderRules(plain, from, depart, maxRides, changeSeconds);
  const afterWalks = (arrived: ReadonlyMap<string, number>): Map<string, number> => {
    const ready = new Map(arrived);
    for (const { from: start, to: end, seconds } of walks) {
      const at = arrived.get(start);
      if (at !== undefined) lower(ready, end, at + seconds);
    }
    return ready;
  };
  const answers: Map<string, number>[] = [];
  let ready = afterWalks(new Map([[from, depart]]));
  let seated = new Set<Run>();
  for (let rides = 1; rides <= maxRides; rides++) {
    const margin = rides === 1 ? 0 : changeSeconds;
    const arrived = new Map<string, number>();
    const stayed = new Set<Run>();
    for (const run of runs) {
      let aboard = seated.has(run);
      for (const [index, call] of run.calls.entries()) {
        const { stop, arrive, depart: leave, board, alight } = call;
        if (aboard && alight && index > 0) lower(arrived, stop, arrive);
        if (aboard && index === run.calls.length - 1) stayed.add(run);
        const at = ready.get(stop);
        aboard ||= board && at !== undefined && at + margin <= leave;
      }
    }
    seated = new Set([...stayed].flatMap((run) => goesOn.get(run) ?? []));
    ready = afterWalks(arrived);
    const best = new Map(answers.at(-1) ?? []);
    for (const [stop, seconds] of ready) lower(best, stop, seconds);
    answers.push(best);
  }
  return answers;
}

const LONGEST_STAY = 3600;

/** The same, one arrival for each trip that brings somebody to each stop, and those who stay in. */
function earliestUnderRules(
  { runs, change, stopIds, goesOn }: Plain,
  from: string,
  depart: number,
  maxRides: number,
  changeSeconds: number,
): Map<string, number>[] {
  type Arrivals = { stop: string; trip: string | null; seconds: number }[];
  const readyAt = (arrived: Arrivals, stop: string, trip: string | null): number =>
    arrived.reduce((best, one) => {
      const seconds = change(one.stop, stop, one.trip, trip);
      return seconds === null ? best : Math.min(best, one.seconds + seconds);
    }, Number.POSITIVE_INFINITY);
  const answers: Map<string, number>[] = [];
  let arrived: Arrivals = [{ stop: from, trip: null, seconds: depart }];
  let seated = new Set<Run>();
  for (let rides = 1; rides <= maxRides; rides++) {
    const margin = rides === 1 ? 0 : changeSeconds;
    const next: Arrivals = [];
    const stayed = new Set<Run>();
    for (const run of runs) {
      let aboard = seated.has(run);
      for (const [index, { stop, arrive, depart: leave, board, alight }] of run.calls.entries()) {
        // Who has stayed in does not get off at the first call.
        if (aboard && alight && index > 0) next.push({ stop, trip: run.tripId, seconds: arrive });
        if (aboard && index === run.calls.length - 1) stayed.add(run);
        aboard ||= board && readyAt(arrived, stop, run.tripId) + margin <= leave;
      }
    }
    seated = new Set([...stayed].flatMap((run) => goesOn.get(run) ?? []));
    arrived = next;
    const best = new Map(answers.at(-1) ?? []);
    for (const stop of stopIds) {
      const seconds = readyAt(arrived, stop, null);
      if (Number.isFinite(seconds)) lower(best, stop, seconds);
    }
    answers.push(best);
  }
  return answers;
}

/** The same service day, and no long stay in between. */
function follows(run: Run, next: Run): boolean {
  const stay = (next.calls[0]?.depart ?? 0) - (run.calls.at(-1)?.arrive ?? 0);
  return run.day === next.day && stay >= 0 && stay <= LONGEST_STAY;
}

function startOf({ calls }: Run): number {
  return calls[0]?.depart ?? 0;
}

function lower(times: Map<string, number>, stop: string, seconds: number): void {
  if (seconds < (times.get(stop) ?? Number.POSITIVE_INFINITY)) times.set(stop, seconds);
}
