// What do the server and its planning threads say to each other?
//
// What a plan is computed from is sent once, as parts with a number; a task names the parts it began
// with, so that a new version never reaches a request under way.

import type { LonLat } from '#domain/geo.ts';
import type {
  JourneyPlan,
  JourneyRequest,
  Moment,
  SlotCalendar,
  SlotRequest,
} from '#domain/journey/journey.ts';
import type { RoadNetwork } from '#domain/journey/road-network.ts';
import type { RoadAnswer, RoadQuestion } from '#domain/journey/road-table.ts';
import type { SharedTimetable, SharedView } from '#domain/journey/share-timetable.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { LineMark } from '#domain/transport/line-overlay.ts';
import type { Offer } from '#domain/transport/offer.ts';

/** Null: nothing was imported. */
export type PlannerParts = {
  offers: readonly Offer[];
  timetable: SharedTimetable | null;
  roads: RoadNetwork | null;
  /** Where communes stand. */
  communes: ReadonlyMap<Insee, LonLat>;
  /** What organizations say of lines of the timetable. */
  marks: readonly LineMark[];
};

/** The number of each part; without marks, nothing is said of any line. */
export type PartNumbers = { [Name in Exclude<keyof PlannerParts, 'marks'>]: number } & {
  marks?: number;
};

/** One part with its value. */
export type Part = {
  [Name in keyof PlannerParts]: { name: Name; number: number; value: PlannerParts[Name] };
}[keyof PlannerParts];

/** `roads`: what a road server answered; absent, the roads this program holds are searched. */
type ByRoads = { roads?: readonly RoadAnswer[] };

export type PlannerTasks = {
  /**
   * `brief`: for a card of a list, and no other day is looked for. `offRoad`: the ends that lie
   * too far from any road known, none when no roads are. `isCut`: lines or changes were not all searched
   * for want of time; the plan is what was found before.
   */
  plan: {
    asked: { request: JourneyRequest; now: Moment; brief: boolean } & ByRoads;
    answer: { plan: JourneyPlan; offRoad: readonly ('home' | 'care')[]; isCut: boolean };
  };
  slots: {
    asked: { request: SlotRequest; now: Moment } & ByRoads;
    answer: SlotCalendar & { offRoad: readonly ('home' | 'care')[] };
  };
  /** What another server is to be asked before the task is done. */
  questions: { asked: { of: RoadTask }; answer: readonly RoadQuestion[] };
};

export type TaskName = keyof PlannerTasks;

/** One thing to compute. */
export type PlannerTask = {
  [Name in TaskName]: { name: Name } & PlannerTasks[Name]['asked'];
}[TaskName];

/** What runs on one day of the timetable of that number, laid out once for all threads. */
export type LaidOutDay = { kind: 'day'; number: number; date: string; view: SharedView };

export type RoadTask = Extract<PlannerTask, { name: 'plan' | 'slots' }>;

export type ToPlanner =
  | { kind: 'hold'; part: Part }
  | { kind: 'forget'; numbers: readonly number[] }
  | LaidOutDay
  /** `budgetMs`: searches stop after. */
  | { kind: 'do'; task: PlannerTask; parts: PartNumbers; budgetMs: number };

/** Why a task failed: where, never what was asked. */
export type PlannerFailure = { name: string; frames: string };

export type FromPlanner =
  | { kind: 'ready' }
  | LaidOutDay
  | { kind: 'done'; answer: PlannerTasks[TaskName]['answer'] }
  /** The time was over before there was anything sure to tell. */
  | { kind: 'cut' }
  | { kind: 'failed'; failure: PlannerFailure };
