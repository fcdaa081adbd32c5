// What does the API answer about transport offers and about transport prescribed by a doctor?

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MedicalAdvice } from '#domain/transport/medical-advice.ts';
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
