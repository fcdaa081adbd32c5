// Which lines with printed times does a small archive hold, for their organization to keep as offers?

import { AppError } from '#domain/error.ts';
import type { LineNetwork } from '#domain/transport/line-documents.ts';
import type { FeedArchive } from '#seeds/sources/gtfs/archive.ts';
import type { FeedLog } from '#seeds/sources/gtfs/feed-log.ts';
import { fillBlankTimes } from '#seeds/sources/gtfs/finish-trip.ts';
import { Ids } from '#seeds/sources/gtfs/ids.ts';
import { calendarDateTable, calendarTable } from '#seeds/sources/gtfs/map-calendar.ts';
import { agencyTable, routeTable, stopTable } from '#seeds/sources/gtfs/map-network.ts';
import { stopTimeTable, tripTable } from '#seeds/sources/gtfs/map-trips.ts';
import type { TableDefinition } from '#seeds/sources/gtfs/table.ts';
import { rowsOf } from '#seeds/sources/gtfs-flex/read-rows.ts';

/** A few lines of an association; the timetables of a region are imported by whoever keeps the site. */
const MOST_BYTES = 3_000_000;

/** Throws `bad_import` when it is the timetable of a whole network. */
export async function readLineNetwork(archive: FeedArchive, log: FeedLog): Promise<LineNetwork> {
  if ((archive.sizes.get('stop_times.txt') ?? 0) > MOST_BYTES) {
    throw new AppError(
      'bad_import',
      'stop_times.txt : ces horaires sont ceux d’un grand réseau, trop nombreux pour des brouillons ; demandez à qui tient ce site de les importer [too_many_rows].',
    );
  }
  const read = rowsOf(archive, log);
  const [stopIds, routeIds, tripIds] = [new Ids(), new Ids(), new Ids()];
  const agencies = await read(agencyTable());
  const stops = archive.sizes.has('stops.txt')
    ? await read({ ...stopTable(stopIds), mayBeEmpty: true })
    : [];
  const routes = await read(routeTable(routeIds));
  const trips = await read(tripTable(tripIds, routeIds));
  const directions = new Map(await read(directionTable()));
  const calls = (await read(stopTimeTable(tripIds, stopIds, () => undefined))).map(
    ({ trip, stop, line: _, ...call }) => ({
      tripId: tripIds.text(trip),
      stopId: stopIds.text(stop),
      ...call,
    }),
  );
  return {
    agencies,
    stops: stops.flatMap(({ id, name, point }) => (point === null ? [] : { id, name, point })),
    routes,
    trips: trips.map((trip) => ({ ...trip, direction: directions.get(trip.id) === 1 ? 1 : 0 })),
    calls: [...Map.groupBy(calls, ({ tripId }) => tripId).values()].flatMap((own) =>
      fillBlankTimes(own),
    ),
    calendars: await read(calendarTable()),
    calendarDates: await read(calendarDateTable()),
  };
}

function directionTable(): TableDefinition<[tripId: string, direction: number]> {
  return {
    file: 'trips.txt',
    required: ['trip_id'],
    build: (row) => [
      row.text('trip_id'),
      row.whole('direction_id', { from: 0, to: 1, fallback: 0 }),
    ],
  };
}
