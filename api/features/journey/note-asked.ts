// What should the person know of what they asked, before any way: a day too far, an hour already over,
// a place nobody here knows?

import type { Stores } from '#api/runtime/stores.ts';
import { type KnownDays, unionOf } from '#api/runtime/timetable-store.ts';
import type { Appointment, JourneyPoint } from '#domain/journey/journey.ts';
import { compareMoments, type Moment } from '#domain/time.ts';
import type { AskedRemark } from './contract.ts';

type End = 'home' | 'care';

type KnownHere = Pick<Stores, 'timetable' | 'communesOfTerritory'>;

/** `offRoad`: ends too far from any road known. */
export function noteEnds(
  stores: KnownHere,
  { from, to }: { from: JourneyPoint | null; to: JourneyPoint | null },
  offRoad: readonly End[] = [],
): AskedRemark[] {
  const ends = [{ end: 'home', point: from } as const, { end: 'care', point: to } as const];
  return ends.flatMap(({ end, point }) =>
    point === null ? [] : noteEnd(stores, point, end, offRoad.includes(end)),
  );
}

/** An hour already over is still answered: the ways of that day help to ask for another. */
export function noteAppointment(
  stores: KnownHere,
  { date, minute }: Appointment,
  now: Moment,
  ends: readonly JourneyPoint[],
): AskedRemark[] {
  const past: AskedRemark[] =
    compareMoments({ date, minute }, now) < 0 ? [{ code: 'appointment_past' }] : [];
  return [...noteDays(stores, date, date, ends), ...past];
}

/**
 * `from` and `to`: first and last day asked. Of the feeds near the ends, those that say nothing of some
 * of these days are named, unless all are alike: one long feed says nothing for another.
 */
export function noteDays(
  { timetable }: KnownHere,
  from: string,
  to: string,
  ends: readonly JourneyPoint[],
): AskedRemark[] {
  const covers = (known: KnownDays) => from >= known.from && to <= known.to;
  const near = timetable.feedsNear(ends.map(({ point }) => point));
  const outside = near.filter((feed) => !covers(feed));
  if (near.length > 1 && outside.length < near.length) {
    return outside.map((feed) => ({
      code: 'feed_outside',
      name: feed.name,
      validFrom: feed.from,
      validTo: feed.to,
    }));
  }
  const known = near.length > 0 ? unionOf(near) : timetable.knownDays();
  if (known === null || (covers(known) && outside.length === 0)) return [];
  return [{ code: 'date_outside_timetables', validFrom: known.from, validTo: known.to }];
}

function noteEnd(
  { communesOfTerritory }: KnownHere,
  { insee }: JourneyPoint,
  end: End,
  isOffRoad: boolean,
): AskedRemark[] {
  if (insee === null) return [{ code: 'nowhere_known', end }];
  const isServed = [...communesOfTerritory().values()].some((communes) => communes.has(insee));
  if (isServed) return isOffRoad ? [{ code: 'off_road', end }] : [];
  // At sea, the nearest commune says little.
  return [{ code: isOffRoad ? 'nowhere_known' : 'outside_territory', end }];
}
