import { count, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { loadGtfsFeeds } from '#db/queries/journey/load-gtfs-feeds.ts';
import { gtfsTripCalls } from '#db/schema/gtfs.ts';
import { importReject } from '#db/schema/provenance.ts';
import { at, baseFiles, type Files, trips } from '#tests/domain/journey/tiny-feed.ts';
import { arrivalOf, importBytes, later, versionsOf } from '#tests/seeds/gtfs-importing.ts';
import { readFeed } from '#tests/seeds/gtfs-whole.ts';
import { zipOf } from '#tests/seeds/gtfs-zip.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

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
});
