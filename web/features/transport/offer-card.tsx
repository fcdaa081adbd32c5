// One offer in the list, read from top to bottom as one would say it.

import { For, Show } from 'solid-js';
import type { Offer } from '#domain/transport/offer.ts';
import { Named } from '#web/lib/named.tsx';
import {
  bookingWords,
  forWhomWords,
  offerPhone,
  priceLinesWords,
  whenWords,
  whereWords,
} from '#web/lib/offer-words.ts';
import { usePage } from '#web/lib/page-context.ts';
import type { SourceNames } from '#web/lib/source-names.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { OFFER_ICONS } from '#web/ui/kind-icons.ts';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import { STATUS_TAGS } from '#web/ui/status-tags.ts';
import { Tag } from '#web/ui/tag.tsx';
import { OfferAge } from './offer-age.tsx';
import { conditionNames, dayNames, fareNames, placeNames } from './offer-names.ts';

export function OfferCard(props: { offer: Offer; sources: SourceNames }) {
  const { text, link, dataLang } = usePage();
  const words = text.transport;
  const status = () => STATUS_TAGS[props.offer.status];
  /** Of an offer only known by name, nothing more can be said. */
  const described = () => props.offer.status === 'active' || props.offer.status === 'to_confirm';
  const href = () => link(`/transports/${encodeURIComponent(props.offer.id)}`);
  return (
    <article class="offer card" aria-labelledby={`offer-${props.offer.id}`}>
      <header class="offer-head">
        <span class="offer-icon">
          <Icon name={OFFER_ICONS[props.offer.kind]} />
        </span>
        <div>
          <h3 id={`offer-${props.offer.id}`}>
            <a href={href()} lang={dataLang}>
              {props.offer.name}
            </a>
          </h3>
          <p class="offer-tags">
            <span>{text.codes.offerKinds[props.offer.kind]}</span>
            <Tag tone={status().tone} icon={status().icon}>
              {text.rules.status[props.offer.status]}
            </Tag>
          </p>
        </div>
      </header>
      <p class="offer-summary" lang={dataLang}>
        {props.offer.summary}
      </p>
      <Show when={described()} fallback={<p>{text.rules.statusHints[props.offer.status]}</p>}>
        <dl class="offer-facts">
          <div>
            <dt>{words.forWhom}</dt>
            <dd>
              <Named
                said={forWhomWords(props.offer, text)}
                names={conditionNames(props.offer.eligibility)}
              />
            </dd>
          </div>
          <div>
            <dt>{words.price}</dt>
            <dd>
              <For each={priceLinesWords(props.offer, text)}>
                {(line) => (
                  <p>
                    <Named said={line} names={fareNames(props.offer.fares)} />
                  </p>
                )}
              </For>
            </dd>
          </div>
        </dl>
        <Disclosure summary={words.moreFacts} class="offer-fold">
          <dl class="offer-facts">
            <div>
              <dt>{words.where}</dt>
              <dd>
                <Named said={whereWords(props.offer, text)} names={placeNames(props.offer)} />
              </dd>
            </div>
            <div>
              <dt>{words.when}</dt>
              <dd>
                <Named said={whenWords(props.offer, text)} names={dayNames(props.offer.patterns)} />
              </dd>
            </div>
            <div>
              <dt>{words.howToBook}</dt>
              <dd>{bookingWords(props.offer, text)}</dd>
            </div>
          </dl>
        </Disclosure>
      </Show>
      <div class="offer-foot">
        <Show when={offerPhone(props.offer)}>
          {(phone) => (
            <PhoneLink
              display={phone()}
              dial={phone()}
              label={`${words.call(phone())}, ${props.offer.name}`}
            />
          )}
        </Show>
        <a class="offer-more" href={href()} aria-label={words.detailOf(props.offer.name)}>
          {words.detail}
        </a>
      </div>
      <p>
        <OfferAge
          provenance={props.offer.provenance}
          kind="rule"
          sources={props.sources}
          warned={props.offer.status === 'to_confirm'}
        />
      </p>
    </article>
  );
}
