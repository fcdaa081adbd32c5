// What may this person board on a day, once organizations marked lines: surely, or on conditions?

import type { DayView } from '#domain/journey/day-view.ts';
import { keepLast, numberOf } from '#domain/journey/keep-last.ts';
import type { Network } from '#domain/journey/network.ts';
import type { Timetable } from '#domain/journey/timetable.ts';
import { marksOfTrip, type TimetableMarks } from '#domain/journey/timetable-marks.ts';
import type { Profile } from '#domain/transport/eligibility.ts';
import { evaluateEligibility } from '#domain/transport/evaluate-eligibility.ts';
import { conditionOf, type LegMark } from '#domain/transport/line-overlay.ts';

/** Numbers of the timetable no search boards or alights at. */
export type Shut = {
  routes: ReadonlySet<number>;
  trips: ReadonlySet<number>;
  stops: ReadonlySet<number>;
};

/**
 * `open`: all but what is never for this person. `sure`: also without what asks for a booking, or is
 * reserved to people this person may or may not be; null: the same.
 */
export type MarkedViews = { open: DayView; sure: DayView | null };

/** `conditional`: if the person is one of those, or books. */
type Access = 'free' | 'conditional' | 'never';

/** Networks of their own, so that what is kept of a search is found again under the same marks only. */
const networks = keepLast<Network, Required<Pick<DayView, 'forward' | 'backward' | 'shut'>>>(12);

export function markedViews(view: DayView, profile: Profile): MarkedViews {
  const { marks } = view;
  if (!marks) return { open: view, sure: null };
  const access = new Map(marks.all.map((mark) => [mark, accessOf(mark, profile)]));
  const without = (most: Access) => {
    const isShut = (mark: LegMark) => {
      const found = access.get(mark);
      return found === 'never' || found === most;
    };
    const shut = marks.all.map((mark) => Number(isShut(mark))).join('');
    const key = `${numberOf(marks)} ${shut}`;
    const made = networks(view.forward, key, () => ({
      forward: { ...view.forward },
      backward: { ...view.backward },
      shut: shutOf(view.timetable, marks, isShut),
    }));
    return { ...view, ...made };
  };
  const open = without('never');
  const isConditional = [...access.values()].includes('conditional');
  return { open, sure: isConditional ? without('conditional') : null };
}

/** Whether the person may board it only if they book, or are of those it is for. */
export function isConditional(mark: LegMark, profile: Profile): boolean {
  return accessOf(mark, profile) === 'conditional';
}

function accessOf(mark: LegMark, profile: Profile): Access {
  switch (mark.kind) {
    case 'hidden':
    case 'school_only':
      return 'never';
    case 'on_booking':
      return 'conditional';
    case 'reserved': {
      const { value } = evaluateEligibility(conditionOf(mark), profile);
      return value === null ? 'conditional' : value ? 'free' : 'never';
    }
    case 'school_open':
    case 'note':
      return 'free';
  }
}

/** A line is shut whole, unless something else is said of one of its trips. */
function shutOf(
  timetable: Timetable,
  marks: TimetableMarks,
  isShut: (mark: LegMark) => boolean,
): Shut {
  const { routes, trips, stops } = marks;
  const apart = new Set([...trips.keys()].map(({ route }) => route));
  const shutRoutes = new Set<number>();
  for (const [number, route] of timetable.routes.entries()) {
    if (!apart.has(number) && routes.get(route)?.some(isShut)) shutRoutes.add(number);
  }
  const shutTrips = new Set<number>();
  for (const [number, trip] of apart.size === 0 ? [] : timetable.trips.entries()) {
    const route = timetable.routes[trip.route];
    if (!route || !apart.has(trip.route)) continue;
    if (marksOfTrip(marks, route, trip).some(isShut)) shutTrips.add(number);
  }
  const shutStops = new Set<number>();
  for (const [number, said] of stops) if (said.some(isShut)) shutStops.add(number);
  return { routes: shutRoutes, trips: shutTrips, stops: shutStops };
}
