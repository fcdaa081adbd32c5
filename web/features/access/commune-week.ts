// What is shown of the care near a commune, and of its half-days without a car?

import type { IndicatorId } from '#domain/access/indicators.ts';
import type { NearCare } from '#domain/access/near-care.ts';
import type { HalfDayState } from '#domain/access/no-car-week.ts';
import { ACCESS_PROFESSIONS, type AccessProfession } from '#domain/access/professions.ts';

export type HalfDay = {
  weekday: number;
  part: 'morning' | 'afternoon';
  state: HalfDayState;
  way: {
    title: string;
    offerIds: readonly string[];
    siteName: string;
    isForAll: boolean;
    leaveMinute: number;
    homeMinute: number;
    hours: 'known' | 'usual';
  } | null;
};

/** Days a week. */
export type DayCounts = { sure: number; forAll: number; possible: number };

export type DaysAnswer = {
  state: 'done' | 'no_timetable' | 'no_service' | 'not_computed';
  monday: string | null;
  computedAt: string | null;
  near: readonly { profession: AccessProfession; sites: readonly NearCare[] }[];
  professions: readonly {
    profession: AccessProfession;
    days: DayCounts;
    halfDays: readonly HalfDay[];
  }[];
};

export type CommuneWeek = {
  /** `unknown`: no timetable says what runs, which is not « never ». */
  state: 'known' | 'unknown' | 'not_computed';
  monday: string | null;
  computedOn: string | null;
  days: DayCounts;
  halfDays: readonly HalfDay[];
  hasUsualHours: boolean;
  hasConditions: boolean;
};

const NO_DAYS: DayCounts = { sure: 0, forAll: 0, possible: 0 };

export function weekOf(
  { state, monday, computedAt, professions }: DaysAnswer,
  profession: AccessProfession,
): CommuneWeek {
  const own = professions.find((each) => each.profession === profession);
  const halfDays = own?.halfDays ?? [];
  const ways = halfDays.flatMap(({ way }) => (way === null ? [] : [way]));
  return {
    state: state === 'done' ? 'known' : state === 'not_computed' ? state : 'unknown',
    monday,
    computedOn: computedAt?.slice(0, 10) ?? null,
    days: own?.days ?? NO_DAYS,
    halfDays,
    hasUsualHours: ways.some(({ hours }) => hours === 'usual'),
    hasConditions: ways.some(({ isForAll }) => !isForAll),
  };
}

export const careOf = ({ near }: DaysAnswer, profession: AccessProfession): readonly NearCare[] =>
  near.find((each) => each.profession === profession)?.sites ?? [];

/** Whose care an indicator speaks of; of several, or of none: general practitioners. */
export function professionOf(indicator: IndicatorId): AccessProfession {
  return ACCESS_PROFESSIONS.find((each) => indicator.split('_').includes(each)) ?? 'gp';
}

/** Days that follow one another and are alike in all that is told. */
export type WeekRow = { from: number; to: number; morning: HalfDay; afternoon: HalfDay };

/** Monday first; a Sunday on which nobody receives is left out. */
export function daysOfWeek({ halfDays }: CommuneWeek): WeekRow[] {
  const at = (weekday: number, part: HalfDay['part']): HalfDay =>
    halfDays.find((half) => half.weekday === weekday && half.part === part) ?? {
      ...{ weekday, part, way: null },
      state: 'closed',
    };
  const rows: WeekRow[] = [];
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    const [morning, afternoon] = [at(weekday, 'morning'), at(weekday, 'afternoon')];
    if (weekday === 7 && morning.state === 'closed' && afternoon.state === 'closed') continue;
    const last = rows.at(-1);
    if (
      last !== undefined &&
      isAlike(last.morning, morning) &&
      isAlike(last.afternoon, afternoon)
    ) {
      last.to = weekday;
    } else rows.push({ from: weekday, to: weekday, morning, afternoon });
  }
  return rows;
}

const isAlike = (one: HalfDay, other: HalfDay): boolean =>
  JSON.stringify([one.state, one.way]) === JSON.stringify([other.state, other.way]);

/** Days that follow one another and are open alike, told together. */
export type DayRun = { from: number; to: number; parts: 'both' | 'morning' | 'afternoon' };

/** 0 Monday morning … 13 Sunday afternoon. */
export function dayRuns(halfDays: readonly number[]): DayRun[] {
  const runs: DayRun[] = [];
  for (let weekday = 1; weekday <= 7; weekday++) {
    const morning = halfDays.includes((weekday - 1) * 2);
    const afternoon = halfDays.includes((weekday - 1) * 2 + 1);
    if (!morning && !afternoon) continue;
    const parts = morning && afternoon ? 'both' : morning ? 'morning' : 'afternoon';
    const last = runs.at(-1);
    if (last !== undefined && last.parts === parts && last.to === weekday - 1) last.to = weekday;
    else runs.push({ from: weekday, to: weekday, parts });
  }
  return runs;
}
