// The sentence above the map, then the figures it stands among: ours, those of the ministry, the country’s.

import { For, Show } from 'solid-js';
import { concernOf } from '#domain/access/concern.ts';
import { usePage } from '#web/lib/page-context.ts';
import type { AccessPlaces, Indicator } from './access-data.ts';
import { sayResidual, sayValue } from './say-value.ts';

type Mean = { label: string; value: string | null; note: string | null };

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
  const figures = (): Mean[] => {
    const { territoryValue, territoryPublished, departement } = props.figures;
    const said = (value: number | null) => sayValue(words, indicator(), value);
    const own = words.compare.published;
    return [
      { label: words.mean.territory, value: said(territoryValue), note: null },
      ...(territoryPublished === null
        ? []
        : [
            {
              label: own.territory(territoryPublished.year),
              value: said(territoryPublished.value),
              note: sayResidual(words, indicator(), territoryPublished.residual),
            },
          ]),
      departement === null
        ? { label: own.departementUnknown, value: words.states.unknown, note: null }
        : {
            label: own.departement(departement.code, departement.year),
            value: said(departement.value),
            note: own.part(departement.communeCount, departement.publishedCount),
          },
      { label: words.mean.national, value: said(indicator().national), note: null },
    ].filter(({ value }) => value !== null);
  };
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
          {({ label, value, note }) => (
            <div>
              <dt>{label}</dt>
              <dd>{value}</dd>
              <Show when={note}>{(said) => <dd class="said-figures-note">{said()}</dd>}</Show>
            </div>
          )}
        </For>
      </dl>
    </section>
  );
}
