// Which days is the market, and what becomes of a calendar that follows it?

import { isFrenchHoliday } from '#domain/calendar.ts';
import { addDays, type LocalDate } from '#domain/time.ts';
import type { ServiceCalendar } from '#domain/transport/offer.ts';
import { runningOn } from '#domain/transport/runs-on.ts';

/** `ranks`: of such a weekday in the month, -1 the last; none: every week. */
export type MarketDays = { weekdays: readonly number[]; ranks: readonly number[] };

const DAYS_AHEAD = 365;

/** It runs on market days and on no others. */
export function onlyMarketDays(calendar: ServiceCalendar, market: MarketDays): ServiceCalendar {
  const nthOfMonth = market.ranks.length === 0 ? null : market.ranks;
  return { ...calendar, weekdays: market.weekdays, nthOfMonth };
}

/**
 * It runs on market days too, those of a year from `from` within its season, each bearing `label`.
 * A day already told apart keeps what was said of it; holidays are only those of an offer that runs on them.
 */
export function withMarketDays(
  calendar: ServiceCalendar,
  market: MarketDays,
  { from, label }: { from: LocalDate; label: string },
): ServiceCalendar {
  const { startsOn, endsOn, holidays } = calendar;
  const markets: ServiceCalendar = {
    ...onlyMarketDays(calendar, market),
    school: 'any',
    exceptions: [],
  };
  const told = new Set(calendar.exceptions.map(({ date }) => date));
  const first = startsOn !== null && startsOn > from ? startsOn : from;
  const added = Array.from({ length: DAYS_AHEAD }, (_, days) => addDays(first, days)).filter(
    (date) =>
      (endsOn === null || date <= endsOn) &&
      !told.has(date) &&
      (holidays === 'runs' || !isFrenchHoliday(date)) &&
      runningOn(markets, date) === 'yes' &&
      runningOn(calendar, date) !== 'yes',
  );
  const exceptions = [
    ...calendar.exceptions,
    ...added.map((date) => ({ date, runs: true, label })),
  ];
  return { ...calendar, exceptions: exceptions.toSorted((a, b) => (a.date < b.date ? -1 : 1)) };
}
