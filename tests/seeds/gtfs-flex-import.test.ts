import { existsSync, readFileSync } from 'node:fs';
import { asc, eq, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { beforeEach, expect, test } from 'vitest';
import type { DatabaseHandle } from '#db/database.ts';
import { listFeeds, listFeedsQuery } from '#db/queries/journey/list-feeds.ts';
import { loadGtfsFeeds } from '#db/queries/journey/load-gtfs-feeds.ts';
import { loadOffers } from '#db/queries/transport/load-offers.ts';
import { flexFeedVersion } from '#db/schema/feed.ts';
import { offer, serviceArea } from '#db/schema/transport.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { runImport } from '#seeds/pipeline/run-import.ts';
import type { ImportSource, Progress } from '#seeds/pipeline/source.ts';
import { gtfsSource } from '#seeds/sources/gtfs/source.ts';
import { activateFlexVersion } from '#seeds/sources/gtfs-flex/project-offers.ts';
import { gtfsFlexSource } from '#seeds/sources/gtfs-flex/source.ts';
import { addCommune, addSource, addTerritory } from '#tests/db/rows.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import type { Files } from '#tests/domain/journey/tiny-feed.ts';
import { collection, flexCalls, flexFiles, square } from '#tests/seeds/flex-feed.ts';
import { zipOf } from '#tests/seeds/gtfs-zip.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

const NOW = Date.UTC(2026, 10, 22, 8);

type Given = { name?: string; hours?: number; accept?: string[] };

async function importWith<Read>(
  handle: DatabaseHandle,
  source: ImportSource<Read>,
  bytes: Buffer,
  { name = 'navette.zip', hours = 0, accept = [] }: Given = {},
) {
  const said: string[] = [];
  const now = NOW + hours * 3_600_000;
  const report = await runImport(
    handle,
    source,
    memoryFile(name, bytes),
    {
      territoryCodes: [],
      feedId: null,
      asOf: null,
      now: new Date(now),
      accept,
      onProgress: ({ step }: Progress) => said.push(step),
    },
    { dryRun: false, clock: () => now },
  );
  return { ...report, said };
}

const importFlex = (handle: DatabaseHandle, files: Files, given?: Given) =>
  importWith(handle, gtfsFlexSource, zipOf(files), given);

/** Trip T from Z1 to Z2, at these hours. */
const at = (from: string, to: string): Files => ({
  ...flexFiles(),
  'stop_times.txt': flexCalls(
    `T,1,,,Z1,2,1,${from}:00,${to}:00,B,B`,
    `T,2,,,Z2,1,2,${from}:00,${to}:00,B,B`,
  ),
});

describeOnBoth('GTFS-Flex import', (getDb, getHandle) => {
  beforeEach(async () => {
    await clearTables(getDb());
    await addSource(getDb());
    await addTerritory(getDb(), 'sud');
    // Z1 holds the first whole and half of the second; Z2 holds the village of the third.
    await addCommune(getDb(), '16001', 'Entière', { point: [0.02, 45.32], territory: 'sud' });
    await addCommune(getDb(), '16002', 'Coupée', { point: [0.12, 45.32], territory: 'sud' });
    await addCommune(getDb(), '16003', 'Bourg', { point: [0.25, 45.35] });
    const shapes = { '16001': '0 45.3, 0.05 45.4', '16002': '0.05 45.3, 0.15 45.4' };
    for (const [insee, box] of Object.entries(shapes)) {
      await getDb().execute(sql`update commune set shape_kind = 'official',
        shape = ST_Multi(ST_SetSRID(ST_Envelope(${`LINESTRING(${box})`}::geometry), 4326))
        where insee = ${insee}`);
    }
  });

  test('a sound feed becomes an offer of the territories whose communes it serves', async () => {
    const report = await importFlex(getHandle(), flexFiles());
    expect(report.status).toBe('done');
    expect(report.counts).toEqual({ offres: 1, trajets: 1, 'anciennes versions retirées': 0 });
    expect(report.read).toMatchObject({ validFrom: '2026-01-01', validTo: '2026-12-31' });
    const [found, ...others] = await loadOffers(getDb());
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      id: 'flex-navette-TAD',
      status: 'active',
      territoryCodes: ['sud'],
      provenance: { sourceId: 'flex-navette', asOf: '2026-01-01' },
      sourceIds: ['flex-navette'],
      booking: { phone: '05 36 49 00 02' },
      conditions: [
        'Dites votre adresse.',
        'Une partie seulement de ces communes est desservie, donnez votre adresse : Coupée',
      ],
    });
    expect(found?.patterns).toMatchObject([
      {
        rule: 'from_to',
        origin: { kind: 'communes', insees: ['16001', '16002'], label: 'Zone Z1' },
        destination: { kind: 'communes', insees: ['16003'], label: 'Zone Z2' },
        windows: [{ from: 480, to: 720 }],
        calendar: { weekdays: [1, 2, 3, 4, 5], endsOn: '2026-12-31' },
      },
    ]);
    const [drawn] = await getDb()
      .select({ geom: serviceArea.geom })
      .from(serviceArea)
      .where(eq(serviceArea.id, 'flex:navette:Z1'));
    expect(drawn?.geom?.[0]?.[0]).toHaveLength(5);
  });

  test('the same file again changes nothing', async () => {
    await importFlex(getHandle(), flexFiles());
    const before = await loadOffers(getDb());
    expect((await importFlex(getHandle(), flexFiles(), { hours: 1 })).status).toBe('unchanged');
    expect(await loadOffers(getDb())).toEqual(before);
  });

  test('a new file takes over at once; three versions are kept, and an older one may be put back', async () => {
    for (const [hours, to] of ['09:00', '10:00', '11:00', '12:00'].entries()) {
      await importFlex(getHandle(), at('08:00', to), { hours });
    }
    const endOf = async () => (await loadOffers(getDb()))[0]?.patterns[0]?.windows[0]?.to;
    expect(await endOf()).toBe(720);
    const versions = await getDb()
      .select({ id: flexFeedVersion.id, active: flexFeedVersion.active })
      .from(flexFeedVersion)
      .orderBy(asc(flexFeedVersion.id));
    expect(versions.map(({ active }) => active)).toEqual([false, false, true]);
    const [oldest] = versions;
    await getDb().transaction((tx) => activateFlexVersion(tx, oldest?.id ?? 0, '2026-11-22'));
    expect(await endOf()).toBe(600);
    expect(await listFeeds(getDb(), '2027-03-01')).toMatchObject([
      {
        feedId: 'navette',
        kind: 'on_demand',
        name: 'Les Navettes',
        versions: [
          { active: false, validFrom: '2026-01-01', validTo: '2026-12-31', expired: true },
          { active: false },
          { active: true, importedAt: '2026-11-22T09:00:00Z' },
        ],
      },
    ]);
  });

  test('feeds are listed by one statement', () => {
    expect(new PgDialect().sqlToQuery(listFeedsQuery('2026-11-22')).sql).toMatchInlineSnapshot(`
      "
          with version as (
            select 'timetable' as kind, id, feed_id, valid_from, valid_to, imported_at, active from feed_version
            union all
            select 'on_demand', id, feed_id, valid_from, valid_to, imported_at, active from flex_feed_version
          )
          select f.id as "feedId", v.kind, f.name, s.publisher, f.url, f.licence,
            jsonb_agg(jsonb_build_object('id', v.id, 'validFrom', v.valid_from, 'validTo', v.valid_to,
              'importedAt', to_char(v.imported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
              'active', v.active, 'expired', v.valid_to < $1::date)
              order by v.imported_at desc, v.id desc) as versions
          from feed f join source s on s.id = f.source_id join version v on v.feed_id = f.id
          group by f.id, v.kind, s.publisher
          order by f.name, f.id, v.kind desc"
    `);
  });

  test('an offer that is no longer in the feed goes, those of another feed stay', async () => {
    await importFlex(getHandle(), flexFiles(), { name: 'car.zip' });
    await importFlex(getHandle(), flexFiles(), { name: 'car-2.zip' });
    const renamed = Object.fromEntries(
      Object.entries(flexFiles()).map(([name, text]) => [name, text.replaceAll('TAD', 'NEW')]),
    );
    await importFlex(getHandle(), renamed, { name: 'car.zip', hours: 1 });
    const left = await getDb().select({ id: offer.id }).from(offer).orderBy(asc(offer.id));
    expect(left.map(({ id }) => id)).toEqual(['flex-car-2-TAD', 'flex-car-NEW']);
  });

  test('a file with a timetable and on-demand services is read in two parts', async () => {
    const files = {
      ...flexFiles(),
      'stops.txt': 'stop_id,stop_name,stop_lat,stop_lon\nX,X,45.3,0\nY,Y,45.4,0\n',
      'trips.txt': 'route_id,service_id,trip_id\nTAD,W,T\nTAD,W,SCHED\n',
      'stop_times.txt': [
        'trip_id,stop_sequence,stop_id,location_id,arrival_time,departure_time,pickup_type,drop_off_type,start_pickup_drop_off_window,end_pickup_drop_off_window',
        'SCHED,1,X,,08:00:00,08:00:00,,,,',
        'SCHED,2,Y,,08:30:00,08:30:00,,,,',
        'T,1,,Z1,,,2,1,08:00:00,12:00:00',
        'T,2,,Z2,,,1,2,08:00:00,12:00:00',
      ].join('\n'),
    };
    const lines = await importWith(getHandle(), gtfsSource, zipOf(files));
    expect(lines.said.join('\n')).toContain('« npm run import -- gtfs-flex » lit cette partie');
    await importFlex(getHandle(), files);
    expect((await loadGtfsFeeds(getDb()))[0]?.stopTimes).toHaveLength(2);
    expect(await loadOffers(getDb())).toHaveLength(1);
    const feeds = await listFeeds(getDb(), '2026-11-22');
    expect(feeds.map(({ feedId, kind }) => `${feedId} ${kind}`)).toEqual([
      'navette timetable',
      'navette on_demand',
    ]);
  });

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
