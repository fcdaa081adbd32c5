// Does « essayer » tell what a draft would change to the answers residents get, and nothing else?

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DraftView, OfferView } from '#api/features/workspace/present-offer.ts';
import { offerCase } from '#db/schema/offer-keeping.ts';
import type { JourneyPlan } from '#domain/journey/journey.ts';
import { type TriedWay, triedWays } from '#domain/journey/plan-differences.ts';
import type { Offer } from '#domain/transport/offer.ts';
import type { CaseView } from '#domain/transport/offer-case.ts';
import type { LineTimetable, OfferDocument } from '#domain/transport/offer-document.ts';
import type { CaseTrial, OfferTrial } from '#domain/transport/offer-trial.ts';
import { serviceCalendar } from '#tests/domain/transport/drawn.ts';
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

/** A Tuesday. */
const NOON = { date: '2026-11-24', minute: 720 };
const CASES = '/workspaces/mosc/cases';
const SUBJECT = {
  homeInsee: '16230',
  entryId: 'gp-ouvert',
  weekday: 2,
  minute: 600,
  lengthMinutes: 45,
  profile: { hasLicence: false },
  needs: [],
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

async function published(): Promise<{ path: string; id: string; document: OfferDocument }> {
  const root = '/workspaces/mosc/offers';
  const { body: offer } = await ask<OfferView>('POST', root, { body: { kind: 'volunteer' } });
  const path = `${root}/${offer.id}`;
  const { body: draft } = await ask<DraftView>('GET', `${path}/draft`);
  const document = completed(draft.document, { name: 'Nos voitures' });
  const saved = await ask<DraftView>('PUT', `${path}/draft`, { body: document, etag: '"1"' });
  const reply = await ask('POST', `${path}/publication`, { body: {}, etag: saved.etag });
  expect(reply.status).toBe(201);
  await until(
    async () => (await site.get(`/api/transport/offers/${offer.id}`)).status === 200,
    5_000,
  );
  return { path, id: offer.id, document };
}

async function write(path: string, document: OfferDocument, change: Partial<Offer>) {
  const { etag } = await ask('GET', `${path}/draft`);
  const body = { ...document, offer: { ...document.offer, ...change } };
  const saved = await ask<DraftView>('PUT', `${path}/draft`, { body, etag });
  expect(saved.status).toBe(200);
  return saved;
}

async function trial(path: string): Promise<CaseTrial> {
  const reply = await ask<OfferTrial>('POST', `${path}/trial`, { body: {} });
  expect(reply.status).toBe(200);
  const [first] = reply.body.cases;
  if (first === undefined) throw new Error('No case was tried');
  return first;
}

function tried(answer: CaseTrial) {
  if (!('differences' in answer)) throw new Error(`The case was not tried: ${answer.outcome}`);
  return answer;
}

/** Out and back between Montmoreau and Aubeterre, every day. */
function lineTimetable(out: number[], back: number[]): LineTimetable {
  const stops: LineTimetable['stops'] = [
    { id: 'bourg', name: 'Montmoreau, place', insee: '16230', point: [0.13, 45.4] },
    { id: 'soins', name: 'Aubeterre, maison de santé', insee: '16020', point: [0.171, 45.27] },
  ];
  const stopIds = stops.map(({ id }) => id);
  const calendar = {
    ...serviceCalendar({ weekdays: [1, 2, 3, 4, 5, 6, 7] }),
    holidays: 'runs',
  } as const;
  const trip = (id: string, direction: 0 | 1, minutes: number[]) =>
    ({ id, direction, calendar: 'tous les jours', minutes, note: null }) as const;
  return {
    stops,
    directions: [
      { headsign: 'Aubeterre', stopIds },
      { headsign: 'Montmoreau', stopIds: stopIds.toReversed() },
    ],
    calendars: [{ name: 'tous les jours', calendar }],
    trips: [trip('aller', 0, out), trip('retour', 1, back)],
  };
}

const pricedAt = (document: OfferDocument, centsPerKm: number) => ({
  fares: document.offer.fares.map((fare) =>
    fare.kind === 'per_km' ? { ...fare, centsPerKm } : fare,
  ),
});

describe('stored cases', () => {
  test('are added once, said otherwise and thrown away, by those who may', async () => {
    const body = { label: 'Mme Martin', subject: SUBJECT };
    const added = await ask<CaseView>('POST', CASES, { body, key: 'one', as: people.editor });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({ homeName: 'Montmoreau', careName: 'Camille Rivière' });
    const again = await ask<CaseView>('POST', CASES, { body, key: 'one', as: people.editor });
    expect(again.body.id).toBe(added.body.id);
    const path = `${CASES}/${added.body.id}`;

    const change = { label: 'Mme Martin, le jeudi', subject: { ...SUBJECT, weekday: 4 } };
    expect((await ask('PUT', path, { body: change })).status).toBe(428);
    const changed = await ask<CaseView>('PUT', path, { body: change, etag: added.etag });
    expect(changed.body.subject.weekday).toBe(4);
    const stale = await ask('PUT', path, { body: change, etag: added.etag });
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({ current: { label: 'Mme Martin, le jeudi' } });

    const listed = await ask<CaseView[]>('GET', CASES, { as: people.reader });
    expect(listed.body.map(({ etag }) => etag)).toEqual([changed.etag]);
    expect((await ask('DELETE', path, { etag: changed.etag })).status).toBe(204);
    expect((await ask<CaseView[]>('GET', CASES)).body).toEqual([]);
  });

  test('are refused to a reader, to another organization, and for places nobody knows', async () => {
    const body = { label: 'Cas', subject: SUBJECT };
    expect((await ask('POST', CASES, { body, as: people.reader })).status).toBe(403);
    expect((await ask('POST', CASES, { body, as: people.stranger })).status).toBe(404);
    expect((await ask('GET', CASES, { as: people.stranger })).status).toBe(404);
    const subject = { ...SUBJECT, homeInsee: '99999', entryId: 'nulle-part' };
    const lost = await ask<{ errors: { field: string }[] }>('POST', CASES, {
      body: { label: 'Cas', subject },
    });
    expect(lost.status).toBe(400);
    expect(lost.body.errors.map(({ field }) => field)).toEqual([
      'subject.homeInsee',
      'subject.entryId',
    ]);
    expect((await ask('POST', CASES, { body: { ...body, label: ' ' } })).status).toBe(400);
  });

  test('stop at twenty', async () => {
    const statuses: number[] = [];
    for (let rank = 1; rank <= 21; rank += 1) {
      const { status } = await ask('POST', CASES, {
        body: { label: `Cas ${rank}`, subject: SUBJECT },
      });
      statuses.push(status);
    }
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 201), 409]);
    await site.database.db.delete(offerCase);
  });
});

describe('a trial', () => {
  test('tells the price before and after, which residents read once it is published', async () => {
    const { path, id, document } = await published();
    await ask('POST', CASES, { body: { label: 'Mme Martin', subject: SUBJECT } });
    expect((await trial(path)).outcome).toBe('same');

    await write(path, document, pricedAt(document, 30));
    const answer = tried(await trial(path));
    expect(answer).toMatchObject({
      outcome: 'changed',
      date: '2026-12-01',
      homeName: 'Montmoreau',
      careName: 'Camille Rivière',
    });
    const price = answer.differences.find(({ kind }) => kind === 'price');
    if (price?.kind !== 'price') throw new Error('No difference of price was told');
    expect(price.way.offerIds).toEqual([id]);
    expect(price.after.minCents).toBe(3 * (price.before.minCents ?? 0));

    const plan = async () => {
      const response = await site.post('/api/journeys', {
        from: { insee: SUBJECT.homeInsee },
        to: { entryId: SUBJECT.entryId },
        appointment: { date: answer.date, minute: 600, durationMinutes: 45 },
        mode: 'no_car',
        profile: { hasLicence: false, residenceInsee: SUBJECT.homeInsee },
      });
      return (await response.json()) as JourneyPlan;
    };
    expect(triedWays(await plan())).toEqual(answer.before);
    const { etag } = await ask('GET', `${path}/draft`);
    await ask('POST', `${path}/publication`, { body: {}, etag });
    await until(
      async () => JSON.stringify(triedWays(await plan())) === JSON.stringify(answer.after),
      8_000,
    );
  });

  test('tells a way that goes when the service leaves the commune, and one that comes back', async () => {
    const { path, id, document } = await published();
    const [pattern] = document.offer.patterns;
    if (pattern === undefined) throw new Error('The offer has no way of working');
    const elsewhere = {
      ...pattern,
      origin: { kind: 'communes', insees: ['24999'], label: 'Ailleurs' } as const,
    };
    await write(path, document, { patterns: [elsewhere] });
    const gone = tried(await trial(path));
    expect(
      gone.differences.filter(({ way }) => way.offerIds.includes(id)).map(({ kind }) => kind),
    ).toEqual(['disappears']);
    expect(gone.before.some(({ offerIds }) => offerIds.includes(id))).toBe(true);
    expect(gone.after.some(({ offerIds }) => offerIds.includes(id))).toBe(false);
    await write(path, document, {});
    expect((await trial(path)).outcome).toBe('same');
  });

  test('tells another hour to call before, and a person who may no longer ride', async () => {
    const { path, id, document } = await published();
    const { booking } = document.offer;
    if (booking === null) throw new Error('The offer has no booking');
    await write(path, document, {
      booking: { ...booking, notice: { ...booking.notice, days: 3 } as typeof booking.notice },
      eligibility: {
        criterion: { kind: 'residence', insees: ['16020'], label: 'Aubeterre' },
        proof: null,
        weight: 'hard',
      },
    });
    const { differences } = tried(await trial(path));
    const ours = differences.filter(({ way }) => way.offerIds.includes(id));
    expect(ours).toContainEqual(
      expect.objectContaining({ kind: 'eligible', before: true, after: false }),
    );
    expect(ours).toContainEqual(
      expect.objectContaining({ kind: 'standing', before: 'proposed', after: 'almost' }),
    );
    const deadline = ours.find(({ kind }) => kind === 'deadline');
    expect(deadline).toMatchObject({
      before: { date: '2026-11-30' },
      after: { date: '2026-11-28' },
    });
  });

  test('replays the hours of a line as the draft has them, and publishing answers the same', async () => {
    const root = '/workspaces/mosc/offers';
    const { body: line } = await ask<OfferView>('POST', root, { body: { kind: 'scheduled_line' } });
    const path = `${root}/${line.id}`;
    const { body: draft, etag } = await ask<DraftView>('GET', `${path}/draft`);
    const document = completed(draft.document, { booking: null, patterns: [], eligibility: null });
    const withHours = (out: number[], back: number[]) => ({
      ...document,
      timetable: lineTimetable(out, back),
    });
    const waysOf = (ways: readonly TriedWay[]) =>
      ways.filter(({ kind }) => kind === 'scheduled_line').map((way) => way.departMinute);
    const plan = async () => {
      const response = await site.post('/api/journeys', {
        from: { insee: SUBJECT.homeInsee },
        to: { entryId: SUBJECT.entryId },
        appointment: { date: '2026-12-01', minute: 600, durationMinutes: 45 },
        mode: 'no_car',
        profile: { hasLicence: false, residenceInsee: SUBJECT.homeInsee },
      });
      return triedWays((await response.json()) as JourneyPlan);
    };

    // Never published: residents have no line, the draft gives one.
    let saved = await ask('PUT', `${path}/draft`, {
      body: withHours([540, 575], [690, 725]),
      etag,
    });
    const first = tried(await trial(path));
    expect(waysOf(first.before)).toEqual([]);
    expect(waysOf(first.after)).toHaveLength(1);
    expect(waysOf(await plan())).toEqual([]);
    await ask('POST', `${path}/publication`, { body: {}, etag: saved.etag });
    await until(async () => waysOf(await plan()).length === 1, 8_000);
    expect(await plan()).toEqual(first.after);

    // Five minutes earlier on the way out, and the trial tells it before anybody reads it.
    expect((await trial(path)).outcome).toBe('same');
    const ground = await ask<DraftView>('GET', `${path}/draft`);
    saved = await ask('PUT', `${path}/draft`, {
      body: withHours([535, 570], [690, 725]),
      etag: ground.etag,
    });
    expect(saved.status).toBe(200);
    const sooner = tried(await trial(path));
    expect(waysOf(sooner.before)).toEqual(waysOf(first.after));
    expect(waysOf(sooner.after)).toEqual(waysOf(first.after).map((minute) => (minute ?? 0) - 5));
    expect(waysOf(await plan())).toEqual(waysOf(first.after));

    // Hours too late to arrive in time take the way away.
    const late = await ask<DraftView>('GET', `${path}/draft`);
    await ask('PUT', `${path}/draft`, { body: withHours([600, 635], [690, 725]), etag: late.etag });
    const gone = tried(await trial(path));
    expect(gone.differences.map(({ kind }) => kind)).toContain('disappears');
    expect(waysOf(gone.after)).toEqual([]);
  });

  test('is for the people of the organization, and stores nothing', async () => {
    const { path, document } = await published();
    await write(path, document, pricedAt(document, 99));
    const listed = JSON.stringify(site.stores.offers.list({}));
    const asReader = await ask<OfferTrial>('POST', `${path}/trial`, {
      body: {},
      as: people.reader,
    });
    expect(asReader.status).toBe(200);
    expect(JSON.stringify(site.stores.offers.list({}))).toBe(listed);
    expect((await ask('POST', `${path}/trial`, { body: {}, as: people.stranger })).status).toBe(
      404,
    );
    expect((await ask('POST', `${path}/trial`, { body: {}, as: null })).status).toBe(401);
  });
});
