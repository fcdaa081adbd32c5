// What a planning thread keeps and computes: the parts it was given, the days it laid out, one task.

import type {
  LaidOutDay,
  Part,
  PartNumbers,
  PlannerParts,
  PlannerTask,
  PlannerTasks,
  TaskName,
} from '#api/runtime/planner-messages.ts';
import { type DayView, dayView } from '#domain/journey/day-view.ts';
import { findSlots } from '#domain/journey/find-slots.ts';
import { planJourney } from '#domain/journey/plan-journey.ts';
import { type RoadGraphTimes, roadGraphTimes } from '#domain/journey/road-graph-times.ts';
import { estimateRoads } from '#domain/journey/road-times.ts';
import { fromShared, viewFromShared, viewToShared } from '#domain/journey/share-timetable.ts';
import type { Timetable } from '#domain/journey/timetable.ts';

/** A fortnight and the days around it. */
const KEPT_DAYS = 16;

type Days = { timetable: Timetable; days: Map<string, DayView> };

type Held =
  | { name: 'offers'; value: PlannerParts['offers'] }
  | { name: 'timetable'; value: Days | null }
  | { name: 'roads'; value: RoadGraphTimes | null };

export type PlannerEngine = {
  hold: (part: Part) => void;
  holdDay: (day: LaidOutDay) => void;
  forget: (numbers: readonly number[]) => void;
  run: (task: PlannerTask, parts: PartNumbers) => PlannerTasks[TaskName]['answer'];
};

/** `onDay` is given each day laid out here, for the other threads. */
export function createPlannerEngine(onDay: (day: LaidOutDay) => void): PlannerEngine {
  const held = new Map<number, Held>();

  function find<Name extends Held['name']>(name: Name, number: number) {
    const part = held.get(number);
    if (part?.name === name) return part.value as Extract<Held, { name: Name }>['value'];
    throw new Error(`The planner holds no ${name} of number ${number}`);
  }

  /** Null when no timetable is loaded. */
  function viewOf(number: number, date: string): DayView | null {
    const found = find('timetable', number);
    if (found === null) return null;
    const { timetable, days } = found;
    const known = days.get(date);
    if (known !== undefined) {
      keepDay(days, date, known);
      return known;
    }
    const view = viewToShared(dayView(timetable, date));
    onDay({ kind: 'day', number, date, view });
    return keepDay(days, date, viewFromShared(timetable, view));
  }

  return {
    hold: ({ number, ...part }) => {
      if (part.name === 'offers') held.set(number, part);
      else if (part.name === 'roads') {
        const value = part.value === null ? null : roadGraphTimes(part.value);
        held.set(number, { name: 'roads', value });
      } else {
        const timetable = part.value === null ? null : fromShared(part.value);
        const value = timetable === null ? null : { timetable, days: new Map() };
        held.set(number, { name: 'timetable', value });
      }
    },
    holdDay({ number, date, view }) {
      const part = held.get(number);
      if (part?.name !== 'timetable' || part.value === null) return;
      const { timetable, days } = part.value;
      if (!days.has(date)) keepDay(days, date, viewFromShared(timetable, view));
    },
    forget: (numbers) => {
      for (const number of numbers) held.delete(number);
    },
    run(task, parts) {
      const { now } = task;
      const known = find('roads', parts.roads);
      const offers = find('offers', parts.offers);
      const context = { now, offers, roads: known ?? estimateRoads };
      const viewOn = (date: string) => viewOf(parts.timetable, date);
      if (task.name === 'slots') return findSlots(task.request, { ...context, viewOf: viewOn });
      const { from, to, appointment } = task.request;
      const plan = planJourney(task.request, {
        ...context,
        view: viewOn(appointment.date),
        ...(task.otherDays ? { viewOf: viewOn } : {}),
      });
      const off = known?.offRoad('car', [from.point, to.point]) ?? [];
      return { plan, offRoad: off.map((position) => (position === 0 ? 'home' : 'care')) };
    },
  };
}

/** Days asked lately are kept. */
function keepDay(days: Map<string, DayView>, date: string, view: DayView): DayView {
  days.delete(date);
  days.set(date, view);
  const [oldest] = days.keys();
  if (days.size > KEPT_DAYS && oldest !== undefined) days.delete(oldest);
  return view;
}
