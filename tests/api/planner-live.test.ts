import { describe, expect, test } from 'vitest';
import { createApp } from '#api/app.ts';
import { readConfig } from '#api/config.ts';
import type { JourneyAnswer } from '#api/features/journey/plan-visit.ts';
import { createLimits } from '#api/http/rate-limit.ts';
import type { Log } from '#api/http/request-log.ts';
import { createSignIn } from '#api/runtime/sign-in.ts';
import { createStores } from '#api/runtime/stores.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { feedVersionsQuery, findFeedVersions } from '#db/queries/journey/find-feed-versions.ts';
import { roadGraph, roadGraphChunk } from '#db/schema/roads.ts';
import { encodeRoadGraph } from '#domain/journey/road-binary.ts';
import { toInstant } from '#domain/time.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { runImport } from '#seeds/pipeline/run-import.ts';
import { gtfsSource } from '#seeds/sources/gtfs/source.ts';
import { readOfferFile } from '#seeds/sources/gtfs-flex/read-offer-file.ts';
import { drawGraph, KINDS } from '#tests/domain/journey/road-brute-force.ts';
import { baseFiles, type Files } from '#tests/domain/journey/tiny-feed.ts';
import { zipOf } from '#tests/seeds/gtfs-zip.ts';
import { TEST_SECRET } from '#tests/support/app.ts';
import { describeOnBoth, sqlText } from '#tests/support/database.ts';
import { TUESDAY, writeSmallTerritory } from '#tests/support/small-territory.ts';

const SOON_MS = 2_000;
const NOW = toInstant({ date: TUESDAY, minute: 600 });
const NOTHING = { info: () => undefined, error: () => undefined };

const HOME = { point: [0.1, 45.6], name: 'S1' };
const BODY = {
  from: { insee: '16230' },
  to: { entryId: 'gp-ouvert' },
  appointment: { date: '2026-12-01', minute: 600, durationMinutes: 30 },
  mode: 'no_car',
};
const BY_LINE = { ...BODY, from: HOME, to: { point: [0.2, 45.7], name: 'S3' } };

/** The API on a database, its threads included. */
async function withApi(
  handle: DatabaseHandle,
  use: (post: (body: object) => Promise<JourneyAnswer>) => Promise<void>,
  log: Log = NOTHING,
): Promise<void> {
  const stores = createStores(handle, log);
  await stores.open();
  try {
    const app = createApp({
      database: handle,
      stores,
      config: readConfig({ JOURNEY_BUDGET_MS: '20000' }),
      clock: () => NOW,
      log,
      limits: createLimits(0),
      signIn: createSignIn({ db: handle.db, secret: TEST_SECRET }),
      readOfferFile,
      isStopping: () => false,
    });
    await use(async (body) => {
      const response = await app.request('/api/journeys', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(response.status).toBe(200);
      return (await response.json()) as JourneyAnswer;
    });
  } finally {
    await stores.close();
  }
}

async function importFeed(handle: DatabaseHandle, files: Files): Promise<void> {
  const options = {
    territoryCodes: [],
    feedId: null,
    asOf: null,
    now: new Date(NOW),
    accept: [],
    onProgress: () => undefined,
  };
  const file = memoryFile('car.zip', zipOf(files));
  const report = await runImport(handle, gtfsSource, file, options, {
    dryRun: false,
    clock: () => NOW,
  });
  expect(report.status).toBe('done');
}

const ROAD_METERS = 21_000;

/** One long road from the bourg of Montmoreau to the surgery. */
function onlyRoad() {
  const ends: [number, number][] = [
    [1_300_000, 454_000_000],
    [1_710_000, 452_700_000],
  ];
  return drawGraph(ends, [{ from: 0, to: 1, kind: KINDS.street, meters: ROAD_METERS }]);
}

/** The roads in use, as an import leaves them. */
async function writeRoads(handle: DatabaseHandle, buffer: ArrayBuffer): Promise<void> {
  await handle.db.update(roadGraph).set({ active: false });
  const [written] = await handle.db
    .insert(roadGraph)
    .values({
      sourceId: 'registre',
      importedAt: new Date(NOW),
      sha256: crypto.randomUUID(),
      junctionCount: 2,
      edgeCount: 1,
      byteCount: buffer.byteLength,
      west: 0,
      south: 45,
      east: 1,
      north: 46,
      active: true,
    })
    .returning({ id: roadGraph.id });
  await handle.db
    .insert(roadGraphChunk)
    .values({ graphId: written?.id ?? 0, position: 0, bytes: new Uint8Array(buffer) });
  await handle.notify('voisoin_changed', '');
}

/** The base feed until the end of another day, and back in the afternoon. */
function untilDay(lastDay: string): Files {
  const base = baseFiles();
  return {
    ...base,
    'calendar.txt': (base['calendar.txt'] ?? '').replace('20261231', lastDay),
    'trips.txt': `${base['trips.txt']}\nR,W,back`,
    'stop_times.txt': [
      base['stop_times.txt'],
      'back,12:00:00,12:00:00,S3,1,0,0',
      'back,12:40:00,12:40:00,S1,2,0,0',
    ].join('\n'),
  };
}

const scheduled = (plan: JourneyAnswer) =>
  [...plan.options, ...plan.almost].some(({ outbound }) => outbound.legs.some((leg) => leg.line));

describeOnBoth('What is published', (getDb, getHandle) => {
  test('is known by one short statement', async () => {
    expect(sqlText(feedVersionsQuery(getDb()))).toMatchInlineSnapshot(
      `"select "id", "imported_at" from "feed_version" where "feed_version"."active" = $1 order by "feed_version"."id" asc"`,
    );
    expect(await findFeedVersions(getDb())).toBe('');
  });

  describe('while the API answers', () => {
    test('counts in answers within two seconds: an offer, then a feed', async () => {
      const handle = getHandle();
      await writeSmallTerritory(getDb());
      await withApi(handle, async (post) => {
        const titles = async () => (await post(BODY)).options.map(({ title }) => title);
        expect(await titles()).toContain('Voitures solidaires de la vallée');
        await getDb().execute(`update offer set name = 'Le nouveau nom'`);
        await handle.notify('voisoin_changed', '');
        await expect.poll(titles, { timeout: SOON_MS, interval: 50 }).toContain('Le nouveau nom');

        const before = await post(BY_LINE);
        expect([scheduled(before), before.remarks]).toEqual([
          false,
          expect.not.arrayContaining([{ code: 'date_outside_timetables' }]),
        ]);
        await importFeed(handle, untilDay('20261231'));
        await expect
          .poll(async () => scheduled(await post(BY_LINE)), { timeout: 10_000, interval: 50 })
          .toBe(true);
      });
    });

    test('roads count too, and bytes that are no roads leave an estimate, said in the log', async () => {
      const handle = getHandle();
      const told: string[] = [];
      await withApi(
        handle,
        async (post) => {
          const drive = async () => (await post(BODY)).drive;
          expect(await drive()).toMatchObject({ estimate: true });
          await writeRoads(handle, encodeRoadGraph(onlyRoad()));
          await expect
            .poll(drive, { timeout: 10_000, interval: 50 })
            .toEqual({ minutes: expect.any(Number), meters: ROAD_METERS, estimate: false });
          await writeRoads(handle, new Uint8Array(200).fill(7).buffer);
          await expect
            .poll(drive, { timeout: 10_000, interval: 50 })
            .toMatchObject({ estimate: true });
        },
        { ...NOTHING, error: (line) => void told.push(JSON.stringify(line)) },
      );
      expect(told).toEqual([expect.stringContaining('"roads_unusable"')]);
    });

    test('a day outside the timetables is answered with the days they cover', async () => {
      const handle = getHandle();
      await importFeed(handle, untilDay('20261130'));
      await withApi(handle, async (post) => {
        const { remarks } = await post(BY_LINE);
        expect(remarks).toContainEqual({
          code: 'date_outside_timetables',
          validFrom: '2026-01-01',
          validTo: '2026-11-30',
        });
        const lastDay = { ...BY_LINE.appointment, date: '2026-11-30' };
        const known = await post({ ...BY_LINE, appointment: lastDay });
        expect(known.remarks.map(({ code }) => code)).not.toContain('date_outside_timetables');
      });
    });

    test('a feed that changes while requests are under way spoils none of them', async () => {
      const handle = getHandle();
      await withApi(handle, async (post) => {
        let isOver = false;
        const answers: Promise<void>[] = [];
        const ask = async () => {
          while (!isOver) await post(BY_LINE);
        };
        answers.push(ask(), ask(), ask());
        await importFeed(handle, untilDay('20261215'));
        const known = async () => (await post(BY_LINE)).remarks.map(({ code }) => code);
        await expect
          .poll(known, { timeout: 10_000, interval: 50 })
          .not.toContain('date_outside_timetables');
        isOver = true;
        await Promise.all(answers);
      });
    });
  });
});
