// What does the observatory know before it is shown: territories, figures, one commune?

import type { Api } from '#web/lib/api.ts';
import { isNotFound } from '#web/lib/api-failure.ts';
import type { PageOutcome, PageRequest } from '#web/lib/page.ts';
import {
  type AccessOverview,
  type AccessPlaces,
  type AccessSheet,
  accessApi,
  placesPath,
} from './access-data.ts';
import type { ObservatoryData } from './observatory-data.ts';

export async function loadObservatory(request: PageRequest): Promise<PageOutcome<ObservatoryData>> {
  const { api, query, site, text } = request;
  const territories = (await api.territories()).map(({ code, name }) => ({ code, name }));
  const asked = query.get('territoire');
  const territory = asked ?? site?.territoryCode ?? territories[0]?.code;
  const known = territories.find(({ code }) => code === territory);
  if (known === undefined) return { kind: 'not_found' };
  const figures = await loadFigures(api, known.code, query.get('indicateur'), query.get('commune'));
  return {
    kind: 'page',
    head: { title: `${text.access.title}, ${known.name}`, description: text.access.lead },
    data: { territories, territory: known.code, ...figures },
  };
}

/** An indicator or a commune nobody knows is left out: the first one, no sheet. */
export async function loadFigures(
  api: Api,
  territory: string,
  askedIndicator: string | null,
  askedCommune: string | null,
): Promise<Pick<ObservatoryData, 'overview' | 'places' | 'sheet'>> {
  const overview = await api.get<AccessOverview>(accessApi(territory));
  const [first] = overview.indicators;
  const chosen = overview.indicators.find(({ id }) => id === askedIndicator) ?? first;
  if (chosen === undefined) return { overview, places: null, sheet: null };
  const places = await api.get<AccessPlaces>(placesPath(territory, chosen.id));
  const insee = places.places.find((place) => place.insee === askedCommune)?.insee;
  return {
    overview,
    places,
    sheet: insee === undefined ? null : await sheet(api, territory, insee),
  };
}

async function sheet(api: Api, territory: string, insee: string): Promise<AccessSheet | null> {
  try {
    return await api.get<AccessSheet>(accessApi(territory, `/communes/${insee}`));
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}
