// How are the runs of a day laid out so that a search reads them in one direction or the other?

import type { Footpaths, Timetable } from '#domain/journey/timetable.ts';

/**
 * A lane is a pattern, or a part of its runs, where none overtakes another. Times of a lane stand run
 * after run: call i of run r is at laneTimes[lane] + r × calls + i.
 */
export type Network = {
  stopCount: number;
  laneCount: number;
  lanePatterns: Int32Array;
  callStarts: Int32Array;
  callStops: Int32Array;
  /** Whether one may board or alight at the call, in the direction of the search. */
  canBoard: Uint8Array;
  canAlight: Uint8Array;
  /** Least time any run takes from the call before to this one; 0 at the first call. */
  callLeastSeconds: Int32Array;
  laneRunStarts: Int32Array;
  runs: Int32Array;
  runDayOffsets: Int8Array;
  laneTimes: Int32Array;
  arrivals: Int32Array;
  departures: Int32Array;
  /** Lanes that call at each stop, once for each call. */
  stopStarts: Int32Array;
  stopLanes: Int32Array;
  stopCalls: Int32Array;
  footpaths: Footpaths;
  footpathsBack: Footpaths;
};

const NOT_POSSIBLE = 1;

/** One run on the day: `shiftSeconds` brings its times to the midnight of the view. */
export type DayRun = { run: number; shiftSeconds: number; dayOffset: number };

type OwnTimes = Pick<Network, 'laneCount' | 'callStarts' | 'laneTimes' | 'arrivals' | 'departures'>;

type Lane = { pattern: number; runs: DayRun[] };

export function buildNetwork(timetable: Timetable, byPattern: readonly DayRun[][]): Network {
  const lanes = byPattern.flatMap((runs, pattern) =>
    splitLanes(timetable, runs, callCount(timetable, pattern)).map((lane) => ({
      pattern,
      runs: lane,
    })),
  );
  const sizes = lanes.map((lane) => callCount(timetable, lane.pattern));
  const callStarts = startsOf(sizes);
  const calls = callStarts[lanes.length] ?? 0;
  const laneRunStarts = startsOf(lanes.map((lane) => lane.runs.length));
  const laneTimes = startsOf(lanes.map((lane, index) => lane.runs.length * (sizes[index] ?? 0)));
  const times = laneTimes[lanes.length] ?? 0;
  const network: Omit<Network, 'stopStarts' | 'stopLanes' | 'stopCalls'> = {
    stopCount: timetable.stops.length,
    laneCount: lanes.length,
    lanePatterns: Int32Array.from(lanes, (lane) => lane.pattern),
    callStarts,
    callStops: new Int32Array(calls),
    canBoard: new Uint8Array(calls),
    canAlight: new Uint8Array(calls),
    callLeastSeconds: new Int32Array(calls),
    laneRunStarts,
    runs: Int32Array.from(
      lanes.flatMap((lane) => lane.runs),
      ({ run }) => run,
    ),
    runDayOffsets: Int8Array.from(
      lanes.flatMap((lane) => lane.runs),
      ({ dayOffset }) => dayOffset,
    ),
    laneTimes,
    arrivals: new Int32Array(times),
    departures: new Int32Array(times),
    footpaths: timetable.footpaths,
    footpathsBack: timetable.footpathsBack,
  };
  for (const [index, lane] of lanes.entries()) fillLane(timetable, network, index, lane);
  network.callLeastSeconds.set(leastSeconds(network));
  return { ...network, ...callsByStop(network) };
}

function fillLane(
  timetable: Timetable,
  network: Omit<Network, 'stopStarts' | 'stopLanes' | 'stopCalls'>,
  index: number,
  lane: Lane,
): void {
  const size = callCount(timetable, lane.pattern);
  const from = timetable.patternStarts[lane.pattern] ?? 0;
  const to = network.callStarts[index] ?? 0;
  for (let call = 0; call < size; call++) {
    network.callStops[to + call] = timetable.patternStops[from + call] ?? 0;
    network.canBoard[to + call] = timetable.patternPickups[from + call] === NOT_POSSIBLE ? 0 : 1;
    network.canAlight[to + call] = timetable.patternDropOffs[from + call] === NOT_POSSIBLE ? 0 : 1;
  }
  let at = network.laneTimes[index] ?? 0;
  for (const { run, shiftSeconds } of lane.runs) {
    const times = timetable.runTimes[run] ?? 0;
    for (let call = 0; call < size; call++) {
      network.arrivals[at] = (timetable.arrivals[times + call] ?? 0) + shiftSeconds;
      network.departures[at] = (timetable.departures[times + call] ?? 0) + shiftSeconds;
      at++;
    }
  }
}

function leastSeconds(network: OwnTimes): Int32Array {
  const { laneCount, callStarts, laneTimes, arrivals, departures } = network;
  const least = new Int32Array(callStarts[laneCount] ?? 0);
  for (let lane = 0; lane < laneCount; lane++) {
    const calls = callStarts[lane] ?? 0;
    const size = (callStarts[lane + 1] ?? 0) - calls;
    const end = laneTimes[lane + 1] ?? 0;
    for (let call = 1; call < size; call++) {
      let shortest = Number.POSITIVE_INFINITY;
      for (let at = (laneTimes[lane] ?? 0) + call; at < end; at += size) {
        shortest = Math.min(shortest, (arrivals[at] ?? 0) - (departures[at - 1] ?? 0));
      }
      least[calls + call] = shortest;
    }
  }
  return least;
}

/** The same lanes lived backwards: the last run comes first, what was an arrival is a departure. */
export function reverseNetwork(network: Network): Network {
  const { laneCount, callStarts, laneRunStarts, laneTimes } = network;
  const reversed = {
    ...network,
    callStops: network.callStops.slice(),
    canBoard: network.canBoard.slice(),
    canAlight: network.canAlight.slice(),
    runs: network.runs.slice(),
    runDayOffsets: network.runDayOffsets.slice(),
    arrivals: network.departures.map((seconds) => -seconds),
    departures: network.arrivals.map((seconds) => -seconds),
    footpaths: network.footpathsBack,
    footpathsBack: network.footpaths,
  };
  for (let lane = 0; lane < laneCount; lane++) {
    const from = callStarts[lane] ?? 0;
    const to = callStarts[lane + 1] ?? 0;
    reversed.callStops.subarray(from, to).reverse();
    reversed.canBoard.set(network.canAlight.slice(from, to).reverse(), from);
    reversed.canAlight.set(network.canBoard.slice(from, to).reverse(), from);
    reversed.runs.subarray(laneRunStarts[lane], laneRunStarts[lane + 1]).reverse();
    reversed.runDayOffsets.subarray(laneRunStarts[lane], laneRunStarts[lane + 1]).reverse();
    // Runs and calls are both turned round, so the whole block of times is.
    reversed.arrivals.subarray(laneTimes[lane], laneTimes[lane + 1]).reverse();
    reversed.departures.subarray(laneTimes[lane], laneTimes[lane + 1]).reverse();
  }
  reversed.callLeastSeconds = leastSeconds(reversed);
  return { ...reversed, ...callsByStop(reversed) };
}

/** Runs in order of departure, cut in lanes: a run joins the first whose last run it stays behind. */
function splitLanes(timetable: Timetable, runs: readonly DayRun[], size: number): DayRun[][] {
  const time = (times: Int32Array, { run, shiftSeconds }: DayRun, call: number): number =>
    (times[(timetable.runTimes[run] ?? 0) + call] ?? 0) + shiftSeconds;
  const staysBehind = (run: DayRun, ahead: DayRun): boolean => {
    for (let call = 0; call < size; call++) {
      for (const times of [timetable.arrivals, timetable.departures]) {
        if (time(times, run, call) < time(times, ahead, call)) return false;
      }
    }
    return true;
  };
  const lanes: DayRun[][] = [];
  const ordered = runs.toSorted(
    (a, b) => time(timetable.departures, a, 0) - time(timetable.departures, b, 0) || a.run - b.run,
  );
  for (const run of ordered) {
    const lane = lanes.find((members) => {
      const ahead = members[members.length - 1];
      return ahead !== undefined && staysBehind(run, ahead);
    });
    if (lane) lane.push(run);
    else lanes.push([run]);
  }
  return lanes;
}

function callsByStop(
  network: Pick<Network, 'stopCount' | 'laneCount' | 'callStarts' | 'callStops'>,
): Pick<Network, 'stopStarts' | 'stopLanes' | 'stopCalls'> {
  const { stopCount, laneCount, callStarts, callStops } = network;
  const stopStarts = new Int32Array(stopCount + 1);
  for (const stop of callStops) stopStarts[stop + 1] = (stopStarts[stop + 1] ?? 0) + 1;
  for (let stop = 0; stop < stopCount; stop++) {
    stopStarts[stop + 1] = (stopStarts[stop + 1] ?? 0) + (stopStarts[stop] ?? 0);
  }
  const next = stopStarts.slice();
  const stopLanes = new Int32Array(callStops.length);
  const stopCalls = new Int32Array(callStops.length);
  for (let lane = 0; lane < laneCount; lane++) {
    const first = callStarts[lane] ?? 0;
    const end = callStarts[lane + 1] ?? 0;
    for (let call = first; call < end; call++) {
      const stop = callStops[call] ?? 0;
      const at = next[stop] ?? 0;
      stopLanes[at] = lane;
      stopCalls[at] = call - first;
      next[stop] = at + 1;
    }
  }
  return { stopStarts, stopLanes, stopCalls };
}

function callCount(timetable: Timetable, pattern: number): number {
  return (timetable.patternStarts[pattern + 1] ?? 0) - (timetable.patternStarts[pattern] ?? 0);
}

function startsOf(sizes: readonly number[]): Int32Array {
  const starts = new Int32Array(sizes.length + 1);
  for (const [index, size] of sizes.entries()) starts[index + 1] = (starts[index] ?? 0) + size;
  return starts;
}
