// What the changes come to, in one sentence then in a table: today, and with each scenario.

import { createMemo, For, Show } from 'solid-js';
import type { DeskSide } from '#domain/access/scenario-desk.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { ScrollRegion } from '#web/ui/scroll-region.tsx';
import type { DeskModel, TriedResult } from './scenario-messages.ts';
import { createValueWords } from './scenario-values.ts';

export function ScenarioSentence(props: {
  model: DeskModel;
  result: TriedResult;
  isEmpty: boolean;
}) {
  const { text } = usePage();
  const words = text.scenario.result;
  const values = createMemo(() => createValueWords(text, props.model));
  const hinge = () => props.model.hinge;
  return (
    <div class="scenario-sentence">
      <p class="large" role="status" data-said="result">
        <Show when={!props.isEmpty} fallback={words.calm}>
          {words.sentence(props.result.dropped.people, props.result.lifted.people)}{' '}
          {words.losing(props.result.losers.people, props.result.losers.places.length)}
        </Show>
      </p>
      <p class="soft">
        {words.hinge[hinge().kind](
          values().bound(Math.round(hinge().value * 100) / 100),
          values().unit,
        )}
      </p>
    </div>
  );
}

export type ScenarioTableProps = {
  model: DeskModel;
  results: readonly (TriedResult | null)[];
  /** Of its title, when a page has another one. */
  id?: string;
};

type Row = { label: string; cells: (side: DeskSide, result: TriedResult | null) => string };

export function ScenarioTable(props: ScenarioTableProps) {
  const { text } = usePage();
  const words = text.scenario.table;
  const id = () => props.id ?? 'avec-sans';
  const values = createMemo(() => createValueWords(text, props.model));
  const known = createMemo(() => props.results.filter((result) => result !== null));
  const rows: readonly Row[] = [
    { label: words.fullTime, cells: (side) => values().amount(side.fullTime) },
    { label: words.mean, cells: (side) => `${values().value(side.mean)}` },
    { label: words.below, cells: (side) => words.whole(side.below) },
    {
      label: words.dropped,
      cells: (_, result) => (result === null ? '—' : words.whole(result.dropped.people)),
    },
    {
      label: words.lifted,
      cells: (_, result) => (result === null ? '—' : words.whole(result.lifted.people)),
    },
    { label: words.nothing, cells: (side) => words.whole(side.nothing) },
    { label: words.nothing75Plus, cells: (side) => words.whole(side.nothing75Plus) },
  ];
  const days: readonly Row[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    label: words.day(weekday),
    cells: (side) => words.whole(side.reachedByDay[weekday - 1] ?? 0),
  }));
  const Table = (own: { rows: readonly Row[]; caption: string }) => (
    <ScrollRegion class="scenario-scroll" label={own.caption}>
      <table class="scenario-table">
        <caption class="visually-hidden">{own.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.today}</th>
            <For each={known()}>
              {(_, index) => <th scope="col">{text.scenario.scenario(index() + 1)}</th>}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={own.rows}>
            {(row) => (
              <tr>
                <th scope="row">{row.label}</th>
                <Show when={known()[0]}>
                  {(first) => (
                    <td data-of={words.today}>{row.cells(first().sides.before, null)}</td>
                  )}
                </Show>
                <For each={known()}>
                  {(result, index) => {
                    const told = () => row.cells(result.sides.after, result);
                    const isSame = () => told() === row.cells(result.sides.before, null);
                    return (
                      <td
                        data-of={text.scenario.scenario(index() + 1)}
                        classList={{ 'scenario-changed': !isSame() }}
                      >
                        {told()}
                      </td>
                    );
                  }}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </ScrollRegion>
  );
  return (
    <section aria-labelledby={id()}>
      <h2 id={id()}>{words.title}</h2>
      <Table rows={rows} caption={words.caption} />
      <Disclosure summary={words.days}>
        <p class="soft">{words.daysHint}</p>
        <Table rows={days} caption={words.days} />
      </Disclosure>
    </section>
  );
}
