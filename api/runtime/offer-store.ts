// Which transport offers exist? All of them, in memory: a journey looks at each.

import { AppError } from '#domain/error.ts';
import type { Offer, OfferKind } from '#domain/transport/offer.ts';
import { createLiveValue } from './live-value.ts';

export type OfferStore = {
  isReady: () => boolean;
  reload: () => Promise<void>;
  all: () => readonly Offer[];
  list: (filter: {
    territory?: string | undefined;
    kind?: OfferKind | undefined;
  }) => readonly Offer[];
  /** Throws `not_found`. */
  get: (id: string) => Offer;
};

export function createOfferStore(loadOffers: () => Promise<readonly Offer[]>): OfferStore {
  const live = createLiveValue('The list of transport offers', async () => {
    const offers = await loadOffers();
    return { offers, byId: new Map(offers.map((offer) => [offer.id, offer])) };
  });
  return {
    isReady: live.isReady,
    reload: live.reload,
    all: () => live.current().offers,
    list: ({ territory, kind }) =>
      live
        .current()
        .offers.filter((offer) => kind === undefined || offer.kind === kind)
        .filter((offer) => territory === undefined || offer.territoryCodes.includes(territory)),
    get(id) {
      const offer = live.current().byId.get(id);
      if (offer !== undefined) return offer;
      throw new AppError('not_found', `No transport offer has the id ${id}.`);
    },
  };
}
