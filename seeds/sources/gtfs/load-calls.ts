// Copies the calls of a feed into a version, one row a trip, judging each trip as it passes.

import { sql } from 'drizzle-orm';
import type { LonLat } from '#domain/geo.ts';
import { ByteLines, columnBytes } from '#seeds/pipeline/byte-lines.ts';
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
  let isScattered = false;
  async function* inOrder(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    try {
      const trips = gatherInOrder(attempt.pieces, known.tripIds.size, attempt.onTwice);
      for await (const some of trips) yield attempt.linesOf(some);
    } catch (error) {
      if (!(error instanceof ScatteredTrips)) throw error;
      isScattered = true;
    }
  }
  await bulk.copyLines('gtfs_trip_calls', COLUMNS, inOrder());
  if (!isScattered) return attempt.end();

  await bulk.db.execute(sql`delete from gtfs_trip_calls where feed_version_id = ${feedVersionId}`);
  const again = startAttempt(load, known);
  for await (const trips of gatherSorted(bulk, again.pieces, again.onTwice)) {
    await bulk.copyLines('gtfs_trip_calls', COLUMNS, [again.linesOf(trips)]);
  }
  return again.end();
}

/** One reading of stop_times.txt: nothing is said of it before it ends. */
function startAttempt(load: FeedLoad, known: KnownTrips) {
  const { archive, feedVersionId, log } = load;
  const rejects: GtfsReject[] = [];
  const loaded = { callCount: 0, runCount: 0, unusableCount: 0, flexRowCount: 0 };
  const unusable: { tripId: string; notice: GtfsReject }[] = [];
  const lines = new ByteLines();
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
      `${sequence} ${known.tripIds.text(trip)}`,
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
    linesOf: (trips: readonly GatheredTrip[]): Uint8Array<ArrayBuffer> => {
      for (const { trip, calls } of trips) {
        const tripId = known.tripIds.text(trip);
        judge(tripId, trip, calls);
        loaded.callCount += calls.length;
        lines.whole(feedVersionId);
        lines.nextColumn();
        lines.value(tripId);
        writeCalls(lines, fillBlankTimes(calls));
        lines.endLine();
      }
      return lines.take();
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

type NumberOfCall = (call: ReadCall) => number | null;

const NULL = columnBytes(null);
const NULL_ITEM = Buffer.from('NULL');
const [OPEN, BETWEEN, CLOSE] = [0x7b, 0x2c, 0x7d];

/** Of every call, in the order of the columns. */
const ALWAYS: readonly NumberOfCall[] = [
  ({ stop }) => stop,
  ({ sequence }) => sequence,
  ({ arrivalSeconds }) => arrivalSeconds,
  ({ departureSeconds }) => departureSeconds,
];
/** Of most trips, 0 at each call. */
const RARELY: readonly NumberOfCall[] = [({ pickup }) => pickup, ({ dropOff }) => dropOff];

/** One array a column. */
function writeCalls(lines: ByteLines, calls: readonly ReadCall[]): void {
  for (const numberOf of ALWAYS) writeArray(lines, calls, numberOf);
  for (const numberOf of RARELY) {
    if (calls.some((call) => numberOf(call) !== 0)) writeArray(lines, calls, numberOf);
    else {
      lines.nextColumn();
      lines.raw(NULL);
    }
  }
}

function writeArray(lines: ByteLines, calls: readonly ReadCall[], numberOf: NumberOfCall): void {
  lines.nextColumn();
  for (let at = 0; at < calls.length; at++) {
    const call = calls[at];
    lines.byte(at === 0 ? OPEN : BETWEEN);
    const number = call === undefined ? null : numberOf(call);
    if (number === null) lines.raw(NULL_ITEM);
    else lines.whole(number);
  }
  lines.byte(CLOSE);
}
