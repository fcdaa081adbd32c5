// A table that compares today with each scenario, a figure a row; what changes is in bold.

import { For } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { ScrollRegion } from '#web/ui/scroll-region.tsx';
import type { TriedResult } from './scenario-messages.ts';

export type ComparedRow = {
  label: string;
  before: (result: TriedResult) => string;
  after: (result: TriedResult) => string;
};

export function ScenarioCompared(props: {
  caption: string;
  rows: readonly ComparedRow[];
  results: readonly TriedResult[];
}) {
  const { text } = usePage();
  const words = text.scenario.table;
  return (
    <ScrollRegion class="scenario-scroll" label={props.caption}>
      <table class="scenario-table">
        <caption class="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.today}</th>
            <For each={props.results}>
              {(_, index) => <th scope="col">{text.scenario.scenario(index() + 1)}</th>}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <th scope="row">{row.label}</th>
                <For each={props.results.slice(0, 1)}>
                  {(result) => <td data-of={words.today}>{row.before(result)}</td>}
                </For>
                <For each={props.results}>
                  {(result, index) => (
                    <td
                      data-of={text.scenario.scenario(index() + 1)}
                      classList={{ 'scenario-changed': row.after(result) !== row.before(result) }}
                    >
                      {row.after(result)}
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </ScrollRegion>
  );
}
