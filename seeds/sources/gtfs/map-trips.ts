// Which trips does a feed describe, and where and when does each call?

import type {
  GtfsFrequency,
  GtfsStopAccess,
  GtfsStopTime,
  GtfsTransfer,
  GtfsTrip,
} from '#domain/journey/gtfs.ts';
import { accessOf, once } from '#seeds/sources/gtfs/map-network.ts';
import { RowFault, type RowReader } from '#seeds/sources/gtfs/row.ts';
import { readTable, type Table } from '#seeds/sources/gtfs/table.ts';

type Ids = ReadonlySet<string>;

const HIGHEST_SEQUENCE = 2_147_483_647;
const LONGEST_TRANSFER_SECONDS = 86_400;

export function readTrips(text: string, routeIds: Ids): Table<GtfsTrip> {
  const fresh = once('trip_id');
  return readTable('trips.txt', text, ['route_id', 'service_id', 'trip_id'], (row) => ({
    routeId: among(row, 'route_id', routeIds, 'routes.txt'),
    serviceId: row.text('service_id'),
    headsign: row.optional('trip_headsign'),
    shortName: row.optional('trip_short_name'),
    wheelchair: accessOf(row, 'wheelchair_accessible'),
    id: fresh(row.text('trip_id')),
  }));
}

/** `onFlex` is told of each row that serves a zone or a group of stops, which is left out. */
export function readStopTimes(
  text: string,
  tripIds: Ids,
  stopIds: Ids,
  onFlex: () => void,
): Table<GtfsStopTime> {
  const fresh = once('stop_sequence');
  return readTable('stop_times.txt', text, ['trip_id', 'stop_sequence'], (row) => {
    const stopId = row.optional('stop_id');
    if (stopId === null && (row.optional('location_id') ?? row.optional('location_group_id'))) {
      onFlex();
      return null;
    }
    const tripId = among(row, 'trip_id', tripIds, 'trips.txt');
    const arrivalSeconds = row.time('arrival_time');
    const departureSeconds = row.time('departure_time');
    if (arrivalSeconds !== null && departureSeconds !== null && departureSeconds < arrivalSeconds) {
      const value = row.optional('departure_time');
      throw new RowFault('departure_time', value, "départ avant l'arrivée au même arrêt");
    }
    const sequence = row.whole('stop_sequence', { from: 0, to: HIGHEST_SEQUENCE });
    const call = {
      tripId,
      stopId: among(row, 'stop_id', stopIds, 'stops.txt'),
      sequence,
      arrivalSeconds,
      departureSeconds,
      pickup: stopAccessOf(row, 'pickup_type'),
      dropOff: stopAccessOf(row, 'drop_off_type'),
      shapeDistance: row.decimal('shape_dist_traveled', { from: 0, to: Number.MAX_VALUE }),
    };
    fresh(`${sequence} ${tripId}`);
    return call;
  });
}

export function readFrequencies(text: string, tripIds: Ids): Table<GtfsFrequency> {
  const fresh = once('start_time');
  const required = ['trip_id', 'start_time', 'end_time', 'headway_secs'];
  return readTable('frequencies.txt', text, required, (row) => {
    const startSeconds = timeOf(row, 'start_time');
    const endSeconds = timeOf(row, 'end_time');
    if (endSeconds <= startSeconds) {
      throw new RowFault('end_time', row.optional('end_time'), 'heure avant celle de début');
    }
    const tripId = among(row, 'trip_id', tripIds, 'trips.txt');
    fresh(`${startSeconds} ${tripId}`);
    return {
      tripId,
      startSeconds,
      endSeconds,
      headwaySeconds: row.whole('headway_secs', { from: 1, to: 86_400 }),
      exactTimes: row.whole('exact_times', { from: 0, to: 1, fallback: 0 }) === 1,
    };
  });
}

/** Rules of one line or one trip, and vehicles one stays seated in, are finer than what is searched. */
export function readTransfers(text: string, stopIds: Ids): Table<GtfsTransfer> {
  const finer = ['from_route_id', 'to_route_id', 'from_trip_id', 'to_trip_id'];
  return readTable('transfers.txt', text, [], (row) => {
    const kind = row.whole('transfer_type', { from: 0, to: 5, fallback: 0 });
    if (kind > 3 || finer.some((column) => row.optional(column) !== null)) return null;
    const seconds = { from: 0, to: LONGEST_TRANSFER_SECONDS, fallback: -1 };
    const minSeconds = row.whole('min_transfer_time', seconds);
    return {
      fromStopId: among(row, 'from_stop_id', stopIds, 'stops.txt'),
      toStopId: among(row, 'to_stop_id', stopIds, 'stops.txt'),
      kind,
      minSeconds: minSeconds === -1 ? null : minSeconds,
    };
  });
}

function stopAccessOf(row: RowReader, column: string): GtfsStopAccess {
  const value = row.whole(column, { from: 0, to: 3, fallback: 0 });
  return value === 1 || value === 2 || value === 3 ? value : 0;
}

function timeOf(row: RowReader, column: string): number {
  const seconds = row.time(column);
  if (seconds === null) throw new RowFault(column, null, 'valeur obligatoire absente');
  return seconds;
}

function among(row: RowReader, column: string, ids: Ids, file: string): string {
  const id = row.text(column);
  if (!ids.has(id)) throw new RowFault(column, id, `identifiant absent de ${file}, ou refusé`);
  return id;
}
