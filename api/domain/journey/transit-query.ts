// What is asked of the timetable, and which limits does that set to the search?

import type { DayView } from '#domain/journey/day-view.ts';
import type { SearchLimits } from '#domain/journey/raptor-labels.ts';
import type { TimetableRoute, TimetableTrip } from '#domain/journey/timetable.ts';

const MAX_RIDES = 4;
const CHANGE_SECONDS = 60;
const SPAN_SECONDS = 12 * 3600;

/** A stop (its number in the timetable) and how long it takes from the origin, or to the destination. */
export type TaggedStop = { stop: number; seconds: number; tag: string };

export type TransitQuery = {
  sources: readonly TaggedStop[];
  targets: readonly TaggedStop[];
  /** 4 when absent. */
  maxRides?: number;
  /** Margin at each change; 60 when absent. */
  changeSeconds?: number;
  /** Longest time between the asked end and the other; 12 hours when absent. */
  spanSeconds?: number;
  /** Longest walk between two stops; all footpaths when absent. */
  maxWalkMeters?: number;
  /** Leaves out trips and stops known not to take a wheelchair; unknown ones stay. */
  wheelchair?: boolean;
  allowsRoute?: (route: TimetableRoute) => boolean;
  allowsTrip?: (trip: TimetableTrip) => boolean;
};

/** What a search looks at beside its ends. */
type TransitLimits = Omit<TransitQuery, 'sources' | 'targets'>;

export function maxRidesOf(query: TransitLimits): number {
  return query.maxRides ?? MAX_RIDES;
}

export function spanOf(query: TransitLimits): number {
  return query.spanSeconds ?? SPAN_SECONDS;
}

/** All but the time no arrival may pass, which depends on where the search begins. */
export function limitsOf(
  { timetable, isOver, shut }: DayView,
  query: TransitLimits,
  maxRides: number,
): Omit<SearchLimits, 'latestSeconds'> {
  const { wheelchair, allowsRoute, allowsTrip } = query;
  const shutRoutes = orNull(shut?.routes);
  const shutTrips = orNull(shut?.trips);
  const shutStops = orNull(shut?.stops);
  return {
    maxRides,
    changeSeconds: query.changeSeconds ?? CHANGE_SECONDS,
    maxWalkMeters: query.maxWalkMeters ?? Number.POSITIVE_INFINITY,
    allowsPattern:
      wheelchair || allowsRoute || shutRoutes
        ? (pattern) => {
            if (wheelchair && timetable.patternWheelchair[pattern] === 2) return false;
            const number = timetable.patternRoutes[pattern] ?? 0;
            if (shutRoutes?.has(number)) return false;
            const known = timetable.routes[number];
            return !allowsRoute || (known !== undefined && allowsRoute(known));
          }
        : null,
    allowsRun:
      allowsTrip || shutTrips
        ? (run) => {
            const number = timetable.runTrips[run] ?? 0;
            if (shutTrips?.has(number)) return false;
            const trip = timetable.trips[number];
            return !allowsTrip || (trip !== undefined && allowsTrip(trip));
          }
        : null,
    allowsStop:
      wheelchair || shutStops
        ? (stop) =>
            !(wheelchair && timetable.stops[stop]?.wheelchair === 2) && !shutStops?.has(stop)
        : null,
    isOver: isOver ?? null,
  };
}

/** What is looked up for each vehicle is not when there is nothing to find. */
function orNull(numbers: ReadonlySet<number> | undefined): ReadonlySet<number> | null {
  return numbers === undefined || numbers.size === 0 ? null : numbers;
}
