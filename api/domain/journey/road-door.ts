// What does a trip cost from door to door, once its time on the roads is known?

import { DRIVE_ACCESS_MINUTES } from '#domain/journey/road-estimate.ts';
import type { RoadMode } from '#domain/journey/road-mode.ts';
import { WALK_KMH } from '#domain/journey/road-speed.ts';
import type { RoadTime } from '#domain/journey/road-times.ts';

/** A point farther than this from any road is not reached by the roads known. */
export const MOST_AWAY_METERS = 1_000;

/** Between a door and the road: a drive, a lane nobody drew. */
const ACCESS_KMH: Readonly<Record<RoadMode, number>> = { walk: WALK_KMH, cycle: 10, car: 15 };

/** `awayMeters`: from both doors to the roads. Rounded like the estimate. */
export function doorToDoor(
  mode: RoadMode,
  road: { seconds: number; meters: number; awayMeters: number },
): RoadTime {
  const minutes = doorMinutes(mode, road.seconds, road.awayMeters);
  return {
    // Up for who walks or rides: nobody misses a train for a second.
    minutes: mode === 'car' ? Math.round(minutes) : Math.ceil(minutes - 1e-9),
    meters: Math.round(road.meters + road.awayMeters),
    estimate: false,
  };
}

/** Not rounded. */
export function doorMinutes(mode: RoadMode, seconds: number, awayMeters: number): number {
  const accessMinutes = (awayMeters * 3.6) / ACCESS_KMH[mode] / 60;
  return seconds / 60 + accessMinutes + (mode === 'car' ? DRIVE_ACCESS_MINUTES : 0);
}
