// Is a hire that an organization writes proposed to residents once its places and vehicles are said?

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DraftView } from '#api/features/workspace/present-offer.ts';
import type { JourneyPlan } from '#domain/journey/journey.ts';
import type { FareComponent } from '#domain/transport/fare.ts';
import type { Offer, OfferKind } from '#domain/transport/offer.ts';
import { communes, serviceCalendar, slots, travelPattern } from '#tests/domain/transport/drawn.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import {
  type Ask,
  asker,
  beginOffer,
  completed,
  signInPeople,
  until,
  writeOrganizations,
} from '#tests/support/workspace-site.ts';

let site: TestApp;
let ask: Ask;
beforeAll(async () => {
  site = await openTestApp({ now: { date: '2026-11-24', minute: 720 }, write: writeOrganizations });
  ask = asker(site, await signInPeople(site.database.db));
});
afterAll(() => site.close());

const PATTERN = travelPattern({
  id: 'fetched',
  rule: 'starts_in',
  origin: communes('16230'),
  pickup: 'stop',
  calendar: serviceCalendar({ weekdays: [1, 2, 3, 4, 5, 6] }),
  windows: slots('9-12 14-17'),
  durationFactor: 1,
  durationOffsetSeconds: 0,
});
const PLACE: Offer['places'][number] = {
  name: 'Le garage',
  address: '3 rue du Pont',
  insee: null,
  point: [0.133, 45.403],
};

/** Written whole through the document API, then published; its id. */
async function published(
  kind: OfferKind,
  change: Partial<Offer>,
  vehicle?: 'car',
): Promise<string> {
  const { path, id, draft } = await beginOffer(ask, kind);
  const { provenance } = draft.document.offer;
  const fare: FareComponent = {
    kind: 'period',
    options: [{ hours: 24, cents: 800 }],
    note: null,
    provenance,
    ...(vehicle === undefined ? {} : { vehicle }),
  };
  const body = completed(draft.document, {
    name: `Garage ${id}`,
    patterns: [PATTERN],
    fares: [fare],
    eligibility: null,
    ...change,
  });
  const saved = await ask<DraftView>('PUT', `${path}/draft`, { body, etag: '"1"' });
  expect(saved.status).toBe(200);
  const reply = await ask('POST', `${path}/publication`, { body: {}, etag: saved.etag });
  expect(reply.status).toBe(201);
  await until(async () => (await site.get(`/api/transport/offers/${id}`)).status === 200, 5000);
  return id;
}

async function wayOf(offerId: string) {
  const response = await site.post('/api/journeys', {
    from: { insee: '16230' },
    to: { entryId: 'gp-ouvert' },
    appointment: { date: '2026-12-01', minute: 660, durationMinutes: 30 },
    mode: 'no_car',
    profile: { hasLicence: true },
  });
  expect(response.status).toBe(200);
  const { options, almost } = (await response.json()) as JourneyPlan;
  return [...options, ...almost].find((way) => way.calls.some((call) => call.offerId === offerId));
}

test.each(['rental', 'garage'] as const)(
  'a %s with a place and a priced vehicle is fetched, driven and brought back',
  async (kind) => {
    const way = await wayOf(await published(kind, { places: [PLACE] }, 'car'));
    expect(way).toMatchObject({
      kind,
      hire: { vehicle: 'car', placeName: 'Le garage', isDelivered: false },
      price: { minCents: 800, maxCents: 800 },
    });
    expect(way?.outbound.legs.map(({ mode }) => mode)).toEqual(['walk', 'car']);
  },
);

test('one whose price names no vehicle is proposed for no trip', async () => {
  expect(await wayOf(await published('garage', { places: [PLACE] }))).toBeUndefined();
});

test('one without a place says that the place is to be asked', async () => {
  const way = await wayOf(await published('garage', {}, 'car'));
  expect(way?.hire).toMatchObject({ placeName: null, isDelivered: false });
});
