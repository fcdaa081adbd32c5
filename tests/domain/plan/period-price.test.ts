// Does what is hired by the hour or by the day cost the whole time away?

import { expect, test } from 'vitest';
import { planJourney } from '#domain/journey/plan-journey.ts';
import type { FareComponent } from '#domain/transport/fare.ts';
import { journeyRequest, volunteers } from '#tests/domain/plan/drawn-plan.ts';
import { plainRoads } from '#tests/domain/plan/sud-charente.ts';
import { provenance } from '#tests/domain/transport/drawn.ts';

const byTime: FareComponent = {
  kind: 'period',
  options: [
    { hours: 1, cents: 300 },
    { hours: 24, cents: 2000 },
  ],
  note: null,
  provenance,
};

function hired(durationMinutes: number, roundTrip: 'allowed' | 'forbidden' = 'allowed') {
  const offer = volunteers({ fares: [byTime] });
  const request = journeyRequest({
    appointment: { date: '2025-02-11', minute: 600, durationMinutes },
  });
  const patterns = offer.patterns.map((pattern) => ({ ...pattern, roundTrip }));
  const { options, almost } = planJourney(request, {
    now: { date: '2025-01-27', minute: 600 },
    offers: [{ ...offer, patterns }],
    view: null,
    roads: plainRoads,
  });
  const found = [...options, ...almost].find(({ kind }) => kind === 'volunteer');
  if (!found) throw new Error('The offer takes nobody.');
  const { outbound, back, price } = found;
  return { price, away: (back?.arriveMinute ?? 0) - (outbound.departMinute ?? 0) };
}

test('rides, appointment and waiting are paid by the hour', () => {
  const { price, away } = hired(30);
  const hours = Math.ceil(away / 60);
  expect(hours).toBeGreaterThan(2);
  expect(hours * 300).toBeLessThan(2000);
  expect(price).toMatchObject({ minCents: hours * 300, maxCents: hours * 300, partial: false });
});

test('a long appointment is cheaper by the day', () => {
  expect(hired(480).price).toMatchObject({ minCents: 2000, maxCents: 2000, partial: false });
});

test('one way only, the price is a floor', () => {
  expect(hired(30, 'forbidden').price).toMatchObject({ minCents: 300, partial: true });
});
