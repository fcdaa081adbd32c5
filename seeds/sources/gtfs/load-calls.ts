// Copies the calls of a feed into a version, one row a trip, judging each trip as it passes.

import { sql } from 'drizzle-orm';
import type { CopyValue } from '#db/database.ts';
import type { LonLat } from '#domain/geo.ts';
import { faultOfTrip, fillBlankTimes, TRIP_FAULTS } from '#seeds/sources/gtfs/finish-trip.ts';
import {
  type GatheredTrip,
  gatherInOrder,
  gatherSorted,
  type OnTwice,
  ScatteredTrips,
} from '#seeds/sources/gtfs/gather-trips.ts';
import { duplicate, type Ids } from '#seeds/sources/gtfs/ids.ts';
import type { FeedLoad } from '#seeds/sources/gtfs/load-network.ts';
import { type ReadCall, stopTimeTable } from '#seeds/sources/gtfs/map-trips.ts';
import type { GtfsReject } from '#seeds/sources/gtfs/notice.ts';
import { readTable } from '#seeds/sources/gtfs/read-table.ts';

/** What the calls are read against. */
export type KnownTrips = {
  tripIds: Ids;
  stopIds: Ids;
  stopPoints: readonly (LonLat | null)[];
  /** Whether the service of a trip is in the calendars, by number of the trip. */
  hasService: readonly boolean[];
  /** Departures of trips described by intervals. */
  departures: ReadonlyMap<string, number>;
};

export type LoadedCalls = {
  callCount: number;
  /** Departures a day of service may offer. */
  runCount: number;
  unusableCount: number;
  /** The first trips that cannot be used, and why. */
  unusable: readonly { tripId: string; notice: GtfsReject }[];
  /** On-demand rows (zones, groups of stops), which belong to offers and not to a timetable. */
  flexRowCount: number;
};

const NAMED_TRIPS = 10;
const COLUMNS = [
  'feed_version_id',
  'trip_id',
  'stops',
  'sequences',
  'arrivals',
  'departures',
  'pickup_types',
  'drop_off_types',
];

export async function loadCalls(load: FeedLoad, known: KnownTrips): Promise<LoadedCalls> {
  const { bulk, feedVersionId } = load;
  const attempt = startAttempt(load, known);
  const { pieces, onTwice, toRow } = attempt;
  let isScattered = false;
  async function* inOrder(): AsyncGenerator<CopyValue[]> {
    try {
      const trips = gatherInOrder(pieces, known.tripIds.size, onTwice);
      for await (const trip of trips) yield toRow(trip);
    } catch (error) {
      if (!(error instanceof ScatteredTrips)) throw error;
      isScattered = true;
    }
  }
  await bulk.copyValues('gtfs_trip_calls', COLUMNS, inOrder());
  if (!isScattered) return attempt.end();

  await bulk.db.execute(sql`delete from gtfs_trip_calls where feed_version_id = ${feedVersionId}`);
  const again = startAttempt(load, known);
  for await (const trips of gatherSorted(bulk, again.pieces, again.onTwice)) {
    await bulk.copyValues('gtfs_trip_calls', COLUMNS, trips.map(again.toRow));
  }
  return again.end();
}

/** One reading of stop_times.txt: nothing is said of it before it ends. */
function startAttempt(load: FeedLoad, known: KnownTrips) {
  const { archive, feedVersionId, log } = load;
  const rejects: GtfsReject[] = [];
  const loaded = { callCount: 0, runCount: 0, unusableCount: 0, flexRowCount: 0 };
  const unusable: { tripId: string; notice: GtfsReject }[] = [];
  const names = [...known.tripIds.keys()];
  let readCount = 0;

  const judge = (tripId: string, trip: number, calls: readonly ReadCall[]): void => {
    const fault =
      known.hasService[trip] === true
        ? faultOfTrip(calls, (stop) => known.stopPoints[stop] ?? null)
        : NO_SERVICE;
    if (fault === null) {
      loaded.runCount += known.departures.get(tripId) ?? 1;
      return;
    }
    loaded.unusableCount++;
    if (unusable.length === NAMED_TRIPS) return;
    const { code, reason } = typeof fault === 'string' ? TRIP_FAULTS[fault] : fault;
    const line = calls[0]?.line ?? 0;
    const notice = { code, reason, file: 'stop_times.txt', line, column: null, value: null };
    unusable.push({ tripId, notice });
  };
  const onTwice: OnTwice = ({ trip, sequence, line }) => {
    const { code, column, value, message } = duplicate(
      'stop_sequence',
      `${sequence} ${names[trip]}`,
    );
    rejects.push({ code, file: 'stop_times.txt', line, column, value, reason: message });
  };
  return {
    pieces: () => {
      const onFlex = () => {
        loaded.flexRowCount++;
      };
      const table = stopTimeTable(known.tripIds, known.stopIds, onFlex);
      return readTable(
        archive,
        table,
        (reject) => rejects.push(reject),
        (rowCount) => {
          readCount = rowCount;
        },
      );
    },
    onTwice,
    toRow: ({ trip, calls }: GatheredTrip): CopyValue[] => {
      const tripId = names[trip] ?? '';
      judge(tripId, trip, calls);
      loaded.callCount += calls.length;
      return [feedVersionId, tripId, ...columnsOf(fillBlankTimes(calls))];
    },
    end: (): LoadedCalls => {
      for (const reject of rejects) log.refuse(reject);
      log.addRead(readCount);
      return { ...loaded, unusable };
    },
  };
}

const NO_SERVICE = {
  code: 'foreign_key_violation',
  reason: 'service absent des calendriers',
} as const;

/** One array literal a column. */
function columnsOf(calls: readonly ReadCall[]): (string | null)[] {
  return [
    arrayOf(calls.map(({ stop }) => stop)),
    arrayOf(calls.map(({ sequence }) => sequence)),
    arrayOf(calls.map(({ arrivalSeconds }) => arrivalSeconds ?? 'NULL')),
    arrayOf(calls.map(({ departureSeconds }) => departureSeconds ?? 'NULL')),
    calls.every(({ pickup }) => pickup === 0) ? null : arrayOf(calls.map(({ pickup }) => pickup)),
    calls.every(({ dropOff }) => dropOff === 0)
      ? null
      : arrayOf(calls.map(({ dropOff }) => dropOff)),
  ];
}

function arrayOf(items: readonly (number | 'NULL')[]): string {
  return `{${items.join(',')}}`;
}
