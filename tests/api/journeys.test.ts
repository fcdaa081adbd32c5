import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JourneyAnswer } from '#api/features/journey/plan-visit.ts';
import type { Database } from '#db/database.ts';
import { street, streetWord } from '#db/schema/address.ts';
import { report } from '#db/schema/report.ts';
import type { JourneyPlan } from '#domain/journey/journey.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { TERRITORY, TUESDAY, writeSmallTerritory } from '#tests/support/small-territory.ts';

let api: TestApp;

beforeAll(async () => {
  api = await openTestApp({ now: { date: TUESDAY, minute: 600 }, write: writeSmallTerritory });
});

afterAll(() => api?.close());

const NEXT_WEEK = { date: '2026-12-01', minute: 600, durationMinutes: 30 };

describe('a journey', () => {
  test('is planned with the offers of the database, their deadline and their price', async () => {
    const response = await api.post('/api/journeys', {
      from: { insee: '16230' },
      to: { entryId: 'gp-ouvert' },
      appointment: NEXT_WEEK,
      mode: 'no_car',
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const plan = (await response.json()) as JourneyPlan;
    expect(plan.request).toEqual({
      fromName: 'Montmoreau',
      toName: 'Camille Rivière',
      appointment: NEXT_WEEK,
      mode: 'no_car',
    });
    expect(plan.crowMeters).toBeGreaterThan(14_000);
    const ride = plan.options.find(({ offerIds }) => offerIds.includes('covoiturage-solidaire'));
    expect(ride?.calls[0]?.deadline?.limit).toEqual({ date: '2026-11-28', minute: 1050 });
    expect(ride?.price.minCents).toBeGreaterThan(200);
  });

  test('too soon for an offer is told apart, not refused', async () => {
    const response = await api.post('/api/journeys', {
      from: { point: [0.13, 45.4], name: 'Chez moi' },
      to: { point: [0.171, 45.27], name: 'Le cabinet' },
      appointment: { date: '2026-11-25', minute: 600, durationMinutes: null },
      mode: 'no_car',
      needs: ['wheelchair'],
    });
    const plan = (await response.json()) as JourneyPlan;
    expect(plan.options.some(({ kind }) => kind === 'volunteer')).toBe(false);
    expect(plan.almost.find(({ kind }) => kind === 'volunteer')?.state).toBe('too_late');
  });

  test('counts a registration with its own transport, and what was once said of all of them with none', async () => {
    const plan = async (profile: object) => {
      const body = { from: { insee: '16230' }, to: { entryId: 'gp-ouvert' }, mode: 'no_car' };
      const response = await api.post('/api/journeys', {
        ...body,
        appointment: NEXT_WEEK,
        profile,
      });
      return { status: response.status, answer: (await response.json()) as JourneyAnswer };
    };
    const nobody = await plan({});
    const once = await plan({ member: true });
    expect(once.status).toBe(200);
    expect(once.answer).toEqual(nobody.answer);
    const registered = await plan({ registrations: { 'covoiturage-solidaire': true } });
    expect(registered.status).toBe(200);
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, each) => [`o-${each}`, true]));
    expect((await plan({ registrations: many })).status).toBe(400);
    expect((await plan({ registrations: { mosc: 'oui' } })).status).toBe(400);
  });

  test('to a place known to be closed then says so, and when it opens', async () => {
    const ask = async (entryId: string, minute: number) => {
      const body = { from: { insee: '16230' }, to: { entryId }, mode: 'car' };
      const appointment = { ...NEXT_WEEK, minute };
      const response = await api.post('/api/journeys', { ...body, appointment });
      return (await response.json()) as JourneyAnswer;
    };
    const closed = await ask('gp-ferme', 600);
    expect(closed.remarks).toContainEqual({ code: 'care_closed', open: [] });
    expect(closed.options.length, 'the ways are told all the same').toBeGreaterThan(0);
    // It opens on Saturday mornings alone.
    expect(closed.changes).toMatchObject([{ kind: 'other_day', date: '2026-12-05' }]);
    const open = await ask('gp-ouvert', 600);
    expect(open.remarks.map(({ code }) => code)).not.toContain('care_closed');
    expect((await ask('gp-ouvert', 1200)).remarks).toContainEqual(
      expect.objectContaining({ code: 'care_closed' }),
    );
  });

  test.each([
    ['commune', { from: { insee: '99999' } }, 404, 'No commune has the INSEE code 99999.'],
    ['entry', { to: { entryId: 'rien' } }, 404, 'No entry of the directory has the id rien.'],
  ])('from or to an unknown %s is not found', async (_what, change, status, detail) => {
    const body = {
      from: { insee: '16230' },
      to: { entryId: 'gp-ouvert' },
      appointment: NEXT_WEEK,
      mode: 'car',
      ...change,
    };
    const response = await api.post('/api/journeys', body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ detail });
  });
});

describe('a report', () => {
  test('is kept for review, with what was written and nothing of who wrote it', async () => {
    const response = await api.post('/api/reports', {
      entryId: 'gp-ouvert',
      kind: 'phone',
      text: '  Le numéro sonne dans le vide. ',
    });
    expect(response.status).toBe(201);
    const { id } = (await response.json()) as { id: string };
    const rows = await api.database.db.select().from(report).where(eq(report.id, id));
    expect(rows).toEqual([
      {
        id,
        entryId: 'gp-ouvert',
        offerId: null,
        kind: 'phone',
        text: 'Le numéro sonne dans le vide.',
        createdAt: new Date(api.clock.nowMs),
        status: 'new',
        reviewedBy: null,
        reviewedAt: null,
        reviewNote: null,
      },
    ]);
  });

  test.each([
    [{ entryId: 'rien', kind: 'phone', text: '' }, 404],
    [{ offerId: 'rien', kind: 'price', text: '' }, 404],
    [{ kind: 'phone', text: '' }, 400],
    [{ entryId: 'gp-ouvert', offerId: 'covoiturage-solidaire', kind: 'phone', text: '' }, 400],
    [{ entryId: 'gp-ouvert', kind: 'insulte', text: '' }, 400],
  ])('about %j is refused', async (body, status) => {
    expect((await api.post('/api/reports', body)).status).toBe(status);
  });
});

describe('offers', () => {
  test('are those of a territory and of a kind', async () => {
    expect(await idsOf(`?territory=${TERRITORY}`)).toEqual(['covoiturage-solidaire']);
    const elsewhere = await api.get('/api/transport/offers?territory=ailleurs');
    expect(elsewhere.status).toBe(400);
    expect(await elsewhere.json()).toMatchObject({
      errors: [
        { field: 'territory', expected: 'an id of /api/territories', received: '"ailleurs"' },
      ],
    });
    expect(await idsOf('?kind=taxi')).toEqual([]);
    expect((await api.get('/api/transport/offers/rien')).status).toBe(404);
  });

  test('follow the database when it says it changed', async () => {
    await api.database.db.execute(`update offer set name = 'Autre nom'`);
    await api.database.notify('voisoin_changed', '');
    await expect
      .poll(async () => {
        const response = await api.get('/api/transport/offers/covoiturage-solidaire');
        return ((await response.json()) as { name: string }).name;
      })
      .toBe('Autre nom');
  });
});

async function addStreet(db: Database): Promise<void> {
  await db.insert(street).values({
    id: '16230_0070',
    insee: '16230',
    name: 'Rue des Prés',
    searchKey: 'rue des pres montmoreau',
    words: "'pres':3A 'montmoreau':4B",
    postcode: '16190',
    numbers: ['12'],
    lons: [131_000],
    lats: [45_401_000],
    point: [0.131, 45.401],
    sourceId: 'registre',
  });
  await db.insert(streetWord).values({ word: 'pres', streetCount: 1 });
}

describe('a place', () => {
  test('is found by its former name, its postcode, and with a typo', async () => {
    for (const words of ['aignes', '16190', 'montmorau']) {
      const response = await api.get(`/api/places/suggest?q=${words}`);
      expect(await response.json()).toMatchObject([{ insee: '16230', territoryCode: TERRITORY }]);
    }
    const former = await api.get('/api/places/16004');
    expect(await former.json()).toMatchObject({ insee: '16230', matched: 'former_name' });
  });

  test('that is an address is a place to leave from, and is kept nowhere', async () => {
    await addStreet(api.database.db);
    const response = await api.get('/api/places/suggest?q=12%20rue%20des%20pr%C3%A9s');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const [home] = (await response.json()) as { key: string; name: string }[];
    expect(home).toMatchObject({ key: '16230_0070_12', insee: '16230', matched: 'address' });
    const again = await api.get(`/api/places/${home?.key}`);
    expect(again.headers.get('cache-control')).toBe('no-store');
    expect(await again.json()).toEqual(home);
    const plan = await api.post('/api/journeys', {
      from: { insee: home?.key },
      to: { entryId: 'gp-ouvert' },
      appointment: NEXT_WEEK,
      mode: 'no_car',
    });
    expect(await plan.json()).toMatchObject({
      request: { fromName: '12 Rue des Prés, Montmoreau' },
    });
    expect(plan.status).toBe(200);
    const summaries = await api.post('/api/journeys', {
      from: { insee: home?.key },
      places: [{ entryId: 'gp-ouvert' }],
      appointment: null,
      mode: 'no_car',
    });
    expect(summaries.status).toBe(200);
    expect((await api.get('/api/places/16230_9999_1')).status).toBe(404);
  });

  test('far from every commune is none', async () => {
    expect((await api.get('/api/places/nearest?lon=2.35&lat=48.85')).status).toBe(404);
  });

  test('is drawn to the metre, and says it is schematic', async () => {
    const drawing = (await (await api.get(`/api/territories/${TERRITORY}/shapes`)).json()) as {
      shapeKind: string;
      features: { properties: object; geometry: { coordinates: number[][][][] } }[];
    };
    expect(drawing.shapeKind).toBe('schematic');
    expect(drawing.features.map(({ properties }) => properties)).toEqual([
      {
        insee: '16020',
        name: 'Aubeterre-sur-Dronne',
        population: 360,
        epciSiren: null,
        label: [0.17, 45.27],
      },
      {
        insee: '16230',
        name: 'Montmoreau',
        population: 2400,
        epciSiren: null,
        label: [0.13, 45.4],
      },
    ]);
    expect(drawing.features[0]?.geometry.coordinates[0]?.[0]?.[0]).toEqual([0.11877, 45.21877]);
    expect((await api.get('/api/territories/ailleurs/shapes')).status).toBe(404);
  });
});

describe('a code to scan', () => {
  test('is an SVG of a page of this site only', async () => {
    const response = await api.get('/api/qr.svg?path=/fiche/gp-ouvert');
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(await response.text()).toMatch(/^<svg [^>]*viewBox/);
    for (const path of ['//evil.example', 'https://evil.example', '/\\evil.example', '']) {
      const refused = await api.get(`/api/qr.svg?path=${encodeURIComponent(path)}`);
      expect([path, refused.status]).toEqual([path, 400]);
    }
  });
});

async function idsOf(query: string): Promise<string[]> {
  const offers = (await (await api.get(`/api/transport/offers${query}`)).json()) as {
    id: string;
  }[];
  return offers.map(({ id }) => id);
}
