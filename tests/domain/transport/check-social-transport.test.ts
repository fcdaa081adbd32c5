// Are services of volunteer drivers warned where the texts on « transport d’utilité sociale » end?

import { describe, expect, test } from 'vitest';
import { canPublish, checkOffer } from '#domain/transport/check-offer.ts';
import type { Offer } from '#domain/transport/offer.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';
import { communes, travelPattern } from './drawn.ts';

import { ASSOCIATION, GROUND, offerWith, perKm, withPattern } from './drawn-offers.ts';

describe('volunteer drivers', () => {
  const legalOf = (document: OfferDocument) =>
    checkOffer(document, GROUND)
      .filter(({ code }) => code.startsWith('social_transport'))
      .map(({ code, severity, legal }) => [code, severity, legal]);

  test('past 0,32 € a kilometre are warned, with the text; at it they are not', () => {
    expect(legalOf(offerWith({ fares: [perKm(32)] }))).toEqual([]);
    for (const fare of [perKm(33), perKm(20, 40)]) {
      expect(legalOf(offerWith({ fares: [fare] }))).toEqual([
        ['social_transport_price', 'warning', ['L3133-1', 'arrete-2019-10-17']],
      ]);
    }
  });

  test('past 100 km, or without a limit, are told', () => {
    expect(legalOf(withPattern({ maxKm: 101 }))).toEqual([
      ['social_transport_distance', 'warning', ['decret-2019-850']],
    ]);
    expect(legalOf(withPattern({ maxKm: null }))).toEqual([
      ['social_transport_distance_open', 'info', ['decret-2019-850']],
    ]);
  });

  test('open to everybody are warned; residence or means, anywhere in the rule, suffices', () => {
    const warned = [['social_transport_beneficiaries', 'warning', ['L3133-1', 'decret-2019-850']]];
    const member = { criterion: { kind: 'member' }, proof: null, weight: 'hard' } as const;
    const poor = {
      criterion: { kind: 'low_income', label: 'RSA' },
      proof: null,
      weight: 'soft',
    } as const;
    expect(legalOf(offerWith({ eligibility: null }))).toEqual(warned);
    expect(legalOf(offerWith({ eligibility: member }))).toEqual(warned);
    expect(legalOf(offerWith({ eligibility: { not: poor } }))).toEqual(warned);
    expect(legalOf(offerWith({ eligibility: { all: [member, { any: [poor] }] } }))).toEqual([]);
  });

  test('of a body that is no association are warned; other services are left alone', () => {
    const company = { ...ASSOCIATION, kind: 'company' } as Offer['provider'];
    expect(legalOf(offerWith({ provider: company }))).toEqual([
      ['social_transport_association', 'warning', ['L3133-1']],
    ]);
    expect(legalOf(offerWith({ kind: 'taxi', fares: [perKm(110)], eligibility: null }))).toEqual(
      [],
    );
  });

  test('are warned, never stopped', () => {
    const beyond = offerWith({
      fares: [perKm(99)],
      eligibility: null,
      patterns: [travelPattern({ origin: communes('16020'), maxKm: 500 })],
    });
    expect(canPublish(checkOffer(beyond, GROUND))).toBe(true);
  });
});
