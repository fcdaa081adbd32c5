// Of what dates, from whom, are the data a result was reckoned on? A figure without them is not shown.

import { APL_PARAMETERS } from './apl-parameters.ts';
import type { Vintage } from './figures.ts';
import type { Ground, GroundSource } from './ground.ts';
import type { SupplyKind } from './supply.ts';

export type VintageFacts = {
  ground: Ground;
  isEstimate: boolean;
  /** Of the roads; null: not said, or none. */
  roadsDate: string | null;
  /** Monday of the week of reference without a car; null: not computed. */
  monday: string | null;
  /** Places of care no road known leads to, by name. */
  offRoad: readonly string[];
};

/** As sources name things: in French. */
const COUNTED: Readonly<Record<SupplyKind, string>> = {
  gp: 'médecins généralistes',
  nurse: 'infirmiers',
  physio: 'kinésithérapeutes',
  dentist: 'dentistes',
  midwife: 'sages-femmes',
  pharmacy: 'pharmacies',
  hospital: 'hôpitaux',
  emergency: 'services d’urgences',
};

export function listVintages(facts: VintageFacts): Vintage[] {
  const { ground, isEstimate, roadsDate, monday, offRoad } = facts;
  const { decay, ageWeights, vintage } = APL_PARAMETERS.gp;
  const of = (id: string, sources: readonly GroundSource[], toConfirm = false): Vintage[] =>
    sources.map(({ name, publisher, date }) => ({
      id,
      name,
      date: date === '' ? null : date,
      source: publisher,
      toConfirm,
    }));
  return [
    ...of('population', ground.sources.population),
    ...of('supply', ground.sources.supply),
    ...ground.doubtful.map(({ name, kind, headCount }) => ({
      id: 'doubtful_supply',
      name: `Effectif à vérifier : ${name}, ${headCount} ${COUNTED[kind]}`,
      date: null,
      source: ground.sources.supply.map(({ publisher }) => publisher).join(', '),
      toConfirm: true,
    })),
    {
      id: 'roads',
      name: isEstimate ? 'estimate' : 'Routes et chemins',
      date: roadsDate,
      source: isEstimate ? 'Voisoin' : 'OpenStreetMap',
      toConfirm: isEstimate,
    },
    {
      id: 'parameters',
      name: decay.source,
      date: vintage,
      source: ageWeights.source,
      toConfirm: decay.certainty !== 'published' || ageWeights.certainty !== 'published',
    },
    ...(monday === null
      ? []
      : [
          {
            id: 'week',
            name: 'Semaine de référence des horaires',
            date: monday,
            source: 'Voisoin',
            toConfirm: false,
          },
        ]),
    ...offRoad.map((name) => ({
      id: 'off_road',
      name: `Lieu de soin loin de toute route connue : ${name}`,
      date: roadsDate,
      source: 'OpenStreetMap',
      toConfirm: true,
    })),
    ...of('published', ground.sources.published),
  ];
}
