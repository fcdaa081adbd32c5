// Is a fare by zone priced by the communes a ride joins?

import { expect, it } from 'vitest';
import { planJourney } from '#domain/journey/plan-journey.ts';
import type { FareComponent } from '#domain/transport/fare.ts';
import {
  citySurgery,
  journeyRequest,
  town,
  village,
  volunteers,
} from '#tests/domain/plan/drawn-plan.ts';
import { plainRoads } from '#tests/domain/plan/sud-charente.ts';
import { provenance } from '#tests/domain/transport/drawn.ts';

const byZone: FareComponent = {
  kind: 'zone',
  zones: [
    { name: 'campagne', insees: [village.insee ?? '', town.insee ?? ''] },
    { name: 'ville', insees: [citySurgery.insee ?? ''] },
  ],
  prices: [
    { from: 'campagne', to: 'campagne', cents: 150 },
    { from: 'campagne', to: 'ville', cents: 400 },
  ],
  note: null,
  provenance,
};

function priceTo(to: typeof town) {
  const { options, almost } = planJourney(journeyRequest({ to }), {
    now: { date: '2025-01-27', minute: 600 },
    offers: [volunteers({ fares: [byZone] })],
    view: null,
    roads: plainRoads,
  });
  return [...options, ...almost].find(({ kind }) => kind === 'volunteer')?.price;
}

it('a ride there and back costs twice the price between its two zones', () => {
  expect(priceTo(citySurgery)).toMatchObject({ minCents: 800, maxCents: 800, partial: false });
  expect(priceTo(town)).toMatchObject({ minCents: 300, maxCents: 300, partial: false });
});
