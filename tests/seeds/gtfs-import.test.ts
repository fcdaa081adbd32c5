import { readdirSync, readFileSync } from 'node:fs';
import { asc, count, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Database, DatabaseHandle } from '#db/database.ts';
import { loadGtfsFeeds } from '#db/queries/journey/load-gtfs-feeds.ts';
import { feedVersion } from '#db/schema/feed.ts';
import { gtfsTripCalls } from '#db/schema/gtfs.ts';
import { importReject } from '#db/schema/provenance.ts';
import { buildTimetable } from '#domain/journey/build-timetable.ts';
import { dayView } from '#domain/journey/day-view.ts';
import { journeysDepartAfter } from '#domain/journey/transit-search.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { runImport } from '#seeds/pipeline/run-import.ts';
import type { Progress } from '#seeds/pipeline/source.ts';
import { gtfsSource } from '#seeds/sources/gtfs/source.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import { at, baseFiles, between, type Files, trips } from '#tests/domain/journey/tiny-feed.ts';
import { readFeed, readGtfsZip } from '#tests/seeds/gtfs-whole.ts';
import { zipOf } from '#tests/seeds/gtfs-zip.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

const NOW = Date.UTC(2026, 10, 22, 8);

function importBytes(handle: DatabaseHandle, bytes: Buffer, name = 'car.zip', hours = 0) {
  const said: string[] = [];
  const now = NOW + hours * 3_600_000;
  const options = {
    territoryCodes: [],
    feedId: null,
    asOf: null,
    now: new Date(now),
    accept: [],
    onProgress: ({ step }: Progress) => said.push(step),
  };
  const mode = { dryRun: false, clock: () => now };
  return runImport(handle, gtfsSource, memoryFile(name, bytes), options, mode).then((report) => ({
    ...report,
    said,
  }));
}

/** The base feed with its trip so many minutes later. */
function later(minutes: number): Files {
  const shift = (_: string, hours: string, rest: string) =>
    `${String(Number(hours)).padStart(2, '0')}:${String(Number(rest) + minutes).padStart(2, '0')}:00`;
  const base = baseFiles();
  return {
    ...base,
    'stop_times.txt': (base['stop_times.txt'] ?? '').replaceAll(/(\d\d):(\d\d):00/g, shift),
  };
}

async function versionsOf(db: Database) {
  return db
    .select({ id: feedVersion.id, active: feedVersion.active })
    .from(feedVersion)
    .orderBy(asc(feedVersion.id));
}

async function arrivalOf(db: Database): Promise<number | undefined> {
  const view = dayView(buildTimetable(await loadGtfsFeeds(db)), '2026-05-12');
  return journeysDepartAfter(view, between(view, 'S1', 'S3'), at('07:30'))[0]?.arriveSeconds;
}

const miniFeeds = sharedFile('data/gtfs/mini-feeds', 'Import of the mini feeds of the validator');

function miniFeed(name: string): Buffer {
  const folder = `${miniFeeds}/${name}`;
  return zipOf(
    Object.fromEntries(
      readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')]),
    ),
  );
}

describeOnBoth('GTFS import', (getDb, getHandle) => {
  beforeEach(async () => {
    await clearTables(getDb());
  });

  test('what was imported is what is loaded, and can be searched', async () => {
    const base = baseFiles();
    const files = {
      ...base,
      // A stop without times, to book, where the driver must be told.
      'stop_times.txt': (base['stop_times.txt'] ?? '').replace(
        '08:20:00,08:21:00,S2,2,0,0',
        ',,S2,2,2,3',
      ),
      'frequencies.txt':
        'trip_id,start_time,end_time,headway_secs,exact_times\nt1,08:00:00,12:00:00,1800,1\n',
      'transfers.txt':
        'from_stop_id,to_stop_id,from_route_id,to_route_id,from_trip_id,to_trip_id,transfer_type,min_transfer_time\nS2,S2b,,,,,2,300\nS1,S2,,,,,,\nS2,S2,R,Q,,,2,60\nS2,S2b,,R,t1,,3,\n,,,,t1,t1,4,\nS3,S1,,,t1,t1,5,\n',
    };
    const report = await importBytes(getHandle(), zipOf(files));
    expect(report.status).toBe('done');
    expect(report.counts).toEqual({
      arrêts: 6,
      lignes: 3,
      circulations: 1,
      passages: 3,
      'anciennes versions retirées': 0,
    });
    const [loaded] = await loadGtfsFeeds(getDb());
    const { feed } = readFeed(new Map(Object.entries(files)));
    expect(loaded).toMatchObject({
      feedId: 'car',
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      agencies: feed.agencies,
      calendars: feed.calendars,
      calendarDates: feed.calendarDates,
      frequencies: feed.frequencies,
      transfers: feed.transfers,
      trips: feed.trips,
      stopTimes: feed.stopTimes,
    });
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(loaded?.stops.toSorted(byId)).toEqual(feed.stops.toSorted(byId));
    expect(loaded?.routes.toSorted(byId)).toEqual(feed.routes.toSorted(byId));
    expect(await arrivalOf(getDb())).toBe(at('08:40'));
  });

  test('the same file again changes nothing', async () => {
    const bytes = zipOf(baseFiles());
    await importBytes(getHandle(), bytes);
    const before = await versionsOf(getDb());
    expect((await importBytes(getHandle(), bytes)).status).toBe('unchanged');
    expect(await versionsOf(getDb())).toEqual(before);
  });

  test('a new file takes over at once; three versions are kept, their rows with them', async () => {
    for (const [hours, minutes] of [0, 5, 10, 15, 18].entries()) {
      await importBytes(getHandle(), zipOf(later(minutes)), 'car.zip', hours);
    }
    expect(await arrivalOf(getDb())).toBe(at('08:58'));
    const versions = await versionsOf(getDb());
    expect(versions.map(({ active }) => active)).toEqual([false, false, true]);
    const [rows] = await getDb().select({ total: count() }).from(gtfsTripCalls);
    expect(rows?.total).toBe(3);
  });

  test('an earlier file may come back', async () => {
    await importBytes(getHandle(), zipOf(baseFiles()), 'car.zip', 0);
    await importBytes(getHandle(), zipOf(later(5)), 'car.zip', 1);
    expect((await importBytes(getHandle(), zipOf(baseFiles()), 'car.zip', 2)).status).toBe('done');
    expect(await arrivalOf(getDb())).toBe(at('08:40'));
  });

  test('two networks live side by side', async () => {
    await importBytes(getHandle(), zipOf(baseFiles()), 'Car Élan.zip');
    await importBytes(getHandle(), zipOf(later(5)), 'train.zip');
    const feeds = await loadGtfsFeeds(getDb());
    expect(feeds.map(({ feedId }) => feedId)).toEqual(['car-elan', 'train']);
  });

  test('a file too full of faults leaves the timetable in use as it was', async () => {
    await importBytes(getHandle(), zipOf(baseFiles()));
    const broken = {
      ...later(5),
      'calendar_dates.txt': `service_id,date,exception_type\n${'W,hier,2\n'.repeat(20)}`,
    };
    const report = await importBytes(getHandle(), zipOf(broken), 'car.zip', 1);
    expect(report.status).toBe('failed');
    expect(report.checks.find(({ passed }) => !passed)).toMatchObject({
      label: 'Part des lignes refusées',
    });
    expect(await arrivalOf(getDb())).toBe(at('08:40'));
    expect(await versionsOf(getDb())).toHaveLength(1);
  });

  test('trips that never leave their stop do not make a timetable', async () => {
    const still = {
      ...baseFiles(),
      'stop_times.txt':
        'trip_id,arrival_time,departure_time,stop_id,stop_sequence\nt1,08:00:00,08:00:00,S1,1\n',
    };
    const report = await importBytes(getHandle(), zipOf(still));
    expect(report.status).toBe('failed');
    expect(report.checks[0]).toMatchObject({
      label: 'Des circulations utilisables',
      detail: '0 départs, 1 circulations inutilisables (t1 : un seul arrêt utilisable)',
    });
  });

  test('a refused row is kept with its table, line, column, value and reason', async () => {
    const base = baseFiles();
    const files = { ...base, 'stops.txt': `${base['stops.txt']}\nS9,Neuf,91,0.1\n` };
    await importBytes(getHandle(), zipOf(files));
    const [reject] = await getDb().select().from(importReject).where(eq(importReject.position, 0));
    expect(reject).toMatchObject({
      line: 8,
      file: 'stops.txt',
      field: 'stop_lat',
      value: '91',
      reason: 'nombre de -90 à 90 attendu [number_out_of_range]',
    });
  });

  test('an expired timetable is imported, and said to be', async () => {
    const base = baseFiles();
    const files = {
      ...base,
      'calendar.txt': (base['calendar.txt'] ?? '').replaceAll('2026', '2024'),
      'calendar_dates.txt': 'service_id,date,exception_type\n',
    };
    const report = await importBytes(getHandle(), zipOf(files));
    expect(report.status).toBe('done');
    expect(report.said.join('\n')).toContain('ces horaires ont pris fin le 2024-12-31');
  });

  test('lines of trips that do not stand together make the same timetable', async () => {
    const second = ['t2,09:00:00,09:00:00,S3,1,0,0', 't2,09:30:00,09:30:00,S5,2,0,0'];
    const base: Files = {
      ...baseFiles(),
      'trips.txt': trips('R,W,t1', 'Q,W,t2'),
      'frequencies.txt':
        'trip_id,start_time,end_time,headway_secs,exact_times\nt2,09:00:00,11:00:00,1800,1\n',
    };
    const lines = (base['stop_times.txt'] ?? '').split('\n').concat(second);
    const [header = '', s1 = '', s2 = '', s3 = '', q1 = '', q2 = ''] = lines;
    const together = { ...base, 'stop_times.txt': lines.join('\n') };
    // And a second call with the sequence of an earlier one, which is refused.
    const twice = 't1,08:30:00,08:30:00,S4,2,0,0';
    const scattered = {
      ...base,
      'stop_times.txt': [header, s3, q2, s1, q1, s2, twice, 't9,,,S1,1,0,0'].join('\n'),
    };
    await importBytes(getHandle(), zipOf(together), 'together.zip');
    const report = await importBytes(getHandle(), zipOf(scattered), 'scattered.zip');
    expect(report.counts).toMatchObject({ circulations: 2, passages: 5 });
    expect(report.checks[0]?.detail).toBe('5 départs, 0 circulations inutilisables');
    expect(report.rejects.map(({ line, value }) => [line, value])).toEqual([
      [8, 't9'],
      [7, '2 t1'],
    ]);
    const [apart, whole] = await loadGtfsFeeds(getDb());
    expect(apart?.stopTimes).toEqual(whole?.stopTimes);
    expect(whole?.stopTimes).toHaveLength(5);
  });

  test('a feed whose files are not all there, or that nothing runs in, is refused in a sentence', async () => {
    const without = (...names: string[]) =>
      zipOf(
        Object.fromEntries(Object.entries(baseFiles()).filter(([name]) => !names.includes(name))),
      );
    const refused = (bytes: Buffer) => expect(importBytes(getHandle(), bytes)).rejects;
    await refused(without('stops.txt')).toThrow(
      /^GTFS incomplet : il manque stops\.txt\. .*\[missing_required_file\]\.$/,
    );
    await refused(without('calendar.txt', 'calendar_dates.txt')).toThrow(
      /il manque calendar\.txt ou calendar_dates\.txt.*\[missing_calendar_and_calendar_date_files\]/,
    );
    await refused(zipOf({ ...baseFiles(), 'routes.txt': 'route_id,route_type\nR,\n' })).toThrow(
      'GTFS sans aucun passage utilisable. Premier défaut : routes.txt ligne 2, colonne route_type : valeur obligatoire absente [missing_required_field].',
    );
    expect(await versionsOf(getDb())).toEqual([]);
  });

  test('what is set aside, on demand or unusable is named, with its canonical code', async () => {
    const files = {
      ...baseFiles(),
      'trips.txt': trips('R,W,t1', 'Q,W,t2', 'Q,X,t3'),
      'levels.txt': 'level_id\n',
      'pathways.txt': 'pathway_id\n',
      'stop_times.txt': [
        'trip_id,arrival_time,departure_time,stop_id,stop_sequence,location_id',
        't1,08:00:00,08:00:00,S1,1,',
        't1,,,,2,zone',
        't1,08:40:00,08:40:00,S3,3,',
        't2,08:00:00,08:00:00,S1,1,',
        't2,07:40:00,07:40:00,S3,2,',
        't3,08:00:00,08:00:00,S1,1,',
        't3,08:40:00,08:40:00,S3,2,',
      ].join('\n'),
    };
    const { said, checks } = await importBytes(getHandle(), zipOf(files));
    expect(said).toEqual(
      expect.arrayContaining([
        'fichiers laissés de côté : levels.txt, pathways.txt',
        '1 lignes de transport à la demande laissées de côté : « npm run import -- gtfs-flex » lit cette partie du même fichier',
        't2, stop_times.txt ligne 5 : heures qui reculent [stop_time_with_arrival_before_previous_departure_time]',
        't3, stop_times.txt ligne 7 : service absent des calendriers [foreign_key_violation]',
      ]),
    );
    expect(checks[0]?.detail).toContain('1 départs, 2 circulations inutilisables (t2 : ');
  });

  test.runIf(miniFeeds).each([
    ['agency', 'Premier défaut : routes.txt ligne 2, colonne route_id'],
    ['agency_single', 'Premier défaut : routes.txt ligne 2, colonne route_id'],
    ['check_id', 'Premier défaut : routes.txt ligne 2, colonne route_id'],
    ['coordinate_with_driver_stops', 'Premier défaut : trips.txt ligne 2, colonne route_id'],
    ['fare_attributes', 'Premier défaut : trips.txt ligne 2, colonne route_id'],
    ['interpolated_stop_times', 'Premier défaut : trips.txt ligne 2, colonne route_id'],
    ['missing_mandatory_files', 'il manque stop_times.txt'],
    ['optimisation_route_trips', 'Premier défaut : trips.txt ligne 2, colonne service_id'],
    ['route_type_missing', 'Premier défaut : routes.txt ligne 2, colonne route_type'],
    ['unusable_trip', 'il manque calendar.txt ou calendar_dates.txt'],
  ])('the mini feed %s is refused: %s', async (name, reason) => {
    await expect(importBytes(getHandle(), miniFeed(name), `${name}.zip`)).rejects.toThrow(reason);
    expect(await versionsOf(getDb())).toEqual([]);
  });

  test.runIf(miniFeeds).each([
    ['duplicate_stops', 17, 7, 'routes.txt', 6, 'missing_required_field'],
    ['duration_distance', 4, 6, 'agency.txt', 3, 'duplicate_key'],
    ['invalid_stop_file', 11, 7, 'stops.txt', 13, 'invalid_float'],
    ['stop_times_increase', 9, 2, 'stop_times.txt', 9, 'start_and_end_range_out_of_order'],
    ['stops', 17, 7, 'stops.txt', 19, 'point_near_origin'],
  ])(
    'the mini feed %s is imported: %i stops, %i trips, first refused %s line %i, %s',
    async (name, stops, tripCount, file, line, code) => {
      const report = await importBytes(getHandle(), miniFeed(name), `${name}.zip`);
      expect(report.status).toBe('done');
      expect(report.counts).toMatchObject({ arrêts: stops, circulations: tripCount });
      expect(report.rejects[0]).toMatchObject({
        file,
        line,
        reason: expect.stringContaining(`[${code}]`),
      });
    },
  );

  test('a timetable that has not begun is imported, and said to be', async () => {
    const base = baseFiles();
    const files = {
      ...base,
      'calendar.txt': (base['calendar.txt'] ?? '').replaceAll('2026', '2031'),
      'calendar_dates.txt': 'service_id,date,exception_type\n',
    };
    const { status, said } = await importBytes(getHandle(), zipOf(files));
    expect(status).toBe('done');
    expect(said).toContain('ces horaires ne commencent que le 2031-01-01 [future_feed]');
  });

  const real = sharedFile('data/gtfs', 'Import of the real timetables');

  test.runIf(real).each([
    ['sample-feed-1', 9, 5, 11, 28],
    ['peribus-2025-26', 1329, 80, 2374, 33_408],
    ['ter-france-2025', 9196, 650, 33_280, 299_983],
  ])(
    'the real feed %s comes in whole, then is nothing to do: %i stops, %i lines, %i trips, %i calls',
    async (name, stops, lines, tripCount, calls) => {
      const bytes = readFileSync(`${real}/${name}.zip`);
      const report = await importBytes(getHandle(), bytes, `${name}.zip`);
      expect(report).toMatchObject({ status: 'done', rejectedCount: 0 });
      expect(report.counts).toMatchObject({
        arrêts: stops,
        lignes: lines,
        circulations: tripCount,
        passages: calls,
      });
      expect((await importBytes(getHandle(), bytes, `${name}.zip`)).status).toBe('unchanged');
    },
    120_000,
  );

  const ter = sharedFile('data/gtfs/ter-charente-2025.zip', 'Import of the real TER feed');

  test.runIf(ter)('the real TER feed goes in and comes out whole', async () => {
    const bytes = readFileSync(ter ?? '');
    const report = await importBytes(getHandle(), bytes, 'ter-charente-2025.zip');
    expect(report.status).toBe('done');
    expect(report.read).toMatchObject({
      asOf: '2025-01-22',
      validFrom: '2025-01-22',
      validTo: '2025-04-22',
    });
    expect(report.counts).toMatchObject({
      arrêts: 176,
      lignes: 9,
      circulations: 276,
      passages: 2768,
    });
    const [loaded] = await loadGtfsFeeds(getDb());
    const { files } = await readGtfsZip({ name: 'ter.zip', bytes });
    const { feed } = readFeed(files);
    expect(loaded?.stopTimes).toHaveLength(feed.stopTimes.length);
    expect(loaded?.calendarDates).toHaveLength(2734);
  });
});
