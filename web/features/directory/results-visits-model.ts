// Which services may come to the person for this need, already in words? The server writes those for
// everybody; the browser asks again for somebody who answered questions.

import type { PageRequest } from '#web/lib/page.ts';
import { type Answers, NO_ANSWERS } from '#web/lib/personal-answers.ts';
import type { SearchQuery } from './need-search.ts';

/** `place`: its name, where `told` says it. */
export type VisitLine = { id: string; name: string; told: string; place: string | null };

/** On a list of results, one or two are enough: the page of a journey tells them all. */
const SHOWN = 2;

type Words = Pick<PageRequest, 'api' | 'text'>;
type Asked = Pick<SearchQuery, 'place' | 'need' | 'mode'>;

/** None when the API does not answer: the results stand without them. */
export async function readVisits(page: Words, search: Asked): Promise<VisitLine[]> {
  try {
    return await askVisits(page, search, NO_ANSWERS);
  } catch {
    return [];
  }
}

export async function askVisits(
  { api, text }: Words,
  { place, need, mode }: Asked,
  answers: Answers,
): Promise<VisitLine[]> {
  const { services } = await api.findVisits({ from: { insee: place }, need, mode, ...answers });
  return services.slice(0, SHOWN).map((service) => ({
    id: service.offerId,
    name: service.offerName,
    told: text.journey.visiting.brief(service),
    place: service.place?.name ?? null,
  }));
}
