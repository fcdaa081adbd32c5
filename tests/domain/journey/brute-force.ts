// The slow and obvious answer to the same questions: every trip from every stop, until nothing improves.

import { distanceMeters } from '#domain/geo.ts';
import type { GtfsFeed } from '#domain/journey/gtfs.ts';
import { readServices, runsOnDay } from '#domain/journey/service-calendar.ts';
import { serviceDayShift } from '#domain/journey/service-day.ts';
import { addDays, dayNumber } from '#domain/time.ts';

type Call = { stop: string; arrive: number; depart: number; board: boolean; alight: boolean };

type Run = { tripId: string; calls: Call[] };

export type Plain = {
  runs: Run[];
  byTrip: ReadonlyMap<string, readonly Run[]>;
  walks: { from: string; to: string; seconds: number }[];
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
      if ((last?.arrive ?? 0) < 0 || (first?.depart ?? 0) > 36 * 3600) continue;
      runs.push({ tripId: trip.id, calls });
    }
  }
  const served = new Set(feed.stopTimes.map((row) => row.stopId));
  const stops = feed.stops.filter(({ id }) => served.has(id));
  const walks: Plain['walks'] = [];
  for (const from of stops) {
    for (const to of stops) {
      if (from === to || !from.point || !to.point) continue;
      const meters = distanceMeters(from.point, to.point);
      const seconds = Math.max(60, Math.ceil(Math.round(meters * 1.3) / 1.25));
      const oneStation = from.parentId !== null && from.parentId === to.parentId;
      if (meters <= 600 || oneStation) walks.push({ from: from.id, to: to.id, seconds });
    }
  }
  return { runs, walks, byTrip: Map.groupBy(runs, (run) => run.tripId) };
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
  { runs, walks }: Plain,
  from: string,
  depart: number,
  maxRides: number,
  changeSeconds: number,
): Map<string, number>[] {
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

function lower(times: Map<string, number>, stop: string, seconds: number): void {
  if (seconds < (times.get(stop) ?? Number.POSITIVE_INFINITY)) times.set(stop, seconds);
}
