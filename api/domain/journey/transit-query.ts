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
  { timetable, isOver }: DayView,
  query: TransitLimits,
  maxRides: number,
): Omit<SearchLimits, 'latestSeconds'> {
  const { wheelchair, allowsRoute, allowsTrip } = query;
  const route = (pattern: number) => timetable.routes[timetable.patternRoutes[pattern] ?? 0];
  return {
    maxRides,
    changeSeconds: query.changeSeconds ?? CHANGE_SECONDS,
    maxWalkMeters: query.maxWalkMeters ?? Number.POSITIVE_INFINITY,
    allowsPattern:
      wheelchair || allowsRoute
        ? (pattern) => {
            if (wheelchair && timetable.patternWheelchair[pattern] === 2) return false;
            const known = route(pattern);
            return !allowsRoute || (known !== undefined && allowsRoute(known));
          }
        : null,
    allowsRun: allowsTrip
      ? (run) => {
          const trip = timetable.trips[timetable.runTrips[run] ?? 0];
          return trip !== undefined && allowsTrip(trip);
        }
      : null,
    allowsStop: wheelchair ? (stop) => timetable.stops[stop]?.wheelchair !== 2 : null,
    isOver: isOver ?? null,
  };
}
