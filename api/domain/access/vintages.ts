// Of what dates, from whom, are the data a result was reckoned on? A figure without them is not shown.

import { APL_PARAMETERS } from './apl-parameters.ts';
import type { Vintage } from './figures.ts';
import type { Ground, GroundSource } from './ground.ts';

export type VintageFacts = {
  ground: Ground;
  isEstimate: boolean;
  /** Of the roads; null: not said, or none. */
  roadsDate: string | null;
  /** Monday of the week of reference without a car; null: not computed. */
  monday: string | null;
};

export function listVintages({ ground, isEstimate, roadsDate, monday }: VintageFacts): Vintage[] {
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
      name: `${name}, ${kind} : ${headCount}`,
      date: null,
      source: ground.sources.supply.map(({ publisher }) => publisher).join(', '),
      toConfirm: true,
    })),
    {
      id: 'roads',
      name: isEstimate ? 'estimate' : 'roads',
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
      : [{ id: 'week', name: monday, date: monday, source: 'Voisoin', toConfirm: false }]),
    ...of('published', ground.sources.published),
  ];
}
