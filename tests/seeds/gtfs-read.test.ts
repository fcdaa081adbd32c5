import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildTimetable } from '#domain/journey/build-timetable.ts';
import { dayView } from '#domain/journey/day-view.ts';
import { journeysDepartAfter } from '#domain/journey/transit-search.ts';
import type { ImportLimits } from '#seeds/pipeline/import-limits.ts';
import { fillBlankTimes } from '#seeds/sources/gtfs/finish-trip.ts';
import { stopTable } from '#seeds/sources/gtfs/map-network.ts';
import { createTableParser } from '#seeds/sources/gtfs/table.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import { at, baseFiles, between, type Files } from '#tests/domain/journey/tiny-feed.ts';
import { type ReadFeed, readFeed, readGtfsZip } from '#tests/seeds/gtfs-whole.ts';
import { makeZip, zipOf } from '#tests/seeds/gtfs-zip.ts';

const read = (files: Files): ReadFeed => readFeed(new Map(Object.entries(files)));
const open = (bytes: Buffer, limits?: ImportLimits) =>
  readGtfsZip({ name: 'essai.zip', bytes }, limits);

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

  test('counts lines inside quoted cells, and reads CR LF, a BOM and any case of header', () => {
    const base = baseFiles();
    const { feed, rejects } = read({
      ...base,
      'stops.txt': `\uFEFFSTOP_ID,Stop_Name,stop_lat,stop_lon\r\nS1,"Gare,\nplace ""Neuve""",45.6,0.1\r\nS2,Deux,45.65,0.15\r\nS3,Trois,hors,0.2\r\n`,
    });
    expect(feed.stops.map((stop) => stop.name)).toEqual(['Gare,\nplace "Neuve"', 'Deux']);
    expect(rejects[0]).toMatchObject({ file: 'stops.txt', line: 5, value: 'hors' });
  });

  test('reads files that mix ends of line', () => {
    const base = baseFiles();
    const { feed, rejects } = read({
      ...base,
      'stops.txt':
        'stop_id,stop_name,stop_lat,stop_lon\r\nS1,Un,45.6,0.1\nS2,Deux,45.65,0.15\rS3,Trois,45.7,0.2\r\n',
    });
    expect(feed.stops.map((stop) => stop.id)).toEqual(['S1', 'S2', 'S3']);
    expect(rejects).toEqual([]);
  });

  test('reads a header misspelt in the sample feed of the specification', () => {
    const base = baseFiles();
    const { feed } = read({
      ...base,
      'stop_times.txt': (base['stop_times.txt'] ?? '')
        .replace('drop_off_type', 'drop_off_time')
        .replace('S3,3,0,0', 'S3,3,0,1'),
    });
    expect(feed.stopTimes.map((call) => call.dropOff)).toEqual([0, 0, 1]);
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

  test('refuses a table without a mandatory column, or without a line', () => {
    expect(() => read({ ...baseFiles(), 'routes.txt': 'route_id\nR\n' })).toThrow(
      'routes.txt : colonne route_type absente. Colonnes trouvées : route_id [missing_required_column].',
    );
    expect(() => read({ ...baseFiles(), 'stops.txt': '\n' })).toThrow(
      "stops.txt : fichier vide, une ligne d'en-tête était attendue [empty_file].",
    );
    expect(read({ ...baseFiles(), 'transfers.txt': '' }).rejects).toEqual([]);
  });

  test('a quote that never closes costs one line', () => {
    const base = baseFiles();
    const { feed, rejects } = read({
      ...base,
      'stops.txt':
        'stop_id,stop_name,stop_lat,stop_lon\nS1,"Un,45.6,0.1\nS2,Deux,45.65,0.15\nS3,Trois,45.7,0.2\n',
    });
    expect(feed.stops.map((stop) => stop.id)).toEqual(['S2', 'S3']);
    expect(rejects[0]).toMatchObject({ line: 2, code: 'csv_parsing_failed' });
  });

  test('reads who may walk straight to a platform', () => {
    const parser = createTableParser(stopTable(new Map()), () => undefined);
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

describe('the archive of a feed', () => {
  test('reads tables in a folder and leaves the rest closed', async () => {
    const bytes = makeZip([
      ...Object.entries(baseFiles()).map(([name, content]) => ({
        path: `horaires/${name}`,
        content,
      })),
      { path: '__MACOSX/horaires/._stops.txt', content: 'x' },
      { path: '__MACOSX/horaires/stops.txt', content: 'x' },
      { path: 'horaires/.DS_Store', content: 'x' },
      { path: 'horaires/shapes.txt', content: 'shape_id\n' },
      { path: 'lisez-moi.pdf', content: 'x' },
    ]);
    const { files, ignored } = await open(bytes);
    expect([...files.keys()].sort()).toEqual(Object.keys(baseFiles()).sort());
    expect(ignored).toEqual(['horaires/shapes.txt', 'lisez-moi.pdf']);
    expect(readFeed(files).rejects).toEqual([]);
  });

  test('reads Windows-1252 text of old tools', async () => {
    const stops = Buffer.from('stop_id,stop_name\nS1,Aubeterre, château\n', 'latin1');
    const { files } = await open(makeZip([{ path: 'stops.txt', content: stops }]));
    expect(files.get('stops.txt')).toContain('château');
  });

  test('refuses what is no archive, a damaged one, and a path that leaves it', async () => {
    await expect(open(Buffer.from('stop_id,stop_name\n'))).rejects.toThrow(
      'archive .zip illisible ou incomplète',
    );
    const damaged = zipOf(baseFiles());
    damaged.fill(0xff, 60, 90);
    await expect(open(damaged)).rejects.toThrow('archive abîmée ou piégée');
    await expect(open(makeZip([{ path: '../../stops.txt', content: 'x' }]))).rejects.toThrow(
      'archive abîmée ou piégée (invalid relative path',
    );
  });

  test('refuses an archive that would fill the memory', async () => {
    const bomb = makeZip([{ path: 'stops.txt', content: Buffer.alloc(6_000_000, 0x20) }]);
    await expect(open(bomb)).rejects.toThrow('stops.txt : compressé plus de 200 fois');
    const liar = makeZip([
      { path: 'stops.txt', content: Buffer.alloc(2_000_000, 0x20), claimedSize: 100 },
    ]);
    await expect(open(liar)).rejects.toThrow('archive abîmée ou piégée');
    const limits = { entries: 3, totalBytes: 200, ratio: 100 };
    await expect(open(zipOf(baseFiles()), limits)).rejects.toThrow(
      '7 fichiers dans l’archive, 3 au plus',
    );
    await expect(open(zipOf(baseFiles()), { ...limits, entries: 10 })).rejects.toThrow(
      'plus de 200 octets une fois ouvert',
    );
  });

  test('refuses two tables of the same name at the same depth', async () => {
    const twice = makeZip([
      { path: 'a/stops.txt', content: 'x' },
      { path: 'b/stops.txt', content: 'y' },
    ]);
    await expect(open(twice)).rejects.toThrow('deux fichiers stops.txt');
  });
});

const miniFeeds = sharedFile('data/gtfs/mini-feeds', 'Mini feeds of the national validator');

describe.runIf(miniFeeds)('the mini feeds of the national validator', () => {
  const folder = (name: string): Files =>
    Object.fromEntries(
      readdirSync(`${miniFeeds}/${name}`).map((file) => [
        file,
        readFileSync(`${miniFeeds}/${name}/${file}`, 'utf8'),
      ]),
    );
  const faultsOf = (name: string) =>
    read(folder(name)).rejects.map(({ file, line, column }) => `${file}:${line} ${column}`);

  test('coordinate_with_driver_stops: pickups and drop-offs to arrange are kept as such', () => {
    const files = folder('coordinate_with_driver_stops');
    const { feed } = read({
      ...files,
      'routes.txt': (files['routes.txt'] ?? '').replace('\n1,', '\nroute1,'),
    });
    expect(feed.stopTimes.some((call) => call.dropOff === 3)).toBe(true);
    expect(feed.stopTimes.some((call) => call.pickup === 2 || call.dropOff === 2)).toBe(false);
  });

  test('invalid_stop_file: line 13 of stops.txt, and what hangs on it', () => {
    expect(faultsOf('invalid_stop_file')).toContain('stops.txt:13 stop_lat');
  });

  test('stops: no coordinates and coordinates off the map', () => {
    const faults = faultsOf('stops');
    expect(faults.filter((fault) => fault.startsWith('stops.txt'))).toEqual([
      'stops.txt:19 stop_lat',
      'stops.txt:20 stop_lat',
    ]);
  });

  test('stop_times_increase: a departure before the arrival', () => {
    expect(faultsOf('stop_times_increase').join()).toContain('departure_time');
  });

  test('interpolated_stop_times: trip2 has no first time, trip1 is fine', () => {
    const files = folder('interpolated_stop_times');
    const routes = (files['routes.txt'] ?? '').replace('\n1,', '\nroute1,');
    const calendar =
      'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nservice1,1,1,1,1,1,1,1,20260101,20261231\n';
    const { feed } = read({ ...files, 'routes.txt': routes, 'calendar.txt': calendar });
    const { notices, arrivals } = buildTimetable([{ feedId: 'mini', ...feed }]);
    expect(notices).toEqual([
      { feedId: 'mini', tripId: 'trip2', fault: 'first_or_last_time_missing' },
    ]);
    // All its stops are at one point: the blank time is half way.
    expect([...arrivals]).toEqual([at('14:00'), at('14:30'), at('15:00')]);
  });
});

const sample = sharedFile('data/gtfs/sample-feed-1.zip', 'Sample feed of the specification');

test.runIf(sample)('the sample feed of the specification is read and searched', async () => {
  const { files } = await open(readFileSync(sample ?? ''));
  const { feed, rejects } = readFeed(files);
  expect(rejects).toEqual([]);
  const view = dayView(buildTimetable([{ feedId: 'sample', ...feed }]), '2007-06-05');
  const query = between(view, 'STAGECOACH', 'BEATTY_AIRPORT');
  const [journey] = journeysDepartAfter(view, query, at('06:10'));
  expect(journey?.departSeconds).toBe(at('06:30'));
  expect(journey?.arriveSeconds).toBe(at('06:50'));
});
