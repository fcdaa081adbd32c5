// The running days that several offers share.

import type { ServiceCalendar } from '#domain/transport/offer.ts';

const ALL_YEAR = {
  school: 'any',
  nthOfMonth: null,
  startsOn: null,
  endsOn: null,
  exceptions: [],
} as const satisfies Partial<ServiceCalendar>;

/** Any day: what is possible is agreed when booking. */
export const TRAVEL_EVERY_DAY: ServiceCalendar = {
  ...ALL_YEAR,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  holidays: 'runs',
};

export const MONDAY_TO_SATURDAY: ServiceCalendar = {
  ...ALL_YEAR,
  weekdays: [1, 2, 3, 4, 5, 6],
  holidays: 'closed',
};

/** One day of the week, holidays aside; in some weeks of the month, or in all (null). */
export function weekdayCalendar(weekday: number, weeks: readonly number[] | null): ServiceCalendar {
  return { ...ALL_YEAR, weekdays: [weekday], holidays: 'closed', nthOfMonth: weeks };
}
