// One transport offer with all its rules in plain sentences, two computed examples, its zone.

import './offers-page.css';
import './offer-page.css';
import '#web/styles/print-offer.css';
import { communeNames } from '#web/lib/commune-names.ts';
import { labelIn } from '#web/lib/locale.ts';
import type { Page } from '#web/lib/page.ts';
import { sourceNames } from '#web/lib/source-names.ts';
import { OfferContent } from './offer-content.tsx';
import { type OfferData, type OfferMark, offerInsees, offerSourceIds } from './offer-data.ts';

export const offerPage: Page<OfferData> = {
  async load(request) {
    const { api, params, site, locale } = request;
    const offer = await api.offer(params['id'] ?? '');
    const territories =
      offer.territoryCodes.length > 0 || site === null
        ? offer.territoryCodes
        : [site.territoryCode];
    const [sources, needs, communes, marks] = await Promise.all([
      sourceNames(api, offerSourceIds(offer)),
      offer.needIds.length === 0 ? [] : api.needs(),
      communeNames(api, territories, offerInsees(offer)),
      offer.kind === 'scheduled_line'
        ? api.get<OfferMark[]>(`/api/transport/offers/${encodeURIComponent(offer.id)}/marks`)
        : [],
    ]);
    return {
      kind: 'page',
      head: {
        title: offer.name,
        description: offer.summary,
        canonical: `/transports/${encodeURIComponent(offer.id)}`,
      },
      data: {
        offer,
        marks,
        sources,
        needs: needs
          .filter(({ id }) => offer.needIds.includes(id))
          .map(({ label }) => labelIn(label, locale)),
        communes,
        territoryCode: territories[0] ?? null,
      },
    };
  },
  Content: OfferContent,
};
