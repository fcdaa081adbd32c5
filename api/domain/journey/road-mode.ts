// Who moves on the roads, and what does a road offer each: a walker, a cyclist, a driver?

import { AppError } from '#domain/error.ts';

export type RoadMode = 'walk' | 'cycle' | 'car';

/** In this order everywhere: arrays by mode, and bits of a set of modes. */
export const ROAD_MODES: readonly RoadMode[] = ['walk', 'cycle', 'car'];

/** A set of modes: the sum of their bits. */
export const MODE_BITS: Readonly<Record<RoadMode, number>> = { walk: 1, cycle: 2, car: 4 };

/** One figure a mode. */
export type ByMode = Readonly<Record<RoadMode, number>>;

/** Speeds in km/h in the direction of the way and against it; 0 where a mode may not go. */
export type RoadRule = {
  forward: ByMode;
  backward: ByMode;
  /** Cars may only come here to reach a place along it. */
  isDestinationOnly: boolean;
  isFerry: boolean;
  /** The crossing from end to end when published; its speeds are a guess until its length is known. */
  ferrySeconds: number | null;
};

/** Position of a mode in `ROAD_MODES`. */
export function modeNumber(mode: RoadMode): number {
  const number = ROAD_MODES.indexOf(mode);
  if (number === -1) throw new AppError('bad_request', `Mode inconnu : « ${mode} ».`);
  return number;
}
