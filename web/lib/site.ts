// Which territory this deployment speaks for: the first one fully described.

import type { Api } from './api.ts';
import type { Site } from './page.ts';

/** Null when the API does not answer: a page without the name is better than no page. */
export async function findSite(api: Api): Promise<Site | null> {
  try {
    const territories = await api.territories();
    const territory = territories.find((item) => item.coverage === 'full') ?? territories[0];
    if (territory === undefined) return null;
    return { territoryCode: territory.code, territoryName: territory.name };
  } catch {
    return null;
  }
}
