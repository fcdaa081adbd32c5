// A hired vehicle kept in the database is answered as a way there and back.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeOffers } from '#db/queries/transport/write-offers.ts';
import type { JourneyPlan } from '#domain/journey/journey.ts';
import type { FareComponent } from '#domain/transport/fare.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { offer } from '#tests/domain/plan/drawn-plan.ts';
import {
  bookingRule,
  communes,
  provenance as drawn,
  serviceCalendar,
  slots,
  travelPattern,
} from '#tests/domain/transport/drawn.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { TERRITORY, TUESDAY, writeSmallTerritory } from '#tests/support/small-territory.ts';

const provenance = { ...drawn, sourceId: 'registre' };
const note = { note: null, provenance };
const FARES: readonly FareComponent[] = [
  { kind: 'period', vehicle: 'car', options: [{ hours: 24, cents: 800 }], ...note },
  { kind: 'deposit', vehicle: 'car', cents: 30_000, ...note },
];
const GARAGE: Offer = offer({
  id: 'garage-vallee',
  kind: 'garage',
  name: 'Garage solidaire de la vallée',
  territoryCodes: [TERRITORY],
  sourceIds: ['registre'],
  provenance,
  booking: bookingRule({ provenance }),
  fares: FARES,
  places: [{ name: 'Le garage', address: null, insee: '16230', point: [0.133, 45.403] }],
  patterns: [
    travelPattern({
      id: 'garage-vallee-1',
      rule: 'starts_in',
      origin: { ...communes('16230'), label: 'Montmoreau' },
      pickup: 'stop',
      calendar: serviceCalendar({ weekdays: [1, 2, 3, 4, 5, 6] }),
      windows: slots('9-12 14-17'),
    }),
  ],
});

let api: TestApp;

beforeAll(async () => {
  api = await openTestApp({
    now: { date: TUESDAY, minute: 600 },
    write: async (db) => {
      await writeSmallTerritory(db);
      await writeOffers(db, 'test', [GARAGE]);
    },
  });
});

afterAll(() => api?.close());

async function garageWay(minute: number, mode = 'no_car') {
  const response = await api.post('/api/journeys', {
    from: { insee: '16230' },
    to: { entryId: 'gp-ouvert' },
    appointment: { date: '2026-12-01', minute, durationMinutes: 30 },
    mode,
    profile: { hasLicence: true },
  });
  expect(response.status).toBe(200);
  const plan = (await response.json()) as JourneyPlan;
  return [...plan.options, ...plan.almost].find(({ kind }) => kind === 'garage');
}

test('it is fetched, driven, brought back, priced for the time kept, its deposit apart', async () => {
  const way = await garageWay(660);
  expect(way).toMatchObject({
    tier: 0,
    title: 'Garage solidaire de la vallée',
    hire: { vehicle: 'car', placeName: 'Le garage', isDelivered: false },
    price: { minCents: 800, maxCents: 800, partial: false },
  });
  expect(way?.outbound.legs.map(({ mode }) => mode)).toEqual(['walk', 'car']);
  expect(way?.back?.legs.length ?? 0).toBeGreaterThan(0);
  expect(way?.price.lines.map(({ code }) => code)).toEqual(['period', 'deposit']);
  expect(way?.calls[0]).toMatchObject({
    offerId: 'garage-vallee',
    hire: { vehicle: 'car', from: { date: '2026-12-01' } },
  });
});

test('before the garage opens, it is fetched on the working day before', async () => {
  const way = await garageWay(540);
  expect(way?.hire?.fetch?.legs).toHaveLength(2);
  expect(way?.calls[0]?.hire?.from).toEqual({ date: '2026-11-30', minute: 1010 });
});

test('nobody with a car of their own is sent to fetch one', async () => {
  expect(await garageWay(660, 'car')).toBeUndefined();
});

test('what the vehicle is priced for is told with the offer', async () => {
  const response = await api.get('/api/transport/offers/garage-vallee');
  expect(await response.json()).toMatchObject({
    fares: [
      { kind: 'period', vehicle: 'car' },
      { kind: 'deposit', vehicle: 'car' },
    ],
  });
});
