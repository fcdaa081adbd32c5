// Every commune, the worst served first, as the map numbers them; each column can sort.

import { ScrollRegion } from '#web/ui/scroll-region.tsx';
import './ranked-table.css';
import { createEffect, createMemo, createSignal, For, onMount, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { ValueSwatch } from '#web/map/value-swatch.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { accessApi, type Indicator } from './access-data.ts';
import { type RankedPlace, type Sort, sortPlaces } from './rank-places.ts';
import { sayBare, sayPlace } from './say-value.ts';
import { cellOf, type ValueClass } from './value-classes.ts';

export type RankedTableProps = {
  territory: string;
  indicator: Indicator;
  classes: readonly ValueClass[];
  ranked: readonly RankedPlace[];
  /** Searches without a way by code, of those that are told; null: not looked at. */
  searches?: { leastShown: number; counts: ReadonlyMap<string, number> } | null;
  selected: string | null;
  href: (insee: string) => string;
  onSelect: (insee: string) => void;
};

/** Lines a phone shows before it is asked for all. */
const FEW = 12;

export function RankedTable(props: RankedTableProps) {
  const { text, format, dataLang } = usePage();
  const words = text.access;
  const [sort, setSort] = createSignal<Sort>('rank');
  const [reversed, setReversed] = createSignal(false);
  const [folded, setFolded] = createSignal(false);
  // Without script every line is there.
  onMount(() => setFolded(true));
  const rows = createMemo(() =>
    sortPlaces(props.ranked, sort(), reversed(), props.searches?.counts),
  );
  // The column one sorted by may go.
  createEffect(() => {
    if (!props.searches && sort() === 'searches') press('rank');
  });

  const press = (column: Sort): void => {
    setReversed(column === sort() ? !reversed() : false);
    setSort(column);
  };
  const rises = (column: Sort): boolean => (column === 'rank' || column === 'name') !== reversed();
  const sortOf = (column: Sort): 'ascending' | 'descending' | 'none' => {
    if (column !== sort()) return 'none';
    return rises(column) ? 'ascending' : 'descending';
  };
  const Head = (own: { column: Sort; label: string; class: string }) => (
    <th scope="col" class={own.class} aria-sort={sortOf(own.column)}>
      <button type="button" class="ranked-sort" onClick={() => press(own.column)}>
        {own.label}
        <Icon
          name="chevron_down"
          class={sortOf(own.column) === 'none' ? 'ranked-unsorted' : `ranked-${sortOf(own.column)}`}
        />
      </button>
    </th>
  );
  const older = (place: RankedPlace) =>
    place.population75Plus === null ? null : format.number(place.population75Plus);

  const has = (state: RankedPlace['state']) => props.ranked.some((place) => place.state === state);
  const layer = words.desk.layer;

  return (
    <section class="ranked" aria-labelledby="classement">
      <h2 id="classement">{words.table.title}</h2>
      <p class="soft">
        {words.rank.order}
        <Show when={has('none_in_reach')}> {words.rank.noneFirst}</Show>
        <Show when={has('unknown') || has('suppressed')}> {words.rank.unrankedLast}</Show>
      </p>
      <ScrollRegion class="ranked-scroll" label={words.table.scroll}>
        <table class="ranked-table" classList={{ 'is-folded': folded() }}>
          <caption class="visually-hidden">
            {words.indicators[props.indicator.id].short} ({words.unitOf(props.indicator.unit)})
          </caption>
          <thead>
            <tr>
              <Head column="rank" label={words.table.rank} class="ranked-rank" />
              <Head column="name" label={words.table.name} class="ranked-name" />
              <th scope="col" class="ranked-value">
                {words.unitOf(props.indicator.unit)}
              </th>
              <Head column="people" label={words.table.people} class="ranked-people" />
              <Head column="older" label={words.table.older} class="ranked-people" />
              <Show when={props.searches}>
                <Head column="searches" label={layer.column} class="ranked-searches" />
              </Show>
            </tr>
          </thead>
          <tbody>
            <For each={rows()}>
              {(place) => (
                <tr
                  data-insee={place.insee}
                  classList={{ 'is-chosen': place.insee === props.selected }}
                >
                  <td class="ranked-rank">
                    {place.rank ?? (
                      <>
                        <span aria-hidden="true">{words.table.unranked}</span>
                        <span class="visually-hidden">{words.rank.unranked}</span>
                      </>
                    )}
                  </td>
                  <th scope="row" class="ranked-name">
                    <a
                      href={props.href(place.insee)}
                      lang={dataLang}
                      aria-current={place.insee === props.selected ? 'true' : undefined}
                      onClick={(event) => {
                        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                        event.preventDefault();
                        props.onSelect(place.insee);
                      }}
                    >
                      {place.name}
                    </a>
                    <span class="ranked-below">
                      {words.table.below(format.number(place.population), older(place))}
                    </span>
                    <Show when={props.searches?.counts.get(place.insee)}>
                      {(count) => <span class="ranked-below-searches">{layer.below(count())}</span>}
                    </Show>
                  </th>
                  <td class="ranked-value">
                    <span class="ranked-figure">
                      <ValueSwatch {...cellOf(props.classes, place)} />
                      <span aria-hidden="true">{sayBare(words, props.indicator, place)}</span>
                      <span class="visually-hidden">{sayPlace(words, props.indicator, place)}</span>
                    </span>
                    <Show when={place.isFragile}>
                      <span class="ranked-fragile">{words.fragile}</span>
                    </Show>
                  </td>
                  <td class="ranked-people">{format.number(place.population)}</td>
                  <td class="ranked-people">{older(place) ?? text.common.unknown}</td>
                  <Show when={props.searches}>
                    {(searches) => (
                      <td class="ranked-searches">
                        <Show
                          when={searches().counts.get(place.insee)}
                          fallback={<span class="soft">{layer.fewer(searches().leastShown)}</span>}
                        >
                          {(count) => <strong>{format.number(count())}</strong>}
                        </Show>
                      </td>
                    )}
                  </Show>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </ScrollRegion>
      <Show when={props.ranked.length > FEW}>
        <Button
          look="quiet"
          class="ranked-more needs-script no-print"
          expanded={!folded()}
          onClick={() => setFolded(!folded())}
        >
          {folded() ? words.table.showAll(props.ranked.length) : words.table.showFew}
        </Button>
      </Show>
      <div class="actions no-print">
        <LinkButton href={accessApi(props.territory, '/places.csv')} icon="list">
          {words.table.table}
        </LinkButton>
        <LinkButton href={accessApi(props.territory, '/places.geojson')} icon="map">
          {words.table.shapes}
        </LinkButton>
      </div>
    </section>
  );
}
