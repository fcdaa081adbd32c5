// The parts transport offers share: areas, calendars, and what an offer says when nothing is known.

import type { Offer, Provider, ServiceArea, TravelPattern } from '#domain/transport/offer.ts';
import { OUTLINE_COMMUNES } from '#seeds/demo/territory/outline-communes.ts';
import { EPCI_4B, EPCI_LAVALETTE } from '#seeds/demo/territory/territories.ts';
import { TERRITORY_COMMUNES } from '#seeds/demo/territory/territory-communes.ts';
import { TRAVEL_EVERY_DAY } from '#seeds/demo/transport/calendars.ts';

export const ALL_TERRITORIES = [
  'sud-charente',
  'royan-atlantique',
  'aunis-atlantique',
  'haut-languedoc-et-vignobles',
] as const;

export const SUD_CHARENTE_INSEES = TERRITORY_COMMUNES.map(([insee]) => insee);

export const SUD_CHARENTE_AREA: ServiceArea = {
  kind: 'communes',
  insees: SUD_CHARENTE_INSEES,
  label: `Les 89 communes du Sud Charente (${EPCI_4B.name} et ${EPCI_LAVALETTE.name})`,
};

export const ROYAN_AREA: ServiceArea = {
  kind: 'communes',
  insees: (OUTLINE_COMMUNES['241700640'] ?? []).map(([insee]) => insee),
  label: 'Les 33 communes de la communauté d’agglomération Royan Atlantique',
};

export const EVERYWHERE: ServiceArea = { kind: 'everywhere', label: 'Partout en France' };

const BLANK_OFFER = {
  statusNote: null,
  provider: null,
  organizer: null,
  phone: null,
  email: null,
  url: null,
  patterns: [],
  booking: null,
  fares: [],
  eligibility: null,
  accommodations: [],
  purposes: { allowed: [], denied: [] },
  conditions: [],
  places: [],
  needIds: [],
  feedId: null,
} as const satisfies Partial<Offer>;

type KnownFields = Pick<
  Offer,
  'id' | 'kind' | 'name' | 'summary' | 'status' | 'territoryCodes' | 'provenance' | 'sourceIds'
>;

export function offerSeed(known: KnownFields & Partial<Offer>): Offer {
  return { ...BLANK_OFFER, ...known };
}

/** From door to door by car, every day, hours agreed when booking. */
export function doorPattern(
  known: Pick<TravelPattern, 'id' | 'rule' | 'origin'> & Partial<TravelPattern>,
): TravelPattern {
  return {
    destination: null,
    bothWays: true,
    pickup: 'door',
    roundTrip: 'allowed',
    waitMaxMinutes: null,
    maxKm: null,
    calendar: TRAVEL_EVERY_DAY,
    windows: [],
    durationFactor: 1.1,
    durationOffsetSeconds: 300,
    feeder: 'no',
    transferMarginMinutes: 10,
    ...known,
  };
}

const BLANK_PROVIDER = { phone: null, email: null, url: null, address: null } as const;

export function provider(
  known: Pick<Provider, 'id' | 'name' | 'kind'> & Partial<Provider>,
): Provider {
  return { ...BLANK_PROVIDER, ...known };
}

export const REGION_NA = provider({
  id: 'region-nouvelle-aquitaine',
  name: 'Région Nouvelle-Aquitaine',
  kind: 'region',
  url: 'https://transports.nouvelle-aquitaine.fr',
});

export const HEALTH_INSURANCE = provider({
  id: 'assurance-maladie',
  name: 'Assurance Maladie',
  kind: 'health_insurance',
  phone: '36 46',
  url: 'https://www.ameli.fr',
});
