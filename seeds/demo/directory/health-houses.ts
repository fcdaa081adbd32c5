// Health houses and health centres of Sud Charente and around, as far as public pages tell.

import { fact, hoursBlock, phoneContact, week } from '#seeds/demo/compact.ts';
import { type EntrySeed, entrySeed, type ServiceSeed } from '#seeds/demo/directory/entry-seed.ts';
import { ofPlace } from '#seeds/demo/directory/of-place.ts';

const GP: ServiceSeed = { needId: 'medecin-generaliste', name: 'Médecine générale', note: null };

/** Insee counts a health house in these communes too (BPE 2025), without name or address. */
const COUNTED_ONLY = [
  ['16025', 'Baignes-Sainte-Radegonde', '16360'],
  ['16046', 'Coteaux-du-Blanzacais', '16250'],
  ['16408', 'Villebois-Lavalette', '16320'],
] as const;

export const HEALTH_HOUSES: readonly EntrySeed[] = [
  entrySeed({
    id: 'msp-barbezieux',
    kind: 'place',
    category: 'health_house',
    name: 'Maison de santé de Barbezieux',
    title: 'Maison de santé',
    address: {
      street: null,
      complement: null,
      postcode: '16300',
      city: 'Barbezieux-Saint-Hilaire',
    },
    insee: '16028',
    pointPrecision: 'bourg',
    services: [
      GP,
      { needId: 'infirmier', name: 'Soins infirmiers', note: null },
      { needId: 'orthophoniste', name: 'Orthophonie', note: null },
      { needId: 'psychologue', name: 'Psychologie', note: null },
      { needId: 'dieteticien', name: 'Diététique', note: null },
      { needId: 'osteopathe', name: 'Ostéopathie', note: null },
      { needId: 'medecin-specialiste', name: 'Consultations de spécialistes', note: null },
    ],
    themes: ['acces-soins-droits'],
    description:
      'Ouverte en septembre 2018 près du centre-ville : quatorze cabinets, une vingtaine de soignants.',
    provenance: fact('msp-barbezieux-2018', '2018', 'medium'),
  }),
  entrySeed({
    id: 'msp-montmoreau',
    kind: 'place',
    category: 'health_house',
    name: 'Maison de santé de Montmoreau',
    title: 'Maison de santé',
    address: { street: null, complement: null, postcode: '16190', city: 'Montmoreau' },
    insee: '16230',
    pointPrecision: 'bourg',
    services: [GP],
    themes: ['acces-soins-droits'],
    description: 'Six médecins généralistes à la date de l’article.',
    provenance: fact('presse-msp', null, 'medium'),
  }),
  entrySeed({
    id: 'msp-chalais',
    kind: 'place',
    category: 'health_house',
    name: 'Maison de santé de Chalais',
    title: 'Maison de santé',
    address: { street: null, complement: null, postcode: '16210', city: 'Chalais' },
    insee: '16073',
    pointPrecision: 'bourg',
    services: [GP],
    themes: ['acces-soins-droits'],
    description:
      'Ouverte en 2015 : deux médecins généralistes et des paramédicaux à la date de l’article, en lien avec Montmoreau.',
    provenance: fact('presse-msp', null, 'medium'),
  }),
  entrySeed({
    id: 'msp-dignac',
    kind: 'place',
    category: 'health_house',
    name: 'Maison de santé de la Clé d’Or',
    title: 'Maison de santé',
    address: {
      street: '1 rue de la Salle-Polyvalente',
      complement: null,
      postcode: '16410',
      city: 'Dignac',
    },
    insee: '16119',
    point: [0.281814, 45.557288],
    pointPrecision: 'site',
    services: [GP],
    themes: ['acces-soins-droits'],
    provenance: fact('vaccination-2021', '2021-04-14', 'low'),
  }),
  ...COUNTED_ONLY.map(([insee, city, postcode]) =>
    entrySeed({
      id: `msp-${insee}`,
      kind: 'place',
      category: 'health_house',
      name: `Maison de santé ${ofPlace(city)}`,
      title: 'Maison de santé',
      address: { street: null, complement: null, postcode, city },
      insee,
      pointPrecision: 'bourg',
      themes: ['acces-soins-droits'],
      description: 'Recensée par l’Insee en 2025. Nom exact, adresse et téléphone à compléter.',
      provenance: fact('insee-bpe-2025', '2025', 'medium'),
    }),
  ),
  entrySeed({
    id: 'cds-bel-air',
    kind: 'place',
    category: 'health_centre',
    name: 'Centre de santé Bel-Air Grand-Font',
    title: 'Centre de santé',
    address: { street: null, complement: null, postcode: '16000', city: 'Angoulême' },
    insee: '16015',
    pointPrecision: 'commune',
    contacts: [phoneContact('05 16 09 51 72')],
    hours: [
      hoursBlock(week('8:00-20:00|8:00-20:00|8:00-20:00|8:00-20:00|8:00-20:00|8:00-12:00'), {
        note: 'Horaires annoncés à l’ouverture, en 2022.',
      }),
    ],
    services: [GP, { needId: 'infirmier', name: 'Soins infirmiers', note: null }],
    themes: ['acces-soins-droits'],
    description: 'Créé par la Ville et le Département en février 2022.',
    provenance: fact('bel-air-2022', '2022-01-25', 'medium'),
  }),
];
