// Do the same vehicles run at the same hours on two days? Then what is searched on one is found for both.

import type { DayView } from '#domain/journey/day-view.ts';
import { serviceDayShift } from '#domain/journey/service-day.ts';

/** The day over the networks of another that runs the same, when there is one among those known. */
export function shareNetworks(view: DayView, known: Iterable<DayView>): DayView {
  for (const other of known) {
    if (!runTheSame(view, other)) continue;
    return { ...view, forward: other.forward, backward: other.backward };
  }
  return view;
}

function runTheSame(a: DayView, b: DayView): boolean {
  const [first, second] = [a.forward, b.forward];
  return (
    a.timetable === b.timetable &&
    areEqual(first.runs, second.runs) &&
    areEqual(first.laneRunStarts, second.laneRunStarts) &&
    areEqual(first.lanePatterns, second.lanePatterns) &&
    areEqual(first.runDayOffsets, second.runDayOffsets) &&
    [-1, 1].every((days) => serviceDayShift(a.date, days) === serviceDayShift(b.date, days))
  );
}

function areEqual(a: Int32Array | Int8Array, b: Int32Array | Int8Array): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
