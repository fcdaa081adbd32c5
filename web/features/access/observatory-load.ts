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
import type { DaysAnswer } from './commune-week.ts';
import type { ObservatoryData } from './observatory-data.ts';
import { careNamed } from './sheet-care.tsx';

export async function loadObservatory(request: PageRequest): Promise<PageOutcome<ObservatoryData>> {
  const { api, query, site, text } = request;
  const territories = (await api.territories()).map(({ code, name }) => ({ code, name }));
  const asked = query.get('territoire');
  const territory = asked ?? site?.territoryCode ?? territories[0]?.code;
  const known = territories.find(({ code }) => code === territory);
  if (known === undefined) return { kind: 'not_found' };
  const figures = await loadFigures(api, known.code, query);
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
  query: URLSearchParams,
): Promise<Pick<ObservatoryData, 'overview' | 'places' | 'sheet' | 'care'>> {
  const overview = await api.get<AccessOverview>(accessApi(territory));
  const [first] = overview.indicators;
  const chosen = overview.indicators.find(({ id }) => id === query.get('indicateur')) ?? first;
  if (chosen === undefined) return { overview, places: null, sheet: null, care: null };
  const places = await api.get<AccessPlaces>(placesPath(territory, chosen.id));
  const insee = places.places.find((place) => place.insee === query.get('commune'))?.insee;
  return {
    overview,
    places,
    sheet: insee === undefined ? null : await sheet(api, territory, insee),
    care: insee === undefined ? null : await care(api, territory, insee, query.get('soin')),
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

/** The sheet is read without it: the page asks again. */
async function care(
  api: Api,
  territory: string,
  insee: string,
  asked: string | null,
): Promise<ObservatoryData['care']> {
  try {
    const days = await api.get<DaysAnswer>(accessApi(territory, `/communes/${insee}/days`));
    return { insee, care: careNamed(asked), days };
  } catch {
    return null;
  }
}
