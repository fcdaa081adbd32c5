// The slow and obvious answer to the same questions: every trip from every stop, until nothing improves.

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
  const staysIn = (fromTrip: string, toTrip: string) => {
    const links = feed.transfers.filter(
      (row) => row.fromTripId === fromTrip && row.toTripId === toTrip,
    );
    return links.some(({ kind }) => kind === 4) && !links.some(({ kind }) => kind === 5);
  };
  const byTrip = Map.groupBy(runs, (run) => run.tripId);
  return { runs, stopIds, walks, change, staysIn, isRuled, byTrip };
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
  const { runs, walks, isRuled } = plain;
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
  for (let rides = 1; rides <= maxRides; rides++) {
    const margin = rides === 1 ? 0 : changeSeconds;
    const arrived = new Map<string, number>();
    for (const { calls } of runs) {
      let aboard = false;
      for (const { stop, arrive, depart: leave, board, alight } of calls) {
        if (aboard && alight) lower(arrived, stop, arrive);
        const at = ready.get(stop);
        aboard ||= board && at !== undefined && at + margin <= leave;
      }
    }
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
  { runs, change, stopIds, staysIn }: Plain,
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
  const goesOn = new Map(
    runs.map((run) => [run, runs.filter((next) => follows(run, next) && hasLink(run, next))]),
  );
  function hasLink(run: Run, next: Run): boolean {
    return run !== next && staysIn(run.tripId, next.tripId);
  }
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

function lower(times: Map<string, number>, stop: string, seconds: number): void {
  if (seconds < (times.get(stop) ?? Number.POSITIVE_INFINITY)) times.set(stop, seconds);
}
