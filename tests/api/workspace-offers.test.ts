// Can an organization write, publish, restore and interrupt its offers without losing or breaking anything?

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DraftView, OfferView } from '#api/features/workspace/present-offer.ts';
import type { Offer } from '#domain/transport/offer.ts';
import type { OfferNotice } from '#domain/transport/offer-notice.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import {
  type Ask,
  asker,
  completed,
  type People,
  signInPeople,
  until,
  writeOrganizations,
} from '#tests/support/workspace-site.ts';

const NOON = { date: '2026-11-24', minute: 720 };
const DAY_MS = 24 * 3_600_000;
const ROOT = '/workspaces/mosc/offers';

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

async function newOffer(
  kind = 'volunteer',
): Promise<{ path: string; id: string; draft: DraftView }> {
  const { body } = await ask<OfferView>('POST', ROOT, { body: { kind } });
  const path = `${ROOT}/${body.id}`;
  const draft = await ask<DraftView>('GET', `${path}/draft`);
  return { path, id: body.id, draft: draft.body };
}

/** Written whole and published; the state after it. */
async function publishedOffer(change: Partial<Offer> = {}) {
  const { path, id, draft } = await newOffer();
  const document = completed(draft.document, change);
  const saved = await ask<DraftView>('PUT', `${path}/draft`, { body: document, etag: '"1"' });
  const reply = await ask<{ version: number; offer: OfferView }>('POST', `${path}/publication`, {
    body: { note: 'Première' },
    etag: saved.etag,
  });
  expect(reply.status).toBe(201);
  return { path, id, document, offer: reply.body.offer };
}

async function readByResidents(id: string): Promise<Offer | null> {
  const response = await site.get(`/api/transport/offers/${id}`);
  return response.status === 200 ? ((await response.json()) as Offer) : null;
}

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

describe('a publication', () => {
  test('is read by residents within two seconds, as said by the organization that day', async () => {
    const { id } = await publishedOffer();
    const waitedMs = await until(async () => (await readByResidents(id)) !== null);
    expect(waitedMs).toBeLessThan(2000);
    const offer = await readByResidents(id);
    expect(offer).toMatchObject({
      name: 'Transport solidaire',
      status: 'active',
      statusNote: null,
      provider: { id: 'mosc' },
      provenance: { sourceId: 'workspace:mosc', asOf: NOON.date, confirmedOn: NOON.date },
    });
    expect(offer?.fares[0]?.provenance.sourceId).toBe('workspace:mosc');
    expect(offer?.patterns[0]?.id).toBe(`${id}:p1`);
  });

  test('changes the price of a journey within two seconds', async () => {
    const { path, id, document, offer } = await publishedOffer();
    const journey = async () => {
      const response = await site.post('/api/journeys', {
        from: { insee: '16230' },
        to: { entryId: 'gp-ouvert' },
        appointment: { date: '2026-12-01', minute: 600, durationMinutes: 30 },
        mode: 'no_car',
        profile: { residenceInsee: '16230' },
        needs: [],
      });
      return (await response.json()) as {
        options: { price: { minCents: number } }[];
      };
    };
    const priceOf = async () => {
      const plan = await journey();
      const mine = plan.options.filter((option) => JSON.stringify(option).includes(id));
      return mine[0]?.price.minCents ?? null;
    };
    await until(async () => (await priceOf()) !== null);
    const before = (await priceOf()) ?? 0;
    const ground = await ask<DraftView>('GET', `${path}/draft`);
    const fares = document.offer.fares.map((fare) => ({ ...fare, centsPerKm: 20 }));
    const saved = await ask('PUT', `${path}/draft`, {
      body: { ...document, offer: { ...document.offer, fares } },
      etag: ground.etag,
    });
    await ask('POST', `${path}/publication`, { body: {}, etag: saved.etag });
    await until(async () => (await priceOf()) === before * 2);
    expect(offer.versionInUse).toBe(1);
  });

  test('is stopped by notices that say what to mend, and where', async () => {
    const { path, draft } = await newOffer();
    const { offer } = completed(draft.document);
    const body = { ...draft.document, offer: { ...offer, name: ' ', booking: null } };
    const saved = await ask('PUT', `${path}/draft`, { body, etag: '"1"' });
    const told = await ask<OfferNotice[]>('GET', `${path}/draft/notices`);
    const errors = told.body.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, step }) => [code, step])).toEqual([
      ['missing_required_field', 'quoi'],
      ['missing_pickup_drop_off_booking_rule_id', 'reserver'],
    ]);
    const refused = await ask<Problem>('POST', `${path}/publication`, {
      body: {},
      etag: saved.etag,
    });
    expect([refused.status, refused.body.code]).toEqual([400, 'bad_request']);
    expect(refused.body.notices).toEqual(told.body);
  });

  test('of a draft somebody changed since is refused, with the draft as it is', async () => {
    const { path, draft } = await newOffer();
    const document = completed(draft.document);
    await ask('PUT', `${path}/draft`, { body: document, etag: '"1"', as: people.editor });
    const refused = await ask<Problem>('POST', `${path}/publication`, { body: {}, etag: '"1"' });
    expect(refused.status).toBe(412);
    expect(refused.body.current).toMatchObject({ revision: 2, savedBy: 'Édith Écrit' });
    expect((await ask('POST', `${path}/publication`, { body: {} })).status).toBe(428);
  });

  test('restored is a new version, compared field by field', async () => {
    const { path, id, document, offer } = await publishedOffer();
    const ground = await ask<DraftView>('GET', `${path}/draft`);
    const windows = [{ from: 540, to: 720 }];
    const patterns = document.offer.patterns.map((pattern) => ({ ...pattern, windows }));
    const saved = await ask('PUT', `${path}/draft`, {
      body: { ...document, offer: { ...document.offer, patterns } },
      etag: ground.etag,
    });
    const second = await ask<{ offer: OfferView }>('POST', `${path}/publication`, {
      body: { note: 'Le matin' },
      etag: saved.etag,
    });
    const compared = await ask<{ path: string; step: string; before: unknown; after: unknown }[]>(
      'GET',
      `${path}/comparison?from=1&to=2`,
    );
    expect(compared.body).toEqual([
      {
        path: 'offer.patterns.p1.windows',
        step: 'quand',
        label: 'offer.patterns.windows',
        change: 'changed',
        before: [],
        after: windows,
      },
    ]);
    const stale = await ask('POST', `${path}/versions/1/restoration`, {
      body: {},
      etag: offer.etag,
    });
    expect(stale.status).toBe(412);
    const restored = await ask<{ version: number; offer: OfferView }>(
      'POST',
      `${path}/versions/1/restoration`,
      { body: { note: 'Retour' }, etag: second.body.offer.etag },
    );
    expect([restored.status, restored.body.version]).toEqual([201, 3]);
    const versions = await ask<{ number: number; restores: number | null; inUse: boolean }[]>(
      'GET',
      `${path}/versions`,
    );
    expect(versions.body.map(({ number, restores, inUse }) => [number, restores, inUse])).toEqual([
      [3, 1, true],
      [2, null, false],
      [1, null, false],
    ]);
    const back = await ask<{ document: unknown }>('GET', `${path}/versions/3`);
    expect(back.body.document).toEqual(document);
    await until(async () => (await readByResidents(id))?.patterns[0]?.windows.length === 0);
  });

  test('withdrawn is read by nobody, and can be put back', async () => {
    const { path, id, offer } = await publishedOffer();
    const gone = await ask<OfferView>('DELETE', `${path}/publication`, { etag: offer.etag });
    expect(gone.body.state).toBe('not_published');
    await until(async () => (await readByResidents(id)) === null);
    const back = await ask('POST', `${path}/versions/1/restoration`, { body: {}, etag: gone.etag });
    expect(back.status).toBe(201);
    await until(async () => (await readByResidents(id)) !== null);
  });

  test('archived is read by nobody and written by nobody until it is taken out', async () => {
    const { path, id, document, offer } = await publishedOffer();
    const away = await ask<OfferView>('PATCH', path, {
      body: { archived: true },
      etag: offer.etag,
    });
    expect(away.body.state).toBe('archived');
    await until(async () => (await readByResidents(id)) === null);
    const draft = await ask<DraftView>('GET', `${path}/draft`);
    const refused = await ask('PUT', `${path}/draft`, { body: document, etag: draft.etag });
    expect(refused.status).toBe(409);
    const out = await ask<OfferView>('PATCH', path, { body: { archived: false }, etag: away.etag });
    expect(out.body.state).toBe('not_published');
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
