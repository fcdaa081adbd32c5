// Which days do the services of a feed run, and for how long is the feed valid?

import type { GtfsCalendar, GtfsCalendarDate, GtfsFeedInfo } from '#domain/journey/gtfs.ts';
import { dayNumber } from '#domain/time.ts';
import { duplicate, once } from '#seeds/sources/gtfs/ids.ts';
import { RowFault } from '#seeds/sources/gtfs/row.ts';
import type { TableDefinition } from '#seeds/sources/gtfs/table.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export function calendarTable(): TableDefinition<GtfsCalendar> {
  const fresh = once('service_id');
  return {
    file: 'calendar.txt',
    mayBeEmpty: true,
    required: ['service_id', ...WEEKDAYS, 'start_date', 'end_date'],
    build: (row) => {
      const startsOn = row.date('start_date');
      const endsOn = row.date('end_date');
      if (endsOn < startsOn) {
        const value = row.optional('end_date');
        const reason = 'date avant celle de début';
        throw new RowFault('start_and_end_range_out_of_order', 'end_date', value, reason);
      }
      return {
        weekdays: WEEKDAYS.map((day) => row.whole(day, { from: 0, to: 1 }) === 1),
        startsOn,
        endsOn,
        serviceId: fresh(row.text('service_id')),
      };
    },
  };
}

export function calendarDateTable(): TableDefinition<GtfsCalendarDate> {
  /** Days by service: a feed may list a hundred thousand. */
  const seen = new Map<string, Set<number>>();
  return {
    file: 'calendar_dates.txt',
    mayBeEmpty: true,
    required: ['service_id', 'date', 'exception_type'],
    build: (row) => {
      const serviceId = row.text('service_id');
      const date = row.date('date');
      const runs = row.whole('exception_type', { from: 1, to: 2 }) === 1;
      const days = seen.get(serviceId) ?? new Set();
      if (days.size === 0) seen.set(serviceId, days);
      const day = dayNumber(date);
      if (days.has(day)) throw duplicate('date', `${serviceId} ${date}`);
      days.add(day);
      return { serviceId, date, runs };
    },
  };
}

export function feedInfoTable(): TableDefinition<GtfsFeedInfo> {
  return {
    file: 'feed_info.txt',
    mayBeEmpty: true,
    required: [],
    build: (row) => ({
      publisherName: row.optional('feed_publisher_name'),
      version: row.optional('feed_version'),
      startsOn: row.optional('feed_start_date') === null ? null : row.date('feed_start_date'),
      endsOn: row.optional('feed_end_date') === null ? null : row.date('feed_end_date'),
    }),
  };
}
