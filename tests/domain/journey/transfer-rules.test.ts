import { describe, expect, test } from 'vitest';
import { dayView } from '#domain/journey/day-view.ts';
import { fromShared, toShared } from '#domain/journey/share-timetable.ts';
import { stopsAround } from '#domain/journey/stop-grid.ts';
import { journeysArriveBy, journeysDepartAfter } from '#domain/journey/transit-search.ts';
import { at, baseFiles, between, calls, clock, timetableOf, trips } from './tiny-feed.ts';

const TUESDAY = '2026-05-12';
const COLUMNS =
  'from_stop_id,to_stop_id,from_route_id,to_route_id,from_trip_id,to_trip_id,transfer_type,min_transfer_time';

/** r1 and t1 come to S2 at 08:20; q1, q2 and t2 leave it at 08:24, 08:40 and 08:30 for S5. */
function files(...rules: string[]) {
  return {
    ...baseFiles(),
    'trips.txt': trips('R,W,r1', 'T,W,t1', 'Q,W,q1', 'Q,W,q2', 'T,W,t2'),
    'stop_times.txt': calls(
      'r1,08:00:00,08:00:00,S1,1,0,0',
      'r1,08:20:00,08:20:00,S2,2,0,0',
      't1,08:00:00,08:00:00,S4,1,0,0',
      't1,08:20:00,08:20:00,S2,2,0,0',
      'q1,08:24:00,08:24:00,S2,1,0,0',
      'q1,08:50:00,08:50:00,S5,2,0,0',
      'q2,08:40:00,08:40:00,S2,1,0,0',
      'q2,09:00:00,09:00:00,S5,2,0,0',
      't2,08:30:00,08:30:00,S2,1,0,0',
      't2,08:55:00,08:55:00,S5,2,0,0',
    ),
    ...(rules.length === 0 ? {} : { 'transfers.txt': [COLUMNS, ...rules].join('\n') }),
  };
}

/** Arrival at S5 from S1 (with line R) or S4 (with line T), and the departure that still gets there by then. */
function change(from: 'S1' | 'S4', ...rules: string[]): string {
  const view = dayView(timetableOf(files(...rules)), TUESDAY);
  const ask = between(view, from, 'S5');
  const found = journeysDepartAfter(view, ask, at('07:00')).at(-1);
  if (!found) {
    expect(journeysArriveBy(view, ask, at('12:00'))).toEqual([]);
    return 'none';
  }
  const back = journeysArriveBy(view, ask, found.arriveSeconds).at(-1);
  expect(back?.departSeconds).toBe(found.departSeconds);
  expect(found.legs.map(({ kind }) => kind)).toEqual(['ride', 'ride']);
  return clock(found.arriveSeconds);
}

describe('a rule about changing', () => {
  test('between two lines holds for them and for no other, both ways of searching', () => {
    expect([change('S1'), change('S4')]).toEqual(['08:50', '08:50']);
    const least = 'S2,S2,R,Q,,,2,900';
    expect([change('S1', least), change('S4', least)]).toEqual(['08:55', '08:50']);
    const never = 'S2,S2,R,Q,,,3,';
    expect([change('S1', never), change('S4', never)]).toEqual(['08:55', '08:50']);
    expect(change('S1', never, 'S2,S2,R,T,,,3,')).toBe('none');
  });

  test('between two trips holds for these trips', () => {
    const never = 'S2,S2,,,r1,q1,3,';
    expect([change('S1', never), change('S4', never)]).toEqual(['08:55', '08:50']);
  });

  test('with one side named holds whatever the other is', () => {
    expect([change('S1', 'S2,S2,R,,,,3,'), change('S4', 'S2,S2,R,,,,3,')]).toEqual([
      'none',
      '08:50',
    ]);
    const late = 'S2,S2,,,,q1,2,600';
    expect([change('S1', late), change('S4', late)]).toEqual(['08:55', '08:55']);
  });

  test.each([
    ['stops', 'one line', 'S2,S2,,,,,3,', 'S2,S2,R,,,,2,60'],
    ['one line', 'two lines', 'S2,S2,R,,,,3,', 'S2,S2,R,Q,,,2,60'],
    ['two lines', 'one trip', 'S2,S2,R,Q,,,3,', 'S2,S2,,,,q1,2,60'],
    ['one trip', 'a trip and a line', 'S2,S2,,,r1,,3,', 'S2,S2,,Q,r1,,2,60'],
    ['a line and a trip', 'two trips', 'S2,S2,R,,,q1,3,', 'S2,S2,,,r1,q1,2,60'],
  ])('about %s gives way to one about %s, in any order of lines', (_, __, wide, fine) => {
    expect(change('S1', wide, fine)).toBe('08:50');
    expect(change('S1', fine, wide)).toBe('08:50');
    expect(change('S1', wide)).not.toBe('08:50');
  });

  test('that names both the line and the trip is about the trip', () => {
    expect(change('S1', 'S2,S2,R,Q,r1,q1,3,')).toBe('08:55');
  });

  test('says nothing of people who come from the street, or go there', () => {
    const never = ['S2,S2,,Q,,,3,', 'S2,S2,R,,,,3,'];
    const view = dayView(timetableOf(files(...never)), TUESDAY);
    const [out] = journeysDepartAfter(view, between(view, 'S2', 'S5'), at('08:00'));
    expect(out?.legs.map(({ kind }) => kind)).toEqual(['ride']);
    expect(clock(out?.arriveSeconds ?? 0)).toBe('08:50');
    const [off] = journeysDepartAfter(view, between(view, 'S1', 'S2'), at('07:00'));
    expect(clock(off?.arriveSeconds ?? 0)).toBe('08:20');
    const [back] = journeysArriveBy(view, between(view, 'S1', 'S2'), at('09:00'));
    expect(clock(back?.departSeconds ?? 0)).toBe('08:00');
  });

  test('of a line or a trip that does not run is left aside', () => {
    const ghost = { ...files('S2,S2,,,r1,ghost,3,') };
    const withGhost = {
      ...ghost,
      'trips.txt': `${ghost['trips.txt']}\nQ,W,ghost`,
    };
    expect(timetableOf(withGhost).twinOf).toHaveLength(0);
  });

  test('of a station holds at all its platforms, and gives way to one of a platform', () => {
    const stations = (...rules: string[]) => ({
      ...files(...rules),
      'stops.txt': [
        'stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station',
        'S1,S1,45.60,0.10,0,',
        'G,Gare,45.65,0.15,1,',
        'S2,Gare,45.65,0.15,0,G',
        'S2b,Gare,45.658,0.15,0,G',
        'S4,S4,45.75,0.25,0,',
        'S5,S5,45.80,0.30,0,',
      ].join('\n'),
    });
    const arrival = (...rules: string[]) => {
      const view = dayView(timetableOf(stations(...rules)), TUESDAY);
      const [found] = journeysDepartAfter(view, between(view, 'S1', 'S5'), at('07:00'));
      return clock(found?.arriveSeconds ?? 0);
    };
    expect(arrival('G,G,R,Q,,,3,')).toBe('08:55');
    expect(arrival('S2,S2,R,Q,,,2,60', 'G,G,R,Q,,,3,')).toBe('08:50');
  });

  test('between two stops is a walk of its own length, told as such', () => {
    const two = {
      ...baseFiles(),
      'trips.txt': trips('R,W,r1', 'Q,W,q1'),
      'stop_times.txt': calls(
        'r1,08:00:00,08:00:00,S1,1,0,0',
        'r1,08:20:00,08:20:00,S2,2,0,0',
        'q1,08:40:00,08:40:00,S2b,1,0,0',
        'q1,09:00:00,09:00:00,S5,2,0,0',
      ),
      'transfers.txt': [COLUMNS, 'S2,S2b,R,Q,,,2,840'].join('\n'),
    };
    const timetable = timetableOf(two);
    const view = dayView(timetable, TUESDAY);
    const [found] = journeysDepartAfter(view, between(view, 'S1', 'S5'), at('07:00'));
    expect(found?.legs[1]).toMatchObject({
      kind: 'walk',
      from: { stopId: 'S2' },
      to: { stopId: 'S2b' },
      departSeconds: at('08:20'),
      arriveSeconds: at('08:34'),
    });
    // From the street one walks as fast as one walks.
    const [street] = journeysDepartAfter(view, between(view, 'S2', 'S5'), at('08:36'));
    expect(clock(street?.arriveSeconds ?? 0)).toBe('09:00');
  });
});

describe('twins of a stop', () => {
  test('there are none without such rules', () => {
    const wide = timetableOf(files('S2,S2,,,,,2,300'));
    expect([wide.twinOf.length, wide.stops.length]).toEqual([0, 6]);
  });

  test('are seen by nobody: neither around a point, nor in a journey', () => {
    const timetable = timetableOf(files('S2,S2,R,Q,,,2,60'));
    expect(timetable.twinOf.length).toBeGreaterThan(1);
    const near = stopsAround(timetable.grid, [0.15, 45.65], 100);
    expect(near).toHaveLength(1);
    expect(near[0]?.stop).toBeLessThan(6);
    const view = dayView(timetable, TUESDAY);
    const [found] = journeysDepartAfter(view, between(view, 'S1', 'S5'), at('07:00'));
    const stops = found?.legs.flatMap((leg) => (leg.kind === 'ride' ? leg.calls : []));
    expect(stops?.every(({ stop }) => stop < 6)).toBe(true);
  });

  /** S2 with so many more trips to S5, the first at 09:00; `ruleOf` gives what is said of each. */
  function crowded(count: number, ruleOf: (id: string, index: number) => string) {
    const names = Array.from({ length: count }, (_, index) => `n${index}`);
    const base = files('S2,S2,R,,,,3,', ...names.map(ruleOf));
    return timetableOf({
      ...base,
      'trips.txt': [base['trips.txt'], ...names.map((id) => `T,W,${id}`)].join('\n'),
      'stop_times.txt': [
        base['stop_times.txt'],
        ...names.flatMap((id, index) => {
          const [leaves, comes] = [clock(32_400 + 60 * index), clock(33_000 + 60 * index)];
          return [
            `${id},${leaves}:00,${leaves}:00,S2,1,0,0`,
            `${id},${comes}:00,${comes}:00,S5,2,0,0`,
          ];
        }),
      ].join('\n'),
    });
  }

  test('are shared by trips of which the same is said', () => {
    const many = crowded(300, (id) => `S2,S2,,,,${id},2,60`);
    expect([many.twinOf.length, many.gatheringCount]).toEqual([3, 0]);
    const view = dayView(many, TUESDAY);
    const [found] = journeysDepartAfter(view, between(view, 'S1', 'S5'), at('07:00'));
    expect(clock(found?.arriveSeconds ?? 0)).toBe('09:10');
  });

  test('ask for no more paths than there are rules, however many trips are named', () => {
    const count = 600;
    // r1 does not catch the first 599; each of the others has its own time.
    const many = crowded(count, (id, index) =>
      index < count - 1 ? `S2,S2,,,r1,${id},3,` : `S2,S2,R,,,${id},2,60`,
    );
    const each = crowded(count, (id, index) => `S2,S2,,,t1,${id},2,${index * 60}`);
    for (const { footpaths } of [many, each]) expect(footpaths.to.length).toBeLessThan(20 * count);
    expect(each.gatheringCount).toBe(Math.ceil((count + 2) / 16) + Math.ceil((count + 2) / 256));
    const arrivals = (['S1', 'S4'] as const).map((from) => {
      const view = dayView(many, TUESDAY);
      const ask = between(view, from, 'S5');
      const found = journeysDepartAfter(view, ask, at('07:30')).at(-1);
      const back = journeysArriveBy(view, ask, found?.arriveSeconds ?? 0).at(-1);
      expect(back?.departSeconds).toBe(found?.departSeconds);
      return clock(found?.arriveSeconds ?? 0);
    });
    expect(arrivals).toEqual([clock(33_000 + 60 * (count - 1)), '08:50']);
  });

  test('cross to another thread with the rest', () => {
    const timetable = timetableOf(files('S2,S2,R,Q,,,3,'));
    const received = fromShared(structuredClone(toShared(timetable)));
    expect(received.twinOf).toEqual(timetable.twinOf);
    expect(received.grid.cells).toEqual(timetable.grid.cells);
    const view = dayView(received, TUESDAY);
    const [found] = journeysDepartAfter(view, between(view, 'S1', 'S5'), at('07:00'));
    expect(clock(found?.arriveSeconds ?? 0)).toBe('08:55');
  });
});
