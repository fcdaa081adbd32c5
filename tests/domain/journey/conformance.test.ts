import { describe, expect, test } from 'vitest';
import { journeysArriveBy, journeysDepartAfter } from '#domain/journey/transit-search.ts';
import { at, baseFiles, between, calls, clock, type Files, trips, viewOf } from './tiny-feed.ts';

type Case = {
  name: string;
  change: (base: Files) => Files;
  ask: [from: string, to: string, depart: string, date: string];
  arrives: string | null;
  wheelchair?: boolean;
};

const TUESDAY = '2026-05-12';
const BASE: Case['ask'] = ['S1', 'S3', '07:30', TUESDAY];
const T1 = ['t1,08:00:00,08:00:00,S1,1', 't1,08:20:00,08:21:00,S2,2', 't1,08:40:00,08:40:00,S3,3'];
const regular = (lines: string[]) => calls(...lines.map((line) => `${line},0,0`));
const LATE = regular([
  't1,23:50:00,23:50:00,S1,1',
  't1,24:20:00,24:21:00,S2,2',
  't1,24:40:00,24:40:00,S3,3',
]);
const drop = (base: Files, name: string): Files => {
  const { [name]: _, ...rest } = base;
  return rest;
};

const CASES: Case[] = [
  { name: 'base', change: (base) => base, ask: BASE, arrives: '08:40' },
  {
    name: 'holiday_exception',
    change: (base) => base,
    ask: ['S1', 'S3', '07:30', '2026-05-14'],
    arrives: null,
  },
  {
    name: 'calendar_dates_only',
    change: (base) => ({
      ...drop(base, 'calendar.txt'),
      'calendar_dates.txt': 'service_id,date,exception_type\nW,20260512,1\n',
    }),
    ask: BASE,
    arrives: '08:40',
  },
  {
    name: 'blank_times',
    change: (base) => ({
      ...base,
      'stop_times.txt': regular([T1[0] ?? '', 't1,,,S2,2', T1[2] ?? '']),
    }),
    ask: ['S1', 'S2', '07:30', TUESDAY],
    arrives: '08:20',
  },
  {
    name: 'no_pickup_columns',
    change: (base) => ({
      ...base,
      'stop_times.txt': ['trip_id,arrival_time,departure_time,stop_id,stop_sequence', ...T1].join(
        '\n',
      ),
    }),
    ask: BASE,
    arrives: '08:40',
  },
  {
    name: 'empty_pickup',
    change: (base) => ({ ...base, 'stop_times.txt': calls(...T1.map((line) => `${line},,`)) }),
    ask: BASE,
    arrives: '08:40',
  },
  {
    name: 'no_pickup_at_S2',
    change: (base) => ({
      ...base,
      'stop_times.txt': calls(`${T1[0]},0,0`, `${T1[1]},1,0`, `${T1[2]},0,0`),
    }),
    ask: ['S2', 'S3', '07:30', TUESDAY],
    arrives: null,
  },
  {
    name: 'phone_pickup',
    change: (base) => ({
      ...base,
      'stop_times.txt': calls(`${T1[0]},2,0`, `${T1[1]},2,0`, `${T1[2]},0,2`),
    }),
    ask: BASE,
    arrives: '08:40',
  },
  {
    name: 'after_midnight_same_service_day',
    change: (base) => ({ ...base, 'stop_times.txt': LATE }),
    ask: ['S1', 'S3', '23:30', TUESDAY],
    arrives: '24:40',
  },
  {
    name: 'after_midnight_prev_day',
    change: (base) => ({ ...base, 'stop_times.txt': LATE }),
    ask: ['S2', 'S3', '00:10', '2026-05-13'],
    arrives: '00:40',
  },
  {
    name: 'frequencies',
    change: (base) => ({
      ...base,
      'frequencies.txt':
        'trip_id,start_time,end_time,headway_secs,exact_times\nt1,08:00:00,12:00:00,1800,0\n',
    }),
    ask: ['S1', 'S3', '10:05', TUESDAY],
    arrives: '11:10',
  },
  {
    name: 'loop',
    change: (base) => ({
      ...base,
      'stop_times.txt': regular([
        't1,08:00:00,08:00:00,S1,1',
        't1,08:10:00,08:10:00,S2,2',
        't1,08:20:00,08:20:00,S3,3',
        't1,08:30:00,08:30:00,S2,4',
        't1,08:45:00,08:45:00,S4,5',
      ]),
    }),
    ask: ['S2', 'S3', '08:00', TUESDAY],
    arrives: '08:20',
  },
  {
    name: 'overtaking',
    change: (base) => ({
      ...base,
      'trips.txt': trips('R,W,t1', 'R,W,t2'),
      'stop_times.txt': regular([
        't1,08:00:00,08:00:00,S1,1',
        't1,08:50:00,08:50:00,S2,2',
        't1,09:40:00,09:40:00,S3,3',
        't2,08:05:00,08:05:00,S1,1',
        't2,08:15:00,08:15:00,S2,2',
        't2,08:25:00,08:25:00,S3,3',
      ]),
    }),
    ask: ['S1', 'S3', '07:55', TUESDAY],
    arrives: '08:25',
  },
  {
    name: 'footpath_no_transfers_txt',
    change: (base) => ({
      ...base,
      'trips.txt': trips('R,W,t1', 'Q,W,t2'),
      'stop_times.txt': regular([...T1, 't2,08:40:00,08:40:00,S2b,1', 't2,09:00:00,09:00:00,S5,2']),
    }),
    ask: ['S1', 'S5', '07:30', TUESDAY],
    arrives: '09:00',
  },
  {
    name: 'unsorted_stop_times',
    change: (base) => ({
      ...base,
      'stop_times.txt': regular([T1[2] ?? '', T1[0] ?? '', T1[1] ?? '']),
    }),
    ask: BASE,
    arrives: '08:40',
  },
  {
    name: 'interleaved_trips',
    change: (base) => ({
      ...base,
      'trips.txt': trips('R,W,t1', 'Q,W,t2'),
      'stop_times.txt': regular([
        T1[0] ?? '',
        't2,09:00:00,09:00:00,S3,1',
        T1[1] ?? '',
        't2,09:30:00,09:30:00,S5,2',
        T1[2] ?? '',
      ]),
    }),
    ask: ['S1', 'S5', '07:30', TUESDAY],
    arrives: '09:30',
  },
  {
    name: 'mixed_extended_types',
    change: (base) => ({
      ...base,
      'trips.txt': trips('R,W,t1', 'T,W,t2'),
      'stop_times.txt': calls(
        ...T1.map((line) => `${line},0,0`),
        't2,08:40:00,08:40:00,S2,1,2,2',
        't2,09:00:00,09:00:00,S5,2,2,2',
      ),
    }),
    ask: ['S1', 'S5', '07:30', TUESDAY],
    arrives: '09:00',
  },
  {
    name: 'wheelchair_trip_no',
    change: (base) => ({
      ...base,
      'trips.txt': 'route_id,service_id,trip_id,wheelchair_accessible\nR,W,t1,2\nR,W,t2,1\n',
      'stop_times.txt': regular([
        't1,08:00:00,08:00:00,S1,1',
        't1,08:20:00,08:20:00,S3,2',
        't2,09:00:00,09:00:00,S1,1',
        't2,09:20:00,09:20:00,S3,2',
      ]),
    }),
    ask: BASE,
    arrives: '09:20',
    wheelchair: true,
  },
  {
    name: 'flex_rows_present',
    change: (base) => ({
      ...base,
      'trips.txt': trips('R,W,t1', 'T,W,f1'),
      'stop_times.txt': [
        'trip_id,arrival_time,departure_time,stop_id,stop_sequence,location_id,start_pickup_drop_off_window,end_pickup_drop_off_window,pickup_type,drop_off_type',
        't1,08:00:00,08:00:00,S1,1,,,,0,0',
        't1,08:20:00,08:21:00,S2,2,,,,0,0',
        't1,08:40:00,08:40:00,S3,3,,,,0,0',
        'f1,,,,1,zone1,08:00:00,18:00:00,2,1',
        'f1,,,,2,zone1,08:00:00,18:00:00,1,2',
      ].join('\n'),
    }),
    ask: BASE,
    arrives: '08:40',
  },
  {
    name: 'bom_and_quotes',
    change: (base) => ({
      ...base,
      'stops.txt': `\uFEFF${(base['stops.txt'] ?? '').replace('S1,S1,', '"S1","S1, place",')}`,
    }),
    ask: BASE,
    arrives: '08:40',
  },
];

describe('the twenty conformance feeds', () => {
  test('are all here', () => {
    expect(CASES).toHaveLength(20);
  });

  test.each(CASES)('$name: arrives at $arrives', ({ change, ask, arrives, wheelchair = false }) => {
    const [from, to, depart, date] = ask;
    const view = viewOf(change(baseFiles()), date);
    const query = { ...between(view, from, to), wheelchair };
    const arrivals = journeysDepartAfter(view, query, at(depart)).map((one) => one.arriveSeconds);
    expect(arrivals.length > 0 ? clock(Math.min(...arrivals)) : null).toBe(arrives);
    if (arrives === null) return;
    // Asked to be there by that time, the answer leaves no earlier and arrives no later.
    const [by] = journeysArriveBy(view, query, at(arrives));
    expect(clock(by?.arriveSeconds ?? 0)).toBe(arrives);
    expect(by?.departSeconds).toBeGreaterThanOrEqual(at(depart));
  });
});
