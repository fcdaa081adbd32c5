// Who loses, commune by commune, then who gains: what the map says, for who reads a table.

import { createMemo, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import type { DeskModel, TriedResult } from './scenario-messages.ts';
import { changesDays, ScenarioDaysPlaces } from './scenario-no-car.tsx';
import { isShared } from './scenario-professions.ts';
import { type ScenarioColumn, ScenarioRows } from './scenario-rows.tsx';
import { createValueWords } from './scenario-values.ts';

export function ScenarioLosers(props: { model: DeskModel; result: TriedResult; id?: string }) {
  const { text } = usePage();
  const words = text.scenario.losers;
  const id = () => props.id ?? 'qui-perd';
  return (
    <section aria-labelledby={id()}>
      <h2 id={id()}>{words.title}</h2>
      <Show when={isShared(props.model.profession)}>
        <CommuneTable {...props} places={props.result.losers.places} title={words.losersTitle} />
        <CommuneTable {...props} places={props.result.gainers.places} title={words.gainersTitle} />
      </Show>
      <Show when={props.result.noCar}>
        {(days) => (
          <Show when={changesDays(days()) || !isShared(props.model.profession)}>
            <ScenarioDaysPlaces model={props.model} result={days()} />
          </Show>
        )}
      </Show>
    </section>
  );
}

function CommuneTable(props: {
  model: DeskModel;
  result: TriedResult;
  places: readonly number[];
  title: string;
}) {
  const { text, format } = usePage();
  const words = text.scenario.losers;
  const values = createMemo(() => createValueWords(text, props.model));
  const dropped = createMemo(() => new Set(props.result.dropped.places));
  const lifted = createMemo(() => new Set(props.result.lifted.places));
  const crossing = (place: number) =>
    dropped().has(place) ? `▼ ${words.down}` : lifted().has(place) ? `▲ ${words.up}` : '';
  const before = (place: number) => props.result.before[place] ?? 0;
  const after = (place: number) => props.result.after[place] ?? 0;
  const columns: readonly ScenarioColumn<number>[] = [
    {
      title: words.population,
      of: (place) => format.number(props.model.places[place]?.population ?? 0),
    },
    { title: words.before, of: (place) => values().value(before(place)) },
    {
      title: words.after,
      of: (place) =>
        props.result.reached[place] === 1 ? values().value(after(place)) : words.nothingLeft,
    },
    { title: words.change, of: (place) => values().difference(after(place) - before(place)) },
    { title: words.crossing, of: crossing, saysItself: true },
  ];
  return (
    <>
      <h3>{props.title}</h3>
      <ScenarioRows
        title={props.title}
        rows={props.places}
        name={{ title: words.commune, of: (place) => props.model.places[place]?.name }}
        columns={columns}
        none={words.none}
        all={words.all}
      />
    </>
  );
}
