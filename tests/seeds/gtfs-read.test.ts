import { describe, expect, test } from 'vitest';
import { fillBlankTimes } from '#seeds/sources/gtfs/finish-trip.ts';
import { Ids } from '#seeds/sources/gtfs/ids.ts';
import { stopTable } from '#seeds/sources/gtfs/map-network.ts';
import { createTableParser } from '#seeds/sources/gtfs/table.ts';
import { at, baseFiles, type Files } from '#tests/domain/journey/tiny-feed.ts';
import { type ReadFeed, readFeed } from '#tests/seeds/gtfs-whole.ts';

const read = (files: Files): ReadFeed => readFeed(new Map(Object.entries(files)));

describe('readFeed', () => {
  test('keeps every row of a sound feed', () => {
    const { feed, readCount, rejects } = read(baseFiles());
    expect(rejects).toEqual([]);
    expect(readCount).toBe(16);
    expect(feed.stops[0]).toEqual({
      id: 'S1',
      name: 'S1',
      point: [0.1, 45.6],
      kind: 0,
      parentId: null,
      platformCode: null,
      wheelchair: 0,
    });
    expect(feed.calendars[0]).toEqual({
      serviceId: 'W',
      weekdays: [true, true, true, true, true, false, false],
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
    });
    expect(feed.calendarDates).toEqual([{ serviceId: 'W', date: '2026-05-14', runs: false }]);
  });

  test('says which file, line, column and value it refuses, and why', () => {
    const base = baseFiles();
    const { rejects, feed } = read({
      ...base,
      'stops.txt': `${base['stops.txt']}\nS6,Six,baaad,0.1\nS7,Sept,0.0,0.0\nS1,Encore,45.6,0.1\nS8,,45.6,0.1`,
      'calendar_dates.txt': 'service_id,date,exception_type\nW,20260230,2\n\nW,20260514,3\n',
      'stop_times.txt': `${base['stop_times.txt']}\nt1,8h50,08:50:00,S4,4,0,0\nt9,09:00:00,09:00:00,S4,5,0,0\nt1,09:10:00,09:05:00,S4,6,0,0\nt1,09:20:00,09:20:00,S4,8,4,0`,
    });
    expect(rejects).toEqual([
      {
        file: 'stops.txt',
        line: 8,
        column: 'stop_lat',
        value: 'baaad',
        code: 'invalid_float',
        reason: 'nombre de -90 à 90 attendu',
      },
      {
        file: 'stops.txt',
        line: 9,
        column: 'stop_lat',
        value: '0',
        code: 'point_near_origin',
        reason: 'point 0,0 : position non renseignée',
      },
      {
        file: 'stops.txt',
        line: 10,
        column: 'stop_id',
        value: 'S1',
        code: 'duplicate_key',
        reason: 'identifiant déjà vu plus haut',
      },
      {
        file: 'stops.txt',
        line: 11,
        column: 'stop_name',
        value: null,
        code: 'missing_required_field',
        reason: 'valeur obligatoire absente',
      },
      {
        file: 'calendar_dates.txt',
        line: 2,
        column: 'date',
        value: '20260230',
        code: 'invalid_date',
        reason: 'date AAAAMMJJ attendue',
      },
      {
        file: 'calendar_dates.txt',
        line: 4,
        column: 'exception_type',
        value: '3',
        code: 'number_out_of_range',
        reason: 'nombre entier de 1 à 2 attendu',
      },
      {
        file: 'stop_times.txt',
        line: 5,
        column: 'arrival_time',
        value: '8h50',
        code: 'invalid_time',
        reason: 'heure H:MM:SS attendue',
      },
      {
        file: 'stop_times.txt',
        line: 6,
        column: 'trip_id',
        value: 't9',
        code: 'foreign_key_violation',
        reason: 'identifiant absent de trips.txt, ou refusé',
      },
      {
        file: 'stop_times.txt',
        line: 7,
        column: 'departure_time',
        value: '09:05:00',
        code: 'start_and_end_range_out_of_order',
        reason: "départ avant l'arrivée au même arrêt",
      },
      {
        file: 'stop_times.txt',
        line: 8,
        column: 'pickup_type',
        value: '4',
        code: 'number_out_of_range',
        reason: 'nombre entier de 0 à 3 attendu',
      },
    ]);
    expect(feed.stopTimes).toHaveLength(3);
  });

  test('leaves zone rows to the offers and counts them', () => {
    const base = baseFiles();
    const { feed, flexRowCount, rejects } = read({
      ...base,
      'stop_times.txt':
        'trip_id,arrival_time,departure_time,stop_id,stop_sequence,location_id\nt1,08:00:00,08:00:00,S1,1,\nt1,,,,2,zone\nt1,08:40:00,08:40:00,S3,3,\n',
    });
    expect([feed.stopTimes.length, flexRowCount, rejects]).toEqual([2, 1, []]);
  });

  test('keeps what is said of changing between lines and trips, and refuses what names nothing', () => {
    const header =
      'from_stop_id,to_stop_id,from_route_id,to_route_id,from_trip_id,to_trip_id,transfer_type';
    const { feed, rejects } = read({
      ...baseFiles(),
      'transfers.txt': [
        header,
        'S1,S2,R,Q,,,3',
        ',,,,t1,t1,4',
        'S1,S2,Z,,,,3',
        'S1,S2,,,gone,,3',
        'S9,S2,,,,,0',
        'S1,,R,,,,2',
        ',,,,t1,,5',
        'S1,S2,,,,,6',
      ].join('\n'),
    });
    expect(feed.transfers).toEqual([
      {
        fromStopId: 'S1',
        toStopId: 'S2',
        fromRouteId: 'R',
        toRouteId: 'Q',
        fromTripId: null,
        toTripId: null,
        kind: 3,
        minSeconds: null,
      },
      {
        fromStopId: null,
        toStopId: null,
        fromRouteId: null,
        toRouteId: null,
        fromTripId: 't1',
        toTripId: 't1',
        kind: 4,
        minSeconds: null,
      },
    ]);
    expect(rejects.map(({ line, column, code }) => [line, column, code])).toEqual([
      [4, 'from_route_id', 'foreign_key_violation'],
      [5, 'from_trip_id', 'foreign_key_violation'],
      [6, 'from_stop_id', 'foreign_key_violation'],
      [7, 'to_stop_id', 'missing_required_field'],
      [8, 'to_trip_id', 'missing_required_field'],
      [9, 'transfer_type', 'number_out_of_range'],
    ]);
  });

  test('reads who may walk straight to a platform', () => {
    const parser = createTableParser(stopTable(new Ids()), () => undefined);
    const rows = parser.push(
      'stop_id,stop_name,stop_lat,stop_lon,stop_access\nA,A,45,0,1\nB,B,45,0,0\nC,C,45,0,\n',
    );
    expect(rows.map(({ stopAccess }) => stopAccess)).toEqual([1, 0, null]);
  });
});

test('blank times are shared along the shape where the feed measures it, the others stay blank', () => {
  const call = (minutes: number | null, shapeDistance: number | null) => ({
    arrivalSeconds: minutes === null ? null : at('08:00') + minutes * 60,
    departureSeconds: minutes === null ? null : at('08:00') + minutes * 60,
    shapeDistance,
  });
  const times = (distance: number | null) =>
    fillBlankTimes([call(0, 0), call(null, distance), call(40, 10)]).map(
      ({ arrivalSeconds }) => arrivalSeconds,
    );
  expect(times(2.5)).toEqual([at('08:00'), at('08:10'), at('08:40')]);
  expect(times(null)).toEqual([at('08:00'), null, at('08:40')]);
  expect(times(12)).toEqual([at('08:00'), null, at('08:40')]);
});
