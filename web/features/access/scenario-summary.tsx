// What the changes come to, in one sentence then in a table: today, and with each scenario.

import { createMemo, Show } from 'solid-js';
import type { DeskSide } from '#domain/access/desk-side.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { type ComparedRow, ScenarioCompared } from './scenario-compared.tsx';
import type { DeskModel, TriedResult } from './scenario-messages.ts';
import { changesOnlyDays, ScenarioDaysSentence, ScenarioDaysTable } from './scenario-no-car.tsx';
import { isShared } from './scenario-professions.ts';
import { createValueWords } from './scenario-values.ts';

export function ScenarioSentence(props: {
  model: DeskModel;
  result: TriedResult;
  isEmpty: boolean;
}) {
  const { text } = usePage();
  const words = text.scenario.result;
  const ofDays = text.scenario.days.result;
  const values = createMemo(() => createValueWords(text, props.model));
  const hinge = () => props.model.hinge;
  const isOfDays = () =>
    !isShared(props.model.profession) || (!props.isEmpty && changesOnlyDays(props.result));
  return (
    <div class="scenario-sentence">
      <Show when={isOfDays() ? props.result.noCar : null}>
        {(days) => <ScenarioDaysSentence result={days()} isFirst />}
      </Show>
      <Show when={isShared(props.model.profession)}>
        <p classList={{ large: !isOfDays() }} role="status" data-said="result">
          <Show when={!props.isEmpty} fallback={words.calm}>
            {words.sentence(props.result.dropped.people, props.result.lifted.people)}{' '}
            {words.losing(props.result.losers.people, props.result.losers.places.length)}
          </Show>
        </p>
      </Show>
      <Show when={props.isEmpty || isOfDays() ? null : props.result.noCar}>
        {(days) => <ScenarioDaysSentence result={days()} />}
      </Show>
      <Show when={isShared(props.model.profession)} fallback={<p class="soft">{ofDays.only}</p>}>
        <p class="soft">
          {words.hinge[hinge().kind](
            values().bound(Math.round(hinge().value * 100) / 100),
            values().unit,
          )}
        </p>
      </Show>
    </div>
  );
}

export type ScenarioTableProps = {
  model: DeskModel;
  results: readonly (TriedResult | null)[];
  /** Of its title, when a page has another one. */
  id?: string;
};

export function ScenarioTable(props: ScenarioTableProps) {
  const { text } = usePage();
  const words = text.scenario.table;
  const id = () => props.id ?? 'avec-sans';
  const values = createMemo(() => createValueWords(text, props.model));
  const known = createMemo(() => props.results.filter((result) => result !== null));
  const row = (label: string, of: (side: DeskSide) => string): ComparedRow => ({
    label,
    before: ({ sides }) => of(sides.before),
    after: ({ sides }) => of(sides.after),
  });
  const passing = (label: string, of: (result: TriedResult) => number): ComparedRow => ({
    label,
    before: () => '—',
    after: (result) => words.whole(of(result)),
  });
  const rows: readonly ComparedRow[] = [
    row(words.fullTime, ({ fullTime }) => values().amount(fullTime)),
    row(words.mean, ({ mean }) => values().value(mean)),
    row(words.below, ({ below }) => words.whole(below)),
    passing(words.dropped, ({ dropped }) => dropped.people),
    passing(words.lifted, ({ lifted }) => lifted.people),
    row(words.nothing, ({ nothing }) => words.whole(nothing)),
    row(words.nothing75Plus, ({ nothing75Plus }) => words.whole(nothing75Plus)),
  ];
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    row(words.day(weekday), ({ reachedByDay }) => words.whole(reachedByDay[weekday - 1] ?? 0)),
  );
  return (
    <section aria-labelledby={id()}>
      <h2 id={id()}>{words.title}</h2>
      <Show when={isShared(props.model.profession)}>
        <ScenarioCompared rows={rows} caption={words.caption} results={known()} />
        <Disclosure summary={words.days}>
          <p class="soft">{words.daysHint}</p>
          <ScenarioCompared rows={days} caption={words.days} results={known()} />
        </Disclosure>
      </Show>
      <ScenarioDaysTable model={props.model} results={known()} id={`${id()}-sans-voiture`} />
    </section>
  );
}
