// How are trips gathered in patterns and written in typed arrays?

import type { Timetable } from '#domain/journey/timetable.ts';
import type { TripTimes } from '#domain/journey/trip-times.ts';

export type Run = {
  trip: number;
  route: number;
  service: number;
  wheelchair: number;
  times: TripTimes;
  /** Added to every time: how far a departure of a frequency is from the trip that describes it. */
  shiftSeconds: number;
  approximate: boolean;
};

type Packed = Pick<
  Timetable,
  | 'patternStarts'
  | 'patternStops'
  | 'patternPickups'
  | 'patternDropOffs'
  | 'patternRoutes'
  | 'patternWheelchair'
  | 'runStarts'
  | 'runTrips'
  | 'runServices'
  | 'runApproximate'
  | 'runTimes'
  | 'arrivals'
  | 'departures'
>;

/** A pattern is a line, an accessibility, and calls where one boards and alights in the same way. */
export function packPatterns(runs: readonly Run[]): Packed {
  const patterns = [...Map.groupBy(runs, patternKey).values()];
  const callCount = sum(patterns, ([run]) => run?.times.stops.length ?? 0);
  const timeCount = sum(runs, (run) => run.times.stops.length);
  const packed: Packed = {
    patternStarts: new Int32Array(patterns.length + 1),
    patternStops: new Int32Array(callCount),
    patternPickups: new Uint8Array(callCount),
    patternDropOffs: new Uint8Array(callCount),
    patternRoutes: new Int32Array(patterns.length),
    patternWheelchair: new Uint8Array(patterns.length),
    runStarts: new Int32Array(patterns.length + 1),
    runTrips: new Int32Array(runs.length),
    runServices: new Int32Array(runs.length),
    runApproximate: new Uint8Array(runs.length),
    runTimes: new Int32Array(runs.length),
    arrivals: new Int32Array(timeCount),
    departures: new Int32Array(timeCount),
  };
  let call = 0;
  let number = 0;
  let time = 0;
  for (const [pattern, members] of patterns.entries()) {
    const [model] = members;
    if (!model) continue;
    packed.patternStarts[pattern] = call;
    packed.runStarts[pattern] = number;
    packed.patternStops.set(model.times.stops, call);
    packed.patternPickups.set(model.times.pickups, call);
    packed.patternDropOffs.set(model.times.dropOffs, call);
    packed.patternRoutes[pattern] = model.route;
    packed.patternWheelchair[pattern] = model.wheelchair;
    call += model.times.stops.length;
    for (const run of members.toSorted((a, b) => firstDeparture(a) - firstDeparture(b))) {
      packed.runTrips[number] = run.trip;
      packed.runServices[number] = run.service;
      packed.runApproximate[number] = run.approximate ? 1 : 0;
      packed.runTimes[number] = time;
      number++;
      for (const [index, arrival] of run.times.arrivals.entries()) {
        packed.arrivals[time] = arrival + run.shiftSeconds;
        packed.departures[time] = (run.times.departures[index] ?? 0) + run.shiftSeconds;
        time++;
      }
    }
  }
  packed.patternStarts[patterns.length] = call;
  packed.runStarts[patterns.length] = number;
  return packed;
}

export function patternKey({ route, wheelchair, times }: Run): string {
  return `${route}/${wheelchair}/${times.stops}/${times.pickups}/${times.dropOffs}`;
}

function firstDeparture(run: Run): number {
  return (run.times.departures[0] ?? 0) + run.shiftSeconds;
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  let total = 0;
  for (const item of items) total += of(item);
  return total;
}
