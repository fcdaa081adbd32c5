// What is known of the useful days of a territory: computed, being so, or impossible to tell for want of timetables?

import type { Insee } from '#domain/territory/territory.ts';
import type { LocalDate } from '#domain/time.ts';
import type { NoCarWeek } from './no-car-week.ts';
import type { AccessProfession } from './professions.ts';

/**
 * `no_timetable`: none was imported that calls in the territory or near it. `no_service`: no week without a holiday has a run. Then useful days are unknown:
 * neither 0 nor what volunteers alone would make possible.
 */
export const USEFUL_DAY_STATES = ['running', 'done', 'no_timetable', 'no_service'] as const;
export type UsefulDayState = (typeof USEFUL_DAY_STATES)[number];

export type UsefulDayRun = {
  territoryCode: string;
  /** Of offers, timetables, roads, places of care and communes. */
  fingerprint: string;
  state: UsefulDayState;
  /** Of the week of reference; null: none was found. */
  monday: LocalDate | null;
  /** Timetables that cover it. */
  feedIds: readonly string[];
  communeCount: number;
  /** Null while it runs. */
  computedAt: string | null;
};

/** Of one commune and profession. */
export type UsefulDayRow = NoCarWeek & { insee: Insee; profession: AccessProfession };

/** The same without how nor where, for a map. */
export type UsefulDayMasks = Pick<
  UsefulDayRow,
  'insee' | 'profession' | 'openMask' | 'sureMask' | 'forAllMask' | 'possibleMask'
>;
