// Every stop, line and trip of one or several feeds, in the compact form journeys are searched in.

import type { LonLat } from '#domain/geo.ts';
import type { GtfsAccess } from '#domain/journey/gtfs.ts';
import type { Service, Validity } from '#domain/journey/service-calendar.ts';
import type { StopGrid } from '#domain/journey/stop-grid.ts';

export type TimetableFeed = {
  id: string;
  /** Null: nothing ever runs. */
  validity: Validity | null;
};

export type TimetableStop = {
  feedId: string;
  id: string;
  name: string;
  point: LonLat;
  /** Number of the station the stop belongs to, or its own. */
  station: number;
  platformCode: string | null;
  /** Inherited from the station when the stop says nothing. */
  wheelchair: GtfsAccess;
};

export type Vehicle = 'train' | 'coach' | 'bus' | 'other';

export type TimetableRoute = {
  feedId: string;
  id: string;
  shortName: string | null;
  longName: string | null;
  type: number;
  vehicle: Vehicle;
  color: string | null;
  agencyName: string | null;
  agencyPhone: string | null;
};

export type TimetableTrip = {
  feedId: string;
  id: string;
  route: number;
  headsign: string | null;
  shortName: string | null;
  wheelchair: GtfsAccess;
};

/** A trip that cannot be used, and why. */
export type TripNotice = { feedId: string; tripId: string; fault: string };

/**
 * Trips that call at the same stops in the same way share a pattern. A run is one trip of a pattern
 * (or one departure of a trip described by a frequency); runs of a pattern are in order of departure.
 * A `…Starts` array has one more item than what it cuts: item i goes from starts[i] to starts[i + 1].
 */
export type Timetable = {
  feeds: readonly TimetableFeed[];
  /** Those people know, then the twins of some, which only searches see: see `stop-twins.ts`. */
  stops: readonly TimetableStop[];
  /** The stop each of the last stops is a twin of, or a seat at. */
  twinOf: Int32Array;
  /** How many of them, the first, are seats in a vehicle that goes on as another trip. */
  seatCount: number;
  /** Pairs of trips of one vehicle, in order: who changes from one to the next stays in. */
  goesOn: Int32Array;
  /** How many of them, the last, gather twins of one stop: see `twin-tree.ts`. */
  gatheringCount: number;
  routes: readonly TimetableRoute[];
  trips: readonly TimetableTrip[];
  services: readonly Service[];
  /** Feed of each service, and how many runs it has. */
  serviceFeeds: Int32Array;
  serviceRuns: Int32Array;

  /** Calls of the patterns, one after the other. */
  patternStarts: Int32Array;
  patternStops: Int32Array;
  patternPickups: Uint8Array;
  patternDropOffs: Uint8Array;
  patternRoutes: Int32Array;
  patternWheelchair: Uint8Array;

  /** Runs of the patterns, one after the other. */
  runStarts: Int32Array;
  runTrips: Int32Array;
  runServices: Int32Array;
  /** 1: the times are an interval's, not a timetable's. */
  runApproximate: Uint8Array;
  /** First time of each run in `arrivals` and `departures`. */
  runTimes: Int32Array;
  arrivals: Int32Array;
  departures: Int32Array;

  /** On foot from each stop. */
  footpaths: Footpaths;
  /** The same, read from the other end. */
  footpathsBack: Footpaths;
  grid: StopGrid;
  notices: readonly TripNotice[];
};

export type Footpaths = {
  starts: Int32Array;
  to: Int32Array;
  seconds: Int32Array;
  meters: Int32Array;
};

/** Whether the vehicle of a trip goes on as the other. */
export function isNextOf({ goesOn }: Timetable, from: number, to: number): boolean {
  let [low, high] = [0, goesOn.length >> 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = (goesOn[2 * middle] ?? 0) - from || (goesOn[2 * middle + 1] ?? 0) - to;
    if (order === 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return false;
}

export function isSeat({ stops, twinOf, seatCount }: Timetable, stop: number): boolean {
  const index = stop - (stops.length - twinOf.length);
  return index >= 0 && index < seatCount;
}

/** A call there is that of the twin before it. */
export function isGathering({ stops, gatheringCount }: Timetable, stop: number): boolean {
  return stop >= stops.length - gatheringCount;
}

/** The stop people know: itself, unless it is a twin. */
export function stopOfTwin({ stops, twinOf }: Pick<Timetable, 'stops' | 'twinOf'>, stop: number) {
  return twinOf[stop - (stops.length - twinOf.length)] ?? stop;
}
