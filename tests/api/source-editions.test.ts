import { afterAll, beforeAll, expect, test } from 'vitest';
import { feed, feedVersion } from '#db/schema/feed.ts';
import { importRun, source } from '#db/schema/provenance.ts';
import type { SourceFreshness } from '#domain/official-source.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';

let api: TestApp;
const startedAt = new Date('2026-08-01T08:00:00Z');
const run = {
  startedAt,
  finishedAt: startedAt,
  status: 'done',
  keptCount: 12,
  asOf: '2026-07',
} as const;

beforeAll(async () => {
  api = await openTestApp({
    now: { date: '2026-11-27', minute: 600 },
    async write(db) {
      await db.insert(source).values([{ id: 'gtfs-car', name: 'Car', publisher: 'Le réseau' }]);
      await db.insert(feed).values([{ id: 'car', name: 'Cars du Midi', sourceId: 'gtfs-car' }]);
      const version = { feedId: 'car', sha256: 'a', importedAt: startedAt };
      await db.insert(feedVersion).values([
        { ...version, validFrom: '2026-01-01', validTo: '2026-08-31', active: true },
        { ...version, sha256: 'b', validFrom: '2025-01-01', validTo: '2025-08-31' },
      ]);
      await db.insert(importRun).values([
        { ...run, importer: 'gtfs:car', licence: 'ODbL 1.0' },
        { ...run, importer: 'finess', licence: 'Licence Ouverte 2.0' },
        // A failure and « nothing to do » after it: the data are those of August, compared in November.
        {
          ...run,
          importer: 'finess',
          status: 'failed',
          startedAt: new Date('2026-09-01T08:00:00Z'),
        },
        {
          importer: 'apl',
          startedAt,
          finishedAt: startedAt,
          status: 'failed',
        },
        { ...run, importer: 'acceslibre' },
        {
          importer: 'acceslibre',
          startedAt: new Date('2026-11-20T23:30:00Z'),
          finishedAt: new Date('2026-11-20T23:30:05Z'),
          status: 'unchanged',
        },
      ]);
    },
  });
});
afterAll(() => api.close());

test('each source says what is held of it, since when, and whether it is time to load it again', async () => {
  const response = await api.get('/api/sources/editions');
  const sources = (await response.json()) as SourceFreshness[];
  const editionsOf = (name: string) => sources.find((each) => each.name === name)?.editions;
  const edition = {
    name: null,
    licence: null,
    asOf: '2026-07',
    importedOn: '2026-08-01',
    checkedOn: '2026-08-01',
    keptCount: 12,
    rejectedCount: 0,
    validFrom: null,
    validTo: null,
  };
  expect(editionsOf('finess')).toEqual([{ ...edition, state: 'old' }]);
  // Half past midnight in Paris, half an hour before in UTC.
  expect(editionsOf('acceslibre')).toEqual([
    { ...edition, checkedOn: '2026-11-21', state: 'fresh' },
  ]);
  expect(editionsOf('gtfs')).toEqual([
    {
      ...edition,
      name: 'Cars du Midi',
      licence: 'ODbL 1.0',
      validFrom: '2026-01-01',
      validTo: '2026-08-31',
      state: 'expired',
    },
  ]);
  expect(editionsOf('apl')).toEqual([]);
  expect(editionsOf('rpps')).toEqual([]);
});
