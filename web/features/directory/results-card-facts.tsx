// What a card says of one entry, and where it leads: written by the server, never changed after.

import { Show } from 'solid-js';
import { withQuery } from '#web/lib/api.ts';
import { OPENING_ICONS } from '#web/lib/opening-words.ts';
import { usePage } from '#web/lib/page-context.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { CategorySign } from '#web/ui/category-sign.tsx';
import { FactAge } from '#web/ui/fact-age.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { PhoneLink, spokenBlocks } from '#web/ui/phone-link.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { type SearchQuery, travelQuery } from './need-search.ts';
import type { CardDetails, CardKey } from './results-card-model.ts';

type CardPartProps = { card: CardKey; details: CardDetails; search: SearchQuery };

export function ResultsCardFacts(props: CardPartProps) {
  const { text, dataLang } = usePage();
  const card = () => props.card;
  const details = () => props.details;
  const addressOf = useAddress(props);
  return (
    <>
      <header class="result-head">
        <CategorySign class="result-symbol" category={card().category} />
        <div class="result-name">
          <h2 id={`nom-${card().id}`}>
            <a href={addressOf('fiche')} lang={dataLang}>
              {card().name}
            </a>
          </h2>
          <p>
            {details().title}
            <Show when={card().demonstration}>
              {' '}
              <Tag icon="info" title={text.common.demonstrationHint}>
                {text.common.demonstration}
              </Tag>
            </Show>
          </p>
        </div>
        <Show when={details().distance}>
          {(distance) => (
            <p class="result-distance" classList={{ 'is-near': distance().detail === '' }}>
              <span class="visually-hidden">{text.cards.distanceLabel} </span>
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
          <Icon name="pin" />
          <span>
            <span lang={dataLang}>{details().where}</span>
            <Show when={details().outside}>
              <span class="soft"> ({text.found.outside.toLowerCase()})</span>
            </Show>
          </span>
        </li>
        <li class={`opening-${details().opening.tone}`}>
          <Icon name={OPENING_ICONS[details().opening.tone]} /> {details().opening.words}
        </li>
        <Show when={details().newPatients}>
          {(answer) => (
            <li>
              <Icon name="person" /> {answer()}
            </li>
          )}
        </Show>
        <Show when={details().access[0]}>
          {(first) => (
            <li>
              <Icon name={first().icon} />{' '}
              {details()
                .access.map((item) => item.label)
                .join(', ')}
            </li>
          )}
        </Show>
      </ul>
      <div class="result-phone">
        <Show when={details().phone} fallback={<p class="soft">{text.found.noPhone}</p>}>
          {(phone) => (
            <PhoneLink
              display={phone().display}
              dial={phone().dial}
              label={`${text.common.callNumber(spokenBlocks(phone().display))}, ${card().name}`}
            />
          )}
        </Show>
      </div>
    </>
  );
}

export function ResultsCardFoot(props: CardPartProps) {
  const { text, dataLang } = usePage();
  const card = () => props.card;
  const details = () => props.details;
  const addressOf = useAddress(props);
  return (
    <footer class="result-foot">
      <div class="actions no-print">
        <LinkButton
          href={addressOf('trajet')}
          look="main"
          icon="arrow_right"
          label={text.cards.goLinkFor(card().name)}
        >
          {text.cards.goLink}
        </LinkButton>
        <LinkButton
          href={addressOf('fiche')}
          look="plain"
          label={text.cards.sheetLinkFor(card().name)}
        >
          {text.cards.sheetLink}
        </LinkButton>
      </div>
      <FactAge
        age={details().age}
        source={details().source ?? undefined}
        sourceLang={dataLang}
        toConfirm={details().toConfirm ? text.common.toConfirm : undefined}
      />
    </footer>
  );
}

function useAddress(props: CardPartProps) {
  const { link } = usePage();
  return (kind: 'fiche' | 'trajet') =>
    link(withQuery(`/${kind}/${encodeURIComponent(props.card.id)}`, travelQuery(props.search)));
}
