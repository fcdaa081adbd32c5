// Which days do the services of a feed run, and for how long is the feed valid?

import type { GtfsCalendar, GtfsCalendarDate, GtfsFeedInfo } from '#domain/journey/gtfs.ts';
import { once } from '#seeds/sources/gtfs/map-network.ts';
import { RowFault } from '#seeds/sources/gtfs/row.ts';
import { readTable, type Table } from '#seeds/sources/gtfs/table.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export function readCalendars(text: string): Table<GtfsCalendar> {
  const fresh = once('service_id');
  const required = ['service_id', ...WEEKDAYS, 'start_date', 'end_date'];
  return readTable('calendar.txt', text, required, (row) => {
    const startsOn = row.date('start_date');
    const endsOn = row.date('end_date');
    if (endsOn < startsOn) {
      throw new RowFault('end_date', row.optional('end_date'), 'date avant celle de début');
    }
    return {
      weekdays: WEEKDAYS.map((day) => row.whole(day, { from: 0, to: 1 }) === 1),
      startsOn,
      endsOn,
      serviceId: fresh(row.text('service_id')),
    };
  });
}

export function readCalendarDates(text: string): Table<GtfsCalendarDate> {
  const fresh = once('date');
  const required = ['service_id', 'date', 'exception_type'];
  return readTable('calendar_dates.txt', text, required, (row) => {
    const serviceId = row.text('service_id');
    const date = row.date('date');
    const runs = row.whole('exception_type', { from: 1, to: 2 }) === 1;
    fresh(`${serviceId} ${date}`);
    return { serviceId, date, runs };
  });
}

export function readFeedInfo(text: string): Table<GtfsFeedInfo> {
  return readTable('feed_info.txt', text, [], (row) => ({
    publisherName: row.optional('feed_publisher_name'),
    version: row.optional('feed_version'),
    startsOn: row.optional('feed_start_date') === null ? null : row.date('feed_start_date'),
    endsOn: row.optional('feed_end_date') === null ? null : row.date('feed_end_date'),
  }));
}
