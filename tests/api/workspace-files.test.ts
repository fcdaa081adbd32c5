// Do the offers of an organization leave as a file, and come back from one, without losing anything?

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { sql } from 'drizzle-orm';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileProposal } from '#api/features/workspace/file-answers.ts';
import type { DraftView } from '#api/features/workspace/present-offer.ts';
import { buildOfferFeed } from '#api/runtime/offer-feed.ts';
import { DEMO_WORKSPACE_IDS } from '#domain/account/demo-accounts.ts';
import type { FeedNotice } from '#domain/transport/feed-reading.ts';
import { loadDemo } from '#seeds/demo/load.ts';
import { DEMO_OFFERS } from '#seeds/demo/transport/offers.ts';
import { documentOf } from '#seeds/demo/write/write-demo-workspaces.ts';
import { flexFiles } from '#tests/seeds/flex-feed.ts';
import { zipOf } from '#tests/seeds/gtfs-zip.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { availableKinds, createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { addWorkspace, type SignedIn, signInAs } from '#tests/support/signed-in.ts';
import { feedIntoDrafts, SHARED_FEEDS } from './feed-into-drafts.ts';
import { brokenFeeds, crowdedFeed, LINE_FILES } from './feeds-given.ts';

const NOON = { date: '2026-11-24', minute: 720 };
const FILES = '/api/workspaces/vide/files';

const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();
const keysOf = ({ offers }: FileProposal) =>
  offers.map(({ id, revision }) => `${id}@${revision}`).join(',');

describe.each(availableKinds('files of organizations'))('on the %s database', (kind) => {
  let database: TestDatabase;
  let site: TestApp;
  let editor: SignedIn;
  let reader: SignedIn;
  let stranger: SignedIn;

  beforeAll(async () => {
    database = await createTestDatabase(kind);
    await loadDemo(database.handle);
    const { db } = database.handle;
    site = await openTestApp({ now: NOON, database: database.handle });
    await addWorkspace(db, 'vide', { territoryCodes: ['sud-charente'] });
    await addWorkspace(db, 'autre', { territoryCodes: ['sud-charente'] });
    editor = await signInAs(db, { vide: 'editor' });
    reader = await signInAs(db, { vide: 'reader' });
    stranger = await signInAs(db, { autre: 'admin' });
  }, 60_000);
  afterAll(async () => {
    await site.close();
    await database.remove();
  });

  const send = (path: string, bytes: Uint8Array, as = editor, key?: string) =>
    site.app.request(path, {
      method: 'POST',
      headers: {
        ...as.headers,
        'content-type': 'application/zip',
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      body: Buffer.from(bytes),
    });
  const propose = async (bytes: Uint8Array) => {
    const response = await send(FILES, bytes);
    expect(response.status).toBe(200);
    return (await response.json()) as FileProposal;
  };
  const accept = (bytes: Uint8Array, keys: string, key?: string) =>
    send(`${FILES}/acceptance?offers=${encodeURIComponent(keys)}`, bytes, editor, key);
  const notices = async (response: Response) =>
    ((await response.json()) as { notices: FeedNotice[] }).notices;

  test('the published offers are an archive for everybody, the same until they change', async () => {
    const writer = await signInAs(database.handle.db, { [DEMO_WORKSPACE_IDS.carrier]: 'editor' });
    const draft = await site.post(
      `/api/workspaces/${DEMO_WORKSPACE_IDS.carrier}/offers`,
      { kind: 'volunteer', name: 'Un brouillon' },
      writer.headers,
    );
    expect(draft.status).toBe(201);
    const mosc = `/api/transport/gtfs.zip?workspace=${DEMO_WORKSPACE_IDS.carrier}`;
    const response = await site.get(mosc);
    expect(response.status).toBe(200);
    expect(response.headers.get('link')).toContain('rel="license"');
    const etag = response.headers.get('etag') ?? '';
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    expect(text(files['feed_info.txt'])).toContain('fr,20261124,20271123,2026-11-24.');
    expect(text(files['x_offers.json'])).not.toContain('Un brouillon');
    expect(text(files['x_offers.json'])).toContain('mosc-transport-solidaire');
    const again = await site.get(mosc, { 'if-none-match': etag });
    expect(again.status).toBe(304);
    const territory = await site.get('/api/transport/gtfs.zip?territory=sud-charente');
    expect(territory.status).toBe(200);
    for (const query of ['workspace=nobody', 'territory=nowhere']) {
      expect((await site.get(`/api/transport/gtfs.zip?${query}`)).status).toBe(404);
    }
    expect((await site.get('/api/transport/gtfs.zip')).status).toBe(400);
  });

  test('an offer of somebody else comes under an id of its own, always the same', async () => {
    const response = await site.get(
      `/api/transport/gtfs.zip?workspace=${DEMO_WORKSPACE_IDS.carrier}`,
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    const { offers } = await propose(bytes);
    expect(offers.length).toBeGreaterThan(0);
    for (const { id, state } of offers) {
      expect(state).toBe('new');
      expect(id).toMatch(/^offre-[0-9a-f]{12}$/);
    }
    expect((await propose(bytes)).offers).toEqual(offers);
  });

  test('all the offers of the demonstration, into an empty organization and out again: the same bytes', async () => {
    const { db } = database.handle;
    const entries = DEMO_OFFERS.map(documentOf).map((document) => ({
      document,
      shown: document.offer,
    }));
    const publisher = { name: 'Organisation vide', url: 'http://localhost', email: null };
    const version = NOON.date;
    const bytes = await buildOfferFeed(db, { entries, publisher, from: NOON.date, version });
    await db.execute(sql`truncate offer, kept_offer cascade`);
    const proposal = await propose(bytes);
    expect(proposal.offers.map(({ state, id }) => [id, state])).toEqual(
      DEMO_OFFERS.map(({ id }) => [id, 'new']).sort(),
    );
    const key = `import-${kind}`;
    const accepted = await accept(bytes, keysOf(proposal), key);
    expect(accepted.status).toBe(201);
    const written = await accepted.json();
    const replayed = await accept(bytes, keysOf(proposal), key);
    expect(replayed.headers.get('idempotency-replayed')).toBe('true');
    expect(await replayed.json()).toEqual(written);

    const out = await site.get(FILES, { cookie: reader.cookie });
    const back = new Uint8Array(await out.arrayBuffer());
    const names = Object.keys(unzipSync(bytes));
    for (const name of names)
      expect(text(unzipSync(back)[name])).toBe(text(unzipSync(bytes)[name]));
    expect(Buffer.from(back).equals(Buffer.from(bytes))).toBe(true);
    expect(new Set((await propose(bytes)).offers.map(({ state }) => state))).toEqual(
      new Set(['unchanged']),
    );
    expect((await accept(bytes, keysOf(proposal))).status).toBe(412);
    const { rows } = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from offer`,
    );
    expect(rows[0]?.count).toBe(0);
  });

  test('a feed of others is a proposal; sent again changed, it says the fields, and takes nothing away', async () => {
    const bytes = zipOf(flexFiles());
    const first = await propose(bytes);
    expect(first).toMatchObject({
      source: 'flex',
      offers: [{ id: 'TAD', name: 'La navette du marché', state: 'new', kind: 'on_demand' }],
    });
    expect((await accept(bytes, keysOf(first))).status).toBe(201);
    const draft = await site.get('/api/workspaces/vide/offers/TAD/draft', {
      cookie: editor.cookie,
    });
    const { document } = (await draft.json()) as DraftView;
    expect(document.offer.booking?.phone).toBe('05 36 49 00 02');
    expect(document.offer.patterns[0]?.origin.kind).toMatch(/polygon|communes/);
    const later = zipOf({
      ...flexFiles(),
      'booking_rules.txt': (flexFiles()['booking_rules.txt'] ?? '').replace('17:00:00', '12:00:00'),
    });
    const second = await propose(later);
    expect(second.offers[0]?.state).toBe('changed');
    expect(second.offers[0]?.changes.map(({ path }) => path)).toEqual([
      'offer.booking.notice.atMinute',
    ]);
  });

  test('the lines of a small timetable are proposed with their stops, days and trips', async () => {
    const bytes = zipOf(LINE_FILES);
    const proposal = await propose(bytes);
    expect(proposal.offers).toMatchObject([
      { id: 'L1', name: '1 Le marché', kind: 'virtual_line', state: 'new' },
    ]);
    expect((await accept(bytes, keysOf(proposal))).status).toBe(201);
    const draft = await site.get('/api/workspaces/vide/offers/L1/draft', { cookie: editor.cookie });
    const { document } = (await draft.json()) as DraftView;
    expect(document.timetable).toMatchObject({
      directions: [
        { headsign: 'Gare', stopIds: ['A', 'B', 'C'] },
        { headsign: 'Mairie', stopIds: ['C', 'A'] },
      ],
      trips: [
        { id: 'T1', minutes: [480, null, 500] },
        { id: 'T2', minutes: [840, 845, 860], booked: [false, true, false] },
        { id: 'T3', direction: 1, minutes: [1020, 1040] },
      ],
    });
    expect((await propose(bytes)).offers[0]?.state).toBe('unchanged');
  });

  test('a broken feed is refused with the canonical notice, its file, its line and its field', async () => {
    for (const [bytes, expected] of brokenFeeds()) {
      const response = await send(FILES, bytes);
      expect(response.status).toBe(422);
      expect(await notices(response)).toContainEqual(expect.objectContaining(expected));
    }
  });

  test('a file too large, a bomb, too many files or a path that leaves the archive are refused', async () => {
    expect((await send(FILES, new Uint8Array(20_000_001))).status).toBe(413);
    const many = Object.fromEntries(Array.from({ length: 61 }, (_, rank) => [`${rank}.txt`, 'x']));
    const zeros = 'a'.repeat(30_000_000);
    for (const files of [many, { 'stop_times.txt': zeros }, { '../agency.txt': 'x' }]) {
      const response = await send(FILES, zipOf(files));
      expect(response.status).toBe(422);
      expect((await notices(response))[0]?.code).toBe('unreadable_archive');
    }
  });

  test('who only reads may take the file and send none; another organization sees nothing', async () => {
    const bytes = zipOf(flexFiles());
    expect((await send(FILES, bytes, reader)).status).toBe(403);
    expect((await send(FILES, bytes, stranger)).status).toBe(404);
    expect((await send(`${FILES}/acceptance?offers=TAD@1`, bytes, stranger)).status).toBe(404);
    expect((await site.get(FILES, { cookie: stranger.cookie })).status).toBe(404);
    expect((await site.get(FILES)).status).toBe(401);
  });

  test('as many offers as a file may hold are all proposed', async () => {
    for (const trips of ['line', 'flex'] as const)
      expect((await propose(crowdedFeed(200, trips))).offers).toHaveLength(200);
  });

  for (const [rank, path] of SHARED_FEEDS.entries()) {
    test(`${basename(path)} becomes drafts, each read back as it was proposed`, async () => {
      const { db } = database.handle;
      const bytes = await readFile(path);
      const { proposal, documents, again } = await feedIntoDrafts(site, db, `flux-${rank}`, bytes);
      expect(proposal.offers.length).toBeGreaterThan(0);
      for (const [at, { id, name, kind: offerKind, state }] of proposal.offers.entries()) {
        expect(state).toBe('new');
        expect(documents[at]?.offer).toMatchObject({ id, name, kind: offerKind });
      }
      for (const { offer, timetable } of documents)
        expect(offer.patterns.length + (timetable?.trips.length ?? 0)).toBeGreaterThan(0);
      expect(new Set(again.offers.map(({ state }) => state))).toEqual(new Set(['unchanged']));
    });
  }
});
