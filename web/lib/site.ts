// Which territory does a page speak for: the one the person leaves from, else the deployment's own?

import type { HelpNumber } from '#domain/territory/territory.ts';
import type { Api } from './api.ts';
import type { Site } from './page.ts';

export type SiteOfPage = { site: Site | null; helpNumbers: readonly HelpNumber[] };

/**
 * `departure`: the key of the place people leave from, when the address names one. The deployment's own territory is the
 * first fully described. Without an answer of the API the page goes without the name.
 */
export async function findSite(api: Api, departure: string | null): Promise<SiteOfPage> {
  try {
    const territories = await api.territories();
    const insee = departure?.split('_', 1)[0] ?? null;
    const territory =
      territories.find((item) => insee !== null && item.communeInsees.includes(insee)) ??
      territories.find((item) => item.coverage === 'full') ??
      territories[0];
    if (territory === undefined) return { site: null, helpNumbers: [] };
    return {
      site: { territoryCode: territory.code, territoryName: territory.name },
      helpNumbers: territory.helpNumbers,
    };
  } catch {
    return { site: null, helpNumbers: [] };
  }
}
