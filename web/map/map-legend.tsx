// What do the shapes and lines of the map mean? In words, beside the drawing.

import { For, Show } from 'solid-js';
import type { Category } from '#domain/directory/directory.ts';
import type { LegMode } from '#domain/journey/journey.ts';
import { CategorySign } from '#web/ui/category-sign.tsx';
import './map-legend.css';
import { LEG_LINES } from './journey-layers.ts';

/** A group, another answer, a place known roughly, where an offer applies. */
const EXTRA_SIGNS = ['cluster', 'other', 'approximate', 'area'] as const;
type ExtraSign = (typeof EXTRA_SIGNS)[number];

export type MapLegendProps = {
  title: string;
  /** Only what is on the map. */
  categories: readonly Category[];
  words: Record<Category, string>;
  modes?: readonly LegMode[];
  modeWords?: Record<LegMode, string>;
  /** Words of the other signs; a sign without words is left out. */
  extra?: Partial<Record<ExtraSign, string>>;
};

export function MapLegend(props: MapLegendProps) {
  return (
    <details class="map-legend">
      <summary>{props.title}</summary>
      <ul>
        <For each={props.categories}>
          {(category) => (
            <li>
              <CategorySign category={category} />
              {props.words[category]}
            </li>
          )}
        </For>
        <For each={props.modes ?? []}>
          {(mode) => (
            <li>
              <LegSign mode={mode} />
              {props.modeWords?.[mode]}
            </li>
          )}
        </For>
        <For each={EXTRA_SIGNS}>
          {(sign) => (
            <Show when={props.extra?.[sign]}>
              {(words) => (
                <li>
                  <span class={`map-legend-${sign}`} aria-hidden="true">
                    {sign === 'cluster' ? '3' : ''}
                  </span>
                  {words()}
                </li>
              )}
            </Show>
          )}
        </For>
      </ul>
    </details>
  );
}

function LegSign(props: { mode: LegMode }) {
  const line = () => LEG_LINES[props.mode];
  const dashes = () =>
    line()
      .dashes?.map((dash) => dash * line().width)
      .join(' ');
  return (
    <svg class={`map-legend-line leg-${props.mode}`} viewBox="0 0 40 12" aria-hidden="true">
      <path
        d="M4 6h32"
        stroke-width={line().width}
        stroke-dasharray={dashes()}
        stroke-linecap={props.mode === 'ride' ? 'butt' : 'round'}
      />
    </svg>
  );
}
