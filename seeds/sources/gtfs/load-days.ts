// Copies the days and the frequencies of a feed into a version, keeping between which days it runs.

import type { GtfsFeed, GtfsFeedInfo } from '#domain/journey/gtfs.ts';
import { type Service, type Validity, validityOf } from '#domain/journey/service-calendar.ts';
import { dayNumber } from '#domain/time.ts';
import type { Ids } from '#seeds/sources/gtfs/ids.ts';
import { copyTable, type FeedLoad } from '#seeds/sources/gtfs/load-network.ts';
import {
  calendarDateTable,
  calendarTable,
  feedInfoTable,
} from '#seeds/sources/gtfs/map-calendar.ts';
import { transferTable } from '#seeds/sources/gtfs/map-transfers.ts';
import { frequencyTable } from '#seeds/sources/gtfs/map-trips.ts';
import { readTable } from '#seeds/sources/gtfs/read-table.ts';

export type Days = {
  services: ReadonlyMap<string, Service>;
  feedInfo: GtfsFeedInfo | null;
  /** Null: nothing ever runs. */
  validity: Validity | null;
};

/** Of the exceptions of a service, only the first and the last day it runs are kept in memory. */
export async function loadDays(load: FeedLoad): Promise<Days> {
  const services = new Map<string, Service>();
  const serviceOf = (id: string): Service => {
    const service = services.get(id) ?? { periods: [], exceptions: new Map() };
    services.set(id, service);
    return service;
  };
  await copyTable(load, calendarTable(), 'gtfs_calendar', CALENDAR, (row) => {
    const { serviceId, weekdays, startsOn, endsOn } = row;
    const firstDay = dayNumber(startsOn);
    serviceOf(serviceId).periods.push({ weekdays, firstDay, lastDay: dayNumber(endsOn) });
    const days = weekdays.flatMap((runs, index) => (runs ? [index + 1] : []));
    return [serviceId, `{${days.join(',')}}`, startsOn, endsOn];
  });
  await copyTable(load, calendarDateTable(), 'gtfs_calendar_date', CALENDAR_DATE, (row) => {
    const { serviceId, date, runs } = row;
    const { exceptions } = serviceOf(serviceId);
    if (runs) widen(exceptions, dayNumber(date));
    return [serviceId, date, runs];
  });
  const { archive, log } = load;
  let feedInfo: GtfsFeedInfo | null = null;
  for await (const rows of readTable(archive, feedInfoTable(), log.refuse, log.addRead)) {
    feedInfo ??= rows[0] ?? null;
  }
  return { services, feedInfo, validity: validityOf({ ...NOTHING, feedInfo }, services) };
}

function widen(running: Map<number, boolean>, day: number): void {
  const [first = day, last = first] = [...running.keys()].sort((a, b) => a - b);
  if (day >= first && day <= last && running.size > 1) return;
  running.clear();
  running.set(Math.min(first, day), true).set(Math.max(last, day), true);
}

/** Departures of each trip described by intervals. */
export async function loadFrequencies(
  load: FeedLoad,
  tripIds: Ids,
): Promise<ReadonlyMap<string, number>> {
  const departures = new Map<string, number>();
  await copyTable(load, frequencyTable(tripIds), 'gtfs_frequency', FREQUENCY, (row) => {
    const { tripId, startSeconds, endSeconds, headwaySeconds, exactTimes } = row;
    const count = Math.ceil((endSeconds - startSeconds) / headwaySeconds);
    departures.set(tripId, (departures.get(tripId) ?? 0) + count);
    return [tripId, startSeconds, endSeconds, headwaySeconds, exactTimes];
  });
  return departures;
}

export async function loadTransfers(
  load: FeedLoad,
  ids: { stopIds: Ids; routeIds: Ids; tripIds: Ids },
): Promise<void> {
  let position = 0;
  await copyTable(load, transferTable(ids), 'gtfs_transfer', TRANSFER, (row) => [
    position++,
    row.fromStopId,
    row.toStopId,
    row.fromRouteId,
    row.toRouteId,
    row.fromTripId,
    row.toTripId,
    row.kind,
    row.minSeconds,
  ]);
}

const NOTHING: Omit<GtfsFeed, 'feedInfo'> = {
  agencies: [],
  stops: [],
  routes: [],
  trips: [],
  stopTimes: [],
  calendars: [],
  calendarDates: [],
  frequencies: [],
  transfers: [],
};

const CALENDAR = ['service_id', 'weekdays', 'start_date', 'end_date'];
const CALENDAR_DATE = ['service_id', 'date', 'runs'];
const FREQUENCY = ['trip_id', 'start_seconds', 'end_seconds', 'headway_seconds', 'exact_times'];
const TRANSFER = [
  'position',
  'from_stop_id',
  'to_stop_id',
  'from_route_id',
  'to_route_id',
  'from_trip_id',
  'to_trip_id',
  'transfer_type',
  'min_transfer_seconds',
];
