// One transport offer with all its rules in plain sentences, two computed examples, its zone.

import './offers-page.css';
import './offer-page.css';
import '#web/styles/print-offer.css';
import type { Page } from '#web/lib/page.ts';
import { LiveOffer } from './live-offer.tsx';
import { loadOffer } from './load-offer.ts';
import type { OfferData } from './offer-data.ts';

export const offerPage: Page<OfferData> = {
  async load(request) {
    const data = await loadOffer(request, request.params['id'] ?? '');
    const { id, name, summary } = data.offer;
    return {
      kind: 'page',
      head: {
        title: name,
        description: summary,
        canonical: `/transports/${encodeURIComponent(id)}`,
      },
      data,
    };
  },
  Content: LiveOffer,
};
