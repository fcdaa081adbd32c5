// Is what an organization publishes read by residents within two seconds, and can it be taken back?

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
  until,
  writeOrganizations,
} from '#tests/support/workspace-site.ts';

const NOON = { date: '2026-11-24', minute: 720 };

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

async function readByResidents(id: string): Promise<Offer | null> {
  const response = await site.get(`/api/transport/offers/${id}`);
  return response.status === 200 ? ((await response.json()) as Offer) : null;
}

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

  test('of a line with its own hours is found by journeys, and its withdrawal takes them away', async () => {
    const { path, id, draft } = await newOffer('scheduled_line');
    const document = completed(draft.document, { booking: null, patterns: [], eligibility: null });
    const stops = [
      { id: 'bourg', name: 'Montmoreau, place', insee: '16230', point: [0.13, 45.4] },
      { id: 'soins', name: 'Aubeterre, maison de santé', insee: '16020', point: [0.171, 45.27] },
    ];
    const stopIds = stops.map((stop) => stop.id);
    const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7], holidays: 'runs', school: 'any' };
    const calendar = {
      ...everyDay,
      nthOfMonth: null,
      startsOn: null,
      endsOn: null,
      exceptions: [],
    };
    const trip = (tripId: string, direction: number, minutes: number[]) => ({
      id: tripId,
      direction,
      calendar: 'tous les jours',
      minutes,
      note: tripId === 'aller' ? 'Jours de marché' : null,
    });
    const timetable = {
      stops,
      directions: [
        { headsign: 'Aubeterre', stopIds },
        { headsign: 'Montmoreau', stopIds: stopIds.toReversed() },
      ],
      calendars: [{ name: 'tous les jours', calendar }],
      trips: [trip('aller', 0, [540, 575]), trip('retour', 1, [690, 725])],
    };
    const saved = await ask('PUT', `${path}/draft`, {
      body: { ...document, timetable },
      etag: '"1"',
    });
    const reply = await ask<{ offer: OfferView }>('POST', `${path}/publication`, {
      body: {},
      etag: saved.etag,
    });
    expect(reply.status).toBe(201);
    expect((await readByResidents(id))?.feedId ?? id).toBe(id);
    const isFound = async () => {
      const response = await site.post('/api/journeys', {
        from: { insee: '16230' },
        to: { entryId: 'gp-ouvert' },
        appointment: { date: '2026-12-01', minute: 600, durationMinutes: 30 },
        mode: 'no_car',
        profile: {},
        needs: [],
      });
      const plan = (await response.json()) as { options: { kind: string }[] };
      return plan.options.some(({ kind }) => kind === 'scheduled_line');
    };
    await until(isFound);
    const page = await site.get(`/api/transport/offers/${id}/marks`);
    const said = { kind: 'note', target: 'trip', note: 'Jours de marché', headsign: 'Aubeterre' };
    expect(await page.json()).toMatchObject([{ ...said, departSeconds: 32_400 }]);
    await ask('DELETE', `${path}/publication`, { etag: reply.body.offer.etag });
    await until(async () => !(await isFound()));
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
    const first = await ask<{ document: unknown }>('GET', `${path}/versions/1`);
    expect(back.body.document).toEqual(first.body.document);
    expect((await ask<unknown[]>('GET', `${path}/comparison?from=1&to=3`)).body).toEqual([]);
    await until(async () => (await readByResidents(id))?.patterns[0]?.windows.length === 0);
  });

  test('withdrawn is read by nobody, says why in the history, and can be put back', async () => {
    const { path, id, offer } = await publishedOffer();
    const reason = 'Le véhicule est vendu.';
    const address = `${path}/publication?reason=${encodeURIComponent(reason)}`;
    const gone = await ask<OfferView>('DELETE', address, { etag: offer.etag });
    expect(gone.body).toMatchObject({ state: 'withdrawn', versionInUse: null, lastVersion: 1 });
    await until(async () => (await readByResidents(id)) === null);
    const history = await ask<{ entries: { action: string; after: unknown }[] }>(
      'GET',
      `/workspaces/mosc/history?offer=${id}`,
    );
    const entry = history.body.entries.find(({ action }) => action === 'withdrawn');
    expect(entry?.after).toEqual({ note: reason });
    const again = await ask('DELETE', address, { etag: gone.etag });
    expect(again.status).toBe(409);
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
    expect(out.body.state).toBe('withdrawn');
  });
});
