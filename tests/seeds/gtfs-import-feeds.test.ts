import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { loadGtfsFeeds } from '#db/queries/journey/load-gtfs-feeds.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import { baseFiles, trips } from '#tests/domain/journey/tiny-feed.ts';
import { importBytes, versionsOf } from '#tests/seeds/gtfs-importing.ts';
import { readFeed, readGtfsZip } from '#tests/seeds/gtfs-whole.ts';
import { zipOf } from '#tests/seeds/gtfs-zip.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

const miniFeeds = sharedFile('data/gtfs/mini-feeds', 'Import of the mini feeds of the validator');

function miniFeed(name: string): Buffer {
  const folder = `${miniFeeds}/${name}`;
  return zipOf(
    Object.fromEntries(
      readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')]),
    ),
  );
}

describeOnBoth('GTFS import of feeds as they are published', (getDb, getHandle) => {
  beforeEach(async () => {
    await clearTables(getDb());
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
