// When does a place of care receive people, when nobody said? Usual hours, always labelled as such.
//
// Five weekdays, and Saturday morning for pharmacies: what is common in town and country, taken with prudence. A
// half-day reached by these hours only is told with them: « horaires habituels supposés ».

import type { DayHours } from '#domain/directory/opening-hours.ts';
import type { AccessProfession } from './professions.ts';

const hours = (from: number, to: number): DayHours => ({ from: from * 60, to: to * 60 });

const OFFICE: readonly DayHours[] = [hours(9, 12), hours(14, 18)];
const PHARMACY: readonly DayHours[] = [hours(9, 12.5), hours(14, 19)];

/** `weekday` from 1 Monday to 7 Sunday. */
export function usualHours(profession: AccessProfession, weekday: number): readonly DayHours[] {
  if (weekday === 7) return [];
  if (profession === 'pharmacy') return weekday === 6 ? PHARMACY.slice(0, 1) : PHARMACY;
  return weekday === 6 ? [] : OFFICE;
}
