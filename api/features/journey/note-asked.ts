// What should the person know of what they asked, before any way: a day too far, an hour already over,
// a place nobody here knows?

import type { Stores } from '#api/runtime/stores.ts';
import type { Appointment, JourneyPoint } from '#domain/journey/journey.ts';
import { compareMoments, type Moment } from '#domain/time.ts';
import type { AskedRemark } from './contract.ts';

type End = 'home' | 'care';

type KnownHere = Pick<Stores, 'timetable' | 'communesOfTerritory'>;

/** `offRoad`: ends too far from any road known. */
export function noteEnds(
  stores: KnownHere,
  { from, to }: { from: JourneyPoint; to: JourneyPoint | null },
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
): AskedRemark[] {
  const past: AskedRemark[] =
    compareMoments({ date, minute }, now) < 0 ? [{ code: 'appointment_past' }] : [];
  return [...noteDays(stores, date, date), ...past];
}

/** `from` and `to`: first and last day asked. */
export function noteDays({ timetable }: KnownHere, from: string, to: string): AskedRemark[] {
  const known = timetable.knownDays();
  if (known === null || (from >= known.from && to <= known.to)) return [];
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
  if (isServed) return [];
  // At sea, the nearest commune says little.
  return [{ code: isOffRoad ? 'nowhere_known' : 'outside_territory', end }];
}
