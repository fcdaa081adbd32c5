// How many more people come to those who stay.

import { createMemo, For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { ScrollRegion } from '#web/ui/scroll-region.tsx';
import type { DeskModel, TriedResult } from './scenario-messages.ts';
import { createValueWords } from './scenario-values.ts';

const FIRST = 8;
const LEAST_PEOPLE = 1;

export function ScenarioLoads(props: { model: DeskModel; result: TriedResult }) {
  const { text } = usePage();
  const words = text.scenario.loads;
  const values = createMemo(() => createValueWords(text, props.model));
  const shown = createMemo(() =>
    props.result.loads
      .filter((load) => Math.abs(load.peopleAfter - load.peopleBefore) >= LEAST_PEOPLE)
      .toSorted((a, b) => Number(a.peopleAfter === 0) - Number(b.peopleAfter === 0))
      .slice(0, FIRST),
  );
  return (
    <section aria-labelledby="qui-reste">
      <h2 id="qui-reste">{words.title}</h2>
      <p class="soft">{words.lead}</p>
      <Show when={shown().length > 0} fallback={<p>{words.none}</p>}>
        <ScrollRegion class="scenario-scroll" label={words.title}>
          <table class="scenario-table">
            <caption class="visually-hidden">{words.title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.site}</th>
                <th scope="col">{words.before}</th>
                <th scope="col">{words.after}</th>
                <th scope="col">{words.change}</th>
              </tr>
            </thead>
            <tbody>
              <For each={shown()}>
                {(load) => (
                  <tr>
                    <th scope="row">
                      {load.label}
                      <Show
                        when={load.communeName !== '' && !load.label.includes(load.communeName)}
                      >
                        , {load.communeName}
                      </Show>
                    </th>
                    <td data-of={words.before}>{values().whole(load.peopleBefore)}</td>
                    <td data-of={words.after}>
                      {load.peopleAfter === 0 ? words.closed : values().whole(load.peopleAfter)}
                    </td>
                    <td data-of={words.change}>
                      {values().people(load.peopleAfter - load.peopleBefore)}
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </ScrollRegion>
      </Show>
    </section>
  );
}
