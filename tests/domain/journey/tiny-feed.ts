// The base feed of the conformance cases, as files, and questions asked of it.

import { buildTimetable } from '#domain/journey/build-timetable.ts';
import { type DayView, dayView } from '#domain/journey/day-view.ts';
import type { Timetable } from '#domain/journey/timetable.ts';
import { readFeed } from '#tests/seeds/gtfs-whole.ts';

export type Files = Record<string, string>;

/** Stops S1 to S5 and S2b, lines R, Q, T, service W Monday to Friday of 2026 but 14 May, trip t1 of R. */
export function baseFiles(): Files {
  return {
    'agency.txt':
      'agency_id,agency_name,agency_url,agency_timezone\nA,A,https://a.example,Europe/Paris\n',
    'stops.txt': [
      'stop_id,stop_name,stop_lat,stop_lon',
      'S1,S1,45.60,0.10',
      'S2,S2,45.65,0.15',
      'S3,S3,45.70,0.20',
      'S4,S4,45.75,0.25',
      'S2b,S2b,45.6510,0.1505',
      'S5,S5,45.80,0.30',
    ].join('\n'),
    'routes.txt': 'route_id,agency_id,route_short_name,route_type\nR,A,R,3\nQ,A,Q,3\nT,A,T,715\n',
    'calendar.txt': `service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
W,1,1,1,1,1,0,0,20260101,20261231`,
    'calendar_dates.txt': 'service_id,date,exception_type\nW,20260514,2\n',
    'trips.txt': trips('R,W,t1'),
    'stop_times.txt': calls(
      't1,08:00:00,08:00:00,S1,1,0,0',
      't1,08:20:00,08:21:00,S2,2,0,0',
      't1,08:40:00,08:40:00,S3,3,0,0',
    ),
  };
}

/** `route_id,service_id,trip_id` lines. */
export function trips(...lines: string[]): string {
  return ['route_id,service_id,trip_id', ...lines].join('\n');
}

/** `trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type` lines. */
export function calls(...lines: string[]): string {
  const header =
    'trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type';
  return [header, ...lines].join('\n');
}

export function timetableOf(files: Files, feedId = 'tiny'): Timetable {
  return buildTimetable([{ feedId, ...readFeed(new Map(Object.entries(files))).feed }]);
}

export function viewOf(files: Files, date: string): DayView {
  return dayView(timetableOf(files), date);
}

/** Number of the stop of that identifier. */
export function stopOf({ stops }: Timetable, id: string): number {
  const number = stops.findIndex((stop) => stop.id === id);
  if (number === -1) throw new Error(`No stop ${id} in the timetable.`);
  return number;
}

/** A query from one stop to another, with nothing to walk at either end. */
export function between(view: DayView, from: string, to: string) {
  return {
    sources: [{ stop: stopOf(view.timetable, from), seconds: 0, tag: 'walk' }],
    targets: [{ stop: stopOf(view.timetable, to), seconds: 0, tag: 'walk' }],
  };
}

/** « 24:40 » in seconds. */
export function at(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60;
}

/** Seconds as « 24:40 ». */
export function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
