// The four local health contracts of this deployment: who holds them, which communes, which colours.
// Colours are ours, chosen for a contrast of 7:1 or more on paper; they are nobody's logo.

import type { Territory } from '#domain/territory/territory.ts';
import { fact } from '#seeds/demo/compact.ts';
import { HELP_NUMBERS } from '#seeds/demo/territory/help-numbers.ts';
import { OUTLINE_COMMUNES } from '#seeds/demo/territory/outline-communes.ts';
import { TERRITORY_COMMUNES } from '#seeds/demo/territory/territory-communes.ts';

export const EPCI_4B = { siren: '200029734', name: 'CC des 4B Sud Charente' };
export const EPCI_LAVALETTE = { siren: '200070282', name: 'CC Lavalette Tude Dronne' };

function communesOf(sirens: readonly string[]): string[] {
  return sirens.flatMap((siren) => (OUTLINE_COMMUNES[siren] ?? []).map(([insee]) => insee));
}

const HAUT_LANGUEDOC_EPCIS = [
  { siren: '200042646', name: 'CC Grand Orb, Communauté de communes en Languedoc' },
  { siren: '200071058', name: 'CC Les Avant-Monts' },
  { siren: '200066348', name: 'CC du Minervois au Caroux' },
  { siren: '200042653', name: 'CC Sud-Hérault' },
];

export const DEMO_TERRITORIES: readonly Territory[] = [
  {
    code: 'sud-charente',
    name: 'Sud Charente',
    holder: 'Pays Sud Charente et Agence régionale de santé Nouvelle-Aquitaine',
    epcis: [EPCI_4B, EPCI_LAVALETTE],
    communeInsees: TERRITORY_COMMUNES.map(([insee]) => insee),
    colours: { main: '#0b5345', soft: '#e2f0ea' },
    contacts: [
      {
        label: 'Pays Sud Charente, contrat local de santé',
        phone: null,
        email: null,
        url: 'https://pays-sud-charente.com',
      },
      {
        label: 'MOSC, se déplacer sans voiture',
        phone: '07 82 32 76 33',
        email: 'contact@mosc.fr',
        url: 'https://mosc.fr',
      },
    ],
    helpNumbers: HELP_NUMBERS,
    coverage: 'full',
    provenance: fact('cls-sud-charente-2025', '2025-10', 'high'),
  },
  {
    code: 'royan-atlantique',
    name: 'Royan Atlantique',
    holder: 'Communauté d’agglomération Royan Atlantique',
    epcis: [{ siren: '241700640', name: 'CA Royan Atlantique' }],
    communeInsees: communesOf(['241700640']),
    colours: { main: '#0f4a78', soft: '#e3eef7' },
    contacts: [
      {
        label: 'Communauté d’agglomération Royan Atlantique',
        phone: null,
        email: null,
        url: 'https://www.agglo-royan.fr',
      },
    ],
    helpNumbers: HELP_NUMBERS,
    coverage: 'outline',
    provenance: fact('cls-royan-2022', '2022-10-14', 'high'),
  },
  {
    code: 'aunis-atlantique',
    name: 'Aunis Atlantique',
    holder: 'Communauté de communes Aunis Atlantique',
    epcis: [{ siren: '200041499', name: 'CC Aunis Atlantique' }],
    communeInsees: communesOf(['200041499']),
    colours: { main: '#5a3a7e', soft: '#efe8f6' },
    contacts: [
      {
        label: 'Communauté de communes Aunis Atlantique',
        phone: null,
        email: null,
        url: 'https://aunisatlantique.fr',
      },
    ],
    helpNumbers: HELP_NUMBERS,
    coverage: 'outline',
    provenance: fact('cls-aunis-2025', '2025-04', 'high'),
  },
  {
    code: 'haut-languedoc-et-vignobles',
    name: 'Haut Languedoc et Vignobles',
    holder: 'Pays Haut Languedoc et Vignobles, avec l’ARS Occitanie',
    epcis: HAUT_LANGUEDOC_EPCIS,
    communeInsees: communesOf(HAUT_LANGUEDOC_EPCIS.map(({ siren }) => siren)),
    colours: { main: '#7a2e1d', soft: '#f8e9e3' },
    contacts: [
      {
        label: 'Pays Haut Languedoc et Vignobles, contrat local de santé',
        phone: '04 67 38 11 10',
        email: 'cls@payshlv.com',
        url: 'https://www.payshlv.com',
      },
    ],
    helpNumbers: HELP_NUMBERS,
    coverage: 'outline',
    provenance: fact('cls-haut-languedoc', null, 'high'),
  },
];
