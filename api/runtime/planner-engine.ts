// What a planning thread keeps and computes: the parts it was given, the days it laid out, one task.

import type {
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
import { estimateRoads } from '#domain/journey/road-times.ts';
import type { Timetable } from '#domain/journey/timetable.ts';

/** A fortnight and the days around it. */
const KEPT_DAYS = 16;

type Held =
  | { name: 'offers'; value: PlannerParts['offers'] }
  | { name: 'timetable'; value: { timetable: Timetable | null; days: Map<string, DayView> } };

export type PlannerEngine = {
  hold: (part: Part) => void;
  forget: (numbers: readonly number[]) => void;
  run: (task: PlannerTask, parts: PartNumbers) => PlannerTasks[TaskName]['answer'];
};

export function createPlannerEngine(): PlannerEngine {
  const held = new Map<number, Held>();

  function find<Name extends Held['name']>(name: Name, number: number) {
    const part = held.get(number);
    if (part?.name === name) return part.value as Extract<Held, { name: Name }>['value'];
    throw new Error(`The planner holds no ${name} of number ${number}`);
  }

  return {
    hold: ({ number, ...part }) => {
      held.set(
        number,
        part.name === 'timetable'
          ? { name: 'timetable', value: { timetable: part.value, days: new Map() } }
          : part,
      );
    },
    forget: (numbers) => {
      for (const number of numbers) held.delete(number);
    },
    run(task, parts) {
      const offers = find('offers', parts.offers);
      const { timetable, days } = find('timetable', parts.timetable);
      const viewOf = (date: string) =>
        timetable === null ? null : keptView(timetable, days, date);
      const { now } = task;
      const context = { now, offers, roads: estimateRoads };
      if (task.name === 'slots') return findSlots(task.request, { ...context, viewOf });
      return planJourney(task.request, {
        ...context,
        view: viewOf(task.request.appointment.date),
        ...(task.otherDays ? { viewOf } : {}),
      });
    },
  };
}

/** Days asked lately are kept. */
function keptView(timetable: Timetable, days: Map<string, DayView>, date: string): DayView {
  const view = days.get(date) ?? dayView(timetable, date);
  days.delete(date);
  days.set(date, view);
  const [oldest] = days.keys();
  if (days.size > KEPT_DAYS && oldest !== undefined) days.delete(oldest);
  return view;
}
