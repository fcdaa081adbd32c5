// Transport to care paid by the health insurance, and outings paid by the pension fund.

import type { Eligibility } from '#domain/transport/eligibility.ts';
import type { FareComponent } from '#domain/transport/fare.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { fact, weekdays } from '#seeds/demo/compact.ts';
import {
  ALL_TERRITORIES,
  doorPattern,
  EVERYWHERE,
  HEALTH_INSURANCE,
  offerSeed,
  provider,
} from '#seeds/demo/transport/offer-seed.ts';

const RULES = fact('ameli-transport', '2025', 'high');
const FRANCHISE = fact('franchise-2024', '2024-03', 'high');

const PRESCRIPTION: Eligibility = {
  criterion: { kind: 'prescription' },
  proof: 'Prescription médicale de transport, signée avant le trajet',
  weight: 'hard',
};

/** 55 % of the agreed price; flat charge since 31 March 2024. */
const REIMBURSED: FareComponent = {
  kind: 'reimbursed',
  ratePercent: 55,
  franchiseCentsPerTrip: 400,
  franchiseCentsPerDay: 800,
  franchiseCentsPerYear: 5000,
  note: '55 % du tarif conventionné, moins une franchise de 4 € par trajet, 8 € par jour et 50 € par an. 100 % dans certains cas : affection de longue durée, maternité, accident du travail.',
  provenance: FRANCHISE,
};

const AGREED_PRICE: FareComponent = {
  kind: 'unknown',
  note: 'Tarif conventionné, selon la distance',
  provenance: RULES,
};

const CONDITIONS = [
  'Demandez la prescription à votre médecin avant le trajet : après, rien n’est remboursé.',
  'Prise en charge possible : hospitalisation, affection de longue durée qui empêche de se déplacer seul, position allongée ou surveillance nécessaire, accident du travail.',
  'Accord préalable de l’Assurance Maladie au-delà de 150 km, et pour 4 trajets ou plus de plus de 50 km en deux mois.',
  'Le transport partagé avec d’autres patients est proposé par défaut, si votre santé le permet.',
  'Franchise : 4 € par trajet, 8 € par jour au plus, 50 € par an au plus, depuis le 31 mars 2024. Rien pour les moins de 18 ans, la maternité, la complémentaire santé solidaire et les urgences.',
  'Une question ? Appelez le 36 46, ou la MSA si vous en dépendez.',
];

const MEDICAL = {
  status: 'active',
  provider: HEALTH_INSURANCE,
  organizer: 'Assurance Maladie',
  territoryCodes: ALL_TERRITORIES,
  url: HEALTH_INSURANCE.url,
  eligibility: PRESCRIPTION,
  purposes: {
    allowed: ['health'],
    denied: ['shopping', 'errands', 'work', 'school', 'leisure', 'social'],
  },
  fares: [AGREED_PRICE, REIMBURSED],
  conditions: CONDITIONS,
  provenance: RULES,
  sourceIds: ['ameli-transport', 'franchise-2024'],
} as const satisfies Partial<Offer>;

export const MEDICAL_OFFERS: readonly Offer[] = [
  offerSeed({
    ...MEDICAL,
    id: 'transport-sanitaire-assis',
    kind: 'medical_seat',
    name: 'Transport assis prescrit, en VSL',
    summary:
      'Un véhicule vous conduit assis à un soin, avec de l’aide, sur prescription du médecin.',
    statusNote: 'Choisissez vous-même la société de transport : numéros locaux à compléter.',
    patterns: [
      doorPattern({ id: 'transport-sanitaire-assis-domicile', rule: 'within', origin: EVERYWHERE }),
    ],
    accommodations: [
      { code: 'transfer_aid', value: 'yes', note: 'Aide pour monter et descendre' },
      { code: 'door_through_door', value: 'yes', note: null },
      { code: 'companion', value: 'on_request', note: 'Si le médecin l’écrit' },
      { code: 'wheelchair', value: 'on_request', note: 'Fauteuil plié ; dites-le en appelant' },
    ],
  }),
  offerSeed({
    ...MEDICAL,
    id: 'transport-sanitaire-allonge',
    kind: 'medical_lying',
    name: 'Ambulance prescrite',
    summary: 'Une ambulance vous conduit allongé ou surveillé, sur prescription du médecin.',
    statusNote: 'Choisissez vous-même la société d’ambulances : numéros locaux à compléter.',
    patterns: [
      doorPattern({
        id: 'transport-sanitaire-allonge-domicile',
        rule: 'within',
        origin: EVERYWHERE,
      }),
    ],
    accommodations: [
      { code: 'lying', value: 'yes', note: null },
      { code: 'oxygen', value: 'yes', note: null },
      { code: 'transfer_aid', value: 'yes', note: null },
      { code: 'door_through_door', value: 'yes', note: null },
    ],
  }),
  offerSeed({
    ...MEDICAL,
    id: 'taxi-conventionne',
    kind: 'taxi',
    name: 'Taxi conventionné, sur prescription',
    summary: 'Un taxi agréé par l’Assurance Maladie vous conduit à un soin, sur prescription.',
    status: 'to_confirm',
    statusNote:
      'Nouvelle convention en vigueur depuis novembre 2025. Prix au kilomètre en Charente à compléter.',
    patterns: [
      doorPattern({ id: 'taxi-conventionne-domicile', rule: 'within', origin: EVERYWHERE }),
    ],
    fares: [
      {
        kind: 'flat',
        cents: 1300,
        per: 'leg',
        note: 'Forfait de prise en charge',
        provenance: fact('taxi-convention-2025', '2025-11', 'low'),
      },
      {
        kind: 'unknown',
        note: 'Prix au kilomètre, fixé par département',
        provenance: fact('taxi-convention-2025', '2025-11', 'medium'),
      },
      REIMBURSED,
    ],
    accommodations: [{ code: 'wheelchair', value: 'unknown', note: null }],
    provenance: fact('taxi-convention-2025', '2025-11', 'medium'),
    sourceIds: ['taxi-convention-2025', 'ameli-transport', 'franchise-2024'],
  }),
  offerSeed({
    ...MEDICAL,
    id: 'vehicule-personnel-prescrit',
    kind: 'fare_aid',
    name: 'Votre voiture ou celle d’un proche, sur prescription',
    summary: 'L’Assurance Maladie rembourse les kilomètres quand le médecin a prescrit le trajet.',
    status: 'to_confirm',
    statusNote: 'Montant fixé en 2015, encore cité. À confirmer auprès de l’Assurance Maladie.',
    fares: [
      {
        kind: 'extra',
        label: 'Remboursement : 0,30 € par kilomètre',
        note: 'Sans franchise. Train et bus : remboursés au prix le plus économique.',
        provenance: fact('vehicule-personnel', '2015-04-19', 'medium'),
      },
    ],
    conditions: [
      'Demandez la prescription avant le trajet et gardez les justificatifs.',
      'Vous devez pouvoir vous déplacer seul ou avec un proche.',
    ],
    provenance: fact('vehicule-personnel', '2015-04-19', 'medium'),
    sourceIds: ['vehicule-personnel', 'ameli-transport'],
  }),
  offerSeed({
    id: 'sortir-plus',
    kind: 'accompaniment',
    name: 'Sortir Plus',
    summary:
      'Après 75 ans, quelqu’un vous accompagne chez le médecin, aux courses ou en promenade, à pied ou en voiture.',
    status: 'to_confirm',
    statusNote: 'Règles de 2024.',
    provider: provider({
      id: 'agirc-arrco',
      name: 'Agirc-Arrco',
      kind: 'pension_fund',
      phone: '09 71 09 09 71',
      url: 'https://www.services75ans.agirc-arrco.fr',
    }),
    organizer: 'Agirc-Arrco, avec les services d’aide à domicile',
    territoryCodes: ALL_TERRITORIES,
    phone: '09 71 09 09 71',
    url: 'https://www.services75ans.agirc-arrco.fr',
    // An hour of driving a trip, ten kilometres around: the order of magnitude the fund gives.
    patterns: [
      doorPattern({ id: 'sortir-plus-domicile', rule: 'within', origin: EVERYWHERE, maxKm: 10 }),
    ],
    booking: {
      notice: {
        kind: 'days_before',
        days: 2,
        businessDays: false,
        atMinute: 18 * 60 + 30,
        opensDaysBefore: null,
      },
      channels: ['phone'],
      phone: '09 71 09 09 71',
      url: 'https://www.services75ans.agirc-arrco.fr',
      email: null,
      lineHours: { week: weekdays('8:30-18:30'), closedOnHolidays: true },
      firstTripDays: 7,
      urgentPossible: false,
      cancelBeforeMinutes: null,
      toSay: [
        'Votre âge et votre caisse de retraite complémentaire',
        'Le jour et l’heure du rendez-vous',
        'L’adresse où vous allez',
        'L’aide dont vous avez besoin pour marcher',
      ],
      provenance: fact('sortir-plus-2024', '2024-04', 'high'),
    },
    fares: [
      {
        kind: 'free',
        note: 'Rien à payer, dans la limite de l’aide de l’année',
        provenance: fact('sortir-plus-2024', '2024-04', 'high'),
      },
      {
        kind: 'allowance',
        centsPerYear: 45000,
        note: 'Aide de 450 € par an',
        provenance: fact('sortir-plus-2024', '2024-04', 'high'),
      },
    ],
    eligibility: {
      all: [
        {
          criterion: { kind: 'age', min: 75, max: null },
          proof: 'Pièce d’identité',
          weight: 'hard',
        },
        {
          criterion: { kind: 'pension', label: 'Retraite complémentaire Agirc-Arrco' },
          proof: 'Dernier relevé de retraite complémentaire',
          weight: 'hard',
        },
      ],
    },
    accommodations: [
      { code: 'companion', value: 'yes', note: 'Une personne reste avec vous' },
      { code: 'door_through_door', value: 'yes', note: null },
      { code: 'wheelchair', value: 'unknown', note: null },
    ],
    purposes: { allowed: ['health', 'shopping', 'social', 'leisure'], denied: [] },
    conditions: [
      'Prévenez 7 jours avant la première sortie, puis 2 jours avant chaque sortie.',
      'Sans condition de revenus : il faut être isolé ou avoir du mal à se déplacer.',
      'L’aide de l’année paie environ cinq sorties en voiture d’une heure, dans un rayon de 10 km, ou dix sorties à pied.',
    ],
    provenance: fact('sortir-plus-2024', '2024-04', 'high'),
    sourceIds: ['sortir-plus-2024'],
  }),
];
