// What is shown of the half-days without a car of a commune?

import type { HalfDayState } from '#domain/access/no-car-week.ts';

export type HalfDay = {
  weekday: number;
  part: 'morning' | 'afternoon';
  state: HalfDayState;
  way: {
    title: string;
    siteName: string;
    isForAll: boolean;
    leaveMinute: number;
    homeMinute: number;
    hours: 'known' | 'usual';
  } | null;
};

type DaysAnswer = {
  state: 'done' | 'no_timetable' | 'no_service' | 'not_computed';
  monday: string | null;
  professions: readonly { profession: string; halfDays: readonly HalfDay[] }[];
};

export type CommuneWeek = {
  /** `unknown`: no timetable says what runs, which is not « never ». */
  state: 'known' | 'unknown' | 'not_computed';
  monday: string | null;
  halfDays: readonly HalfDay[];
  hasUsualHours: boolean;
  hasConditions: boolean;
};

/** Of general practitioners. */
export function weekOf({ state, monday, professions }: DaysAnswer): CommuneWeek {
  const halfDays = professions.find(({ profession }) => profession === 'gp')?.halfDays ?? [];
  const ways = halfDays.flatMap(({ way }) => (way === null ? [] : [way]));
  return {
    state: state === 'done' ? 'known' : state === 'not_computed' ? state : 'unknown',
    monday,
    halfDays,
    hasUsualHours: ways.some(({ hours }) => hours === 'usual'),
    hasConditions: ways.some(({ isForAll }) => !isForAll),
  };
}

/** Monday first; a Sunday on which nobody receives is left out. */
export function daysOfWeek({ halfDays }: CommuneWeek) {
  const at = (weekday: number, part: HalfDay['part']) =>
    halfDays.find((half) => half.weekday === weekday && half.part === part) ?? {
      ...{ weekday, part, way: null },
      state: 'closed' as const,
    };
  return [1, 2, 3, 4, 5, 6, 7]
    .map((weekday) => ({
      weekday,
      morning: at(weekday, 'morning'),
      afternoon: at(weekday, 'afternoon'),
    }))
    .filter(
      ({ weekday, morning, afternoon }) =>
        weekday !== 7 || morning.state !== 'closed' || afternoon.state !== 'closed',
    );
}
