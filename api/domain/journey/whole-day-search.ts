// Which timetable journeys go there and come back, for many hours of one day? One search each way.

import type { DayView } from '#domain/journey/day-view.ts';
import type { Network } from '#domain/journey/network.ts';
import { once } from '#domain/journey/once.ts';
import {
  type Ask,
  cuts,
  END_OF_DAY_SECONDS,
  FIRST_RETURNS_SECONDS,
  homeBy,
  inTime,
  queriesOf,
  type ScheduledSearch,
  tripsOnce,
} from '#domain/journey/scheduled-search.ts';
import { journeysInRange, type TransitJourney } from '#domain/journey/transit-search.ts';

/** No appointment asks to be there later, nor leaves sooner. */
export type DayHours = { arriveBySeconds: number; leaveFromSeconds: number };

export const ANY_HOUR: DayHours = { arriveBySeconds: END_OF_DAY_SECONDS, leaveFromSeconds: 0 };

type FoundOnDay = {
  there: readonly TransitJourney[] | null;
  back: readonly TransitJourney[] | null;
  trips: ScheduledSearch['trips'];
};

/** What was found between the same two ends: days on which the same vehicles run are searched once. */
export type FoundDays = WeakMap<Network, Map<string, FoundOnDay>>;

/** Searches are made when first needed, then cut by hour. Null when no stop is within reach of both ends. */
export function searchWholeDay(
  view: DayView,
  ask: Ask,
  days: FoundDays,
  { arriveBySeconds, leaveFromSeconds }: DayHours = ANY_HOUR,
): ScheduledSearch | null {
  const queries = queriesOf(ask);
  if (!queries) return null;
  const known = foundOn(days, view, `${arriveBySeconds} ${leaveFromSeconds}`);
  const { isCut, unlessCut } = cuts();
  const there = once(() => {
    const range = { fromSeconds: 0, toSeconds: arriveBySeconds, arriveBySeconds };
    return unlessCut(() => {
      known.there ??= journeysInRange(view, queries.there, range);
      return known.there;
    }, []);
  });
  const back = once(() => {
    const [fromSeconds, toSeconds] = [leaveFromSeconds, END_OF_DAY_SECONDS];
    const range = { fromSeconds, toSeconds, arriveBySeconds: END_OF_DAY_SECONDS };
    return unlessCut(() => {
      known.back ??= journeysInRange(view, queries.back, range);
      return known.back;
    }, []);
  });
  const departures = once(() => there().map((one) => ({ ...one, journey: () => one })));
  return {
    view,
    brief: false,
    isCut,
    trips: known.trips,
    homeward: new Map(),
    arriveBy: (seconds) => inTime(departures(), seconds),
    before: (seconds) => inTime(there(), seconds),
    lastDeparture: (home, care) =>
      back()
        .filter((one) => one.sourceTag === care.tag && one.targetTag === home.tag)
        .reduce((last, one) => Math.max(last, one.departSeconds), 0),
    after(seconds, isEnough) {
      const all = back().filter((one) => one.departSeconds >= seconds);
      const until = seconds + FIRST_RETURNS_SECONDS;
      const first = homeBy(until, all);
      return isEnough(first, until)
        ? { journeys: first, isWhole: false }
        : { journeys: all, isWhole: true };
    },
  };
}

function foundOn(days: FoundDays, view: DayView, hours: string): FoundOnDay {
  const network = view.forward;
  const byHours = days.get(network) ?? new Map<string, FoundOnDay>();
  days.set(network, byHours);
  const known = byHours.get(hours) ?? { there: null, back: null, trips: tripsOnce(view) };
  byHours.set(hours, known);
  return known;
}
