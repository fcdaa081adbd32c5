// Offers of the other territories, and those a document names without describing them.

import type { Offer } from '#domain/transport/offer.ts';
import { dayHours, fact, weekdays } from '#seeds/demo/compact.ts';
import { MONDAY_TO_SATURDAY } from '#seeds/demo/transport/calendars.ts';
import { doorPattern, offerSeed, provider, ROYAN_AREA } from '#seeds/demo/transport/offer-seed.ts';

const TRANSDEV_ROYAN = provider({
  id: 'transdev-royan',
  name: 'Transdev Royan Atlantique',
  kind: 'operator',
  url: 'https://www.cara-bus.com',
});

const CARA_FIL = fact('cara-fil-2016', '2016-05-02', 'medium');
const CLS_2019 = fact('cls-sud-charente-2019', '2019', 'low');

export const OTHER_OFFERS: readonly Offer[] = [
  offerSeed({
    id: 'car16',
    kind: 'advice',
    name: 'CAR16',
    summary: 'Dispositif essayé entre 2014 et 2018. Nous cherchons ce qu’il proposait.',
    status: 'to_document',
    statusNote: 'Cité par le contrat local de santé, jamais décrit.',
    territoryCodes: ['sud-charente'],
    provenance: CLS_2019,
    sourceIds: ['cls-sud-charente-2019'],
  }),
  offerSeed({
    id: 'mobilite-inversee',
    kind: 'itinerant',
    name: 'Mobilité inversée',
    summary: 'L’idée : des services qui viennent vers l’habitant. Lieux et dates à compléter.',
    status: 'to_document',
    statusNote: 'Cité par le contrat local de santé, jamais décrit.',
    territoryCodes: ['sud-charente'],
    provenance: CLS_2019,
    sourceIds: ['cls-sud-charente-2019'],
  }),
  offerSeed({
    id: 'cara-bus',
    kind: 'urban_network',
    name: 'Cara’Bus',
    summary: 'Les bus du Pays royannais, de 7 h à 20 h sur les lignes principales.',
    status: 'to_confirm',
    statusNote: 'Nouveau réseau en 2026 : arrêts, horaires et prix à compléter.',
    provider: TRANSDEV_ROYAN,
    organizer: 'Communauté d’agglomération Royan Atlantique',
    territoryCodes: ['royan-atlantique'],
    url: 'https://www.cara-bus.com',
    fares: [
      { kind: 'unknown', note: null, provenance: fact('cara-bus-2025', '2025-03', 'medium') },
    ],
    provenance: fact('cara-bus-2025', '2025-03', 'medium'),
    sourceIds: ['cara-bus-2025'],
  }),
  offerSeed({
    id: 'cara-fil',
    kind: 'on_demand',
    name: 'Cara’fil, transport adapté',
    summary: 'Un minibus adapté vient chez vous et vous conduit à un arrêt accessible voisin.',
    status: 'to_confirm',
    statusNote: 'Règles et prix de 2016.',
    provider: TRANSDEV_ROYAN,
    organizer: 'Communauté d’agglomération Royan Atlantique',
    territoryCodes: ['royan-atlantique'],
    phone: '0 810 810 977',
    patterns: [
      doorPattern({
        id: 'cara-fil-domicile',
        rule: 'within',
        origin: ROYAN_AREA,
        calendar: MONDAY_TO_SATURDAY,
        windows: dayHours('8:00-18:00'),
        durationFactor: 1.4,
        durationOffsetSeconds: 600,
        feeder: 'yes',
      }),
    ],
    booking: {
      notice: { kind: 'elapsed', minMinutes: 240, maxMinutes: null },
      channels: ['phone'],
      phone: '0 810 810 977',
      url: null,
      email: null,
      lineHours: { week: weekdays('8:00-12:00 14:00-18:00'), closedOnHolidays: true },
      firstTripDays: null,
      urgentPossible: false,
      cancelBeforeMinutes: null,
      toSay: [
        'L’adresse de départ',
        'L’heure du rendez-vous',
        'Votre fauteuil ou votre aide à la marche',
      ],
      provenance: CARA_FIL,
    },
    fares: [{ kind: 'flat', cents: 160, per: 'leg', note: 'Prix de 2016', provenance: CARA_FIL }],
    eligibility: {
      all: [
        {
          criterion: {
            kind: 'residence',
            insees: ROYAN_AREA.kind === 'communes' ? ROYAN_AREA.insees : [],
            label: 'Habiter la communauté d’agglomération Royan Atlantique',
          },
          proof: 'Dossier d’inscription',
          weight: 'hard',
        },
        {
          criterion: { kind: 'disability_card' },
          proof: 'Carte d’invalidité de 80 % ou plus',
          weight: 'hard',
        },
      ],
    },
    accommodations: [{ code: 'wheelchair', value: 'yes', note: 'Minibus équipés' }],
    conditions: [
      'Inscrivez-vous avec un dossier avant le premier trajet.',
      'Réservez une demi-journée avant. Pas de service les jours fériés.',
    ],
    provenance: CARA_FIL,
    sourceIds: ['cara-fil-2016'],
  }),
  offerSeed({
    id: 'aunis-mobilites',
    kind: 'advice',
    name: 'Se déplacer en Aunis Atlantique',
    summary: 'Cars régionaux, autostop organisé, location de vélos électriques : à décrire.',
    status: 'to_document',
    statusNote: 'Services cités en 2023, sans détail.',
    organizer: 'Communauté de communes Aunis Atlantique',
    territoryCodes: ['aunis-atlantique'],
    url: 'https://aunisatlantique.fr',
    provenance: fact('aunis-mobilites', '2023', 'low'),
    sourceIds: ['aunis-mobilites'],
  }),
  offerSeed({
    id: 'tad-charente-maritime-2010',
    kind: 'on_demand',
    name: 'Transport à la demande du Département (ancien)',
    summary:
      'En 2010, un taxi venait à domicile pour aller au bourg, réservé la veille avant 17 h.',
    status: 'historic',
    statusNote: 'Service repris par la Région depuis.',
    organizer: 'Département de la Charente-Maritime',
    territoryCodes: ['aunis-atlantique'],
    fares: [
      {
        kind: 'flat',
        cents: 200,
        per: 'leg',
        note: 'Prix de 2010',
        provenance: fact('tad-17-2010', '2010-10-19', 'medium'),
      },
    ],
    provenance: fact('tad-17-2010', '2010-10-19', 'medium'),
    sourceIds: ['tad-17-2010'],
  }),
  offerSeed({
    id: 'tad-occitanie',
    kind: 'on_demand',
    name: 'Transport à la demande de la Région Occitanie',
    summary:
      'La Région organise des lignes sur réservation. Celles du Haut Languedoc restent à décrire.',
    status: 'to_document',
    statusNote: '2 € le trajet dans un autre territoire de la Région, en 2022.',
    provider: provider({
      id: 'region-occitanie',
      name: 'Région Occitanie',
      kind: 'region',
      url: 'https://www.lio-occitanie.fr',
    }),
    organizer: 'Région Occitanie',
    territoryCodes: ['haut-languedoc-et-vignobles'],
    provenance: fact('tad-occitanie-2022', '2022-03', 'low'),
    sourceIds: ['tad-occitanie-2022'],
  }),
];
