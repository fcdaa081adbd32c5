import { describe, expect, test } from 'vitest';
import { dayView } from '#domain/journey/day-view.ts';
import { fromShared, toShared } from '#domain/journey/share-timetable.ts';
import type { Timetable } from '#domain/journey/timetable.ts';
import { journeysArriveBy, journeysDepartAfter } from '#domain/journey/transit-search.ts';
import {
  at,
  baseFiles,
  between,
  calls,
  clock,
  type Files,
  timetableOf,
  trips,
} from './tiny-feed.ts';

const TUESDAY = '2026-05-12';
const FRIDAY = '2026-05-15';
const COLUMNS = 'from_stop_id,to_stop_id,from_trip_id,to_trip_id,transfer_type';

/** r1 ends at S2 at 08:20, where q1 begins at that minute: too soon to change, not to stay in. */
function files(change: { links?: string[]; q1?: string; ends?: string; more?: Files } = {}): Files {
  const { links = [',,r1,q1,4'], q1 = '08:20:00', ends = '0', more = {} } = change;
  return {
    ...baseFiles(),
    'trips.txt': trips('R,W,r1', 'Q,W,q1'),
    'stop_times.txt': calls(
      'r1,08:00:00,08:00:00,S1,1,0,0',
      `r1,08:20:00,08:20:00,S2,2,0,${ends}`,
      `q1,${q1},${q1},S2,1,${ends},0`,
      'q1,09:40:00,09:40:00,S3,2,0,0',
      'q1,09:50:00,09:50:00,S5,3,0,0',
    ),
    'transfers.txt': [COLUMNS, ...links].join('\n'),
    ...more,
  };
}

function journey(timetable: Timetable, date = TUESDAY, from = 'S1', to = 'S5') {
  const view = dayView(timetable, date);
  const ask = between(view, from, to);
  const found = journeysDepartAfter(view, ask, at('07:00')).at(-1);
  const last = journeysArriveBy(view, ask, at('12:00')).at(-1);
  expect([last?.departSeconds, last?.arriveSeconds]).toEqual([
    found?.departSeconds,
    found?.arriveSeconds,
  ]);
  return found;
}

const arrival = (...asked: Parameters<typeof journey>) => {
  const found = journey(...asked);
  return found ? clock(found.arriveSeconds) : 'none';
};

describe('a vehicle that goes on as another trip', () => {
  test('keeps its riders, who need no time to change', () => {
    const found = journey(timetableOf(files()));
    expect(found?.legs).toMatchObject([
      { kind: 'ride', trip: { id: 'r1' }, staysAboard: false, arriveSeconds: at('08:20') },
      { kind: 'ride', trip: { id: 'q1' }, staysAboard: true, departSeconds: at('08:20') },
    ]);
    const stops = found?.legs.map((leg) =>
      leg.kind === 'ride' ? leg.calls.map(({ stopId }) => stopId) : [],
    );
    expect(stops).toEqual([
      ['S1', 'S2'],
      ['S2', 'S3', 'S5'],
    ]);
    expect(arrival(timetableOf(files({ links: [] })))).toBe('none');
  });

  test('keeps them where nobody may get on or off', () => {
    expect(arrival(timetableOf(files({ ends: '1' })))).toBe('09:50');
    expect(arrival(timetableOf(files({ ends: '1' })), TUESDAY, 'S1', 'S2')).toBe('none');
  });

  test('is still caught at each of its stops by others', () => {
    const timetable = timetableOf(files());
    expect(arrival(timetable, TUESDAY, 'S2', 'S5')).toBe('09:50');
    expect(arrival(timetable, TUESDAY, 'S1', 'S2')).toBe('08:20');
    expect(journey(timetable, TUESDAY, 'S2', 'S5')?.legs).toMatchObject([{ staysAboard: false }]);
  });

  test('is left where the feed says that one must get off', () => {
    for (const links of [[',,r1,q1,5'], [',,r1,q1,4', ',,r1,q1,5'], [',,r1,q1,5', ',,r1,q1,4']]) {
      expect(arrival(timetableOf(files({ links })))).toBe('none');
    }
    expect(arrival(timetableOf(files({ links: [',,q1,r1,4'] })))).toBe('none');
  });

  test('waits with its riders for an hour, no longer, and not until it has left already', () => {
    const stays = (q1: string) =>
      journey(timetableOf(files({ q1 })))?.legs.some(
        (leg) => leg.kind === 'ride' && leg.staysAboard,
      );
    expect([stays('09:20:00'), stays('09:21:00'), stays('08:19:00')]).toEqual([
      true,
      false,
      undefined,
    ]);
  });

  test('goes on as another only on the days both run', () => {
    const calendar = [
      baseFiles()['calendar.txt'],
      'F,0,0,0,0,1,0,0,20260101,20261231',
      'V,1,1,1,1,0,0,0,20260101,20261231',
    ].join('\n');
    const more = {
      'calendar.txt': calendar,
      'trips.txt': trips('R,W,r1', 'Q,F,q1', 'Q,V,v1'),
      'stop_times.txt': [
        files()['stop_times.txt'],
        'v1,08:20:00,08:20:00,S2,1,0,0',
        'v1,08:50:00,08:50:00,S5,2,0,0',
      ].join('\n'),
    };
    const both = timetableOf(files({ more, links: [',,r1,q1,4', ',,r1,v1,4'] }));
    expect([arrival(both, FRIDAY), arrival(both, TUESDAY)]).toEqual(['09:50', '08:50']);
    const friday = timetableOf(files({ more }));
    expect([arrival(friday, FRIDAY), arrival(friday, TUESDAY)]).toEqual(['09:50', 'none']);
    // Each trip still runs each of its days, once.
    for (const date of [FRIDAY, TUESDAY]) expect(arrival(friday, date, 'S1', 'S2')).toBe('08:20');
    expect(dayView(friday, TUESDAY).forward.runs).toHaveLength(
      dayView(timetableOf(files({ more, links: [] })), TUESDAY).forward.runs.length,
    );
  });

  test('goes on and on', () => {
    const more = {
      'trips.txt': trips('R,W,r1', 'Q,W,q1', 'T,W,t1'),
      'stop_times.txt': [
        files()['stop_times.txt'],
        't1,09:50:00,09:50:00,S5,1,0,0',
        't1,10:10:00,10:10:00,S4,2,0,0',
      ].join('\n'),
    };
    const timetable = timetableOf(files({ more, links: [',,r1,q1,4', ',,q1,t1,4'] }));
    const found = journey(timetable, TUESDAY, 'S1', 'S4');
    expect(found?.legs.map((leg) => leg.kind === 'ride' && leg.staysAboard)).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('is not guessed for trips described by an interval', () => {
    const more = {
      'frequencies.txt':
        'trip_id,start_time,end_time,headway_secs\nr1,08:00:00,09:00:00,1200\nq1,08:20:00,09:20:00,1200\n',
    };
    expect(timetableOf(files({ more })).seatCount).toBe(0);
  });

  test('may have rules for changing at the same stop', () => {
    const rules = {
      'transfers.txt': [
        'from_stop_id,to_stop_id,from_route_id,to_route_id,from_trip_id,to_trip_id,transfer_type',
        'S2,S2,R,Q,,,3',
        ',,,,r1,q1,4',
      ].join('\n'),
    };
    expect(arrival(timetableOf(files({ more: rules })))).toBe('09:50');
  });

  test('crosses to another thread with the rest', () => {
    const received = fromShared(structuredClone(toShared(timetableOf(files()))));
    expect(received.seatCount).toBe(1);
    expect(arrival(received)).toBe('09:50');
  });
});
