// Does a service of a feed run on a day, and between which days does the feed say anything at all?

import type { GtfsFeed } from '#domain/journey/gtfs.ts';
import { dateOf, dayNumber } from '#domain/time.ts';

/** Days are numbers since 1970-01-01, both ends included. */
export type Service = {
  periods: { weekdays: readonly boolean[]; firstDay: number; lastDay: number }[];
  /** Exceptions win over periods. */
  exceptions: Map<number, boolean>;
};

export type Validity = { from: string; to: string };

/** A published end this far beyond the last day of service is a formality, not a timetable. */
const SILENT_DAYS = 14;

/** Services by id, in order of first mention. */
export function readServices(feed: GtfsFeed): Map<string, Service> {
  const services = new Map<string, Service>();
  const get = (id: string): Service => {
    const known = services.get(id);
    if (known) return known;
    const created: Service = { periods: [], exceptions: new Map() };
    services.set(id, created);
    return created;
  };
  for (const { serviceId, weekdays, startsOn, endsOn } of feed.calendars) {
    get(serviceId).periods.push({
      weekdays,
      firstDay: dayNumber(startsOn),
      lastDay: dayNumber(endsOn),
    });
  }
  for (const { serviceId, date, runs } of feed.calendarDates) {
    get(serviceId).exceptions.set(dayNumber(date), runs);
  }
  return services;
}

export function runsOnDay(service: Service, day: number): boolean {
  const exception = service.exceptions.get(day);
  if (exception !== undefined) return exception;
  // Day 0 was a Thursday, the fourth day of a week that starts on Monday.
  const weekday = (((day + 3) % 7) + 7) % 7;
  return service.periods.some(
    ({ weekdays, firstDay, lastDay }) =>
      day >= firstDay && day <= lastDay && weekdays[weekday] === true,
  );
}

/** Days of service, narrowed or widened by what the publisher states; null when nothing ever runs. */
export function validityOf(feed: GtfsFeed, services: Map<string, Service>): Validity | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const service of services.values()) {
    for (const { weekdays, firstDay, lastDay } of service.periods) {
      if (!weekdays.includes(true) || firstDay > lastDay) continue;
      first = Math.min(first, firstDay);
      last = Math.max(last, lastDay);
    }
    for (const [day, runs] of service.exceptions) {
      if (!runs) continue;
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  }
  if (first > last) return null;
  const start = feed.feedInfo?.startsOn ? dayNumber(feed.feedInfo.startsOn) : first;
  const end = feed.feedInfo?.endsOn ? dayNumber(feed.feedInfo.endsOn) : last;
  if (start <= last && end >= first && start <= end) {
    first = Math.max(start, first - SILENT_DAYS);
    last = Math.min(end, last + SILENT_DAYS);
  }
  return { from: dateOf(first), to: dateOf(last) };
}
