// The end of the report: every commune with every figure, how they are computed, where they come from.

import { For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { ScrollRegion } from '#web/ui/scroll-region.tsx';
import { FiguresSources } from './figures-sources.tsx';
import type { ReportData } from './report-data.ts';
import { sayBare } from './say-value.ts';

export function ReportAnnex(props: { data: ReportData }) {
  const { text, format } = usePage();
  const words = text.access;
  const report = text.scenario.report;
  const first = () => props.data.sections[0]?.places ?? [];
  return (
    <>
      <section class="report-annex" aria-labelledby="annexe">
        <h2 id="annexe">{report.annex}</h2>
        <ScrollRegion class="report-scroll" label={words.table.scroll}>
          <table class="report-table">
            <caption class="visually-hidden">{report.annex}</caption>
            <thead>
              <tr>
                <th scope="col">{words.table.name}</th>
                <th scope="col">{words.table.people}</th>
                <For each={props.data.sections}>
                  {({ indicator, publishedYear }) => (
                    <>
                      <th scope="col">
                        {words.indicators[indicator.id].short} ({words.unitOf(indicator.unit)})
                      </th>
                      <Show when={publishedYear}>
                        {(year) => <th scope="col">{report.published(year())}</th>}
                      </Show>
                    </>
                  )}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={first().toSorted((a, b) => a.name.localeCompare(b.name, 'fr'))}>
                {(place) => (
                  <tr>
                    <th scope="row">{place.name}</th>
                    <td>{format.number(place.population)}</td>
                    <For each={props.data.sections}>
                      {({ indicator, places, publishedYear }) => {
                        const own = places.find(({ insee }) => insee === place.insee);
                        const published = own?.published ?? null;
                        return (
                          <>
                            <td>{own === undefined ? '—' : sayBare(words, indicator, own)}</td>
                            <Show when={publishedYear !== null}>
                              <td>
                                {published === null
                                  ? '—'
                                  : words.bare(published, indicator.decimals)}
                              </td>
                            </Show>
                          </>
                        );
                      }}
                    </For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </ScrollRegion>
      </section>
      <section class="report-method" aria-labelledby="methode">
        <h2 id="methode">{report.method}</h2>
        <For each={props.data.sections}>
          {({ indicator }) => (
            <>
              <h3>{words.indicators[indicator.id].question}</h3>
              <For each={words.indicators[indicator.id].how}>
                {(paragraph) => <p>{paragraph}</p>}
              </For>
            </>
          )}
        </For>
        <Show when={props.data.overview.estimatedTimes.length > 0}>
          <p>{report.estimated}</p>
        </Show>
      </section>
      <FiguresSources overview={props.data.overview} />
      <p class="report-licence">{report.licence}</p>
    </>
  );
}
