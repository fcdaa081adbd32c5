// What is held of each official source: publisher, licence, how often it changes, how old ours is.

import { For, Show } from 'solid-js';
import type { SourceFreshness } from '#domain/official-source.ts';
import { usePage } from '#web/lib/page-context.ts';

export function SourceEditions(props: { sources: readonly SourceFreshness[] }) {
  const { text } = usePage();
  const words = text.about.sources;
  return (
    <section class="about-section" aria-labelledby="fraicheur">
      <h2 id="fraicheur">{words.editionsTitle}</h2>
      <p>{words.editionsIntro}</p>
      <ul class="about-editions">
        <For each={props.sources}>{(source) => <OneSource source={source} />}</For>
      </ul>
    </section>
  );
}

function OneSource(props: { source: SourceFreshness }) {
  const { text, locale } = usePage();
  const words = text.about.sources;
  return (
    <li>
      <h3>{props.source.title[locale]}</h3>
      <Show
        when={props.source.editions.length > 0}
        fallback={<p class="about-edition-state">{words.neverImported}</p>}
      >
        <ul class="about-edition-list">
          <For each={props.source.editions}>
            {(edition) => (
              <li>
                <strong class={`about-edition-state about-edition-${edition.state}`}>
                  {words.states[edition.state]}
                </strong>
                <span>{words.edition(edition)}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <p class="soft">
        {words.publishedBy(props.source.publisher, props.source.cadence[locale])} ;{' '}
        {props.source.licence === null ? words.ownLicence : words.licence(props.source.licence)}
      </p>
      <p class="soft">
        {words.refresh} <code>npm run import -- {props.source.name}</code>
      </p>
      <a href={props.source.page}>{words.producer(props.source.title[locale])}</a>
    </li>
  );
}
