// Which transport offers exist? All of them, in memory: a journey looks at each.

import { AppError } from '#domain/error.ts';
import type { Offer, OfferKind } from '#domain/transport/offer.ts';
import { createLiveValue } from './live-value.ts';

export type OfferStore = {
  isReady: () => boolean;
  reload: () => Promise<void>;
  list: (filter: {
    territory?: string | undefined;
    kind?: OfferKind | undefined;
  }) => readonly Offer[];
  /** Throws `not_found`. */
  get: (id: string) => Offer;
};

/** `onLoaded` is given each new list. */
export function createOfferStore(options: {
  loadOffers: () => Promise<readonly Offer[]>;
  onLoaded: (offers: readonly Offer[]) => void;
}): OfferStore {
  const live = createLiveValue('The list of transport offers', async () => {
    const offers = await options.loadOffers();
    options.onLoaded(offers);
    return { offers, byId: new Map(offers.map((offer) => [offer.id, offer])) };
  });
  return {
    isReady: live.isReady,
    reload: live.reload,
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
