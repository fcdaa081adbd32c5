// Trains, coaches and town buses of Sud Charente and its neighbours, and the fares that make them cheaper.

import type { Offer } from '#domain/transport/offer.ts';
import { fact } from '#seeds/demo/compact.ts';
import { LINE_13_STOPS } from '#seeds/demo/timetable/line-13.ts';
import { TER_DEMO_FEED_ID } from '#seeds/demo/timetable/line-13-rows.ts';
import { MONDAY_TO_SATURDAY } from '#seeds/demo/transport/calendars.ts';
import { doorPattern, offerSeed, provider, REGION_NA } from '#seeds/demo/transport/offer-seed.ts';

const SNCF = provider({
  id: 'sncf-voyageurs',
  name: 'SNCF Voyageurs',
  kind: 'operator',
  url: 'https://www.ter.sncf.com/nouvelle-aquitaine',
});

const STGA = provider({ id: 'stga', name: 'STGA', kind: 'operator' });

const TIMETABLE_2025 = fact('sncf-ter-2025', '2025-01-22', 'high');

/** Addresses of the stations that have one; the others are known by their point. */
const STATION_ADDRESSES: Readonly<Record<string, readonly [address: string, insee: string]>> = {
  Chalais: ['4 rue de la Gare, 16210 Chalais', '16073'],
};
const STATION_INSEES: Readonly<Record<string, string>> = {
  Angoulême: '16015',
  'La Couronne Charente': '16113',
  Montmoreau: '16230',
};

const TER = {
  kind: 'scheduled_line',
  status: 'to_confirm',
  provider: SNCF,
  organizer: REGION_NA.name,
  territoryCodes: ['sud-charente'],
  url: REGION_NA.url,
  fares: [
    {
      kind: 'unknown',
      note: 'Prix du billet à voir en gare ou sur internet',
      provenance: TIMETABLE_2025,
    },
  ],
  accommodations: [{ code: 'wheelchair', value: 'unknown', note: 'Demandez en réservant' }],
  feedId: TER_DEMO_FEED_ID,
  provenance: TIMETABLE_2025,
  sourceIds: ['sncf-ter-2025'],
} as const satisfies Partial<Offer>;

const ANGOULEME_STATION = LINE_13_STOPS[0]?.point ?? [0.164608, 45.653572];

export const LINE_OFFERS: readonly Offer[] = [
  offerSeed({
    ...TER,
    id: 'ter-l13',
    name: 'TER L13, Angoulême – Chalais – Bordeaux',
    summary: 'S’arrête à Montmoreau et à Chalais, tous les jours, sans réserver.',
    statusNote:
      'Horaires du 22 janvier au 22 avril 2025, donnés comme repère : vérifiez avant de partir.',
    conditions: [
      'Pas de réservation : achetez le billet avant de monter.',
      'Certains jours, un car remplace le train.',
    ],
    places: LINE_13_STOPS.map(({ name, point }) => ({
      name: `Gare de ${name}`,
      address: STATION_ADDRESSES[name]?.[0] ?? null,
      insee: STATION_ADDRESSES[name]?.[1] ?? STATION_INSEES[name] ?? null,
      point,
    })),
  }),
  offerSeed({
    ...TER,
    id: 'ter-l16-chateauneuf',
    name: 'TER L16, Royan – Saintes – Angoulême',
    summary: 'Gare de Châteauneuf-sur-Charente, au nord du territoire.',
    statusNote: 'Une vingtaine d’arrêts par jour en semaine en janvier 2025, horaires à importer.',
    places: [
      {
        name: 'Gare de Châteauneuf-sur-Charente',
        address: null,
        insee: '16090',
        point: [-0.050217, 45.59978],
      },
    ],
  }),
  offerSeed({
    ...TER,
    id: 'ter-l15-jonzac',
    name: 'TER L15, La Rochelle – Saintes – Bordeaux',
    summary: 'Gare de Jonzac, à l’ouest du territoire.',
    statusNote: 'Une quinzaine d’arrêts par jour en semaine en janvier 2025, horaires à importer.',
    places: [
      { name: 'Gare de Jonzac', address: null, insee: '17197', point: [-0.44164, 45.438746] },
    ],
  }),
  offerSeed({
    id: 'mobius',
    kind: 'urban_network',
    name: 'Möbius, bus de l’agglomération d’Angoulême',
    summary: 'Les bus d’Angoulême, pour aller de la gare à l’hôpital de Girac.',
    status: 'to_confirm',
    statusNote: 'Lignes, horaires et tarifs à compléter.',
    provider: STGA,
    organizer: 'GrandAngoulême',
    territoryCodes: ['sud-charente'],
    patterns: [
      doorPattern({
        id: 'mobius-gare-hopital',
        rule: 'from_to',
        origin: {
          kind: 'points',
          points: [
            {
              id: 'gare-angouleme',
              name: 'Gare d’Angoulême',
              point: ANGOULEME_STATION,
              radiusMeters: 600,
            },
          ],
          label: 'Gare d’Angoulême',
        },
        destination: {
          kind: 'points',
          points: [
            {
              id: 'hopital-girac',
              name: 'Centre hospitalier d’Angoulême (Girac)',
              point: [0.120763, 45.636],
              radiusMeters: 800,
            },
          ],
          label: 'Centre hospitalier d’Angoulême (Girac)',
        },
        pickup: 'stop',
        calendar: MONDAY_TO_SATURDAY,
        durationFactor: 1.8,
        durationOffsetSeconds: 600,
        feeder: 'yes',
        transferMarginMinutes: 15,
      }),
    ],
    fares: [
      {
        kind: 'unknown',
        note: 'Prix du ticket à compléter',
        provenance: fact('mobius-2019', '2019-09', 'medium'),
      },
    ],
    conditions: ['Demandez la ligne et l’heure du prochain bus à la gare d’Angoulême.'],
    places: [{ name: 'Gare d’Angoulême', address: null, insee: '16015', point: ANGOULEME_STATION }],
    provenance: fact('mobius-2019', '2019-09', 'medium'),
    sourceIds: ['mobius-2019'],
  }),
  offerSeed({
    id: 'cars-region-16',
    kind: 'scheduled_line',
    name: 'Cars régionaux de Charente',
    summary: 'Des cars relient Barbezieux à Angoulême. Lignes, arrêts et horaires à compléter.',
    status: 'to_document',
    statusNote: 'Les prix ont changé en septembre 2024 : demandez le prix avant de partir.',
    provider: REGION_NA,
    organizer: REGION_NA.name,
    territoryCodes: ['sud-charente'],
    url: REGION_NA.url,
    places: [
      {
        name: 'Gare routière de Barbezieux',
        address: 'Avenue Chanzy, Barbezieux-Saint-Hilaire',
        insee: '16028',
        point: null,
      },
    ],
    provenance: fact('citram', null, 'low'),
    sourceIds: ['citram', 'region-na-transports'],
  }),
  offerSeed({
    id: 'tad-region-16',
    kind: 'on_demand',
    name: 'Transport à la demande en Charente',
    summary: 'Un service sur réservation existe par endroits : zones, prix et numéro à compléter.',
    status: 'to_document',
    statusNote: 'Rien de confirmé pour le Sud Charente.',
    provider: REGION_NA,
    organizer: 'Région Nouvelle-Aquitaine ou communautés de communes',
    territoryCodes: ['sud-charente'],
    url: REGION_NA.url,
    provenance: fact('tad-charente-2025', '2025-07-15', 'low'),
    sourceIds: ['tad-charente-2025'],
  }),
  offerSeed({
    id: 'tarif-solidaire-na',
    kind: 'fare_aid',
    name: 'Tarif solidaire des trains et des cars régionaux',
    summary: '80 % de réduction sur les TER et les cars de la Région, selon vos revenus.',
    status: 'to_confirm',
    statusNote: 'Règles de 2019, plafond de revenus à vérifier.',
    provider: REGION_NA,
    organizer: REGION_NA.name,
    territoryCodes: ['sud-charente', 'royan-atlantique', 'aunis-atlantique'],
    url: 'https://transports.nouvelle-aquitaine.fr/fr',
    fares: [
      {
        kind: 'discount',
        percent: 80,
        note: 'Sur les TER et les cars de la Région',
        provenance: fact('tarif-solidaire-2019', '2019-04', 'medium'),
      },
    ],
    eligibility: {
      any: [
        {
          criterion: { kind: 'low_income', label: 'Quotient familial de moins de 870 € par mois' },
          proof: 'Attestation de quotient familial',
          weight: 'hard',
        },
        {
          criterion: { kind: 'benefit', anyOf: ['AAH', 'ADA'] },
          proof: 'Attestation de droits',
          weight: 'hard',
        },
      ],
    },
    conditions: ['Demandez la carte avant de voyager : la réduction se prouve à bord.'],
    provenance: fact('tarif-solidaire-2019', '2019-04', 'medium'),
    sourceIds: ['tarif-solidaire-2019'],
  }),
  offerSeed({
    id: 'pass-charente-transport',
    kind: 'fare_aid',
    name: 'Pass’Charente transport',
    summary: 'Ancien chéquier de 60 € pour les taxis et le transport à la demande.',
    status: 'historic',
    statusNote: 'Aide ancienne du Département, sans doute arrêtée.',
    organizer: 'Département de la Charente',
    territoryCodes: ['sud-charente'],
    fares: [
      {
        kind: 'allowance',
        centsPerYear: 6000,
        note: 'Chéquier de 60 €',
        provenance: fact('pass-charente', null, 'low'),
      },
    ],
    eligibility: {
      any: [
        { criterion: { kind: 'age', min: 6, max: 18 }, proof: null, weight: 'hard' },
        { criterion: { kind: 'age', min: 71, max: null }, proof: null, weight: 'hard' },
      ],
    },
    provenance: fact('pass-charente', null, 'low'),
    sourceIds: ['pass-charente'],
  }),
];
