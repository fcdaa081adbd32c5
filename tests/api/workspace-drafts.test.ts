// Can several people write the offers of an organization without losing or doubling anything?

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DraftView, OfferView } from '#api/features/workspace/present-offer.ts';
import type { Offer } from '#domain/transport/offer.ts';
import type { OfferNotice } from '#domain/transport/offer-notice.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import {
  type Ask,
  asker,
  beginOffer,
  completed,
  type People,
  publishOffer,
  signInPeople,
  writeOrganizations,
} from '#tests/support/workspace-site.ts';

const NOON = { date: '2026-11-24', minute: 720 };
const DAY_MS = 24 * 3_600_000;
const ROOT = '/workspaces/mosc/offers';
const BLANK_DIRECTION = { headsign: '', stopIds: [] };

type Problem = {
  code: string;
  errors: { field: string; step?: string; received: string }[];
  current?: DraftView;
  notices?: OfferNotice[];
};

let site: TestApp;
let people: People;
let ask: Ask;
beforeAll(async () => {
  site = await openTestApp({ now: NOON, write: writeOrganizations });
  people = await signInPeople(site.database.db);
  ask = asker(site, people);
});
afterAll(() => site.close());

const newOffer = (kind?: string) => beginOffer(ask, kind);
const publishedOffer = (change?: Partial<Offer>) => publishOffer(ask, change);

describe('a draft', () => {
  test('begins blank, is saved whole, and grows by one revision at each save', async () => {
    const { path, draft } = await newOffer();
    expect(draft).toMatchObject({ revision: 1, basedOn: null, isSaved: true });
    const document = { ...draft.document, offer: { ...draft.document.offer, name: 'TAD' } };
    const saved = await ask<DraftView>('PUT', `${path}/draft`, { body: document, etag: '"1"' });
    expect([saved.status, saved.etag, saved.body.savedBy]).toEqual([200, '"2"', 'Paule Publie']);
    const read = await ask<DraftView>('GET', `${path}/draft`);
    expect(read.body.document).toEqual(document);
    expect(read.headers.get('cache-control')).toBe('no-store');
  });

  test('is not saved without the revision that was read, nor on another one', async () => {
    const { path, draft } = await newOffer();
    const body = draft.document;
    const missing = await ask<Problem>('PUT', `${path}/draft`, { body });
    expect([missing.status, missing.body.code]).toEqual([428, 'precondition_required']);
    await ask('PUT', `${path}/draft`, {
      body: { ...body, offer: { ...body.offer, name: 'Mien' } },
      etag: '"1"',
    });
    const stale = await ask<Problem>('PUT', `${path}/draft`, {
      body: { ...body, offer: { ...body.offer, name: 'Sien' } },
      etag: '"1"',
      as: people.editor,
    });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale']);
    expect(stale.body.current).toMatchObject({
      revision: 2,
      document: { offer: { name: 'Mien' } },
    });
    for (const etag of ['*', '"1", "2"', 'x']) {
      const odd = await ask<Problem>('PUT', `${path}/draft`, { body, etag });
      expect(odd.status).toBe(400);
    }
  });

  test('saved again because the answer was lost is answered again, not doubled', async () => {
    const { path, draft } = await newOffer();
    const body = { ...draft.document, offer: { ...draft.document.offer, name: 'Deux fois' } };
    const first = await ask<DraftView>('PUT', `${path}/draft`, { body, etag: '"1"' });
    const again = await ask<DraftView>('PUT', `${path}/draft`, { body, etag: '"1"' });
    expect([again.status, again.body.revision]).toEqual([200, first.body.revision]);
  });

  test('names each fault with its field and the step where it is mended', async () => {
    const { path, draft } = await newOffer();
    const { offer } = completed(draft.document);
    const [pattern] = offer.patterns;
    const body = {
      ...draft.document,
      offer: {
        ...offer,
        patterns: [{ ...pattern, windows: [{ from: 'neuf heures', to: 600 }] }],
        fares: [{ kind: 'flat', cents: -2, per: 'leg', note: null, provenance: offer.provenance }],
        surprise: true,
      },
    };
    const refused = await ask<Problem>('PUT', `${path}/draft`, { body, etag: '"1"' });
    expect(refused.status).toBe(400);
    const told = refused.body.errors.map(({ field, step }) => [field, step]);
    expect(told).toContainEqual(['offer.patterns.0.windows.0.from', 'quand']);
    expect(told).toContainEqual(['offer.fares.0.cents', 'combien']);
    expect(told).toContainEqual(['offer.surprise', 'quoi']);
  });

  test('refuses what no database or reader could hold, without failing', async () => {
    const { path, draft } = await newOffer();
    const text = JSON.stringify(draft.document);
    const withEligibility = (json: string) =>
      text.replace('"eligibility":null', `"eligibility":${json}`);
    const deep = withEligibility(`${'{"not":'.repeat(20_000)}null${'}'.repeat(20_000)}`);
    const withNul = text.replace('"name":""', '"name":"a\\u0000b"');
    const halfPair = text.replace('"name":""', '"name":"a\\ud800b"');
    for (const body of [deep, withNul, halfPair]) {
      const refused = await ask<Problem>('PUT', `${path}/draft`, { body, etag: '"1"' });
      expect(refused.status).toBe(400);
    }
    const large = text.replace('"summary":""', `"summary":"${'x'.repeat(600_000)}"`);
    expect((await ask('PUT', `${path}/draft`, { body: large, etag: '"1"' })).status).toBe(413);
  });

  test('thrown away leaves what residents read, and its revisions are never used again', async () => {
    const { path, document } = await publishedOffer();
    const ground = await ask<DraftView>('GET', `${path}/draft`);
    expect(ground.body).toMatchObject({ isSaved: false, basedOn: 1 });
    const other = { ...document, offer: { ...document.offer, name: 'Autre nom' } };
    const saved = await ask<DraftView>('PUT', `${path}/draft`, { body: other, etag: ground.etag });
    expect(saved.body.revision).toBe(ground.body.revision + 1);
    const gone = await ask<DraftView>('DELETE', `${path}/draft`, { etag: saved.etag });
    expect(gone.body).toMatchObject({
      isSaved: false,
      document: { offer: { name: document.offer.name } },
    });
    expect(gone.body.revision).toBeGreaterThan(saved.body.revision);
    const late = await ask<Problem>('PUT', `${path}/draft`, { body: other, etag: saved.etag });
    expect(late.status).toBe(412);
  });

  test('never published cannot be thrown away: the offer would hold nothing', async () => {
    const { path } = await newOffer();
    expect((await ask('DELETE', `${path}/draft`, { etag: '"1"' })).status).toBe(409);
  });
});

describe('a creation', () => {
  test('sent twice with one key makes one offer and answers the same', async () => {
    const before = (await ask<OfferView[]>('GET', ROOT)).body.length;
    const body = { kind: 'on_demand', name: 'Une fois' };
    const replies = await Promise.all(
      [1, 2, 3, 4, 5].map(() => ask<OfferView>('POST', ROOT, { body, key: 'k-1' })),
    );
    const again = await ask<OfferView>('POST', ROOT, { body, key: 'k-1' });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    for (const reply of replies) {
      expect([201, 409]).toContain(reply.status);
      if (reply.status === 201) expect(reply.body).toEqual(again.body);
    }
    expect(replies.some(({ status }) => status === 409)).toBe(true);
    expect((await ask<OfferView[]>('GET', ROOT)).body).toHaveLength(before + 1);
  });

  test('with the key of another request is refused, and a day later the key is free', async () => {
    await ask('POST', ROOT, { body: { kind: 'taxi' }, key: 'k-2' });
    const other = await ask<Problem>('POST', ROOT, { body: { kind: 'rental' }, key: 'k-2' });
    expect([other.status, other.body.code]).toEqual([422, 'unprocessable']);
    site.clock.nowMs += DAY_MS + 1000;
    expect((await ask('POST', ROOT, { body: { kind: 'rental' }, key: 'k-2' })).status).toBe(201);
    site.clock.nowMs -= DAY_MS + 1000;
  });

  test('refused leaves its key free for a better request', async () => {
    const lost = await ask('POST', ROOT, { body: { copyOf: 'nothing' }, key: 'k-3' });
    expect(lost.status).toBe(404);
    expect((await ask('POST', ROOT, { body: { kind: 'taxi' }, key: 'k-3' })).status).toBe(201);
  });

  test('may begin from another offer of the same organization only', async () => {
    const { id, document } = await publishedOffer();
    const copy = await ask<OfferView>('POST', ROOT, { body: { copyOf: id } });
    expect(copy.body.name).toBe('Transport solidaire (copie)');
    const draft = await ask<DraftView>('GET', `${ROOT}/${copy.body.id}/draft`);
    expect(draft.body.document.offer.patterns).toEqual(document.offer.patterns);
    const theirs = await ask('POST', '/workspaces/autre/offers', {
      body: { copyOf: id },
      as: people.stranger,
    });
    expect(theirs.status).toBe(404);
  });
});

describe('people', () => {
  test('who are not signed in, not members, or of too weak a role are refused', async () => {
    const { path, id, offer } = await publishedOffer();
    const { etag } = offer;
    expect((await ask('GET', path, { as: null })).status).toBe(401);
    expect((await ask('GET', path, { as: people.stranger })).status).toBe(404);
    const through = `/workspaces/autre/offers/${id}`;
    for (const [method, end, body] of [
      ['GET', '', undefined],
      ['GET', '/draft', undefined],
      ['GET', '/versions/1', undefined],
      ['PUT', '/suspension', { from: NOON.date, until: null }],
      ['POST', '/versions/1/restoration', {}],
    ] as const) {
      const reply = await ask(method, `${through}${end}`, {
        as: people.stranger,
        etag,
        ...(body === undefined ? {} : { body }),
      });
      expect([method, end, reply.status]).toEqual([method, end, 404]);
    }
    const asReader = await ask('PUT', `${path}/draft`, { body: {}, etag, as: people.reader });
    expect([400, 403]).toContain(asReader.status);
    const asEditor = await ask('DELETE', `${path}/publication`, { etag, as: people.editor });
    expect(asEditor.status).toBe(403);
  });
});

test('the stops of its lines are known to the people of an organization, each once, and to nobody else', async () => {
  type Stop = { name: string; line: string; offerId: string };
  const stop = (id: string, name: string) => ({ id, name, insee: null, point: [0.13, 45.4] });
  const withStops = async (name: string, stops: ReturnType<typeof stop>[]) => {
    const { path, id, draft } = await newOffer('scheduled_line');
    const directions = [{ headsign: '', stopIds: stops.map((each) => each.id) }, BLANK_DIRECTION];
    const timetable = { stops, directions, calendars: [], trips: [] };
    const offer = { ...draft.document.offer, name };
    const body = { ...draft.document, offer, timetable };
    const saved = await ask<DraftView>('PUT', `${path}/draft`, { body, etag: '"1"' });
    expect(saved.status).toBe(200);
    return id;
  };
  const first = await withStops('Navette', [stop('a', 'Gare'), stop('b', 'Mairie')]);
  await withStops('Marché', [stop('x', 'Gare'), stop('y', 'Halle')]);
  const { body } = await ask<Stop[]>('GET', '/workspaces/mosc/stops', { as: people.reader });
  expect(body.map(({ name }) => name).toSorted()).toEqual(['Gare', 'Halle', 'Mairie']);
  expect(body.find(({ name }) => name === 'Mairie')).toMatchObject({
    line: 'Navette',
    offerId: first,
    point: [0.13, 45.4],
  });
  const foreign = await ask('GET', '/workspaces/mosc/stops', { as: people.stranger });
  expect(foreign.status).toBe(404);
  const own = await ask<Stop[]>('GET', '/workspaces/autre/stops', { as: people.stranger });
  expect(own.body).toEqual([]);
});
