// What do the server and the thread that computes useful days say to each other?

import type { PlannerParts } from '#api/runtime/planner-messages.ts';
import type { CareSite } from '#domain/access/care-site.ts';
import type { HomeCommune } from '#domain/access/no-car-engine.ts';
import type { UsefulDayRow } from '#domain/access/useful-day-run.ts';
import type { LocalDate } from '#domain/time.ts';

/** All it needs, once, as it starts. Big arrays are in memory both read. */
export type DaysWork = Pick<PlannerParts, 'roads' | 'marks' | 'offers'> & {
  timetable: NonNullable<PlannerParts['timetable']>;
  sure: ReadonlySet<string>;
  monday: LocalDate;
  today: LocalDate;
  sites: readonly CareSite[];
  homes: readonly HomeCommune[];
};

export type FromDaysWorker = { kind: 'commune'; rows: readonly UsefulDayRow[] } | { kind: 'done' };
