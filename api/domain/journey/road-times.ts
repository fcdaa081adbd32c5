// How long by road from one point to many, or from many to one, and is it known or estimated?

import type { LonLat } from '#domain/geo.ts';
import { estimateDrive, estimateWalk, type RoadEstimate } from '#domain/journey/road-estimate.ts';
import type { RoadMode } from '#domain/journey/road-mode.ts';

/** Whole minutes and metres. `estimate`: from a model of the roads, not from the roads themselves. */
export type RoadTime = { minutes: number; meters: number; estimate: boolean };

/**
 * In the order asked; null when it cannot be reached or lies too far from any road. `mostMinutes`, by
 * point asked: farther than this is of no use, and null may be answered; absent: any time is.
 */
export type RoadTimes = {
  fromOne(
    mode: RoadMode,
    from: LonLat,
    to: readonly LonLat[],
    mostMinutes?: readonly number[],
  ): readonly (RoadTime | null)[];
  toOne(
    mode: RoadMode,
    from: readonly LonLat[],
    to: LonLat,
    mostMinutes?: readonly number[],
  ): readonly (RoadTime | null)[];
};

const CYCLE_METERS_PER_MINUTE = 13_000 / 60;

/** What is answered when no road graph is loaded. */
export const estimateRoads: RoadTimes = {
  fromOne: (mode, from, to) => to.map((each) => timeOf(mode, from, each)),
  toOne: (mode, from, to) => from.map((each) => timeOf(mode, each, to)),
};

function timeOf(mode: RoadMode, from: LonLat, to: LonLat): RoadTime {
  return { ...roadOf(mode, from, to), estimate: true };
}

function roadOf(mode: RoadMode, from: LonLat, to: LonLat): RoadEstimate {
  if (mode === 'car') return estimateDrive(from, to);
  const walk = estimateWalk(from, to);
  if (mode === 'walk') return walk;
  return { meters: walk.meters, minutes: Math.ceil(walk.meters / CYCLE_METERS_PER_MINUTE) };
}
