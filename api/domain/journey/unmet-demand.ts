// Which search counts as one that found no way, and as what is it counted? Nothing of who asked is in it.

import { NEED_GROUPS, type NeedGroup } from '#domain/directory/directory.ts';
import { fitsPerson } from '#domain/journey/fits-person.ts';
import type { Appointment, JourneyPlan } from '#domain/journey/journey.ts';
import type { Insee } from '#domain/territory/territory.ts';
import { weekdayOf } from '#domain/time.ts';

/** Counts below are shown to nobody. */
export const LEAST_SHOWN = 5;

export const HALF_DAYS = ['morning', 'afternoon'] as const;
export type HalfDay = (typeof HALF_DAYS)[number];

/** `unknown`: the place of care is none of the directory's. */
export const DEMAND_CATEGORIES = [...NEED_GROUPS, 'unknown'] as const;
export type DemandCategory = NeedGroup | 'unknown';

export type DemandKey = {
  /** The commune of the home. */
  insee: Insee;
  /** Of the appointment. ISO: 1 Monday … 7 Sunday. */
  weekday: number;
  halfDay: HalfDay;
  category: DemandCategory;
};
export type DemandCell = DemandKey & { count: number };

const NOON_MINUTE = 720;

/** False: nothing that can be booked or only has to be checked, for this person and this appointment. */
export function hasWay(plan: Pick<JourneyPlan, 'options'>): boolean {
  return plan.options.some(fitsPerson);
}

export function demandKey(
  insee: Insee,
  { date, minute }: Appointment,
  category: DemandCategory,
): DemandKey {
  const halfDay = minute < NOON_MINUTE ? 'morning' : 'afternoon';
  return { insee, weekday: weekdayOf(date), halfDay, category };
}
