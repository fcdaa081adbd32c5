// Which ways for everybody does each card show? Those the server wrote, then those that follow the page.

import { createSignal } from 'solid-js';
import type { PageState } from '#web/lib/page-context.ts';
import type { AnswerData } from './results-data.ts';
import type { CardWays } from './results-ways.tsx';
import { followWays, type Ways } from './results-ways-model.ts';

/** What a card shows, and whether it is being looked for. */
export type WaysOf = {
  /** Absent while they are looked for. */
  of: (id: string) => CardWays | undefined;
  /** The browser is asking: nothing is awaited on a page without scripts. */
  isBusy: (id: string) => boolean;
};

export function createWays(data: AnswerData, page: PageState) {
  const [ways, setWays] = createSignal<Ways>(data.ways);
  const [state, setState] = createSignal<'idle' | 'asking' | 'ended'>('idle');
  const { waiting } = data;

  return {
    of: (id: string): CardWays | undefined =>
      ways()[id] ?? (state() === 'ended' ? 'failed' : undefined),
    isBusy: (id: string): boolean =>
      state() === 'asking' && waiting.includes(id) && ways()[id] === undefined,
    /** Asks, once, for what the server did not write. */
    async askMissing(): Promise<void> {
      if (waiting.length === 0 || state() !== 'idle') return;
      setState('asking');
      try {
        for await (const known of followWays(
          page.api,
          placesBody(data, waiting, data.counted),
          page,
        )) {
          setWays(known);
        }
      } catch {
        // What came stays; the cards without an answer say so.
      }
      setState('ended');
    },
    /** Said once, when no more will come, and not card by card. */
    said(): string {
      if (state() !== 'ended') return '';
      const without = waiting.filter((id) => typeof ways()[id] !== 'object').length;
      return without === waiting.length
        ? page.text.results.goNoneSaid
        : page.text.results.goAllSaid(without);
    },
  };
}

/** `counted`: asked for the first time. */
export function placesBody(
  { search, appointment }: AnswerData,
  ids: readonly string[],
  counted = false,
) {
  const places = ids.map((entryId) => ({ entryId }));
  return { from: { insee: search.place }, places, appointment, mode: search.mode, counted };
}
