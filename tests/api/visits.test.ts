// What does the API answer about services that come to the person, for a need?

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SlotsAnswer } from '#api/features/journey/find-visit-slots.ts';
import type { VisitsAnswer } from '#api/features/journey/find-visits.ts';
import type { JourneyAnswer } from '#api/features/journey/plan-visit.ts';
import { writeOffers } from '#db/queries/transport/write-offers.ts';
import { offerNeed } from '#db/schema/transport.ts';
import type { JourneyPlan, VisitingService } from '#domain/journey/journey.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { offerSeed } from '#seeds/demo/transport/offer-seed.ts';
import { travelPattern } from '#tests/domain/transport/drawn.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { TUESDAY, writeSmallTerritory } from '#tests/support/small-territory.ts';

/** In Montmoreau on Thursdays, for Montmoreau and Aubeterre. */
const bus = (id: string): Offer =>
  offerSeed({
    id,
    kind: 'itinerant',
    name: `Bus ${id}`,
    summary: '',
    status: 'active',
    territoryCodes: [],
    patterns: [
      travelPattern({
        id: `${id}-jeudi`,
        origin: { kind: 'communes', insees: ['16020', '16230'], label: 'Les environs' },
        destination: { kind: 'communes', insees: ['16230'], label: 'Montmoreau' },
        calendar: {
          weekdays: [4],
          holidays: 'closed',
          school: 'any',
          nthOfMonth: null,
          startsOn: null,
          endsOn: null,
          exceptions: [],
        },
        windows: [{ from: 570, to: 720 }],
      }),
    ],
    provenance: {
      sourceId: 'registre',
      asOf: '2026-10',
      confirmedOn: null,
      confidence: 'high',
    },
    sourceIds: [],
  });

let api: TestApp;

beforeAll(async () => {
  api = await openTestApp({
    now: { date: TUESDAY, minute: 600 },
    write: async (db) => {
      await writeSmallTerritory(db);
      await writeOffers(db, 'test', [bus('dents'), bus('medecin'), bus('muet')]);
      await db.insert(offerNeed).values([
        { offerId: 'dents', needId: 'dentiste' },
        { offerId: 'medecin', needId: 'medecin-generaliste' },
      ]);
    },
  });
});

afterAll(() => api?.close());

const VISITS = { from: { insee: '16230' } };
const JOURNEY = {
  ...VISITS,
  to: { entryId: 'gp-ouvert' },
  appointment: { date: '2026-12-01', minute: 600, durationMinutes: 30 },
  mode: 'no_car',
};

async function ask<Answer>(path: string, body: object): Promise<Answer> {
  const response = await api.post(path, body);
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
  return (await response.json()) as Answer;
}

const named = (services: readonly VisitingService[]) =>
  services.map(({ offerId, needMatch }) => `${offerId} ${needMatch}`);

describe('the services that come', () => {
  it('say where they stand next, when, and how far that is', async () => {
    const { services } = await ask<VisitsAnswer>('/api/journeys/visits', VISITS);
    expect(named(services)).toEqual(['dents not_asked', 'medecin not_asked', 'muet not_asked']);
    expect(services[0]).toMatchObject({
      place: { name: 'Montmoreau', crowMeters: 0, inHomeCommune: true },
      next: { date: '2026-11-26', hours: [{ from: 570, to: 720 }] },
      others: [{ date: '2026-12-03' }, { date: '2026-12-10' }, { date: '2026-12-17' }],
    });
    const away = await ask<VisitsAnswer>('/api/journeys/visits', { from: { insee: '16020' } });
    expect(away.services[0]?.place?.inHomeCommune).toBe(false);
    expect(away.services[0]?.place?.crowMeters).toBeGreaterThan(10_000);
  });

  it('are those of the need searched, then those that do not say', async () => {
    const { services } = await ask<VisitsAnswer>('/api/journeys/visits', {
      ...VISITS,
      need: 'dentiste',
    });
    expect(named(services)).toEqual(['dents yes', 'muet to_check']);
  });

  it('come with a plan: for the need searched, else for what the care place answers', async () => {
    const own = await ask<JourneyAnswer>('/api/journeys', JOURNEY);
    expect(named(own.visiting)).toEqual(['medecin yes', 'muet to_check']);
    const asked = await ask<JourneyAnswer>('/api/journeys', { ...JOURNEY, need: 'dentiste' });
    expect(named(asked.visiting)).toEqual(['dents yes', 'muet to_check']);
    const point = { point: [0.171, 45.27], name: 'Le cabinet' };
    const unknown = await ask<JourneyAnswer>('/api/journeys', { ...JOURNEY, to: point });
    expect(named(unknown.visiting).length).toBe(3);
  });

  it('to one place of a list follow what it answers, to several only the need searched', async () => {
    const { to, ...person } = JOURNEY;
    const visiting = async (places: readonly object[]) => {
      const body = { ...person, places, answer: 'plan' };
      const answer = await ask<{ places: { plan: JourneyPlan }[] }>('/api/journeys', body);
      return answer.places.map(({ plan }) => plan.visiting.length);
    };
    expect(await visiting([to])).toEqual([2]);
    expect(await visiting([to, { entryId: 'gp-ferme' }])).toEqual([3, 3]);
  });

  it('stand beside the hours of a fortnight', async () => {
    const { appointment: _, ...asked } = JOURNEY;
    const slots = await ask<SlotsAnswer>('/api/slots', { ...asked, dayCount: 1 });
    expect(named(slots.visiting)).toEqual(['medecin yes', 'muet to_check']);
    const address = `/api/slots?from=${JOURNEY.from.insee}&to=${JOURNEY.to.entryId}&days=1`;
    const visiting = async (more: string) => {
      const answer = (await (await api.get(address + more)).json()) as SlotsAnswer;
      return named(answer.visiting);
    };
    expect(await visiting('')).toEqual(['medecin yes', 'muet to_check']);
    expect(await visiting('&need=dentiste')).toEqual(['dents yes', 'muet to_check']);
    expect((await api.get(`${address}&need=dentsite`)).status).toBe(400);
  });

  it.each([
    ['/api/journeys', JOURNEY],
    ['/api/journeys/visits', VISITS],
    ['/api/slots', { from: JOURNEY.from, to: JOURNEY.to, mode: 'no_car' }],
  ])(
    'are refused at %s for a need nobody knows, named with where the list is',
    async (path, body) => {
      const response = await api.post(path, { ...body, need: 'dentsite' });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        detail: 'need: expected an id of /api/needs, received "dentsite"',
        errors: [{ field: 'need', expected: 'an id of /api/needs', received: '"dentsite"' }],
      });
    },
  );
});
