// One card, from top to bottom as one would say it: who, where, open or not, phone, how to get there.

import { For, Show } from 'solid-js';
import { withQuery } from '#web/lib/api.ts';
import { usePage } from '#web/lib/page-context.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { FactAge } from '#web/ui/fact-age.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { PhoneLink, spokenBlocks } from '#web/ui/phone-link.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { type SearchQuery, travelQuery } from './need-search.ts';
import type { WaysState } from './results-answer.tsx';
import type { CardModel } from './results-card-model.ts';
import { ResultsWays } from './results-ways.tsx';
import type { WayModel } from './results-ways-model.ts';

export type ResultsCardProps = {
  card: CardModel;
  search: SearchQuery;
  ways: readonly WayModel[] | undefined;
  when: string | undefined;
  state: WaysState;
  selected: boolean;
  onSelect: (selected: boolean) => void;
};

export function ResultsCard(props: ResultsCardProps) {
  const { text, link } = usePage();
  const card = () => props.card;
  const address = (kind: 'fiche' | 'trajet') =>
    link(withQuery(`/${kind}/${encodeURIComponent(card().id)}`, travelQuery(props.search)));
  return (
    <li
      class="result"
      classList={{ 'is-selected': props.selected }}
      id={`reponse-${card().id}`}
      onPointerEnter={() => props.onSelect(true)}
      onPointerLeave={() => props.onSelect(false)}
      onFocusIn={() => props.onSelect(true)}
    >
      <article aria-labelledby={`nom-${card().id}`}>
        <header class="result-head">
          <span class={`result-symbol symbol-${card().category}`}>
            <Icon name={card().icon} />
          </span>
          <div class="result-name">
            <h2 id={`nom-${card().id}`}>
              <a href={address('fiche')}>{card().name}</a>
            </h2>
            <p>
              {card().title}
              <Show when={card().demonstration}>
                {' '}
                <Tag icon="info" title={text.common.demonstrationHint}>
                  {text.common.demonstration}
                </Tag>
              </Show>
            </p>
          </div>
          <Show when={card().distance}>
            {(distance) => (
              <p class="result-distance">
                <span class="visually-hidden">{text.results.distanceLabel} </span>
                <strong>{distance().figure}</strong>
                <Show when={distance().detail !== ''}>
                  <span>
                    {distance().detail} ({text.common.estimate})
                  </span>
                </Show>
              </p>
            )}
          </Show>
        </header>
        <ul class="result-facts">
          <li>
            <Icon name="pin" /> {card().where}
            <Show when={card().outside}>
              <span class="soft"> ({text.results.outside.toLowerCase()})</span>
            </Show>
          </li>
          <li class={`opening-${card().opening.tone}`}>
            <Icon name={OPENING_ICONS[card().opening.tone]} /> {card().opening.words}
          </li>
          <Show when={card().newPatients}>
            {(answer) => (
              <li>
                <Icon name="person" /> {answer()}
              </li>
            )}
          </Show>
          <For each={card().access}>
            {(item) => (
              <li>
                <Icon name={item.icon} /> {item.label}
              </li>
            )}
          </For>
        </ul>
        <div class="result-phone">
          <Show when={card().phone} fallback={<p class="soft">{text.results.noPhone}</p>}>
            {(phone) => (
              <PhoneLink
                display={phone().display}
                dial={phone().dial}
                label={`${text.common.callNumber(spokenBlocks(phone().display))}, ${card().name}`}
              />
            )}
          </Show>
        </div>
        <ResultsWays
          mode={props.search.mode}
          ways={props.ways}
          when={props.when}
          state={props.state}
          cardName={card().name}
        />
        <footer class="result-foot">
          <div class="actions no-print">
            <LinkButton
              href={address('trajet')}
              look="main"
              icon="arrow_right"
              label={text.results.goLinkFor(card().name)}
            >
              {text.results.goLink}
            </LinkButton>
            <LinkButton href={address('fiche')} label={text.results.sheetLinkFor(card().name)}>
              {text.results.sheetLink}
            </LinkButton>
          </div>
          <FactAge
            age={card().age}
            source={card().source ?? undefined}
            toConfirm={card().toConfirm ? text.common.toConfirm : undefined}
          />
        </footer>
      </article>
    </li>
  );
}

const OPENING_ICONS = { open: 'check', closed: 'moon', ask: 'phone' } as const;
