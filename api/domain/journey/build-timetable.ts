// How do plain feeds become a timetable to search in?

import { indexRoutes, indexStops } from '#domain/journey/feed-index.ts';
import { buildFootpaths, packFootpaths } from '#domain/journey/footpaths.ts';
import type { GtfsFeed, GtfsStopTime } from '#domain/journey/gtfs.ts';
import { linkTrips } from '#domain/journey/linked-trips.ts';
import { packPatterns, type Run } from '#domain/journey/pack-patterns.ts';
import { readServices, type Service, validityOf } from '#domain/journey/service-calendar.ts';
import { buildStopGrid } from '#domain/journey/stop-grid.ts';
import { splitStops } from '#domain/journey/stop-twins.ts';
import type {
  Timetable,
  TimetableFeed,
  TimetableRoute,
  TimetableStop,
  TimetableTrip,
  TripNotice,
} from '#domain/journey/timetable.ts';
import { readTransfers, type TransferRules } from '#domain/journey/transfer-rules.ts';
import { tripTimes } from '#domain/journey/trip-times.ts';
import { twinPaths } from '#domain/journey/twin-paths.ts';

export type IdentifiedFeed = GtfsFeed & { feedId: string };

/** Feeds keep their own identifiers and dates; changing on foot works from one feed to another. */
export function buildTimetable(sources: readonly IdentifiedFeed[]): Timetable {
  const feeds: TimetableFeed[] = [];
  const stops: TimetableStop[] = [];
  const routes: TimetableRoute[] = [];
  const trips: TimetableTrip[] = [];
  const services: Service[] = [];
  const serviceFeeds: number[] = [];
  const transfers: TransferRules[] = [];
  const blocks: number[][] = [];
  const notices: TripNotice[] = [];
  const runs: Run[] = [];

  for (const feed of sources) {
    const { feedId } = feed;
    const stopNumbers = indexStops(feed, stops);
    const routeNumbers = indexRoutes(feed, routes);
    const readable = readServices(feed);
    const serviceNumbers = new Map<string, number>();
    for (const [id, service] of readable) {
      serviceNumbers.set(id, services.push(service) - 1);
      serviceFeeds.push(feeds.length);
    }
    feeds.push({ id: feedId, validity: validityOf(feed, readable) });

    const tripNumbers = new Map<string, number>();
    const tripsByBlock = new Map<string, number[]>();
    const rowsByTrip = Map.groupBy(feed.stopTimes, (row) => row.tripId);
    const frequencies = Map.groupBy(feed.frequencies, (row) => row.tripId);
    for (const trip of feed.trips) {
      const rows: readonly GtfsStopTime[] = rowsByTrip.get(trip.id) ?? [];
      const route = routeNumbers.get(trip.routeId);
      const service = serviceNumbers.get(trip.serviceId);
      if (rows.length === 0 || rows.every((row) => row.stopId === null)) continue;
      if (route === undefined || service === undefined) {
        const fault = route === undefined ? 'unknown_route' : 'service_never_runs';
        notices.push({ feedId, tripId: trip.id, fault });
        continue;
      }
      const times = tripTimes(
        rows,
        (id) => stopNumbers.get(id),
        (stop) => stops[stop]?.point ?? [0, 0],
      );
      if (typeof times === 'string') {
        notices.push({ feedId, tripId: trip.id, fault: times });
        continue;
      }
      const { headsign, shortName, wheelchair } = trip;
      const number =
        trips.push({ feedId, id: trip.id, route, headsign, shortName, wheelchair }) - 1;
      tripNumbers.set(trip.id, number);
      if (trip.blockId != null) {
        const block = tripsByBlock.get(trip.blockId);
        if (block) block.push(number);
        else tripsByBlock.set(trip.blockId, [number]);
      }
      const run = { trip: number, route, service, wheelchair, times };
      const intervals = frequencies.get(trip.id);
      if (!intervals) runs.push({ ...run, shiftSeconds: 0, approximate: false });
      for (const interval of intervals ?? []) {
        const origin = times.departures[0] ?? 0;
        for (const start of departuresOf(interval)) {
          const approximate = !interval.exactTimes;
          runs.push({ ...run, shiftSeconds: start - origin, approximate });
        }
      }
    }
    blocks.push(...tripsByBlock.values());
    const numbers = { stops: stopNumbers, routes: routeNumbers, trips: tripNumbers };
    transfers.push(readTransfers(feed, numbers, stops));
  }

  const served = new Set(runs.flatMap((run) => run.times.stops));
  const points = stops.map((stop) => stop.point);
  const grid = buildStopGrid(points, served);
  const stations = stops.map((stop) => stop.station);
  const ofAll = transfers.flatMap(({ all }) => all);
  const finer = transfers.flatMap((rules) => rules.finer);
  const paths = buildFootpaths(grid, stations, [...served], ofAll);
  const said = {
    links: transfers.flatMap((rules) => rules.links),
    apart: transfers.flatMap((rules) => rules.apart),
    blocks,
  };
  const ruled = new Set([...ofAll, ...finer].flatMap(({ from, to }) => [from, to]));
  const changeSeconds = (from: number, to: number): number | null => {
    if (ruled.has(from) || ruled.has(to)) return null;
    return paths[from]?.find((path) => path.to === to)?.seconds ?? null;
  };
  const ground = { points, changeSeconds };
  const linked = linkTrips(said, runs, { services, serviceFeeds }, ground);
  for (const seat of linked.stops.keys()) {
    paths.push([{ to: stops.length + seat, seconds: 0, meters: 0 }]);
  }
  const split = splitStops(finer, linked.runs, paths.length);
  const twinOf = [...linked.stops, ...split.twins.twinOf];
  const serviceRuns = new Int32Array(services.length);
  for (const run of split.runs) serviceRuns[run.service] = (serviceRuns[run.service] ?? 0) + 1;
  return {
    feeds,
    stops: [...stops, ...twinOf.flatMap((stop) => stops[stop] ?? [])],
    twinOf: Int32Array.from(twinOf),
    seatCount: linked.stops.length,
    goesOn: linked.goesOn,
    gatheringCount: split.twins.gatheringCount,
    routes,
    trips,
    services,
    serviceFeeds: Int32Array.from(serviceFeeds),
    serviceRuns,
    ...packPatterns(split.runs),
    ...packFootpaths(twinPaths(paths, split.twins, finer, grid)),
    grid,
    notices,
  };
}

function departuresOf(interval: GtfsFeed['frequencies'][number]): number[] {
  const { startSeconds, endSeconds, headwaySeconds } = interval;
  const starts: number[] = [];
  if (headwaySeconds <= 0) return starts;
  for (let start = startSeconds; start < endSeconds; start += headwaySeconds) starts.push(start);
  return starts;
}
