// What does the API answer about transport offers and about transport prescribed by a doctor?

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MedicalAdvice } from '#domain/transport/medical-advice.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { TUESDAY, writeSmallTerritory } from '#tests/support/small-territory.ts';

let api: TestApp;

beforeAll(async () => {
  api = await openTestApp({ now: { date: TUESDAY, minute: 600 }, write: writeSmallTerritory });
});

afterAll(() => api?.close());

describe('advice on transport prescribed by a doctor', () => {
  it('is given from what was answered, and kept nowhere on the way', async () => {
    const response = await api.post('/api/transport/medical-advice', {
      reason: 'repeated_treatment',
      oneWayKm: 60,
      posture: 'seated_helped',
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('etag')).toBeNull();
    const advice = (await response.json()) as MedicalAdvice;
    expect(advice.steps[0]).toMatchObject({ code: 'ask_prescription_before', to: 'doctor' });
    expect(advice.steps.map(({ code }) => code)).toContain('ask_series');
    expect(advice.questions).toContain('tripsInTwoMonths');
    expect(advice.facts.find(({ id }) => id === 'franchise_trip')).toMatchObject({
      amount: 400,
      since: '2024-03-31',
      toConfirm: false,
    });
  });

  it('begins with every question when nothing was answered', async () => {
    const response = await api.post('/api/transport/medical-advice', {});
    const advice = (await response.json()) as MedicalAdvice;
    expect(advice.questions[0]).toBe('reason');
    expect(advice.estimates).toEqual([]);
  });

  it('leaves no trace of the answers in the log, refused or not', async () => {
    await api.post('/api/transport/medical-advice', { oneWayKm: 123.456789, ageYears: 97 });
    await api.post('/api/transport/medical-advice', { oneWayKm: -123.456789 });
    await api.post('/api/transport/medical-advice', '{"reason": "zzcanari');
    const log = api.logged.join('');
    expect(log).toContain('/api/transport/medical-advice');
    expect(log).not.toMatch(/123\.456789|zzcanari/);
  });

  it.each([
    ['reason', { reason: 'shopping' }],
    ['ageYears', { ageYears: -1 }],
    ['oneWayKm', { oneWayKm: 'far' }],
    ['name', { name: 'Camille' }],
  ])('refuses a bad %s and names it', async (field, body) => {
    const response = await api.post('/api/transport/medical-advice', body);
    expect(response.status).toBe(400);
    expect(JSON.stringify(await response.json())).toContain(field);
  });
});

describe('transport offers', () => {
  it('are listed whole, of one kind when asked so', async () => {
    const all = (await (await api.get('/api/transport/offers')).json()) as Offer[];
    const [first] = all;
    if (first === undefined) throw new Error('No offer was written.');
    const kind = `/api/transport/offers?kind=${first.kind}`;
    const some = (await (await api.get(kind)).json()) as Offer[];
    expect(some.map(({ id }) => id)).toEqual(
      all.filter((each) => each.kind === first.kind).map(({ id }) => id),
    );
    expect(await (await api.get(`/api/transport/offers/${first.id}`)).json()).toEqual(first);
  });

  it('are not found by an unknown id, nor by an unknown kind', async () => {
    expect((await api.get('/api/transport/offers/none')).status).toBe(404);
    const refused = await api.get('/api/transport/offers?kind=rocket');
    expect(refused.status).toBe(400);
    expect(JSON.stringify(await refused.json())).toContain('kind');
  });
});
