import { type CheckGround, checkOffer } from '#domain/transport/check-offer.ts';
import type { FareComponent } from '#domain/transport/fare.ts';
import type { BookingNotice, Offer } from '#domain/transport/offer.ts';
import { blankDocument, type OfferDocument } from '#domain/transport/offer-document.ts';
import { bookingRule, communes, lineHours, provenance, travelPattern } from './drawn.ts';

export const GROUND: CheckGround = {
  today: '2026-11-27',
  territoryCodes: ['vallee'],
  needIds: new Set(['dentiste']),
  feedIds: new Set(['ter']),
};
export const perKm = (centsPerKm: number, maxCentsPerKm?: number): FareComponent => ({
  kind: 'per_km',
  centsPerKm,
  ...(maxCentsPerKm === undefined ? {} : { maxCentsPerKm }),
  basis: 'home_round_trip',
  waitRule: null,
  note: null,
  provenance,
});
export const ASSOCIATION: Offer['provider'] = {
  id: 'mosc',
  name: 'MOSC',
  kind: 'association',
  phone: null,
  email: null,
  url: null,
  address: null,
};

export function offerWith(change: Partial<Offer> = {}): OfferDocument {
  const blank = blankDocument({
    id: 'o',
    kind: 'volunteer',
    territoryCodes: ['vallee'],
    provider: ASSOCIATION,
    sourceId: 'drawn',
  });
  return {
    ...blank,
    offer: {
      ...blank.offer,
      name: 'Transport solidaire',
      summary: 'Un bénévole vous conduit.',
      patterns: [travelPattern({ origin: communes('16020'), maxKm: 100 })],
      booking: bookingRule({
        lineHours: lineHours(['9-12', '9-12', '9-12', '9-12', '9-12', '', '']),
      }),
      fares: [perKm(32)],
      eligibility: {
        criterion: { kind: 'residence', insees: ['16020'], label: 'La vallée' },
        proof: null,
        weight: 'hard',
      },
      ...change,
    },
  };
}

export const told = (document: OfferDocument, ground = GROUND) =>
  checkOffer(document, ground).map(({ severity, code, field }) => `${severity} ${code} ${field}`);
export const withNotice = (notice: BookingNotice) =>
  offerWith({ booking: bookingRule({ notice }) });
export const withPattern = (change: Parameters<typeof travelPattern>[0]) =>
  offerWith({ patterns: [travelPattern({ origin: communes('16020'), maxKm: 100, ...change })] });
