// Which trips does a feed describe, and where and when does each call?

import type {
  GtfsFrequency,
  GtfsStopAccess,
  GtfsStopTime,
  GtfsTrip,
} from '#domain/journey/gtfs.ts';
import { type Ids, numbered, once, register } from '#seeds/sources/gtfs/ids.ts';
import { accessOf } from '#seeds/sources/gtfs/map-network.ts';
import { RowFault, type RowReader } from '#seeds/sources/gtfs/row.ts';
import type { TableDefinition } from '#seeds/sources/gtfs/table.ts';

/** One call of a trip; trips and stops by their number, `line` in the file. */
export type ReadCall = Omit<GtfsStopTime, 'tripId' | 'stopId'> & {
  trip: number;
  stop: number;
  line: number;
};

const HIGHEST_SEQUENCE = 2_147_483_647;
const SEQUENCE = { from: 0, to: HIGHEST_SEQUENCE };
const ACCESS = { from: 0, to: 3, fallback: 0 };
const DISTANCE = { from: 0, to: Number.MAX_VALUE };

/** Fills `ids` as rows are kept. */
export function tripTable(ids: Ids, routeIds: Ids): TableDefinition<GtfsTrip> {
  const routeOf = numbered('route_id', routeIds, 'routes.txt');
  return {
    file: 'trips.txt',
    required: ['route_id', 'service_id', 'trip_id'],
    build: (row) => {
      routeOf(row);
      return {
        routeId: row.text('route_id'),
        serviceId: row.text('service_id'),
        headsign: row.optional('trip_headsign'),
        shortName: row.optional('trip_short_name'),
        wheelchair: accessOf(row, 'wheelchair_accessible'),
        blockId: row.optional('block_id'),
        id: register(ids, row, 'trip_id'),
      };
    },
  };
}

/** `onFlex` is told of each on-demand row, which is left out. */
export function stopTimeTable(
  tripIds: Ids,
  stopIds: Ids,
  onFlex: () => void,
): TableDefinition<ReadCall> {
  const tripOf = numbered('trip_id', tripIds, 'trips.txt');
  const stopOf = numbered('stop_id', stopIds, 'stops.txt');
  return {
    file: 'stop_times.txt',
    required: ['trip_id', 'stop_sequence'],
    build: (row) => {
      if (isOnDemand(row)) {
        onFlex();
        return null;
      }
      const trip = tripOf(row);
      const arrivalSeconds = row.time('arrival_time');
      const departureSeconds = row.time('departure_time');
      if (
        arrivalSeconds !== null &&
        departureSeconds !== null &&
        departureSeconds < arrivalSeconds
      ) {
        const value = row.optional('departure_time');
        const reason = "départ avant l'arrivée au même arrêt";
        throw new RowFault('start_and_end_range_out_of_order', 'departure_time', value, reason);
      }
      const sequence = row.whole('stop_sequence', SEQUENCE);
      return {
        trip,
        stop: stopOf(row),
        sequence,
        arrivalSeconds,
        departureSeconds,
        pickup: stopAccessOf(row, 'pickup_type'),
        dropOff: stopAccessOf(row, 'drop_off_type'),
        shapeDistance: row.decimal('shape_dist_traveled', DISTANCE),
        line: row.line,
      };
    },
  };
}

/** A zone or a group of stops, or a window instead of a time. */
function isOnDemand(row: RowReader): boolean {
  if (!row.cell('start_pickup_drop_off_window').isEmpty()) return true;
  if (!row.cell('stop_id').isEmpty()) return false;
  return !row.cell('location_id').isEmpty() || !row.cell('location_group_id').isEmpty();
}

export function frequencyTable(tripIds: Ids): TableDefinition<GtfsFrequency> {
  const tripOf = numbered('trip_id', tripIds, 'trips.txt');
  const fresh = once('start_time');
  return {
    file: 'frequencies.txt',
    mayBeEmpty: true,
    required: ['trip_id', 'start_time', 'end_time', 'headway_secs'],
    build: (row) => {
      const startSeconds = timeOf(row, 'start_time');
      const endSeconds = timeOf(row, 'end_time');
      if (endSeconds <= startSeconds) {
        const value = row.optional('end_time');
        const reason = 'heure avant celle de début';
        throw new RowFault('start_and_end_range_out_of_order', 'end_time', value, reason);
      }
      tripOf(row);
      const tripId = row.text('trip_id');
      fresh(`${startSeconds} ${tripId}`);
      return {
        tripId,
        startSeconds,
        endSeconds,
        headwaySeconds: row.whole('headway_secs', { from: 1, to: 86_400 }),
        exactTimes: row.whole('exact_times', { from: 0, to: 1, fallback: 0 }) === 1,
      };
    },
  };
}

function stopAccessOf(row: RowReader, column: string): GtfsStopAccess {
  const value = row.whole(column, ACCESS);
  return value === 1 || value === 2 || value === 3 ? value : 0;
}

function timeOf(row: RowReader, column: string): number {
  const seconds = row.time(column);
  if (seconds !== null) return seconds;
  throw new RowFault('missing_required_field', column, null, 'valeur obligatoire absente');
}
