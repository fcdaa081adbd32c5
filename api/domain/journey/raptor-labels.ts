// What does a search remember of each stop, with each number of rides?

import type { IsOver } from '#domain/journey/search-cut.ts';

/** Of as many stops as this, or more, it is quicker to clean all. */
const FEW = 8;

/** Later than any time. */
export const NEVER = 0x7fffffff;

export type SearchLimits = {
  maxRides: number;
  /** Margin added to every change. */
  changeSeconds: number;
  /** No arrival after this time. */
  latestSeconds: number;
  /** Longest walk between two stops. */
  maxWalkMeters: number;
  allowsPattern: ((pattern: number) => boolean) | null;
  allowsRun: ((run: number) => boolean) | null;
  allowsStop: ((stop: number) => boolean) | null;
  isOver: IsOver | null;
};

/** What one more ride improves; a stop it does not improve says NEVER. */
export type Round = {
  /** Earliest arrival by vehicle; in round 0 the origins. */
  ride: Int32Array;
  rideLane: Int32Array;
  rideRun: Int32Array;
  rideBoard: Int32Array;
  rideAlight: Int32Array;
  /** Earliest time one may board. */
  ready: Int32Array;
  readyFrom: Int32Array;
  /** Number of the footpath walked; -1 when one is there already. */
  readyPath: Int32Array;
};

/**
 * Best times so far by number of rides: what a search need not beat again. Searches that leave earlier
 * and earlier share them, and find only what arrives sooner than leaving later does.
 */
export type Bests = { ride: Int32Array[]; ready: Int32Array[] };

export function emptyRound(stopCount: number): Round {
  return {
    ride: new Int32Array(stopCount).fill(NEVER),
    rideLane: new Int32Array(stopCount),
    rideRun: new Int32Array(stopCount),
    rideBoard: new Int32Array(stopCount),
    rideAlight: new Int32Array(stopCount),
    ready: new Int32Array(stopCount).fill(NEVER),
    readyFrom: new Int32Array(stopCount),
    readyPath: new Int32Array(stopCount),
  };
}

/** Labels of one search, kept for the next: filling them anew costs more than a search. */
export type Workspace = {
  rounds: Round[];
  bests: Bests;
  /** By lane, the first call one is ready at; NEVER between two rounds. */
  firstCalls: Int32Array;
};

type Dimensions = { stopCount: number; laneCount: number; footpaths: object };

/** By timetable and direction: days of one timetable have the same stops. */
const spare = new WeakMap<object, Workspace>();

/** A clean workspace of these dimensions, which nobody else uses until it is given back. */
export function takeWorkspace(network: Dimensions, maxRides: number): Workspace {
  const { stopCount, laneCount, footpaths } = network;
  const space = spare.get(footpaths) ?? {
    rounds: [emptyRound(stopCount)],
    bests: { ride: [], ready: [] },
    firstCalls: new Int32Array(),
  };
  spare.delete(footpaths);
  for (let rides = space.bests.ride.length; rides <= maxRides; rides++) {
    space.bests.ride.push(new Int32Array(stopCount).fill(NEVER));
    space.bests.ready.push(new Int32Array(stopCount).fill(NEVER));
  }
  if (space.firstCalls.length < laneCount) {
    space.firstCalls = new Int32Array(laneCount).fill(NEVER);
  }
  return space;
}

/** `touched`: stops whose labels changed, by round. */
export function giveBack(
  network: Dimensions,
  space: Workspace,
  touched: readonly (readonly number[])[],
): void {
  clean(space.rounds, touched);
  const count = touched.reduce((sum, stops) => sum + stops.length, 0);
  for (const bests of [space.bests.ride, space.bests.ready]) {
    for (const best of bests) {
      if (count > network.stopCount / FEW) best.fill(NEVER);
      else for (const stops of touched) for (const stop of stops) best[stop] = NEVER;
    }
  }
  spare.set(network.footpaths, space);
}

/** After many searches from one workspace, whose rounds were cleaned after each. */
export function giveBackWhole(network: Dimensions, space: Workspace): void {
  space.rounds[0]?.ride.fill(NEVER);
  space.rounds[0]?.ready.fill(NEVER);
  for (const best of [...space.bests.ride, ...space.bests.ready]) best.fill(NEVER);
  spare.set(network.footpaths, space);
}

/** Makes each round say NEVER again at the stops it has touched. */
export function clean(rounds: readonly Round[], touched: readonly (readonly number[])[]): void {
  for (const [rides, stops] of touched.entries()) {
    const round = rounds[rides];
    if (!round) continue;
    for (const stop of stops) {
      round.ride[stop] = NEVER;
      round.ready[stop] = NEVER;
    }
  }
}
