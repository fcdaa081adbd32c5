// All the people, from the worst served to the best: drawn when it comes into view; the table says the same.

import './distribution-plot.css';
import { createEffect, createSignal, onCleanup, onMount, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import type { Indicator } from './access-data.ts';
import { paradeBands } from './distribution-model.ts';
import type { Level } from './draw-distribution.ts';
import type { RankedPlace } from './rank-places.ts';
import { sayBound, sayPlace, sayValue } from './say-value.ts';
import type { ValueClass } from './value-classes.ts';

export type DistributionPlotProps = {
  indicator: Indicator;
  classes: readonly ValueClass[];
  ranked: readonly RankedPlace[];
  territoryValue: number | null;
};

type Draw = typeof import('./draw-distribution.ts').drawDistribution;

export function DistributionPlot(props: DistributionPlotProps) {
  const { text, format } = usePage();
  const words = text.access;
  let frame: HTMLDivElement | undefined;
  const [draw, setDraw] = createSignal<Draw | null>(null);
  const [width, setWidth] = createSignal(0);
  const [hasFailed, setHasFailed] = createSignal(false);

  onMount(() => {
    if (frame === undefined) return;
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        seen.disconnect();
        import('./draw-distribution.ts')
          .then((module) => setDraw(() => module.drawDistribution))
          .catch(() => setHasFailed(true));
      },
      { rootMargin: '300px' },
    );
    const sized = new ResizeObserver(([entry]) => {
      setWidth(Math.floor(entry?.contentRect.width ?? 0));
    });
    seen.observe(frame);
    sized.observe(frame);
    onCleanup(() => {
      seen.disconnect();
      sized.disconnect();
    });
  });

  const levels = (): Level[] => {
    const { hinge, national, unit } = props.indicator;
    const level = (value: number | null, label: string): Level[] =>
      value === null ? [] : [{ value, label: `${label} ${sayBound(words, value)}` }];
    return [
      ...(hinge === national ? [] : level(hinge, words.plot.threshold)),
      ...level(national, words.plot.national),
      // A number of people of one commune is not that of all of them.
      ...(unit === 'people' ? [] : level(props.territoryValue, words.plot.territory)),
    ];
  };
  createEffect(() => {
    const paint = draw();
    if (paint === null || frame === undefined || width() === 0) return;
    const { indicator, classes, ranked } = props;
    const parade = paradeBands(indicator, classes, ranked, (place) =>
      words.map.reading(place.name, sayPlace(words, indicator, place), place.population),
    );
    frame.replaceChildren(
      paint({
        ...parade,
        levels: levels(),
        width: width(),
        xLabel: words.plot.axis,
        yLabel: words.unitOf(indicator.unit),
        format: format.number,
      }),
    );
  });

  const compared = () =>
    props.ranked.filter(({ state, value }) => state === 'value' && value !== null);
  const without = () => props.ranked.filter(({ rank }) => rank === null).length;
  const summary = (): string => {
    const values = compared().flatMap(({ value }) => (value === null ? [] : [value]));
    const say = (value: number) => sayValue(words, props.indicator, value) ?? '';
    if (values.length === 0) return '';
    return words.plot.summary(say(Math.min(...values)), say(Math.max(...values)), values.length);
  };

  return (
    <section class="distribution needs-script" aria-labelledby="repartition">
      <h2 id="repartition">{words.plot.title}</h2>
      <p>{words.plot.hint}</p>
      <Show when={hasFailed()}>
        <p role="status">{words.plot.failed}</p>
      </Show>
      <div class="distribution-frame" ref={frame} role="img" aria-label={summary()} />
      <p class="soft">
        {summary()} <Show when={without() > 0}>{words.plot.without(without())}</Show>
      </p>
    </section>
  );
}
