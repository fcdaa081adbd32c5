// Which services may come to the person for this need, already in words? Written once, by the server.

import type { PageRequest } from '#web/lib/page.ts';
import type { SearchQuery } from './need-search.ts';

export type VisitLine = { id: string; name: string; told: string };

/** On a list of results, one or two are enough: the page of a journey tells them all. */
const SHOWN = 2;

/** None when the API does not answer: the results stand without them. */
export async function readVisits(
  { api, text }: Pick<PageRequest, 'api' | 'text'>,
  { place, need, mode }: Pick<SearchQuery, 'place' | 'need' | 'mode'>,
): Promise<VisitLine[]> {
  try {
    const { services } = await api.findVisits({ from: { insee: place }, need, mode });
    return services.slice(0, SHOWN).map((service) => ({
      id: service.offerId,
      name: service.offerName,
      told: text.journey.visiting.brief(service),
    }));
  } catch {
    return [];
  }
}
