// What the fields of a calendar share: the days and ranks to tick, in their order.

import type { ServiceCalendar } from '#domain/transport/offer.ts';

export type CalendarFieldsProps = {
  name: string;
  calendar: ServiceCalendar;
  onChange: (calendar: ServiceCalendar) => void;
};

export const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** Of a weekday in its month; -1: the last. */
export const RANKS = [1, 2, 3, 4, 5, -1] as const;

/** In their order, whatever the order they were ticked in. */
export function toggled(
  order: readonly number[],
  list: readonly number[],
  value: number,
  on: boolean,
): readonly number[] {
  return order.filter((each) => (each === value ? on : list.includes(each)));
}
