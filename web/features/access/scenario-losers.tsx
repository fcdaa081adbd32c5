// Who loses, commune by commune, then who gains: what the map says, for who reads a table.

import { createMemo, createSignal, For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { ScrollRegion } from '#web/ui/scroll-region.tsx';
import type { DeskModel, TriedResult } from './scenario-messages.ts';
import { changesDays, ScenarioDaysPlaces } from './scenario-no-car.tsx';
import { isShared } from './scenario-professions.ts';
import { createValueWords } from './scenario-values.ts';

const FIRST = 8;

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
  const [isWhole, setWhole] = createSignal(false);
  const values = createMemo(() => createValueWords(text, props.model));
  const shown = createMemo(() => (isWhole() ? props.places : props.places.slice(0, FIRST)));
  const dropped = createMemo(() => new Set(props.result.dropped.places));
  const lifted = createMemo(() => new Set(props.result.lifted.places));
  const crossing = (place: number) =>
    dropped().has(place) ? `▼ ${words.down}` : lifted().has(place) ? `▲ ${words.up}` : '';
  return (
    <>
      <h3>{props.title}</h3>
      <Show when={props.places.length > 0} fallback={<p>{words.none}</p>}>
        <ScrollRegion class="scenario-scroll" label={props.title}>
          <table class="scenario-table">
            <caption class="visually-hidden">{props.title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.commune}</th>
                <th scope="col">{words.population}</th>
                <th scope="col">{words.before}</th>
                <th scope="col">{words.after}</th>
                <th scope="col">{words.change}</th>
                <th scope="col">{words.crossing}</th>
              </tr>
            </thead>
            <tbody>
              <For each={shown()}>
                {(place) => {
                  const before = () => props.result.before[place] ?? 0;
                  const after = () => props.result.after[place] ?? 0;
                  return (
                    <tr>
                      <th scope="row">{props.model.places[place]?.name}</th>
                      <td data-of={words.population}>
                        {format.number(props.model.places[place]?.population ?? 0)}
                      </td>
                      <td data-of={words.before}>{values().value(before())}</td>
                      <td data-of={words.after}>
                        {props.result.reached[place] === 1
                          ? values().value(after())
                          : words.nothingLeft}
                      </td>
                      <td data-of={words.change}>{values().difference(after() - before())}</td>
                      <td>{crossing(place)}</td>
                    </tr>
                  );
                }}
              </For>
            </tbody>
          </table>
        </ScrollRegion>
        <Show when={!isWhole() && props.places.length > FIRST}>
          <Button look="plain" class="no-print" onClick={() => setWhole(true)}>
            {words.all(props.places.length)}
          </Button>
        </Show>
      </Show>
    </>
  );
}
