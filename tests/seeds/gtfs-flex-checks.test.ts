import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { loadOffers } from '#db/queries/transport/load-offers.ts';
import { flexFeedVersion } from '#db/schema/feed.ts';
import { gtfsSource } from '#seeds/sources/gtfs/source.ts';
import { gtfsFlexSource } from '#seeds/sources/gtfs-flex/source.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import type { Files } from '#tests/domain/journey/tiny-feed.ts';
import { collection, flexCalls, flexFiles, square } from '#tests/seeds/flex-feed.ts';
import { addFlexGround, importFlex, importWith } from '#tests/seeds/flex-importing.ts';
import { describeOnBoth } from '#tests/support/database.ts';

describeOnBoth('what a GTFS-Flex import checks and says', (getDb, getHandle) => {
  beforeEach(() => addFlexGround(getDb()));

  test('faults are named with their canonical code, file and line, and change nothing', async () => {
    await importFlex(getHandle(), flexFiles());
    const before = await loadOffers(getDb());
    const refused: [Files, string][] = [
      [
        { ...flexFiles(), 'locations.geojson': collection(square('Z1', [0, 45.3])) },
        'stop_times.txt ligne 3, colonne location_id : lieu absent de locations.geojson, ou refusé [foreign_key_violation]',
      ],
      [
        { ...flexFiles(), 'stop_times.txt': flexCalls('T,1,,,Z1,2,1,,,B,B', 'T,2,,,Z2,1,2,,,B,B') },
        'stop_times.txt ligne 2, colonne start_pickup_drop_off_window : plage horaire absente [missing_pickup_or_drop_off_window]',
      ],
      [
        {
          ...flexFiles(),
          'locations.geojson': collection(square('Z1', [0, 45.3]), square('Z2', [0.05, 45.3])),
          'stop_times.txt': flexCalls(
            'T,1,,,Z1,2,2,08:00:00,12:00:00,B,B',
            'T,2,,,Z2,2,2,08:00:00,12:00:00,B,B',
          ),
        },
        'stop_times.txt ligne 2, colonne location_id : course T : deux zones qui se recouvrent, aux mêmes heures [overlapping_zone_and_pickup_drop_off_window]',
      ],
    ];
    for (const [hours, [files, reason]] of refused.entries()) {
      const report = await importFlex(getHandle(), files, { hours: hours + 1 });
      expect(report.status).toBe('failed');
      const failed = report.checks.find(({ guard }) => guard === 'notices');
      expect(failed?.detail).toContain(reason);
    }
    expect(await loadOffers(getDb())).toEqual(before);
    expect(await getDb().select().from(flexFeedVersion)).toHaveLength(1);
  });

  test('a folded outline is made whole; several outlines are one area; three areas and stops are served', async () => {
    const butterfly = {
      type: 'Polygon',
      coordinates: [
        [
          [0.2, 45.3],
          [0.3, 45.4],
          [0.3, 45.3],
          [0.2, 45.4],
          [0.2, 45.3],
        ],
      ],
    };
    const apart = {
      type: 'MultiPolygon',
      coordinates: [square('', [0, 45.3]), square('', [0.2, 45.3])].map(
        ({ geometry }) => geometry.coordinates,
      ),
    };
    const report = await importFlex(getHandle(), {
      ...flexFiles(),
      'locations.geojson': collection(
        square('Z1', [0, 45.3], 0.1, { geometry: apart }),
        square('Z2', [0.2, 45.3], 0.1, { geometry: butterfly }),
        square('Z3', [0.5, 45.3]),
      ),
      'stops.txt': 'stop_id,stop_name,stop_lat,stop_lon\nS1,Mairie,45.31,0.01\n',
      'trips.txt': 'route_id,service_id,trip_id\nTAD,W,T\nTAD,W,P\n',
      'stop_times.txt': flexCalls(
        'T,1,,,Z1,2,1,08:00:00,12:00:00,B,B',
        'T,2,,,Z2,2,2,13:00:00,14:00:00,B,B',
        'T,3,,,Z3,1,2,15:00:00,16:00:00,B,B',
        'P,1,S1,,,2,1,08:00:00,12:00:00,B,B',
        'P,2,,,Z3,1,2,08:00:00,12:00:00,B,B',
      ),
    });
    expect(report.status).toBe('done');
    const [found] = await loadOffers(getDb());
    expect(found?.patterns.map(({ origin, destination }) => [origin, destination])).toMatchObject([
      [{ kind: 'communes', insees: ['16001', '16002', '16003'] }, { label: 'Zone Z2' }],
      [{ label: 'Zone Z1' }, { kind: 'unknown', label: 'Zone Z3' }],
      [{ label: 'Zone Z2' }, { label: 'Zone Z3' }],
      [{ kind: 'points', points: [{ name: 'Mairie', radiusMeters: 500 }] }, { label: 'Zone Z3' }],
    ]);
  });

  test('coordinates the wrong way round are refused and said to be', async () => {
    const report = await importFlex(getHandle(), {
      ...flexFiles(),
      'locations.geojson': collection(square('Z1', [45.3, 0]), square('Z2', [45.3, 0.2])),
    });
    expect(report.status).toBe('failed');
    expect(report.checks.find(({ guard }) => guard === 'coordonnees')?.detail).toBe(
      'Z1, Z2 hors de France (longitude 45.3, latitude 0) : latitude et longitude inversées ?',
    );
  });

  test('what a rider will miss is said: no way of booking, a period that is over or not begun', async () => {
    const unbooked = {
      ...flexFiles(),
      'stop_times.txt': flexCalls('T,1,,,Z1,2,2,08:00:00,12:00:00,,'),
    };
    const { said } = await importFlex(getHandle(), unbooked);
    expect(said).toContain(
      '1 courses sans règle de réservation : « appelez » [missing_pickup_drop_off_booking_rule_id]',
    );
    const moved = (year: string) =>
      importFlex(
        getHandle(),
        Object.fromEntries(
          Object.entries(flexFiles()).map(([name, text]) => [name, text.replaceAll('2026', year)]),
        ),
        { name: `navette-${year}.zip` },
      );
    expect((await moved('2024')).said).toContain(
      'ces offres ont pris fin le 2024-12-31 : montrées « à confirmer » [expired_calendar]',
    );
    expect((await moved('2031')).said).toContain(
      'ces offres ne commencent que le 2031-01-01 [future_feed]',
    );
  });

  test('what a tool adds to the areas stops nothing, and is said once', async () => {
    const { 'locations.geojson': sound = '' } = flexFiles();
    const text = sound.replaceAll('"type":"Feature",', '"type":"Feature","bbox":[0,45,1,46],');
    const files = { ...flexFiles(), 'locations.geojson': text };
    const { status, rejectedCount, said } = await importFlex(getHandle(), files);
    expect([status, rejectedCount]).toEqual(['done', 0]);
    expect(said.filter((step) => step.includes('[geo_json_unknown_element]'))).toHaveLength(1);
  });

  test('a timetable without on-demand services is not one', async () => {
    const none = { ...flexFiles(), 'stop_times.txt': 'trip_id,stop_sequence,stop_id\nT,1,X\n' };
    await expect(importFlex(getHandle(), none)).rejects.toThrow('aucun transport à la demande');
  });

  const feeds = sharedFile('data/gtfs-flex', 'Import of real on-demand feeds');

  test.runIf(feeds).each([
    ['otter-express-2024', 1, 3, '2023-02-01', '2025-02-01', 'days_before'],
    ['aspen-downtowner-draft-2021', 1, 2, '2020-11-26', '2021-11-24', 'real_time'],
    ['aspen-on-demand-draft-2022', 1, 1, '2022-04-14', '2022-11-23', 'real_time'],
  ])(
    'the real feed %s comes in, outside France, once that is accepted',
    async (name, offers, patterns, validFrom, validTo, notice) => {
      const path = `${feeds}/${name}.zip`;
      expect(existsSync(path)).toBe(true);
      const bytes = readFileSync(path);
      const given = { name: `${name}.zip` };
      const first = await importWith(getHandle(), gtfsFlexSource, bytes, given);
      expect(first.checks.filter(({ passed }) => !passed).map(({ guard }) => guard)).toEqual([
        'coordonnees',
      ]);
      expect(await loadOffers(getDb())).toEqual([]);
      const accept = ['coordonnees'];
      const report = await importWith(getHandle(), gtfsFlexSource, bytes, { ...given, accept });
      expect(report).toMatchObject({ status: 'done', rejectedCount: 0 });
      expect(report.counts).toMatchObject({ offres: offers, trajets: patterns });
      expect(report.read).toMatchObject({ validFrom, validTo });
      const [found] = await loadOffers(getDb());
      expect(found).toMatchObject({
        status: 'to_confirm',
        territoryCodes: [],
        booking: { notice: { kind: notice } },
      });
      expect(found?.patterns.every(({ rule }) => rule === 'within')).toBe(true);
      await expect(importWith(getHandle(), gtfsSource, bytes, given)).rejects.toThrow(
        'Il décrit du transport à la demande : « npm run import -- gtfs-flex ».',
      );
      const again = await importWith(getHandle(), gtfsFlexSource, bytes, { ...given, accept });
      expect(again.status).toBe('unchanged');
    },
  );
});
