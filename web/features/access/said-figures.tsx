// The sentence above the map, then the three figures it stands among.

import { For, Show } from 'solid-js';
import { concernOf } from '#domain/access/concern.ts';
import { usePage } from '#web/lib/page-context.ts';
import type { AccessPlaces, Indicator } from './access-data.ts';
import { sayValue } from './say-value.ts';

export type SaidFiguresProps = {
  figures: AccessPlaces;
  /** How far below the threshold, from 0 to 1, of those below; null: not this question. */
  depth: number | null;
};

export function SaidFigures(props: SaidFiguresProps) {
  const { text } = usePage();
  const words = text.access;
  const indicator = (): Indicator => props.figures.indicator;
  const concern = () => concernOf(indicator(), props.figures.places);
  const everybody = () => props.figures.places.reduce((sum, { population }) => sum + population, 0);
  const mean = () => sayValue(words, indicator(), props.figures.territoryValue);
  const sentence = () => {
    const { people, older } = concern();
    return words.indicators[indicator().id].told({
      who: people === 0 ? null : words.who(people, older),
      isMany: people > 1,
      mean: mean(),
    });
  };
  const share = () => (everybody() === 0 ? 0 : (100 * concern().people) / everybody());
  const figures = () =>
    [
      { label: words.mean.territory, value: mean() },
      {
        label: words.mean.departement,
        value: sayValue(words, indicator(), props.figures.departementValue),
      },
      { label: words.mean.national, value: sayValue(words, indicator(), indicator().national) },
    ].filter(({ value }) => value !== null);
  return (
    <section class="said-figures" aria-live="polite">
      <p class="said-figures-sentence">{sentence()}</p>
      <Show when={concern().bound !== null && concern().people > 0}>
        <p class="large">
          {words.share(share(), concern().communes)}.
          <Show when={props.depth}>{(depth) => ` ${words.depth(100 * depth())}`}</Show>
        </p>
      </Show>
      <dl class="said-figures-means">
        <For each={figures()}>
          {({ label, value }) => (
            <div>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  );
}
