// Every source with its date and licence, and from which age a fact is « à confirmer ».

import { For, Show } from 'solid-js';
import { AGE_LIMITS } from '#domain/directory/freshness.ts';
import type { SourceFreshness } from '#domain/official-source.ts';
import type { FactKind, Source } from '#domain/provenance.ts';
import type { Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { AboutDocument } from './about-document.tsx';
import { SourceEditions } from './source-editions.tsx';

const FACT_KINDS = Object.keys(AGE_LIMITS) as FactKind[];

type SourcesData = { sources: readonly Source[]; official: readonly SourceFreshness[] };

export const sourcesPage: Page<SourcesData> = {
  async load({ api, text }) {
    const [sources, official] = await Promise.all([
      api.get<Source[]>('/api/sources'),
      api.get<SourceFreshness[]>('/api/sources/editions'),
    ]);
    const { title, lead } = text.about.sources;
    return {
      kind: 'page',
      head: { title, description: lead },
      data: { sources: sources.toSorted((a, b) => a.name.localeCompare(b.name, 'fr')), official },
    };
  },

  Content(props) {
    const { text } = usePage();
    const words = text.about.sources;
    const limitWords = (kind: FactKind) => {
      const limit = AGE_LIMITS[kind];
      return 'months' in limit ? words.months(limit.months) : words.days(limit.days);
    };
    return (
      <AboutDocument
        page={{
          title: words.title,
          lead: words.lead,
          sections: [{ title: words.demoTitle, paragraphs: [words.demo, words.shapes] }],
        }}
      >
        <section class="about-section" aria-labelledby="ages">
          <h2 id="ages">{words.agesTitle}</h2>
          <p>{words.agesIntro}</p>
          <table class="about-ages">
            <thead>
              <tr>
                <th scope="col">{words.ageColumn}</th>
                <th scope="col">{words.limitColumn}</th>
              </tr>
            </thead>
            <tbody>
              <For each={FACT_KINDS}>
                {(kind) => (
                  <tr>
                    <th scope="row">{words.facts[kind]}</th>
                    <td>{limitWords(kind)}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
          <p>{words.weak}</p>
        </section>
        <SourceEditions sources={props.data.official} />
        <section class="about-section" aria-labelledby="toutes">
          <h2 id="toutes">{words.listTitle}</h2>
          <p class="soft">{words.count(props.data.sources.length)}</p>
          <ul class="about-sources">
            <For each={props.data.sources}>
              {(source) => (
                <li>
                  <strong>{source.name}</strong>
                  <span>{source.publisher}</span>
                  <span class="soft">
                    {source.date === null ? words.undated : words.published(source.date)} ;{' '}
                    {source.licence === null ? words.noLicence : words.licence(source.licence)}
                  </span>
                  <Show when={source.note}>{(note) => <span class="soft">{note()}</span>}</Show>
                  <Show when={source.url}>
                    {(url) => (
                      <a href={url()} aria-label={`${words.read} : ${source.name}`}>
                        {words.read}
                      </a>
                    )}
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </section>
      </AboutDocument>
    );
  },
};
