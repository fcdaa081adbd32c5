import { asc, eq } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { beforeEach, expect, test } from 'vitest';
import { listFeeds, listFeedsQuery } from '#db/queries/journey/list-feeds.ts';
import { loadGtfsFeeds } from '#db/queries/journey/load-gtfs-feeds.ts';
import { loadOffers } from '#db/queries/transport/load-offers.ts';
import { flexFeedVersion } from '#db/schema/feed.ts';
import { offer, serviceArea } from '#db/schema/transport.ts';
import { gtfsSource } from '#seeds/sources/gtfs/source.ts';
import { activateFlexVersion } from '#seeds/sources/gtfs-flex/project-offers.ts';
import type { Files } from '#tests/domain/journey/tiny-feed.ts';
import { flexCalls, flexFiles } from '#tests/seeds/flex-feed.ts';
import { addFlexGround, importFlex, importWith } from '#tests/seeds/flex-importing.ts';
import { zipOf } from '#tests/seeds/gtfs-zip.ts';
import { describeOnBoth } from '#tests/support/database.ts';

/** Trip T from Z1 to Z2, at these hours. */
const at = (from: string, to: string): Files => ({
  ...flexFiles(),
  'stop_times.txt': flexCalls(
    `T,1,,,Z1,2,1,${from}:00,${to}:00,B,B`,
    `T,2,,,Z2,1,2,${from}:00,${to}:00,B,B`,
  ),
});

describeOnBoth('GTFS-Flex import', (getDb, getHandle) => {
  beforeEach(() => addFlexGround(getDb()));

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
        roundTrip: 'forbidden',
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
});
