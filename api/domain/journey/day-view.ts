// What runs on one day, seen from its own midnight, in an order searches can trust?
//
// The view goes from midnight to the noon after next: it holds the trips of the day, those of the day
// before that are still on the road after midnight and those that leave the morning after. In a lane no run overtakes another, so the first that leaves is the first
// to arrive. The same lanes read backwards (times negated, calls reversed) answer « arrive by ».

import type { Shut } from '#domain/journey/marked-views.ts';
import {
  buildNetwork,
  type DayRun,
  type Network,
  reverseNetwork,
} from '#domain/journey/network.ts';
import { referenceDay } from '#domain/journey/reference-day.ts';
import type { IsOver } from '#domain/journey/search-cut.ts';
import { runsOnDay } from '#domain/journey/service-calendar.ts';
import { serviceDayShift } from '#domain/journey/service-day.ts';
import { isSeat, type Timetable } from '#domain/journey/timetable.ts';
import type { TimetableMarks } from '#domain/journey/timetable-marks.ts';
import { dayNumber } from '#domain/time.ts';

/** Noon of the day after. */
const VIEW_END_SECONDS = 36 * 3600;

/** Which day of a feed stands for the day asked. */
type FeedDay = {
  feedId: string;
  date: string;
  exact: boolean;
  validFrom: string;
  validTo: string;
};

/** Keep one a date: building costs more than searching. */
export type DayView = {
  timetable: Timetable;
  date: string;
  feedDays: readonly FeedDay[];
  forward: Network;
  backward: Network;
  /** Searches of this request stop when it says so, by `SearchCut`; absent: they go on to their end. */
  isOver?: IsOver;
  /** What organizations said of these lines; absent: nothing. */
  marks?: TimetableMarks;
  /** What is not boarded because of it. */
  shut?: Shut;
};

/**
 * With `referenceDays` (the default) a feed that does not cover the date shows its usual day, see
 * `referenceDay`; without, such a feed runs nothing.
 */
export function dayView(
  timetable: Timetable,
  date: string,
  options: { referenceDays?: boolean } = {},
): DayView {
  const feedDays: (FeedDay | null)[] = timetable.feeds.map(({ id, validity }, number) => {
    const day = referenceDay(timetable, date, number);
    if (!day || !validity || (!day.exact && options.referenceDays === false)) return null;
    return { feedId: id, ...day, validFrom: validity.from, validTo: validity.to };
  });
  const shown = feedDays.map((day) => (day ? dayNumber(day.date) : null));
  const days = [-1, 0, 1].map((offset) => ({
    offset,
    shift: serviceDayShift(date, offset),
    running: timetable.services.map((service, number) => {
      const day = shown[timetable.serviceFeeds[number] ?? 0];
      return day != null && runsOnDay(service, day + offset);
    }),
  }));

  const byPattern: DayRun[][] = [];
  for (let pattern = 0; pattern + 1 < timetable.runStarts.length; pattern++) {
    const runs: DayRun[] = [];
    const end = timetable.runStarts[pattern + 1] ?? 0;
    for (const { offset, shift, running } of days) {
      for (let run = timetable.runStarts[pattern] ?? 0; run < end; run++) {
        if (running[timetable.runServices[run] ?? 0] !== true) continue;
        if (!isInView(timetable, pattern, run, shift)) continue;
        runs.push({ run, shiftSeconds: shift, dayOffset: offset });
      }
    }
    byPattern.push(runs);
  }
  const forward = buildNetwork(timetable, byPattern);
  return {
    timetable,
    date,
    feedDays: feedDays.filter((day) => day !== null),
    forward,
    backward: reverseNetwork(forward),
  };
}

/** Whether the run is still on the road after midnight, and begins before the view ends. */
function isInView(timetable: Timetable, pattern: number, run: number, shift: number): boolean {
  const first = timetable.runTimes[run] ?? 0;
  const { patternStarts, patternStops, arrivals } = timetable;
  const last = first + (patternStarts[pattern + 1] ?? 0) - (patternStarts[pattern] ?? 0) - 1;
  let begins = first;
  // Seats of those who stay in from another trip come before its own calls.
  while (isSeat(timetable, patternStops[(patternStarts[pattern] ?? 0) + begins - first] ?? 0))
    begins++;
  return (arrivals[last] ?? 0) + shift >= 0 && (arrivals[begins] ?? 0) + shift <= VIEW_END_SECONDS;
}
