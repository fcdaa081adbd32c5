// What a planning thread keeps and computes: the parts it was given, the days it laid out, one task.

import type {
  LaidOutDay,
  Part,
  PartNumbers,
  PlannerParts,
  PlannerTask,
  PlannerTasks,
  RoadTask,
  TaskName,
} from '#api/runtime/planner-messages.ts';
import { type DayView, dayView } from '#domain/journey/day-view.ts';
import { findSlots } from '#domain/journey/find-slots.ts';
import type { JourneyPlan, JourneyPoint, SlotCalendar } from '#domain/journey/journey.ts';
import { planJourney } from '#domain/journey/plan-journey.ts';
import { type RoadGraphTimes, roadGraphTimes } from '#domain/journey/road-graph-times.ts';
import { answeredRoads, recordQuestions } from '#domain/journey/road-table.ts';
import { estimateRoads, type RoadTimes } from '#domain/journey/road-times.ts';
import { shareNetworks } from '#domain/journey/same-runs.ts';
import { type IsOver, SearchCut, watch } from '#domain/journey/search-cut.ts';
import { fromShared, viewFromShared, viewToShared } from '#domain/journey/share-timetable.ts';
import type { Timetable } from '#domain/journey/timetable.ts';
import { marksOn } from '#domain/journey/timetable-marks.ts';

/** A fortnight and the days around it. */
const KEPT_DAYS = 16;

type PlanTask = Extract<PlannerTask, { name: 'plan' }>;
type SlotsTask = Extract<PlannerTask, { name: 'slots' }>;

type Days = { timetable: Timetable; days: Map<string, DayView> };

type Held =
  | { name: 'offers'; value: PlannerParts['offers'] }
  | { name: 'timetable'; value: Days | null }
  | { name: 'roads'; value: RoadGraphTimes | null }
  | { name: 'communes'; value: PlannerParts['communes'] }
  | { name: 'marks'; value: PlannerParts['marks'] };

export type PlannerEngine = {
  hold: (part: Part) => void;
  holdDay: (day: LaidOutDay) => void;
  forget: (numbers: readonly number[]) => void;
  /**
   * Throws `SearchCut` when time was over before a card or the hours of a day were sure: a whole plan is
   * told as far as it was found.
   */
  run: (task: PlannerTask, parts: PartNumbers, isOver: IsOver) => PlannerTasks[TaskName]['answer'];
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

  const contextOf = ({ now }: RoadTask, parts: PartNumbers, roads: RoadTimes, isOver: IsOver) => ({
    now,
    offers: find('offers', parts.offers),
    communeCentres: find('communes', parts.communes),
    roads,
    viewOf: (date: string) => {
      const view = viewOf(parts.timetable, date);
      if (view === null) return null;
      const said = parts.marks === undefined ? [] : find('marks', parts.marks);
      const marks = marksOn(view.timetable, said);
      return { ...view, isOver, ...(marks === null ? {} : { marks }) };
    },
  });

  function planOf(
    task: PlanTask,
    parts: PartNumbers,
    roads: RoadTimes,
    isOver: IsOver,
  ): JourneyPlan {
    const { viewOf: viewOn, ...context } = contextOf(task, parts, roads, isOver);
    return planJourney(task.request, {
      ...context,
      view: viewOn(task.request.appointment.date),
      ...(task.brief ? { brief: true } : { viewOf: viewOn }),
    });
  }

  function slotsOf(
    task: SlotsTask,
    parts: PartNumbers,
    roads: RoadTimes,
    isOver: IsOver,
  ): SlotCalendar {
    return findSlots(task.request, contextOf(task, parts, roads, isOver));
  }

  return {
    hold: ({ number, ...part }) => {
      if (part.name === 'offers' || part.name === 'communes' || part.name === 'marks') {
        held.set(number, part);
      } else if (part.name === 'roads') {
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
    run(task, parts, outOfTime) {
      const { isOver, wasCut } = watch(outOfTime);
      const known = find('roads', parts.roads);
      if (task.name === 'questions') {
        const recorded = recordQuestions();
        if (task.of.name === 'plan') planOf(task.of, parts, recorded.roads, isOver);
        else slotsOf(task.of, parts, recorded.roads, isOver);
        return recorded.asked();
      }
      const roads = task.roads === undefined ? known : answeredRoads(task.roads);
      if (task.name === 'slots') {
        const calendar = slotsOf(task, parts, roads ?? estimateRoads, isOver);
        if (wasCut()) throw new SearchCut('The hours of the days were not all searched.');
        return { ...calendar, offRoad: offRoad(known, task.request) };
      }
      const plan = planOf(task, parts, roads ?? estimateRoads, isOver);
      const isCut = wasCut();
      if (isCut && task.brief) throw new SearchCut('The ways of a card were not all searched.');
      return { plan, offRoad: offRoad(known, task.request), isCut };
    },
  };
}

/** The ends too far from any road known; none when no roads are. */
function offRoad(
  roads: RoadGraphTimes | null,
  { from, to }: { from: JourneyPoint; to: JourneyPoint },
): ('home' | 'care')[] {
  const off = roads?.offRoad('car', [from.point, to.point]) ?? [];
  return off.map((end) => (end === 0 ? 'home' : 'care'));
}

/** Days asked lately are kept, over the same networks when the same vehicles run. */
function keepDay(days: Map<string, DayView>, date: string, day: DayView): DayView {
  const view = days.has(date) ? day : shareNetworks(day, days.values());
  days.delete(date);
  days.set(date, view);
  const [oldest] = days.keys();
  if (days.size > KEPT_DAYS && oldest !== undefined) days.delete(oldest);
  return view;
}
