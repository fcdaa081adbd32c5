// How do a timetable and the view of a day cross to the threads that search in them, without being copied?

import type { DayView } from '#domain/journey/day-view.ts';
import type { GtfsAccess } from '#domain/journey/gtfs.ts';
import type { Network } from '#domain/journey/network.ts';
import {
  readTexts,
  type SharedTexts,
  shared,
  sharedRecord,
  shareTexts,
} from '#domain/journey/shared-arrays.ts';
import { buildStopGrid } from '#domain/journey/stop-grid.ts';
import {
  stopOfTwin,
  type Timetable,
  type TimetableStop,
  type TimetableTrip,
} from '#domain/journey/timetable.ts';

/** A message: numbers and long lists of texts are in shared memory, the rest is short. */
export type SharedTimetable = Omit<Timetable, 'stops' | 'trips' | 'grid'> & {
  stopTexts: SharedTexts;
  stopNumbers: Float64Array;
  tripTexts: SharedTexts;
  tripNumbers: Int32Array;
};

type OwnArrays = Omit<Network, 'footpaths' | 'footpathsBack'>;

export type SharedView = Omit<DayView, 'timetable' | 'forward' | 'backward'> & {
  forward: OwnArrays;
  backward: OwnArrays;
};

export function toShared(timetable: Timetable): SharedTimetable {
  const { stops, trips, grid: _, footpaths, footpathsBack, ...rest } = timetable;
  const stopTexts = stops.flatMap(({ feedId, id, name, platformCode }) => [
    feedId,
    id,
    name,
    platformCode,
  ]);
  const stopNumbers = stops.flatMap(({ point, station, wheelchair }) => [
    ...point,
    station,
    wheelchair,
  ]);
  const tripTexts = trips.flatMap(({ feedId, id, headsign, shortName }) => [
    feedId,
    id,
    headsign,
    shortName,
  ]);
  const tripNumbers = trips.flatMap(({ route, wheelchair }) => [route, wheelchair]);
  return {
    ...sharedRecord(rest),
    footpaths: sharedRecord(footpaths),
    footpathsBack: sharedRecord(footpathsBack),
    stopTexts: shareTexts(stopTexts),
    stopNumbers: shared(Float64Array.from(stopNumbers)),
    tripTexts: shareTexts(tripTexts),
    tripNumbers: shared(Int32Array.from(tripNumbers)),
  };
}

/** Reads a message of `toShared` in the thread that received it. */
export function fromShared(message: SharedTimetable): Timetable {
  const { stopTexts, stopNumbers, tripTexts, tripNumbers, ...rest } = message;
  const ofStops = readTexts(stopTexts);
  const ofTrips = readTexts(tripTexts);
  const stops = Array.from({ length: ofStops.length / 4 }, (_, number): TimetableStop => {
    const at = number * 4;
    return {
      feedId: ofStops[at] ?? '',
      id: ofStops[at + 1] ?? '',
      name: ofStops[at + 2] ?? '',
      point: [stopNumbers[at] ?? 0, stopNumbers[at + 1] ?? 0],
      station: stopNumbers[at + 2] ?? number,
      platformCode: ofStops[at + 3] ?? null,
      wheelchair: accessOf(stopNumbers[at + 3]),
    };
  });
  const trips = Array.from({ length: ofTrips.length / 4 }, (_, number): TimetableTrip => {
    const at = number * 4;
    return {
      feedId: ofTrips[at] ?? '',
      id: ofTrips[at + 1] ?? '',
      route: tripNumbers[number * 2] ?? 0,
      headsign: ofTrips[at + 2] ?? null,
      shortName: ofTrips[at + 3] ?? null,
      wheelchair: accessOf(tripNumbers[number * 2 + 1]),
    };
  });
  const points = stops.map(({ point }) => point);
  const { twinOf, patternStops } = rest;
  const served = new Set<number>();
  for (const stop of patternStops) served.add(stopOfTwin({ stops, twinOf }, stop));
  return { ...rest, stops, trips, grid: buildStopGrid(points, served) };
}

export function viewToShared({ timetable: _, forward, backward, ...rest }: DayView): SharedView {
  return { ...rest, forward: ownArrays(forward), backward: ownArrays(backward) };
}

/** `timetable`: the one the view was made from, as this thread holds it. */
export function viewFromShared(timetable: Timetable, view: SharedView): DayView {
  const { footpaths, footpathsBack } = timetable;
  return {
    ...view,
    timetable,
    forward: { ...view.forward, footpaths, footpathsBack },
    backward: { ...view.backward, footpaths: footpathsBack, footpathsBack: footpaths },
  };
}

function ownArrays({ footpaths: _, footpathsBack: __, ...rest }: Network): OwnArrays {
  return sharedRecord(rest);
}

function accessOf(value: number | undefined): GtfsAccess {
  return value === 1 || value === 2 ? value : 0;
}
