// The ways on the cards follow the offers they are made of: published, they are looked for again at once.

import { readKeptAnswers } from '#web/lib/kept-answers.ts';
import { readKeptText } from '#web/lib/kept-text.ts';
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
  /** What the cards show now. */
  shown: () => WaysOf;
  /** Whether that counts the answers kept in this tab. */
  countsAnswers: () => boolean;
  show: (ways: WaysOf) => void;
  onSaid: (words: string) => void;
}): () => void {
  const { data, page, show, onSaid } = cards;
  const ids = data.cards.map(({ id }) => id);

  const shown: ShownOffers = {
    holds: (offerId) => wayIds().some((wayId) => wayId.includes(`-${offerId}-`)),
    isEmpty: () => wayIds().length === 0,
  };
  return followOffers({
    shown,
    async refresh() {
      const before = cards.shown();
      const kept = cards.countsAnswers() ? readKeptText() : null;
      const body = { ...placesBody(data, ids), ...(kept === null ? {} : readKeptAnswers()) };
      let ways: Ways = {};
      for await (const known of followWays(page.api, body, page)) ways = known;
      // Other answers were given, or these forgotten, meanwhile: whoever counts them asks.
      if (kept !== (cards.countsAnswers() ? readKeptText() : null)) return;
      show({ of: (id) => ways[id] ?? before.of(id), isBusy: () => false });
      onSaid(page.text.results.goChanged);
    },
  });

  function wayIds(): string[] {
    const followed = ids.flatMap((id) => {
      const known = cards.shown().of(id);
      return typeof known === 'object' ? known.map((way) => way.id) : [];
    });
    return [...data.wayIds, ...followed];
  }
}
