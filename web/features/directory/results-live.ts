// The ways on the cards follow the offers they are made of: published, they are looked for again at once.

import { createSignal } from 'solid-js';
import { followOffers, type ShownOffers } from '#web/lib/live-changes.ts';
import type { PageState } from '#web/lib/page-context.ts';
import type { AnswerData } from './results-data.ts';
import { placesBody, type WaysOf } from './results-follow.ts';
import { followWays, type Ways } from './results-ways-model.ts';

/**
 * `written`: ways the browser was not given, by their ids. `show` takes the place of all ways, those
 * written too, once the first of the new ones came. Returns what ends it.
 */
export function followCards(cards: {
  data: AnswerData;
  page: PageState;
  before: WaysOf;
  show: (ways: WaysOf) => void;
  onSaid: (words: string) => void;
}): () => void {
  const { data, page, before, show, onSaid } = cards;
  const ids = data.cards.map(({ id }) => id);
  const [ways, setWays] = createSignal<Ways>({});
  const current = (id: string) => ways()[id] ?? before.of(id);

  const shown: ShownOffers = {
    holds: (offerId) => wayIds().some((wayId) => wayId.includes(`-${offerId}-`)),
    isEmpty: () => wayIds().length === 0,
  };
  return followOffers({
    shown,
    async refresh() {
      let found: Ways = {};
      for await (const known of followWays(page.api, placesBody(data, ids), page)) found = known;
      setWays(found);
      show({ of: current, isBusy: () => false });
      onSaid(page.text.results.goChanged);
    },
  });

  function wayIds(): string[] {
    const followed = ids.flatMap((id) => {
      const known = current(id);
      return typeof known === 'object' ? known.map((way) => way.id) : [];
    });
    return [...data.wayIds, ...followed];
  }
}
