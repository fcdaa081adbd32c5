// What does a whole feed say, and what in it cannot be used?

import { AppError } from '#domain/error.ts';
import type { GtfsFeed } from '#domain/journey/gtfs.ts';
import {
  readCalendarDates,
  readCalendars,
  readFeedInfo,
} from '#seeds/sources/gtfs/map-calendar.ts';
import { readAgencies, readRoutes, readStops } from '#seeds/sources/gtfs/map-network.ts';
import {
  readFrequencies,
  readStopTimes,
  readTransfers,
  readTrips,
} from '#seeds/sources/gtfs/map-trips.ts';
import type { GtfsReject, Table } from '#seeds/sources/gtfs/table.ts';

/** Files read; a feed may hold others (fares, shapes, translations…), which are left aside. */
export const GTFS_FILES = [
  'agency.txt',
  'stops.txt',
  'routes.txt',
  'trips.txt',
  'stop_times.txt',
  'calendar.txt',
  'calendar_dates.txt',
  'frequencies.txt',
  'transfers.txt',
  'feed_info.txt',
] as const;

const MANDATORY = ['agency.txt', 'stops.txt', 'routes.txt', 'trips.txt', 'stop_times.txt'];

export type ReadFeed = {
  feed: GtfsFeed;
  readCount: number;
  rejects: GtfsReject[];
  /** On-demand rows (zones, groups of stops), which belong to offers and not to a timetable. */
  flexRowCount: number;
};

/** `files`: text by file name. Throws `bad_import` when the feed as a whole cannot be used. */
export function readFeed(files: ReadonlyMap<string, string>): ReadFeed {
  const missing = MANDATORY.filter((name) => !files.has(name));
  if (!files.has('calendar.txt') && !files.has('calendar_dates.txt')) {
    missing.push('calendar.txt ou calendar_dates.txt');
  }
  if (missing.length > 0) {
    throw new AppError(
      'bad_import',
      `GTFS incomplet : il manque ${missing.join(', ')}. Fichiers trouvés : ${[...files.keys()].join(', ') || 'aucun'}.`,
    );
  }
  const tables: Table<unknown>[] = [];
  const read = <Row>(
    name: (typeof GTFS_FILES)[number],
    reader: (text: string) => Table<Row>,
  ): Row[] => {
    const text = files.get(name);
    // An optional file left empty says nothing, which is not a fault.
    if (text === undefined || (text.trim() === '' && !MANDATORY.includes(name))) return [];
    const table = reader(text);
    tables.push(table);
    return table.rows;
  };

  const agencies = read('agency.txt', readAgencies);
  const stops = read('stops.txt', readStops);
  const routes = read('routes.txt', readRoutes);
  const calendars = read('calendar.txt', readCalendars);
  const calendarDates = read('calendar_dates.txt', readCalendarDates);
  const trips = read('trips.txt', (text) => readTrips(text, idsOf(routes)));
  const tripIds = idsOf(trips);
  const stopIds = idsOf(stops);
  let flexRowCount = 0;
  const stopTimes = read('stop_times.txt', (text) =>
    readStopTimes(text, tripIds, stopIds, () => flexRowCount++),
  );
  const frequencies = read('frequencies.txt', (text) => readFrequencies(text, tripIds));
  const transfers = read('transfers.txt', (text) => readTransfers(text, stopIds));
  const feedInfo = read('feed_info.txt', readFeedInfo)[0] ?? null;
  const known = stops.map((stop) =>
    stop.parentId !== null && !stopIds.has(stop.parentId) ? { ...stop, parentId: null } : stop,
  );
  const rejects = tables.flatMap((table) => table.rejects);
  if (trips.length === 0 || stopTimes.length === 0) {
    throw new AppError('bad_import', `GTFS sans aucun passage utilisable.${firstFault(rejects)}`);
  }
  return {
    feed: {
      agencies,
      stops: known,
      routes,
      trips,
      stopTimes,
      calendars,
      calendarDates,
      frequencies,
      transfers,
      feedInfo,
    },
    readCount: tables.reduce((total, table) => total + table.readCount, 0),
    rejects,
    flexRowCount,
  };
}

/** The fault that explains the others: a line refused takes its trips and their calls with it. */
function firstFault(rejects: readonly GtfsReject[]): string {
  const causes = ['routes.txt', 'stops.txt', 'trips.txt', 'stop_times.txt'];
  for (const cause of causes) {
    const fault = rejects.find((reject) => reject.file === cause);
    if (!fault) continue;
    const { file, line, column, reason } = fault;
    return ` Premier défaut : ${file} ligne ${line}, colonne ${column} : ${reason}.`;
  }
  return '';
}

function idsOf(rows: readonly { id: string }[]): ReadonlySet<string> {
  return new Set(rows.map((row) => row.id));
}
