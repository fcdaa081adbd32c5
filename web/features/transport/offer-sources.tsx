// « D'où vient cette information ? » for an offer: every document it was written from.

import { For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { OfferAge } from './offer-age.tsx';
import type { OfferData } from './offer-data.ts';

export function OfferSources(props: { data: OfferData }) {
  const { text, format, dataLang } = usePage();
  const words = text.transport;
  return (
    <section class="offer-sources">
      <p>
        <OfferAge
          provenance={props.data.offer.provenance}
          kind="rule"
          sources={props.data.sources}
        />
      </p>
      <Disclosure summary={words.facts}>
        <ul class="offer-origins">
          <For each={Object.values(props.data.sources)}>
            {(source) => (
              <li>
                <Show when={source.url} fallback={<span lang={dataLang}>{source.name}</span>}>
                  {(url) => (
                    <a href={url()} lang={dataLang}>
                      {source.name}
                    </a>
                  )}
                </Show>
                <span class="offer-note">
                  <span lang={dataLang}>{source.publisher}</span>
                  {source.date === null ? '' : `, ${format.factDate(source.date)}`}
                </span>
              </li>
            )}
          </For>
        </ul>
      </Disclosure>
    </section>
  );
}
