// What the association MOSC offers in Sud Charente: the solidarity transport with the rules of 2019,
// the mobility counters, and the rental nobody has confirmed.

import type { Criterion, Eligibility } from '#domain/transport/eligibility.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { fact, weekdays } from '#seeds/demo/compact.ts';
import {
  doorPattern,
  offerSeed,
  provider,
  SUD_CHARENTE_AREA,
  SUD_CHARENTE_INSEES,
} from '#seeds/demo/transport/offer-seed.ts';

const MOSC = provider({
  id: 'mosc',
  name: 'MOSC, Mobilité Sud et Ouest Charente',
  kind: 'association',
  phone: '07 82 32 76 33',
  email: 'contact@mosc.fr',
  url: 'https://mosc.fr',
  address: '3 avenue Henry-Dunant, 16190 Montmoreau',
});

const RULES = fact('mosc-conditions-2019', '2019-10', 'medium');
const PRICES = fact('mosc-tarif-2019', '2019-11-04', 'medium');

function hard(criterion: Criterion, proof: string | null = null): Eligibility {
  return { criterion, proof, weight: 'hard' };
}

function soft(label: string, proof: string | null = null): Eligibility {
  return { criterion: { kind: 'other', label }, proof, weight: 'soft' };
}

export const MOSC_SOLIDARITY: Offer = offerSeed({
  id: 'mosc-transport-solidaire',
  kind: 'volunteer',
  name: 'Transport solidaire du Sud Charente',
  summary:
    'Un chauffeur bénévole vient vous chercher chez vous, vous attend pendant le rendez-vous et vous ramène.',
  status: 'to_confirm',
  statusNote: 'Règles et prix de 2019. Demandez confirmation à l’association en appelant.',
  provider: MOSC,
  organizer: 'Réservations tenues en 2019 par le centre socioculturel Envol, à Chalais',
  territoryCodes: ['sud-charente'],
  phone: MOSC.phone,
  email: MOSC.email,
  url: MOSC.url,
  patterns: [
    doorPattern({
      id: 'mosc-transport-solidaire-domicile',
      rule: 'starts_or_ends_in',
      origin: SUD_CHARENTE_AREA,
      waitMaxMinutes: 90,
      feeder: 'yes',
      transferMarginMinutes: 15,
    }),
  ],
  booking: {
    notice: {
      kind: 'days_before',
      days: 3,
      businessDays: false,
      atMinute: 17 * 60 + 30,
      opensDaysBefore: null,
    },
    channels: ['phone', 'email'],
    phone: MOSC.phone,
    url: null,
    email: MOSC.email,
    lineHours: { week: weekdays('9:00-12:00 14:00-17:30'), closedOnHolidays: true },
    firstTripDays: 7,
    urgentPossible: true,
    cancelBeforeMinutes: 24 * 60,
    toSay: [
      'Le jour du rendez-vous',
      'L’heure de départ et l’heure de retour',
      'L’adresse où vous allez',
      'Le temps d’attente prévu',
      'Ce qu’il faut savoir pour vous aider : canne, bagages, marche difficile',
    ],
    provenance: RULES,
  },
  fares: [
    {
      kind: 'membership',
      cents: 1000,
      per: 'year',
      note: 'Adhésion à MOSC, pour douze mois',
      provenance: PRICES,
    },
    {
      kind: 'per_km',
      centsPerKm: 10,
      basis: 'home_round_trip',
      waitRule: { freeMinutes: 90, kmFactorBeyond: 2, driverGoesHomeFactor: 1 },
      note: 'Comptés de votre domicile, aller et retour. Doublés si l’attente dépasse 90 minutes, sauf accord ; un seul aller-retour si le chauffeur rentre chez lui.',
      provenance: PRICES,
    },
    {
      kind: 'extra',
      label: 'Stationnement et péage',
      note: 'Payés par le passager, s’il y en a',
      provenance: PRICES,
    },
  ],
  eligibility: {
    all: [
      hard({
        kind: 'residence',
        insees: SUD_CHARENTE_INSEES,
        label: 'Habiter l’une des 89 communes du Sud Charente',
      }),
      hard({ kind: 'member' }, 'Adhésion à MOSC, 10 € par an'),
      hard({ kind: 'no_licence' }),
      hard({ kind: 'no_vehicle' }),
      hard({ kind: 'no_other_solution' }),
      hard({ kind: 'low_income', label: 'Revenus trop faibles pour payer un autre transport' }),
      hard({ kind: 'not_covered_by_insurance' }),
      soft('Avoir une assurance responsabilité civile', 'Attestation d’assurance'),
      soft('Ne pas avoir besoin de surveillance médicale pendant le trajet'),
    ],
  },
  accommodations: [
    { code: 'luggage_help', value: 'on_request', note: 'Aide aux bagages et à la ceinture' },
    {
      code: 'door_through_door',
      value: 'on_request',
      note: 'Le chauffeur n’entre pas avec vous, sauf accord',
    },
    { code: 'wheelchair', value: 'unknown', note: null },
    { code: 'animal', value: 'no', note: null },
  ],
  purposes: {
    allowed: ['health', 'shopping', 'errands', 'leisure', 'social', 'connection'],
    denied: ['work', 'school'],
  },
  conditions: [
    'Les trajets payés par l’Assurance Maladie ou une mutuelle ne sont pas acceptés : demandez d’abord à votre médecin.',
    'Toutes les conditions comptent ensemble : habiter le territoire, adhérer, ne pas avoir de permis ni de véhicule, ne pas pouvoir prendre un autre transport, avoir de faibles revenus.',
    'Formation et recherche d’emploi acceptées ; trajets vers le travail ou l’école refusés.',
    'Prévenez au moins 3 jours avant, et 7 jours avant le tout premier trajet. Une demande urgente est possible.',
    'Pour annuler, appelez au moins 24 heures avant.',
    'Payez le chauffeur en espèces, avec l’appoint.',
    'Soyez prêt 5 minutes avant l’heure.',
    'Les mineurs sont accompagnés d’un adulte. Animaux et matériaux ne sont pas transportés.',
    'Les jours et les heures dépendent des bénévoles disponibles.',
  ],
  provenance: RULES,
  sourceIds: ['mosc-conditions-2019', 'mosc-tarif-2019', 'mosc-site-2021'],
});

const COUNTERS = [
  ['Siège de MOSC', '3 avenue Henry-Dunant, 16190 Montmoreau', '16230'],
  [
    'Centre socioculturel du Barbezilien',
    'Place de Verdun, aile 1, 1er étage, 16300 Barbezieux-Saint-Hilaire',
    '16028',
  ],
  ['Centre socioculturel Envol', '7 rue Pascaud-Choqueur, 16210 Chalais', '16073'],
  ['La Parenthèse', '1 avenue de l’Aquitaine, 16190 Montmoreau', '16230'],
  [
    'ATLEB, pôle multimédia et mobilité',
    '6 route de Montmoreau, Blanzac-Porcheresse, 16250 Coteaux-du-Blanzacais',
    '16046',
  ],
] as const;

export const MOSC_OFFERS: readonly Offer[] = [
  MOSC_SOLIDARITY,
  offerSeed({
    id: 'mosc-antennes',
    kind: 'advice',
    name: 'Antennes de mobilité',
    summary: 'On cherche avec vous comment vous déplacer : transports, aides, inscription.',
    status: 'to_confirm',
    statusNote: 'Lieux relevés en 2021, horaires à compléter.',
    provider: MOSC,
    territoryCodes: ['sud-charente'],
    phone: MOSC.phone,
    email: MOSC.email,
    url: MOSC.url,
    fares: [
      { kind: 'unknown', note: null, provenance: fact('mosc-site-2021', '2021-01', 'medium') },
    ],
    conditions: ['Appelez avant de vous déplacer : les horaires des antennes ne sont pas connus.'],
    places: COUNTERS.map(([name, address, insee]) => ({ name, address, insee, point: null })),
    provenance: fact('mosc-site-2021', '2021-01', 'medium'),
    sourceIds: ['mosc-site-2021'],
  }),
  offerSeed({
    id: 'mosc-location',
    kind: 'rental',
    name: 'Location de scooters et de voitures',
    summary: 'Scooters et voitures à louer. L’association doit confirmer que cela existe encore.',
    status: 'to_confirm',
    statusNote:
      'Offre non confirmée. Lieu, jours, heures, prix, caution et conditions ne sont pas connus : demandez-les en appelant.',
    provider: MOSC,
    territoryCodes: ['sud-charente'],
    phone: MOSC.phone,
    url: MOSC.url,
    // Where it is listed: neither a place to fetch a vehicle, nor hours, nor prices are published.
    patterns: [
      doorPattern({
        id: 'mosc-location-1',
        rule: 'starts_in',
        origin: { ...SUD_CHARENTE_AREA, label: 'Le Sud Charente, à confirmer' },
        pickup: 'stop',
        durationFactor: 1,
        durationOffsetSeconds: 0,
      }),
    ],
    fares: (['car', 'moped'] as const).map((vehicle) => ({
      kind: 'unknown',
      vehicle,
      note: null,
      provenance: fact('mosc-site', null, 'low'),
    })),
    eligibility: hard({
      kind: 'other',
      label: 'Conditions à demander à l’association : nous ne les connaissons pas',
    }),
    provenance: fact('mosc-site', null, 'low'),
    sourceIds: ['mosc-site'],
  }),
];
