// Do reports reach who can mend them, is freshness told to who watches, are trips counted once and without names?

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TripMonth } from '#api/features/workspace/count-trips.ts';
import type { OfferFreshness } from '#api/features/workspace/freshness-routes.ts';
import type { DraftView, OfferView } from '#api/features/workspace/present-offer.ts';
import type { ReportsAnswer, ReportView } from '#api/features/workspace/review-reports.ts';
import type { TripsAnswer } from '#api/features/workspace/trips-routes.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { addWorkspace, type SignedIn, signInAs } from '#tests/support/signed-in.ts';
import { TERRITORY } from '#tests/support/small-territory.ts';
import {
  type Ask,
  asker,
  completed,
  type People,
  signInPeople,
  writeOrganizations,
} from '#tests/support/workspace-site.ts';

const NOON = { date: '2026-11-24', minute: 720 };
const DAY_MS = 24 * 3_600_000;
const COUNTS = {
  trips: 42,
  kilometres: 1260,
  drivers: 7,
  beneficiariesByResidence: 15,
  beneficiariesByMeans: 5,
  refused: 3,
};

let site: TestApp;
let people: People;
let ask: Ask;
let coordinator: SignedIn;
let operator: SignedIn;
let offerId: string;

beforeAll(async () => {
  site = await openTestApp({ now: NOON, write: writeOrganizations });
  const { db } = site.database;
  people = await signInPeople(db);
  await addWorkspace(db, 'cls', { kind: 'coordination', territoryCodes: [TERRITORY] });
  await addWorkspace(db, 'ailleurs', { kind: 'coordination', territoryCodes: ['autre-vallee'] });
  await addWorkspace(db, 'site', { kind: 'operation' });
  coordinator = await signInAs(db, { cls: 'coordinator', ailleurs: 'coordinator' });
  operator = await signInAs(db, { site: 'operator' });
  ask = asker(site, people);
  offerId = await published('volunteer', {});
  await site.stores.reload();
});
afterAll(() => site?.close());

async function published(kind: string, change: Parameters<typeof completed>[1]): Promise<string> {
  const made = await ask<OfferView>('POST', '/workspaces/mosc/offers', { body: { kind } });
  const path = `/workspaces/mosc/offers/${made.body.id}`;
  const draft = await ask<DraftView>('GET', `${path}/draft`);
  const body = completed(draft.body.document, change);
  const saved = await ask('PUT', `${path}/draft`, { body, etag: draft.etag });
  const reply = await ask('POST', `${path}/publication`, { body: {}, etag: saved.etag });
  expect(reply.status).toBe(201);
  return made.body.id;
}

async function report(body: Record<string, unknown>): Promise<{ id: string; isKept: boolean }> {
  const response = await site.post('/api/reports', { kind: 'phone', ...body });
  expect(response.status).toBe(201);
  return (await response.json()) as { id: string; isKept: boolean };
}

const reports = (workspace: string, as: SignedIn, query = '') =>
  ask<ReportsAnswer>('GET', `/workspaces/${workspace}/reports${query}`, { as });

test('a report sent twice with its key is one; the key says nothing else afterwards', async () => {
  const send = (text: string) =>
    site.post(
      '/api/reports',
      { kind: 'hours', entryId: 'gp-ouvert', text },
      { 'idempotency-key': 'cle-du-signalement' },
    );
  const first = (await (await send('fermé')).json()) as { id: string; isKept: boolean };
  expect(await (await send('fermé')).json()).toEqual({ id: first.id, isKept: true });
  expect(first.id).not.toContain('cle');
  expect((await send('ouvert')).status).toBe(422);
  const { rows } = await site.database.db.execute<{ count: number }>(
    sql`select count(*)::int as count from report where kind = 'hours' and entry_id = 'gp-ouvert'`,
  );
  expect(rows).toEqual([{ count: 1 }]);
  await site.database.db.execute(sql`delete from report where id = ${first.id}`);
});

describe('what residents report', () => {
  let ours: string;
  let ofEntry: string;

  beforeAll(async () => {
    ours = (await report({ offerId, text: '=1+1 <b>le numéro</b>' })).id;
    site.clock.nowMs += 1000;
    ofEntry = (await report({ entryId: 'gp-ouvert', text: '' })).id;
  });

  test('about its offers is read by the organization, text as it was written', async () => {
    const { status, body } = await reports('mosc', people.reader);
    expect([status, body.mayReview]).toEqual([200, false]);
    expect(body.reports).toMatchObject([
      {
        id: ours,
        about: { kind: 'offer', id: offerId, name: 'Transport solidaire' },
        kind: 'phone',
        text: '=1+1 <b>le numéro</b>',
        status: 'new',
        reviewedBy: null,
      },
    ]);
  });

  test('about offers and entries is read by the coordination of the territory only, newest first', async () => {
    const { body } = await reports('cls', coordinator);
    expect(body.reports.map(({ id }) => id)).toEqual([ofEntry, ours]);
    expect(body.reports[0]?.about).toEqual({
      kind: 'entry',
      id: 'gp-ouvert',
      name: 'Camille Rivière',
    });
    const [first] = (await reports('cls', coordinator, '?limit=1')).body.reports;
    const second = await reports('cls', coordinator, `?limit=1&before=${first?.id}`);
    expect(second.body.reports.map(({ id }) => id)).toEqual([ours]);
    expect((await reports('ailleurs', coordinator)).body.reports).toEqual([]);
    expect((await reports('autre', people.stranger)).body.reports).toEqual([]);
  });

  test('is answered once: who answers an older state is told what it is now', async () => {
    const path = `/workspaces/mosc/reports/${ours}/review`;
    const body = { verdict: 'accepted', note: 'Numéro corrigé.' };
    const [seen] = (await reports('mosc', people.publisher)).body.reports;
    const etag = seen?.etag ?? '';
    expect((await ask('POST', path, { body })).status).toBe(428);
    expect((await ask('POST', path, { body, etag, as: people.editor })).status).toBe(403);
    expect((await ask('POST', path, { body, etag, as: people.stranger })).status).toBe(404);
    expect((await ask('POST', path, { body, etag, as: null })).status).toBe(401);
    const done = await ask<ReportView>('POST', path, { body, etag });
    expect([done.status, done.body.status, done.body.note, done.body.reviewedBy]).toEqual([
      200,
      'accepted',
      'Numéro corrigé.',
      'Paule Publie',
    ]);
    const late = await ask<{ current: ReportView }>('POST', path, {
      body: { verdict: 'refused' },
      etag,
    });
    expect([late.status, late.body.current.status]).toEqual([412, 'accepted']);
    const open = await reports('mosc', people.publisher, '?state=new');
    expect(open.body.reports).toEqual([]);
    const { entries } = (
      await ask<{ entries: { subjectKind: string }[] }>('GET', '/workspaces/mosc/history')
    ).body;
    const told = entries.filter(({ subjectKind }) => subjectKind === 'report');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ action: 'reviewed', actor: 'Paule Publie', subjectId: ours });
    expect(JSON.stringify(told)).not.toContain('le numéro');
  });

  test('of another organization or of the directory cannot be answered', async () => {
    const etag = '"new.0"';
    const body = { verdict: 'refused' };
    const asOther = { body, etag, as: people.stranger };
    expect((await ask('POST', `/workspaces/autre/reports/${ours}/review`, asOther)).status).toBe(
      404,
    );
    expect((await ask('POST', `/workspaces/mosc/reports/${ofEntry}/review`, asOther)).status).toBe(
      404,
    );
    const ofMosc = await ask('POST', `/workspaces/mosc/reports/${ofEntry}/review`, { body, etag });
    expect(ofMosc.status).toBe(404);
  });

  test('by many people on one day fills no queue, and is thanked all the same', async () => {
    const same = { entryId: 'gp-ferme', kind: 'hours' };
    const sent = await Promise.all(Array.from({ length: 12 }, () => report(same)));
    expect(sent.filter(({ isKept }) => isKept)).toHaveLength(5);
    expect((await report({ ...same, kind: 'phone' })).isKept).toBe(true);
    site.clock.nowMs += DAY_MS + 1;
    expect((await report(same)).isKept).toBe(true);
    site.clock.nowMs -= DAY_MS + 1;
  });
});

describe('freshness', () => {
  const freshness = async (workspace: string, as: SignedIn) => {
    const reply = await ask<OfferFreshness[]>('GET', `/workspaces/${workspace}/freshness`, { as });
    expect(reply.status).toBe(200);
    return reply.body;
  };

  test('is that of its offers to an organization, of all offers to who watches the territory', async () => {
    expect((await freshness('mosc', people.reader)).map((each) => each.offerId)).toEqual([offerId]);
    expect(await freshness('autre', people.stranger)).toEqual([]);
    const [kept, byNobody] = await freshness('cls', coordinator);
    expect(kept).toMatchObject({
      offerId,
      owner: 'Organisation mosc',
      isKept: true,
      state: 'active',
      verifiedOn: '2026-11-24',
      dueOn: '2027-05-23',
      isDue: false,
    });
    expect(byNobody).toMatchObject({
      offerId: 'covoiturage-solidaire',
      isKept: false,
      dueOn: null,
    });
    expect(await freshness('ailleurs', coordinator)).toEqual([]);
    expect(await freshness('site', operator)).toHaveLength(2);
  });

  test('is due the day after the last day the verification holds', async () => {
    const start = site.clock.nowMs;
    site.clock.nowMs = start + 180 * DAY_MS;
    expect((await freshness('cls', coordinator))[0]).toMatchObject({ isDue: false });
    site.clock.nowMs = start + 181 * DAY_MS;
    expect((await freshness('cls', coordinator))[0]).toMatchObject({
      isDue: true,
      state: 'to_confirm',
    });
    site.clock.nowMs = start;
  });
});

describe('trips of volunteers', () => {
  const path = '/workspaces/mosc/trip-counts';
  const trips = async () => (await ask<TripsAnswer>('GET', path, { as: people.editor })).body;
  const monthIn = ({ offers }: TripsAnswer, month: string) =>
    offers.find((each) => each.offerId === offerId)?.months.find((each) => each.month === month);

  test('are counted by month on the state that was read, and told in the history', async () => {
    const before = await trips();
    expect(before.year).toBe(2026);
    expect(before.offers[0]?.months).toHaveLength(11);
    const body = { offerId, month: '2026-10', ...COUNTS };
    const etag = monthIn(before, '2026-10')?.etag ?? '';
    expect((await ask('POST', path, { body })).status).toBe(428);
    expect((await ask('POST', path, { body, etag, as: people.reader })).status).toBe(403);
    expect((await ask('POST', path, { body, etag, as: people.stranger })).status).toBe(404);
    const asOther = { body, etag, as: people.stranger };
    expect((await ask('POST', '/workspaces/autre/trip-counts', asOther)).status).toBe(404);
    const done = await ask<TripMonth>('POST', path, { body, etag, as: people.editor });
    expect([done.status, done.body.counts, done.body.notices]).toEqual([200, COUNTS, []]);
    expect((await ask('POST', path, { body, etag })).status).toBe(412);
    const after = await trips();
    expect(monthIn(after, '2026-10')?.counts).toEqual(COUNTS);
    expect(after.offers[0]?.total).toMatchObject({ trips: 42, meanKm: 30, byMeansPercent: 25 });
  });

  test('are refused for a month to come, a service of another kind and what is no number', async () => {
    const etag = '"nothing"';
    const ahead = { offerId, month: '2026-12', ...COUNTS };
    expect((await ask('POST', path, { body: ahead, etag })).status).toBe(400);
    for (const trips of [-1, 1.5, '3', 1e9]) {
      const body = { offerId, month: '2026-09', ...COUNTS, trips };
      expect((await ask('POST', path, { body, etag })).status).toBe(400);
    }
    const named = { offerId, month: '2026-09', ...COUNTS, name: 'Jeanne' };
    expect((await ask('POST', path, { body: named, etag })).status).toBe(400);
    const line = await ask<OfferView>('POST', '/workspaces/mosc/offers', {
      body: { kind: 'on_demand' },
    });
    const body = { offerId: line.body.id, month: '2026-09', ...COUNTS };
    expect((await ask('POST', path, { body, etag })).status).toBe(409);
  });

  test('too far on average, or without anybody who may be driven, are told with their law', async () => {
    const etag = monthIn(await trips(), '2026-09')?.etag ?? '';
    const counts = { ...COUNTS, kilometres: 6000, beneficiariesByMeans: 0, drivers: 50 };
    const body = { offerId, month: '2026-09', ...counts, beneficiariesByResidence: 0 };
    const done = await ask<TripMonth>('POST', path, { body, etag });
    expect(done.body.notices).toEqual([
      { code: 'mean_distance', values: { meanKm: 142.9, limit: 100 }, legal: ['decret-2019-850'] },
      { code: 'too_many_drivers', values: { drivers: 50, trips: 42 }, legal: [] },
      { code: 'no_beneficiaries', values: { trips: 42 }, legal: ['L3133-1', 'decret-2019-850'] },
    ]);
  });

  test('become the report of the year, a month a line and the year after them', async () => {
    const response = await site.app.request('/api/workspaces/mosc/trip-counts/2026.csv', {
      headers: people.editor.headers,
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain(
      'filename="transport-utilite-sociale-2026.csv"',
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    expect(lines[0]).toMatch(/^Association;Service;Période;Conducteurs bénévoles;/);
    expect(lines.slice(1)).toEqual([
      'Organisation mosc;Transport solidaire;09/2026;50;0;0;0;;;42;6000;142,9;3',
      'Organisation mosc;Transport solidaire;10/2026;7;20;15;5;75;25;42;1260;30;3',
      'Organisation mosc;Transport solidaire;Année 2026 (personnes : mois où il y en eut le plus);50;20;15;5;75;25;84;7260;86,4;6',
      '',
    ]);
    const refused = await site.app.request('/api/workspaces/mosc/trip-counts/2026.csv', {
      headers: people.stranger.headers,
    });
    expect(refused.status).toBe(404);
  });

  test('leave no name behind: a month holds numbers', async () => {
    const { rows } = await site.database.db.execute(sql`select column_name, data_type
      from information_schema.columns where table_name = 'volunteer_trip_count'`);
    const texts = rows
      .filter((row) => row['data_type'] === 'text')
      .map((row) => row['column_name']);
    expect(texts.toSorted()).toEqual(['offer_id', 'workspace_id']);
  });
});
