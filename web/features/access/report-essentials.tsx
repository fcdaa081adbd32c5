// The first page of the report: which territory, of when, and each answer in one sentence.

import { For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import type { ReportData } from './report-data.ts';
import { sentenceOf } from './report-sentence.ts';

export function ReportEssentials(props: { data: ReportData }) {
  const { text, format } = usePage();
  const words = text.scenario.report.essentials;
  const first = () => props.data.sections[0]?.places ?? [];
  const people = () => first().reduce((sum, { population }) => sum + population, 0);
  const older = () => first().reduce((sum, each) => sum + (each.population75Plus ?? 0), 0);
  const poles = () => props.data.overview.poles.filter(({ lacks }) => lacks !== null).length;
  return (
    <section class="report-essentials" aria-labelledby="essentiel">
      <p class="report-who">
        {words.who(first().length, format.number(people()), format.number(older()))}
        <Show when={props.data.overview.computedAt}>
          {(computedAt) => <> {words.computed(computedAt().slice(0, 10))}</>}
        </Show>
      </p>
      <h2 id="essentiel">{words.title}</h2>
      <ol class="report-answers">
        <For each={props.data.sections}>
          {(figures) => (
            <li>
              <h3>
                <a href={`#rapport-${figures.indicator.id}-titre`}>
                  {text.access.indicators[figures.indicator.id].question}
                </a>
              </h3>
              <p>{sentenceOf(text.access, figures)}</p>
            </li>
          )}
        </For>
      </ol>
      <Show when={poles() > 0}>
        <p>{words.poles(poles())}</p>
      </Show>
      <h3>{words.careTitle}</h3>
      <ul>
        <For each={words.care}>{(each) => <li>{each}</li>}</For>
        <Show when={props.data.overview.estimatedTimes.length > 0}>
          <li>{text.scenario.report.estimated}</li>
        </Show>
      </ul>
    </section>
  );
}
