// The slow and obvious answer to the same questions: every trip from every stop, until nothing improves.

import { distanceMeters } from '#domain/geo.ts';
import type { GtfsFeed } from '#domain/journey/gtfs.ts';
import { readServices, runsOnDay } from '#domain/journey/service-calendar.ts';
import { serviceDayShift } from '#domain/journey/service-day.ts';
import { addDays, dayNumber } from '#domain/time.ts';

type Call = { stop: string; arrive: number; depart: number; board: boolean; alight: boolean };

export type Plain = {
  runs: { tripId: string; calls: Call[] }[];
  walks: { from: string; to: string; seconds: number }[];
};

/** Runs of the day before, the day and the day after, in seconds of the day; all walks under 600 m. */
export function plainDay(feed: GtfsFeed, date: string): Plain {
  const services = readServices(feed);
  const runs: Plain['runs'] = [];
  for (const offset of [-1, 0, 1]) {
    const day = dayNumber(addDays(date, offset));
    const shift = serviceDayShift(date, offset);
    for (const trip of feed.trips) {
      const service = services.get(trip.serviceId);
      if (!service || !runsOnDay(service, day)) continue;
      const calls = feed.stopTimes
        .filter((row) => row.tripId === trip.id)
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
  const served = new Set(runs.flatMap((run) => run.calls.map((call) => call.stop)));
  const allServed = new Set(feed.stopTimes.map((row) => row.stopId));
  const walks: Plain['walks'] = [];
  for (const from of feed.stops) {
    for (const to of feed.stops) {
      if (from === to || !from.point || !to.point) continue;
      if (!allServed.has(from.id) || !allServed.has(to.id)) continue;
      const meters = distanceMeters(from.point, to.point);
      const seconds = Math.max(60, Math.ceil(Math.round(meters * 1.3) / 1.25));
      if (meters <= 600) walks.push({ from: from.id, to: to.id, seconds });
    }
  }
  return served.size > 0 ? { runs, walks } : { runs: [], walks: [] };
}

/** Earliest arrival at `to` with at most 1, 2, … `maxRides` rides; Infinity when there is none. */
export function earliest(
  { runs, walks }: Plain,
  from: string,
  to: string,
  depart: number,
  maxRides: number,
  changeSeconds: number,
): number[] {
  const afterWalks = (arrived: Map<string, number>): Map<string, number> => {
    const ready = new Map(arrived);
    for (const { from: start, to: end, seconds } of walks) {
      const at = arrived.get(start);
      if (at === undefined) continue;
      ready.set(end, Math.min(ready.get(end) ?? Number.POSITIVE_INFINITY, at + seconds));
    }
    return ready;
  };
  const answers: number[] = [];
  let best = Number.POSITIVE_INFINITY;
  let ready = afterWalks(new Map([[from, depart]]));
  for (let rides = 1; rides <= maxRides; rides++) {
    const margin = rides === 1 ? 0 : changeSeconds;
    const arrived = new Map<string, number>();
    for (const { calls } of runs) {
      for (const [index, board] of calls.entries()) {
        const at = ready.get(board.stop);
        if (!board.board || at === undefined || at + margin > board.depart) continue;
        for (const alight of calls.slice(index + 1)) {
          if (!alight.alight) continue;
          const known = arrived.get(alight.stop) ?? Number.POSITIVE_INFINITY;
          if (alight.arrive < known) arrived.set(alight.stop, alight.arrive);
        }
      }
    }
    ready = afterWalks(arrived);
    best = Math.min(best, ready.get(to) ?? Number.POSITIVE_INFINITY);
    answers.push(best);
  }
  return answers;
}
