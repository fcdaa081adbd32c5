// What do the colours mean, and how many people live in each? A legend that counts.

import './value-legend.css';
import '#web/map/value-map.css';
import { For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { ValueSwatch } from '#web/map/value-swatch.tsx';
import type { AccessPlace, Indicator } from './access-data.ts';
import { sayBound } from './say-value.ts';
import { hingeKind, type LegendRow, legendRows, type ValueClass } from './value-classes.ts';

export type ValueLegendProps = {
  indicator: Indicator;
  classes: readonly ValueClass[];
  places: readonly AccessPlace[];
  /** Squares of 200 m are known: seen from near, the map shows them. */
  hasTiles: boolean;
};

export function ValueLegend(props: ValueLegendProps) {
  const { text } = usePage();
  const words = text.access;
  const rows = () => legendRows(props.classes, props.places);
  const most = () => Math.max(1, ...rows().map(({ people }) => people));
  const fragile = () => props.places.some(({ isFragile }) => isFragile);
  const bound = (value: number) => sayBound(words, value);

  const name = (row: LegendRow): string => {
    if (row.kind !== 'class') return words.statesLong[row.kind];
    const { from, to } = row.valueClass;
    if (from !== null && to !== null) return words.classes.between(bound(from), bound(to));
    if (to !== null) return words.classes.below(bound(to));
    return from === null ? '' : words.classes.above(bound(from));
  };
  /** The line that parts the brown classes from the green ones. */
  const turns = (row: LegendRow): boolean => {
    const { hinge, direction } = props.indicator;
    if (row.kind !== 'class' || hinge === null) return false;
    return (direction === 'high_is_good' ? row.valueClass.from : row.valueClass.to) === hinge;
  };

  return (
    <section class="value-legend" aria-labelledby="legende">
      <h2 id="legende">{words.legend.title}</h2>
      <p class="soft">
        {words.indicators[props.indicator.id].short} ({words.unitOf(props.indicator.unit)})
      </p>
      <ul class="value-legend-rows">
        <For each={rows()}>
          {(row) => (
            <li classList={{ 'is-hinge': turns(row) }}>
              <Show when={turns(row)}>
                <span class="value-legend-hinge">
                  {words.hinge[hingeKind(props.indicator)](bound(props.indicator.hinge ?? 0))}
                </span>
              </Show>
              <ValueSwatch colour={row.colour} pattern={row.pattern} />
              <span class="value-legend-name">{name(row)}</span>
              <span class="value-legend-people">
                {words.legend.people(row.people, row.communes)}
              </span>
              <svg
                class="value-legend-bar"
                viewBox="0 0 100 6"
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                <rect width={(100 * row.people) / most()} height="6" />
              </svg>
            </li>
          )}
        </For>
        <Show when={fragile()}>
          <li>
            <ValueSwatch colour="#dfc27d" pattern="fragile" />
            <span class="value-legend-name">{words.statesLong.fragile}</span>
            <span class="value-legend-people">{words.fragileHint}</span>
          </li>
        </Show>
      </ul>
      <Show when={props.hasTiles}>
        <p class="soft">{words.legend.squares}</p>
      </Show>
    </section>
  );
}
