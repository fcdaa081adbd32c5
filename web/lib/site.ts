// Which territory does a page speak for: the one the person leaves from, else the deployment's own?

import type { HelpNumber } from '#domain/territory/territory.ts';
import type { Api } from './api.ts';
import type { Site } from './page.ts';
import { readableColour, type TerritoryColours } from './readable-colour.ts';

export type SiteOfPage = {
  site: Site | null;
  helpNumbers: readonly HelpNumber[];
  colours: TerritoryColours | null;
};

/** What the band stands on: `--card` and `--paper` of tokens.css. */
export const LIGHT_GROUNDS = ['#ffffff', '#fbfaf6'] as const;
export const DARK_GROUNDS = ['#192625', '#121c1b'] as const;

const NOWHERE: SiteOfPage = { site: null, helpNumbers: [], colours: null };

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
    if (territory === undefined) return NOWHERE;
    return {
      site: { territoryCode: territory.code, territoryName: territory.name },
      helpNumbers: territory.helpNumbers,
      colours: coloursOf(territory.colours.main),
    };
  } catch {
    return NOWHERE;
  }
}

/** A territory chooses the colour, never how well it is seen. */
export function coloursOf(main: string): TerritoryColours | null {
  const light = readableColour(main, LIGHT_GROUNDS);
  const dark = readableColour(main, DARK_GROUNDS);
  return light === null || dark === null ? null : { light, dark };
}
