// How do the calls of a feed, line after line, become trips? In one pass when the lines of a trip stand
// together, as they nearly always do; sorted by the database first when they do not.

import { sql } from 'drizzle-orm';
import type { BulkTransaction, CopyValue } from '#db/database.ts';
import type { GtfsStopAccess } from '#domain/journey/gtfs.ts';
import type { ReadCall } from '#seeds/sources/gtfs/map-trips.ts';

/** Calls in order of sequence, each sequence once. */
export type GatheredTrip = { trip: number; calls: ReadCall[] };
export type Pieces = () => AsyncGenerator<ReadCall[]>;
/** A second call of a trip with a sequence it already has. */
export type OnTwice = (call: ReadCall) => void;

/** Thrown at a line of a trip that another one follows already. */
export class ScatteredTrips extends Error {}

/** As many at a time as a piece ends. Throws `ScatteredTrips` when the lines of a trip do not stand together. */
export async function* gatherInOrder(
  pieces: Pieces,
  tripCount: number,
  onTwice: OnTwice,
): AsyncGenerator<GatheredTrip[]> {
  const complete = new Uint8Array(tripCount);
  let open: GatheredTrip = { trip: -1, calls: [] };
  for await (const piece of pieces()) {
    const trips: GatheredTrip[] = [];
    for (const call of piece) {
      if (call.trip !== open.trip) {
        if (open.trip !== -1) trips.push(open);
        if (complete[call.trip] === 1) throw new ScatteredTrips();
        complete[call.trip] = 1;
        open = { trip: call.trip, calls: [] };
      }
      addInOrder(open.calls, call, onTwice);
    }
    yield trips;
  }
  if (open.trip !== -1) yield [open];
}

function addInOrder(calls: ReadCall[], call: ReadCall, onTwice: OnTwice): void {
  let at = calls.length;
  while (at > 0 && (calls[at - 1]?.sequence ?? 0) > call.sequence) at--;
  if (calls[at - 1]?.sequence === call.sequence) onTwice(call);
  else if (at === calls.length) calls.push(call);
  else calls.splice(at, 0, call);
}

const CALLS_PER_FETCH = 20_000;
const STAGED_COLUMNS = [
  'trip',
  'stop',
  'sequence',
  'arrival',
  'departure',
  'pickup',
  'drop_off',
  'distance',
  'line',
];

/**
 * Any order of lines, in as much memory as a piece of the file. A batch at a time: the connection
 * cannot read and copy at once.
 */
export async function* gatherSorted(
  bulk: BulkTransaction,
  pieces: Pieces,
  onTwice: OnTwice,
): AsyncGenerator<GatheredTrip[]> {
  const { db } = bulk;
  await db.execute(sql`create temporary table staged_call (trip integer, stop integer,
    sequence integer, arrival integer, departure integer, pickup smallint, drop_off smallint,
    distance double precision, line integer) on commit drop`);
  await bulk.copyValues('staged_call', STAGED_COLUMNS, stagedRows(pieces));
  await db.execute(
    sql`declare staged_calls cursor for select * from staged_call order by trip, sequence, line`,
  );
  let open: GatheredTrip = { trip: -1, calls: [] };
  for (;;) {
    const { rows } = await db.execute<StagedCall>(
      sql`fetch ${sql.raw(String(CALLS_PER_FETCH))} from staged_calls`,
    );
    const trips: GatheredTrip[] = [];
    for (const call of rows.map(toCall)) {
      if (call.trip !== open.trip) {
        if (open.trip !== -1) trips.push(open);
        open = { trip: call.trip, calls: [] };
      }
      addInOrder(open.calls, call, onTwice);
    }
    if (rows.length === 0 && open.trip !== -1) trips.push(open);
    yield trips;
    if (rows.length === 0) return;
  }
}

async function* stagedRows(pieces: Pieces): AsyncGenerator<CopyValue[]> {
  for await (const piece of pieces()) {
    for (const call of piece) {
      yield [
        call.trip,
        call.stop,
        call.sequence,
        call.arrivalSeconds,
        call.departureSeconds,
        call.pickup,
        call.dropOff,
        call.shapeDistance,
        call.line,
      ];
    }
  }
}

type StagedCall = {
  trip: number;
  stop: number;
  sequence: number;
  arrival: number | null;
  departure: number | null;
  pickup: GtfsStopAccess;
  drop_off: GtfsStopAccess;
  distance: number | null;
  line: number;
};

const toCall = ({ arrival, departure, drop_off, distance, ...call }: StagedCall): ReadCall => ({
  ...call,
  arrivalSeconds: arrival,
  departureSeconds: departure,
  dropOff: drop_off,
  shapeDistance: distance,
});
