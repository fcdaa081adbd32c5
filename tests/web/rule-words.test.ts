// Does each part of a fare, each line of a price and each calendar say something, in both languages?

import { describe, expect, it } from 'vitest';
import type { FareComponent } from '#domain/transport/fare.ts';
import { priceOf } from '#domain/transport/price-of.ts';
import { provenance, serviceCalendar } from '#tests/domain/transport/drawn.ts';
import { enRules } from '#web/i18n/en-rules.ts';
import { frRules } from '#web/i18n/fr-rules.ts';

const note = { note: null, provenance };
const PARTS: readonly FareComponent[] = [
  {
    kind: 'zone',
    zones: [
      { name: 'bourg', insees: ['16230'] },
      { name: 'plateau', insees: ['16020'] },
    ],
    prices: [
      { from: 'bourg', to: 'bourg', cents: 150 },
      { from: 'bourg', to: 'plateau', cents: 300 },
    ],
    ...note,
  },
  { kind: 'wait', centsPerHour: 3000, freeMinutes: 15, ...note },
  { kind: 'period', options: [{ hours: 6, cents: 800 }], ...note },
  { kind: 'limits', minCents: 200, maxCents: 800, per: 'leg', ...note },
  { kind: 'pass', cents: 800, trips: 10, per: 'book', ...note },
  { kind: 'deposit', cents: 20_000, ...note },
  { kind: 'subsidy', percent: 50, maxCents: 500, ...note },
  { kind: 'quote', url: null, ...note },
];

it('a calendar in school term names the zone it follows', () => {
  const calendar = serviceCalendar({ school: 'term', holidays: 'runs' });
  expect(frRules.calendar(calendar)).toBe('du lundi au vendredi, en période scolaire');
  expect(frRules.calendar({ ...calendar, schoolZone: 'C' })).toBe(
    'du lundi au vendredi, en période scolaire (zone C)',
  );
  expect(enRules.calendar({ ...calendar, schoolZone: 'C' })).toContain('(zone C)');
});

describe('the words of a price', () => {
  it('say the amounts of each part in French', () => {
    expect(PARTS.map((part) => frRules.fare(part).replaceAll(/[\u00a0\u202f]/g, ' '))).toEqual([
      '1,50 € dans la zone « bourg » et 3 € entre les zones « bourg » et « plateau », par trajet.',
      'L’attente du conducteur coûte 30 € de l’heure, après 15 min gratuites.',
      '8 € pour 6 h.',
      'Entre 2 € et 8 € par trajet.',
      'Carnet de 10 trajets : 8 €.',
      '200 € de caution, rendus à la fin.',
      '50 % du prix sont payés par d’autres, jusqu’à 5 €.',
      'Prix sur devis : demandez-le avant.',
    ]);
  });

  it('name each line, and never the same in the two languages', () => {
    const { lines } = priceOf(PARTS, {
      tripKm: 10,
      homeRoundTripKm: 10,
      driverLoopKm: null,
      waitMinutes: 60,
      roundTrip: true,
      member: null,
      fromInsee: '16230',
      toInsee: '16230',
      awayMinutes: 300,
    });
    expect(lines.map(({ code }) => code).toSorted()).toEqual(
      PARTS.map(({ kind }) => kind).toSorted(),
    );
    for (const line of lines) {
      expect(frRules.priceLine(line)).not.toBe('');
      expect(frRules.priceLine(line)).not.toBe(enRules.priceLine(line));
    }
  });
});
