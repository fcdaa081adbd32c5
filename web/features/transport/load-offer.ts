// What the page of one offer must know, asked of the API: by the server first, then each time it changed.

import type { Offer } from '#domain/transport/offer.ts';
import type { Api } from '#web/lib/api.ts';
import { communeNames } from '#web/lib/commune-names.ts';
import { type Locale, labelIn } from '#web/lib/locale.ts';
import type { Site } from '#web/lib/page.ts';
import { sourceNames } from '#web/lib/source-names.ts';
import { type OfferData, type OfferMark, offerInsees, offerSourceIds } from './offer-data.ts';

/** Offers with stops and hours of their own, or those of an imported line. */
const HAVE_A_LINE: ReadonlySet<Offer['kind']> = new Set(['scheduled_line', 'virtual_line']);

export async function loadOffer(
  { api, site, locale }: { api: Api; site: Site | null; locale: Locale },
  id: string,
): Promise<OfferData> {
  const offer = await api.offer(id);
  const territories =
    offer.territoryCodes.length > 0 || site === null ? offer.territoryCodes : [site.territoryCode];
  const [sources, needs, communes, marks] = await Promise.all([
    sourceNames(api, offerSourceIds(offer)),
    offer.needIds.length === 0 ? [] : api.needs(),
    communeNames(api, territories, offerInsees(offer)),
    HAVE_A_LINE.has(offer.kind)
      ? api.get<OfferMark[]>(`/api/transport/offers/${encodeURIComponent(offer.id)}/marks`)
      : [],
  ]);
  return {
    offer,
    marks,
    sources,
    needs: needs
      .filter((need) => offer.needIds.includes(need.id))
      .map(({ label }) => labelIn(label, locale)),
    communes,
    territoryCode: territories[0] ?? null,
  };
}
