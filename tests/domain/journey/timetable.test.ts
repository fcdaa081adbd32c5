import { describe, expect, test } from 'vitest';
import { buildTimetable } from '#domain/journey/build-timetable.ts';
import { type DayView, dayView } from '#domain/journey/day-view.ts';
import { vehicleOf } from '#domain/journey/feed-index.ts';
import { stopsAround } from '#domain/journey/stop-grid.ts';
import {
  journeysArriveBy,
  journeysDepartAfter,
  journeysInRange,
  type TransitJourney,
} from '#domain/journey/transit-search.ts';
import { readFeed } from '#tests/seeds/gtfs-whole.ts';
import {
  at,
  baseFiles,
  between,
  clock,
  type Files,
  stopOf,
  timetableOf,
  trips,
  viewOf,
} from './tiny-feed.ts';

const TUESDAY = '2026-05-12';
const header =
  'trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type';
/** « S1 08:00 » calls of one trip. */
const trip = (id: string, ...calls: string[]) =>
  calls.map((call, index) => {
    const [stop, time, pickup = '0', dropOff = '0'] = call.split(' ');
    return `${id},${time}:00,${time}:00,${stop},${index + 1},${pickup},${dropOff}`;
  });
const withTrips = (lines: string[], ...rows: string[][]): Files => ({
  ...baseFiles(),
  'trips.txt': trips(...lines),
  'stop_times.txt': [header, ...rows.flat()].join('\n'),
});
const arrivals = (journeys: readonly TransitJourney[]) =>
  journeys.map(({ arriveSeconds }) => clock(arriveSeconds));
const arrivalsAfter = (view: DayView, from: string, to: string, time: string, more = {}) =>
  arrivals(journeysDepartAfter(view, { ...between(view, from, to), ...more }, at(time)));

/** t1 to S2 at 08:20, then t2 from S2b, 118 metres away as the crow flies, at 08:24 or 08:40. */
const CHANGE = withTrips(
  ['R,W,t1', 'Q,W,t2', 'Q,W,t3'],
  trip('t1', 'S1 08:00', 'S2 08:20'),
  trip('t2', 'S2b 08:24', 'S5 08:50'),
  trip('t3', 'S2b 08:40', 'S5 09:00'),
);

describe('changing on foot', () => {
  test('takes the walk and the margin asked', () => {
    const view = viewOf(CHANGE, TUESDAY);
    expect(arrivalsAfter(view, 'S1', 'S5', '07:30')).toEqual(['08:50']);
    expect(arrivalsAfter(view, 'S1', 'S5', '07:30', { changeSeconds: 120 })).toEqual(['09:00']);
  });

  test('leads to a ride slower than walking, for who may not walk all the way', () => {
    const row = {
      ...withTrips(
        ['R,W,t1', 'Q,W,t2'],
        trip('t1', 'S1 08:00', 'A 08:20'),
        trip('t2', 'B 08:40', 'C 09:00'),
      ),
      'stops.txt': [
        'stop_id,stop_name,stop_lat,stop_lon',
        'S1,S1,45.60,0.10',
        'A,A,45.650,0.15',
        'B,B,45.655,0.15',
        'C,C,45.660,0.15',
      ].join('\n'),
    };
    const view = viewOf(row, TUESDAY);
    expect(arrivalsAfter(view, 'S1', 'C', '07:30')).toEqual(['09:00']);
    const last = journeysArriveBy(view, between(view, 'S1', 'C'), at('10:00'));
    expect(last.map(({ departSeconds }) => clock(departSeconds))).toEqual(['08:00']);
  });

  test('is told as a leg between the two rides', () => {
    const view = viewOf(CHANGE, TUESDAY);
    const [journey] = journeysDepartAfter(view, between(view, 'S1', 'S5'), at('07:30'));
    expect(journey?.legs.map((leg) => leg.kind)).toEqual(['ride', 'walk', 'ride']);
    expect(journey?.legs[1]).toMatchObject({
      from: { stopId: 'S2' },
      to: { stopId: 'S2b' },
      meters: 153,
    });
  });

  test('is not proposed to who cannot walk so far', () => {
    const view = viewOf(CHANGE, TUESDAY);
    expect(arrivalsAfter(view, 'S1', 'S5', '07:30', { maxWalkMeters: 100 })).toEqual([]);
  });

  test('follows transfers.txt: least time, and forbidden', () => {
    const transfers = (row: string) => ({
      ...CHANGE,
      'transfers.txt': `from_stop_id,to_stop_id,transfer_type,min_transfer_time\n${row}\n`,
    });
    const least = viewOf(transfers('S2,S2b,2,600'), TUESDAY);
    expect(arrivalsAfter(least, 'S1', 'S5', '07:30')).toEqual(['09:00']);
    const forbidden = viewOf(transfers('S2,S2b,3,'), TUESDAY);
    expect(arrivalsAfter(forbidden, 'S1', 'S5', '07:30')).toEqual([]);
    const far = viewOf(transfers('S1,S2b,2,60'), TUESDAY);
    expect(arrivalsAfter(far, 'S1', 'S5', '08:30')).toEqual(['09:00']);
  });

  test('at one stop needs the least time of that stop', () => {
    const sameStop = withTrips(
      ['R,W,t1', 'Q,W,t2', 'Q,W,t3'],
      trip('t1', 'S1 08:00', 'S2 08:20'),
      trip('t2', 'S2 08:22', 'S5 08:50'),
      trip('t3', 'S2 08:40', 'S5 09:00'),
    );
    expect(arrivalsAfter(viewOf(sameStop, TUESDAY), 'S1', 'S5', '07:30')).toEqual(['08:50']);
    const slow = {
      ...sameStop,
      'transfers.txt': 'from_stop_id,to_stop_id,transfer_type,min_transfer_time\nS2,S2,2,300\n',
    };
    expect(arrivalsAfter(viewOf(slow, TUESDAY), 'S1', 'S5', '07:30')).toEqual(['09:00']);
    // Nothing to change for who only comes there.
    expect(arrivalsAfter(viewOf(slow, TUESDAY), 'S1', 'S2', '07:30')).toEqual(['08:20']);
  });

  test('works between platforms of one station, however far, and for the station as a whole', () => {
    const stations = {
      ...withTrips(
        ['R,W,t1', 'Q,W,t2'],
        trip('t1', 'S1 08:00', 'P1 08:20'),
        trip('t2', 'P2 08:40', 'S5 09:00'),
      ),
      'stops.txt': [
        'stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station',
        'S1,S1,45.60,0.10,0,',
        'G,Gare,45.65,0.15,1,',
        'P1,Gare,45.65,0.15,0,G',
        'P2,Gare,45.658,0.15,0,G',
        'S5,S5,45.80,0.30,0,',
      ].join('\n'),
    };
    expect(arrivalsAfter(viewOf(stations, TUESDAY), 'S1', 'S5', '07:30')).toEqual(['09:00']);
    const forbidden = {
      ...stations,
      'transfers.txt': 'from_stop_id,to_stop_id,transfer_type\nG,G,3\n',
    };
    expect(arrivalsAfter(viewOf(forbidden, TUESDAY), 'S1', 'S5', '07:30')).toEqual([]);
    // What is said of two platforms wins over what is said of their station, in any order of lines.
    const header = 'from_stop_id,to_stop_id,transfer_type,min_transfer_time\n';
    for (const rows of ['P1,P2,2,300\nG,G,3,\n', 'G,G,3,\nP1,P2,2,300\n']) {
      const view = viewOf({ ...stations, 'transfers.txt': header + rows }, TUESDAY);
      expect(arrivalsAfter(view, 'S1', 'S5', '07:30')).toEqual(['09:00']);
    }
  });

  test('recommended and timed transfers are paths like any other, however far', () => {
    for (const kind of [0, 1]) {
      const files = {
        ...withTrips(
          ['R,W,t1', 'Q,W,t2'],
          trip('t1', 'S1 08:00', 'S2 08:20'),
          trip('t2', 'S4 13:00', 'S5 13:20'),
        ),
        'transfers.txt': `from_stop_id,to_stop_id,transfer_type\nS2,S4,${kind}\n`,
      };
      const view = viewOf(files, TUESDAY);
      const [journey] = journeysDepartAfter(view, between(view, 'S1', 'S5'), at('07:30'));
      expect(journey?.legs.map((leg) => leg.kind)).toEqual(['ride', 'walk', 'ride']);
    }
  });
});

describe('what is asked', () => {
  test('access and egress count at both ends', () => {
    const view = viewOf(baseFiles(), TUESDAY);
    const query = {
      sources: [
        { stop: stopOf(view.timetable, 'S1'), seconds: 1800, tag: 'car' },
        { stop: stopOf(view.timetable, 'S2'), seconds: 300, tag: 'walk' },
      ],
      targets: [{ stop: stopOf(view.timetable, 'S3'), seconds: 600, tag: 'walk' }],
    };
    const found = journeysArriveBy(view, query, at('08:55'));
    expect(
      found.map((one) => [one.sourceTag, clock(one.departSeconds), clock(one.arriveSeconds)]),
    ).toEqual([
      ['car', '07:30', '08:50'],
      ['walk', '08:16', '08:50'],
    ]);
    expect(journeysArriveBy(view, query, at('08:49'))).toEqual([]);
  });

  test('no way is hidden by another, of the same tag the best stop wins', () => {
    const view = viewOf(baseFiles(), TUESDAY);
    const query = {
      sources: ['S1', 'S2'].map((id) => ({
        stop: stopOf(view.timetable, id),
        seconds: 60,
        tag: 'walk',
      })),
      targets: [{ stop: stopOf(view.timetable, 'S3'), seconds: 0, tag: 'walk' }],
    };
    const [journey, ...others] = journeysArriveBy(view, query, at('09:00'));
    expect(others).toEqual([]);
    expect(journey?.firstStop).toBe(stopOf(view.timetable, 'S2'));
  });

  test('lines, trips and rides may be limited', () => {
    const view = viewOf(CHANGE, TUESDAY);
    const without = (id: string) => ({
      allowsTrip: (one: { id: string }) => one.id !== id,
    });
    expect(arrivalsAfter(view, 'S1', 'S5', '07:30', without('t2'))).toEqual(['09:00']);
    expect(arrivalsAfter(view, 'S1', 'S5', '07:30', without('t1'))).toEqual([]);
    const onlyR = { allowsRoute: (route: { id: string }) => route.id === 'R' };
    expect(arrivalsAfter(view, 'S1', 'S5', '07:30', onlyR)).toEqual([]);
    expect(arrivalsAfter(view, 'S1', 'S2', '07:30', onlyR)).toEqual(['08:20']);
    expect(arrivalsAfter(view, 'S1', 'S5', '07:30', { maxRides: 1 })).toEqual([]);
  });

  test('nothing is looked for beyond the span', () => {
    const view = viewOf(baseFiles(), TUESDAY);
    expect(arrivalsAfter(view, 'S1', 'S3', '05:00', { spanSeconds: 3 * 3600 })).toEqual([]);
    expect(arrivalsAfter(view, 'S1', 'S3', '05:00', { spanSeconds: 4 * 3600 })).toEqual(['08:40']);
  });

  test('a stop known to refuse wheelchairs is avoided, an unknown one is not', () => {
    const files = (value: string): Files => ({
      ...baseFiles(),
      'stops.txt': `stop_id,stop_name,stop_lat,stop_lon,wheelchair_boarding
S1,S1,45.60,0.10,${value}\nS2,S2,45.65,0.15,\nS3,S3,45.70,0.20,\n`,
    });
    const wheelchair = { wheelchair: true };
    expect(arrivalsAfter(viewOf(files('2'), TUESDAY), 'S1', 'S3', '07:30', wheelchair)).toEqual([]);
    expect(arrivalsAfter(viewOf(files(''), TUESDAY), 'S1', 'S3', '07:30', wheelchair)).toEqual([
      '08:40',
    ]);
  });

  test('a range lists each departure worth taking, in order', () => {
    const view = viewOf(
      {
        ...baseFiles(),
        'frequencies.txt':
          'trip_id,start_time,end_time,headway_secs,exact_times\nt1,08:00:00,12:00:00,3600,1\n',
      },
      TUESDAY,
    );
    const found = journeysInRange(view, between(view, 'S1', 'S3'), {
      fromSeconds: at('08:30'),
      toSeconds: at('11:00'),
    });
    expect(found.map((one) => clock(one.departSeconds))).toEqual(['09:00', '10:00', '11:00']);
  });
});

describe('what a ride leg says', () => {
  test('line, trip, calls in between, and whether stops must be booked', () => {
    const files = {
      ...baseFiles(),
      'trips.txt': 'route_id,service_id,trip_id,trip_headsign\nR,W,t1,Bourg\n',
      'stop_times.txt': [header, ...trip('t1', 'S1 08:00 2 0', 'S2 08:20', 'S3 08:40 0 3')].join(
        '\n',
      ),
    };
    const view = viewOf(files, TUESDAY);
    const [journey] = journeysDepartAfter(view, between(view, 'S1', 'S3'), at('07:30'));
    expect(journey?.legs).toMatchObject([
      {
        kind: 'ride',
        feedId: 'tiny',
        route: { shortName: 'R', vehicle: 'bus', agencyName: 'A' },
        trip: { id: 't1', headsign: 'Bourg', wheelchair: 0 },
        bookedPickup: 'phone',
        bookedDropOff: 'driver',
        approximate: false,
      },
    ]);
    const [ride] = journey?.legs ?? [];
    expect(ride?.kind === 'ride' && ride.calls.map((call) => call.stopId)).toEqual([
      'S1',
      'S2',
      'S3',
    ]);
    const [part] = journeysDepartAfter(view, between(view, 'S2', 'S3'), at('07:30'));
    expect(part?.legs).toMatchObject([{ bookedPickup: null, bookedDropOff: 'driver' }]);
  });

  test('times of an interval are approximate, unless they are exact', () => {
    const legs = (exact: number) => {
      const frequencies = `trip_id,start_time,end_time,headway_secs,exact_times\nt1,08:00:00,09:00:00,600,${exact}\n`;
      const view = viewOf({ ...baseFiles(), 'frequencies.txt': frequencies }, TUESDAY);
      return journeysDepartAfter(view, between(view, 'S1', 'S3'), at('08:05'))[0]?.legs;
    };
    expect(legs(0)).toMatchObject([{ approximate: true, departSeconds: at('08:10') }]);
    expect(legs(1)).toMatchObject([{ approximate: false, departSeconds: at('08:10') }]);
  });

  test.each([
    [2, 'train'],
    [106, 'train'],
    [200, 'coach'],
    [3, 'bus'],
    [715, 'bus'],
    [4, 'other'],
  ])('route type %i is a %s', (type, vehicle) => {
    expect(vehicleOf(type)).toBe(vehicle);
  });
});

describe('what is left aside is told', () => {
  test('one stop, first time missing, times that go back, service without a day', () => {
    const files = withTrips(
      ['R,W,t1', 'R,W,t2', 'R,W,t3', 'R,X,t4', 'R,W,t5'],
      trip('t1', 'S1 08:00'),
      ['t2,,,S1,1,0,0', 't2,08:20:00,08:20:00,S2,2,0,0'],
      trip('t3', 'S1 08:00', 'S2 07:50'),
      trip('t4', 'S1 08:00', 'S2 08:10'),
      trip('t5', 'S1 08:00', 'S2 08:10'),
    );
    const { notices, runTrips } = timetableOf(files);
    expect(notices.map(({ tripId, fault }) => [tripId, fault])).toEqual([
      ['t1', 'one_stop'],
      ['t2', 'first_or_last_time_missing'],
      ['t3', 'times_go_back'],
      ['t4', 'service_never_runs'],
    ]);
    expect(runTrips).toHaveLength(1);
  });
});

describe('several feeds', () => {
  test('keep the same identifiers apart, and are changed between on foot', () => {
    const feedOf = (files: Files) => readFeed(new Map(Object.entries(files))).feed;
    const first = withTrips(['R,W,t1'], trip('t1', 'S1 08:00', 'S2 08:20'));
    const second = withTrips(['R,W,t1'], trip('t1', 'S2b 08:40', 'S5 09:00'));
    const timetable = buildTimetable([
      { feedId: 'car', ...feedOf(first) },
      { feedId: 'train', ...feedOf(second) },
    ]);
    const view = dayView(timetable, TUESDAY);
    const last = timetable.stops.findIndex((stop) => stop.id === 'S5' && stop.feedId === 'train');
    const query = {
      sources: [{ stop: stopOf(timetable, 'S1'), seconds: 0, tag: 'a' }],
      targets: [{ stop: last, seconds: 0, tag: 'b' }],
    };
    const [journey] = journeysDepartAfter(view, query, at('07:30'));
    expect(journey?.legs.flatMap((leg) => (leg.kind === 'ride' ? [leg.feedId] : []))).toEqual([
      'car',
      'train',
    ]);
    expect(view.feedDays.map(({ feedId }) => feedId)).toEqual(['car', 'train']);
  });
});

describe('stopsAround', () => {
  test('gives served stops within the radius, nearest first', () => {
    const timetable = timetableOf(CHANGE);
    const near = stopsAround(timetable.grid, [0.15, 45.65], 600);
    expect(near.map(({ stop }) => timetable.stops[stop]?.id)).toEqual(['S2', 'S2b']);
    expect(Math.round(near[1]?.meters ?? 0)).toBe(118);
    expect(stopsAround(timetable.grid, [0.2, 45.7], 600)).toEqual([]);
  });
});
