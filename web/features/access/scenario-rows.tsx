// A table of a scenario, a commune or a place a row: a card each on a phone, the first ones only until one asks for all.

import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { Button } from '#web/ui/button.tsx';
import { ScrollRegion } from '#web/ui/scroll-region.tsx';

const FIRST = 8;

export type ScenarioColumn<Row> = {
  title: string;
  of: (row: Row) => JSX.Element;
  /** Says by itself what it is: a phone does not repeat its title. */
  saysItself?: boolean;
};

export type ScenarioRowsProps<Row> = {
  title: string;
  rows: readonly Row[];
  /** What a row is of. */
  name: ScenarioColumn<Row>;
  columns: readonly ScenarioColumn<Row>[];
  none: string;
  /** What shows the others; without it there are none. */
  all?: (count: number) => string;
};

export function ScenarioRows<Row>(props: ScenarioRowsProps<Row>) {
  const [isWhole, setWhole] = createSignal(false);
  const shown = createMemo(() => (isWhole() ? props.rows : props.rows.slice(0, FIRST)));
  return (
    <Show when={props.rows.length > 0} fallback={<p>{props.none}</p>}>
      <ScrollRegion class="scenario-scroll" label={props.title}>
        <table class="scenario-table">
          <caption class="visually-hidden">{props.title}</caption>
          <thead>
            <tr>
              <For each={[props.name, ...props.columns]}>
                {({ title }) => <th scope="col">{title}</th>}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={shown()}>
              {(row) => (
                <tr>
                  <th scope="row">{props.name.of(row)}</th>
                  <For each={props.columns}>
                    {({ title, of, saysItself }) => (
                      <td data-of={saysItself === true ? undefined : title}>{of(row)}</td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </ScrollRegion>
      <Show when={props.rows.length > shown().length ? props.all : undefined}>
        {(all) => (
          <Button look="plain" class="no-print" onClick={() => setWhole(true)}>
            {all()(props.rows.length)}
          </Button>
        )}
      </Show>
    </Show>
  );
}
