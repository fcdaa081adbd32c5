// The hours of a fortnight in a region: what one call computes, a day at a time, as the planner does.

import { type DayView, dayView } from '#domain/journey/day-view.ts';
import { findSlots } from '#domain/journey/find-slots.ts';
import type { JourneyRequest } from '#domain/journey/journey.ts';
import type { PlanContext } from '#domain/journey/plan-journey.ts';
import { shareNetworks } from '#domain/journey/same-runs.ts';
import type { Timetable } from '#domain/journey/timetable.ts';
import { addDays } from '#domain/time.ts';
import { atMost, type Figure, percentile, told } from '#tests/bench/bench-result.ts';

const DAYS = 14;
const CPU = 'ms of processor';

/** `requests`: one for each fortnight asked. Days are laid out before: the planner keeps them. */
export function slotFigures(
  requests: readonly JourneyRequest[],
  timetable: Timetable,
  context: PlanContext,
): Figure[] {
  const views = new Map<string, DayView>();
  const viewOf = (date: string): DayView => {
    const view = views.get(date) ?? shareNetworks(dayView(timetable, date), views.values());
    views.set(date, view);
    return view;
  };
  const fortnight = ({ appointment, ...person }: JourneyRequest): number => {
    let reachable = 0;
    for (let day = 0; day < DAYS; day++) {
      const { durationMinutes } = appointment;
      const fromDate = addDays(appointment.date, day);
      const asked = { ...person, fromDate, dayCount: 1, durationMinutes };
      const { days } = findSlots(asked, { ...context, viewOf });
      reachable += days.flatMap(({ slots }) => slots).filter(({ way }) => way !== null).length;
    }
    return reachable;
  };
  for (const request of requests.slice(0, 3)) fortnight(request);
  let reachable = 0;
  const ms = requests.map((request) => {
    const started = process.cpuUsage();
    reachable += fortnight(request);
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  });
  const networks = new Set([...views.values()].map(({ forward }) => forward));
  return [
    told('Region, days of the fortnights that differ', networks.size, `of ${views.size}`),
    told('Region, hours reached in the fortnights', reachable, ''),
    told('Region, hours of a fortnight, p50', percentile(ms, 0.5), CPU),
    atMost('Region, hours of a fortnight, p95', percentile(ms, 0.95), 500, CPU),
  ];
}
