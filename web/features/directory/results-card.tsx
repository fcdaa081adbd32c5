// One card, from top to bottom as one would say it: who, where, open or not, phone, how to get there.
// The server writes it; the browser adds only what changes: the selection and late journeys.

import { Show } from 'solid-js';
import { NoHydration } from 'solid-js/web';
import type { SearchQuery } from './need-search.ts';
import { ResultsCardFacts, ResultsCardFoot } from './results-card-facts.tsx';
import type { CardDetails, CardKey } from './results-card-model.ts';
import { type CardWays, ResultsWays } from './results-ways.tsx';

/** The browser keeps what the server wrote, and its build leaves these out. */
const Facts: typeof ResultsCardFacts = import.meta.env.SSR ? ResultsCardFacts : () => null;
const Foot: typeof ResultsCardFoot = import.meta.env.SSR ? ResultsCardFoot : () => null;

export type ResultsCardProps = {
  card: CardKey;
  details: CardDetails | undefined;
  search: SearchQuery;
  /** For everybody; absent while they are looked for. */
  ways: CardWays | undefined;
  /** With the answers of the person, in place of the others. */
  own: CardWays | undefined;
  when: string;
  /** The browser is asking: nothing is awaited on a page without scripts. */
  busy: boolean;
  /** What the server wrote is shown, and stays as it is. */
  written: boolean;
  /** The server wrote no way: their place is kept. */
  follow: boolean;
  selected: boolean;
  onSelect: (selected: boolean) => void;
};

export function ResultsCard(props: ResultsCardProps) {
  const show = (ways: CardWays | undefined) => (
    <ResultsWays card={props.card} search={props.search} ways={ways} when={props.when} />
  );
  return (
    <li
      class="result"
      classList={{ 'is-selected': props.selected }}
      id={`reponse-${props.card.id}`}
      onPointerEnter={() => props.onSelect(true)}
      onPointerLeave={() => props.onSelect(false)}
      onFocusIn={() => props.onSelect(true)}
    >
      <article aria-labelledby={`nom-${props.card.id}`}>
        <div>
          <NoHydration>
            <Show when={props.details}>
              {(details) => <Facts card={props.card} details={details()} search={props.search} />}
            </Show>
          </NoHydration>
        </div>
        <section
          class="ways"
          classList={{
            'ways-follow': props.follow,
            'ways-short': props.search.mode !== 'no_car',
          }}
          aria-busy={props.busy}
        >
          <Show when={props.own} keyed>
            {(own) => show(own)}
          </Show>
          <div hidden={props.own !== undefined}>
            <Show when={props.written} fallback={show(props.ways)}>
              <NoHydration>{show(props.ways)}</NoHydration>
            </Show>
          </div>
        </section>
        <div>
          <NoHydration>
            <Show when={props.details}>
              {(details) => <Foot card={props.card} details={details()} search={props.search} />}
            </Show>
          </NoHydration>
        </div>
      </article>
    </li>
  );
}
