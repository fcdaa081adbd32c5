// How a zone is named for residents. It is published, so it is in French whatever language it is written in.

import { frFormat as f } from './fr-format.ts';

export const frZoneLabel = {
  group: (name: string, count: number, missing: readonly string[]): string => {
    const article = /^(CC|CA|CU|Communauté|Métropole)(?=\s)/.test(name) ? 'la ' : '';
    return missing.length === 0
      ? `les ${f.number(count)} communes de ${article}${name}`
      : `les communes de ${article}${name} (sans ${f.list(missing)})`;
  },
  list: (items: readonly string[]): string => f.list(items),
  others: (count: number): string => `${f.number(count)} autres communes`,
  drawing: 'un secteur dessiné',
  around: (km: number): string => `, et ${f.number(km)} km autour`,
  except: (what: string): string => `, sauf ${what}`,
  drawnName: 'le secteur dessiné',
  everywhere: 'Partout',
  unknown: 'À demander',
};
