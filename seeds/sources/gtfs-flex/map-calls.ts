// Which lines of stop_times.txt are on-demand, and what do they say, in the adopted form or a draft?

import type { FlexCall } from '#domain/transport/flex-feed.ts';
import type { NoticeCode } from '#seeds/sources/gtfs/notice.ts';
import { RowFault, type RowReader } from '#seeds/sources/gtfs/row.ts';
import type { TableDefinition } from '#seeds/sources/gtfs/table.ts';

/** Draft durations stand on the calls, their offsets in minutes. */
export type FlexCallRow = FlexCall & {
  tripId: string;
  sequence: number;
  line: number;
  durationFactor: number | null;
  durationOffsetSeconds: number | null;
};

export type KnownPlaces = {
  isStop: (id: string) => boolean;
  /** A drawn area, a group of stops, an area of stops. */
  isArea: (id: string) => boolean;
  isBookingRule: (id: string) => boolean;
};

const SEQUENCE = { from: 0, to: 2_147_483_647, fallback: 0 };
const FACTOR = { from: 0, to: 1_000_000 };
const NOT_SAID = -1;

/** Calls at fixed times are left out: they are a timetable's. */
export function flexCallTable(known: KnownPlaces): TableDefinition<FlexCallRow> {
  return {
    file: 'stop_times.txt',
    required: ['trip_id'],
    build: (row) => {
      const named = PLACE_COLUMNS.filter((column) => row.optional(column) !== null);
      const [column] = named;
      const start = row.optional('start_pickup_drop_off_window');
      const end = row.optional('end_pickup_drop_off_window');
      const isArea = named.some((each) => each !== 'stop_id' || known.isArea(row.text(each)));
      if (start === null && end === null && !isArea) return null;
      if (column === undefined) throw fault('missing_required_field', 'location_id', row, ABSENT);
      if (named.length > 1) {
        throw fault('forbidden_geography_id', named[1] ?? column, row, 'un seul lieu par ligne');
      }
      const placeId = row.text(column);
      if (!known.isArea(placeId) && !(column === 'stop_id' && known.isStop(placeId))) {
        const reason = `lieu absent de ${FILES[column]}, ou refusé`;
        throw fault('foreign_key_violation', column, row, reason);
      }
      const [fromSeconds, toSeconds] = windowOf(row);
      refuseOfLines(row, column);
      const [pickup, dropOff] = accessesOf(row);
      return {
        tripId: row.text('trip_id'),
        sequence: row.whole('stop_sequence', SEQUENCE),
        line: row.line,
        placeId,
        fromSeconds,
        toSeconds,
        pickup,
        dropOff,
        pickupRuleId: ruleOf(row, 'pickup_booking_rule_id', known),
        dropOffRuleId: ruleOf(row, 'drop_off_booking_rule_id', known),
        durationFactor: eitherOf(row, 'safe_duration_factor', 'mean_duration_factor'),
        durationOffsetSeconds: minutesOf(row),
      };
    },
  };
}

const PLACE_COLUMNS = ['location_id', 'location_group_id', 'stop_id'] as const;
export const CONTINUOUS_COLUMNS = ['continuous_pickup', 'continuous_drop_off'] as const;
/** Anything but « no », said or not. */
export const isContinuous = (value: string | null): boolean => value !== null && value !== '1';

const FILES = {
  location_id: 'locations.geojson',
  location_group_id: 'location_groups.txt',
  stop_id: 'stops.txt et locations.geojson',
} as const;
const ABSENT = 'valeur obligatoire absente';

function fault(code: NoticeCode, column: string, row: RowReader, reason: string): RowFault {
  return new RowFault(code, column, row.optional(column), reason);
}

function windowOf(row: RowReader): [from: number, to: number] {
  const from = row.time('start_pickup_drop_off_window');
  const to = row.time('end_pickup_drop_off_window');
  if (from === null || to === null) {
    const column = from === null ? 'start_pickup_drop_off_window' : 'end_pickup_drop_off_window';
    throw fault('missing_pickup_or_drop_off_window', column, row, 'plage horaire absente');
  }
  if (to <= from) {
    const reason = 'fin de plage avant son début';
    throw fault('invalid_pickup_drop_off_window', 'end_pickup_drop_off_window', row, reason);
  }
  for (const column of ['arrival_time', 'departure_time']) {
    if (row.optional(column) !== null) {
      const reason = 'heure fixe interdite avec une plage';
      throw fault('forbidden_arrival_or_departure_time', column, row, reason);
    }
  }
  return [from, to];
}

/** What only a vehicle on its way along a shape can have. */
function refuseOfLines(row: RowReader, place: (typeof PLACE_COLUMNS)[number]): void {
  for (const column of CONTINUOUS_COLUMNS) {
    if (!isContinuous(row.optional(column))) continue;
    const reason = 'montée ou descente en chemin interdite avec une plage';
    throw fault('forbidden_continuous_pickup_drop_off', column, row, reason);
  }
  if (place !== 'stop_id' && row.optional('shape_dist_traveled') !== null) {
    const reason = 'distance le long d’un tracé interdite pour une zone';
    throw fault('forbidden_shape_dist_traveled', 'shape_dist_traveled', row, reason);
  }
}

/** What is not said is to be booked: an area has no regular stop. */
function accessesOf(row: RowReader): [pickup: number, dropOff: number] {
  const range = { from: 0, to: 3, fallback: NOT_SAID };
  const pickup = row.whole('pickup_type', range);
  const dropOff = row.whole('drop_off_type', range);
  if (pickup === 0 || pickup === 3) {
    throw fault('forbidden_pickup_type', 'pickup_type', row, '1 ou 2 attendu avec une plage');
  }
  if (dropOff === 0) {
    throw fault('forbidden_drop_off_type', 'drop_off_type', row, '1, 2 ou 3 attendu');
  }
  return [pickup === NOT_SAID ? 2 : pickup, dropOff === NOT_SAID ? 2 : dropOff];
}

function ruleOf(row: RowReader, column: string, known: KnownPlaces): string | null {
  const id = row.optional(column);
  if (id === null || known.isBookingRule(id)) return id;
  throw fault(
    'foreign_key_violation',
    column,
    row,
    'règle absente de booking_rules.txt, ou refusée',
  );
}

function eitherOf(row: RowReader, column: string, other: string): number | null {
  return row.decimal(column, FACTOR) ?? row.decimal(other, FACTOR);
}

function minutesOf(row: RowReader): number | null {
  const minutes = eitherOf(row, 'safe_duration_offset', 'mean_duration_offset');
  return minutes === null ? null : Math.round(minutes * 60);
}
