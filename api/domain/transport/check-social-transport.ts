// Does a service of volunteer drivers stay within « transport d’utilité sociale »? Warned, never refused.
//
// Code des transports, article L3133-1; décret 2019-850 of 20 August 2019 (who may be driven, how far);
// arrêté of 17 October 2019 (most that may be asked a kilometre).

import type { Criterion, Eligibility } from '#domain/transport/eligibility.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { noticeAt, type OfferNotice } from '#domain/transport/offer-notice.ts';

/** The ride with the person on board. */
export const SOCIAL_TRANSPORT_MAX_KM = 100;
export const SOCIAL_TRANSPORT_MAX_CENTS_PER_KM = 32;

/** Where one lives, or what one lives on: either opens the right. */
const OPENS_THE_RIGHT: ReadonlySet<Criterion['kind']> = new Set([
  'residence',
  'low_income',
  'benefit',
]);

export function checkSocialTransport(offer: Offer): OfferNotice[] {
  if (offer.kind !== 'volunteer') return [];
  return [
    ...checkCarrier(offer),
    ...checkDistance(offer),
    ...checkPrice(offer),
    ...checkBeneficiaries(offer),
  ];
}

function checkCarrier({ provider }: Offer): OfferNotice[] {
  if (provider === null || provider.kind === 'association') return [];
  const values = { name: provider.name };
  return [noticeAt('offer.kind', 'social_transport_association', 'warning', values, ['L3133-1'])];
}

function checkDistance({ patterns }: Offer): OfferNotice[] {
  return patterns.flatMap(({ maxKm }, rank) => {
    const field = `offer.patterns.${rank}.maxKm`;
    const limit = SOCIAL_TRANSPORT_MAX_KM;
    if (maxKm === null) {
      const code = 'social_transport_distance_open';
      return [noticeAt(field, code, 'info', { limit }, ['decret-2019-850'])];
    }
    if (maxKm <= limit) return [];
    const values = { maxKm, limit };
    return [noticeAt(field, 'social_transport_distance', 'warning', values, ['decret-2019-850'])];
  });
}

/** The limit holds for the kilometres the price is counted on, whichever they are. */
function checkPrice({ fares }: Offer): OfferNotice[] {
  return fares.flatMap((fare, rank) => {
    if (fare.kind !== 'per_km') return [];
    const centsPerKm = fare.maxCentsPerKm ?? fare.centsPerKm;
    const limit = SOCIAL_TRANSPORT_MAX_CENTS_PER_KM;
    if (centsPerKm <= limit) return [];
    const values = { centsPerKm, limit, basis: fare.basis };
    return [
      noticeAt(`offer.fares.${rank}.centsPerKm`, 'social_transport_price', 'warning', values, [
        'L3133-1',
        'arrete-2019-10-17',
      ]),
    ];
  });
}

function checkBeneficiaries({ eligibility }: Offer): OfferNotice[] {
  if (eligibility !== null && criteriaOf(eligibility).some((kind) => OPENS_THE_RIGHT.has(kind))) {
    return [];
  }
  return [
    noticeAt('offer.eligibility', 'social_transport_beneficiaries', 'warning', {}, [
      'L3133-1',
      'decret-2019-850',
    ]),
  ];
}

function criteriaOf(rule: Eligibility): Criterion['kind'][] {
  if ('criterion' in rule) return [rule.criterion.kind];
  if ('not' in rule) return [];
  return ('all' in rule ? rule.all : rule.any).flatMap(criteriaOf);
}
