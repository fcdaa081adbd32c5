// Of the ways home a timetable allows, which one is proposed?

import { mayBeRefused, type ScheduledTrip } from '#domain/journey/feeder-rides.ts';

/** One more change is worth this many minutes of travel. */
export const MINUTES_PER_RIDE = 8;

/** Before its legs are made. */
type Unmade = Omit<ScheduledTrip, 'trip'>;

export function tagsOf({ home, care }: Unmade): string {
  return `${home.tag} ${care.tag}`;
}

export function latestOf(returns: readonly ScheduledTrip[]): number {
  return returns.reduce((last, each) => Math.max(last, departureOf(each)), 0);
}

export function departureOf({ trip }: ScheduledTrip): number {
  return trip.departMinute ?? 0;
}

/** The way back to propose, then the others in their order. */
export function bestFirst(returns: readonly ScheduledTrip[]): ScheduledTrip[] {
  const best = bestOf(returns);
  return best ? [best, ...returns.filter((each) => each !== best)] : [];
}

export function bestOf<Way extends Unmade>(ways: readonly Way[]): Way | undefined {
  return ways.reduce<Way | undefined>((best, way) => {
    const gain = best ? costOf(best) - costOf(way) : 1;
    const isLater = best && way.journey.departSeconds > best.journey.departSeconds;
    return gain > 0 || (gain === 0 && isLater) ? way : best;
  }, undefined);
}

/** Of each way in and out that nothing refuses, all that a card tells of. */
export function bestAndLast(ways: readonly Unmade[]): Unmade[] {
  return [...Map.groupBy(ways, tagsOf).values()].flatMap((same) => {
    const [first] = same;
    if (!first || mayBeRefused(first.home, first.care)) return same;
    const best = bestOf(same);
    const last = same.findLast((each) => each !== best);
    return same.filter((each) => each === best || each === last);
  });
}

/** The soonest home, unless it costs a change it is not worth. Seconds of the day. */
export function costOf({ journey }: Unmade): number {
  return journey.arriveSeconds + journey.rides * MINUTES_PER_RIDE * 60;
}
