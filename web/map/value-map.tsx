// The map of one value a commune: colours, patterns, numbers on the communes that come first.
// Everything it shows must also be written on the page.

import { createEffect, createSignal, on, Show } from 'solid-js';
import './map-panel.css';
import './value-map.css';
import type { Insee } from '#domain/territory/territory.ts';
import { createMapSession } from './create-map-session.ts';
import type { MapValues } from './create-map-values.ts';
import { MapControls } from './map-controls.tsx';
import { MapMessage } from './map-message.tsx';
import type { BaseMap, MapBounds, MapLabels } from './map-types.ts';
import { mediaQuery } from './media-query.ts';
import type { ValueCell, ValueDot, ValueMark, ValueTile } from './value-cells.ts';

export type ValueMapProps = {
  labels: MapLabels;
  /** Name of the panel: what the colours say. */
  title: string;
  /** GeoJSON of the communes: /api/territories/:code/shapes. */
  shapesUrl: string;
  baseMap?: BaseMap | null;
  cells: readonly ValueCell[];
  marks: readonly ValueMark[];
  dots?: readonly ValueDot[];
  tiles?: readonly ValueTile[];
  /** Near enough for squares. */
  onCloser?: () => void;
  selected: Insee | null;
  onSelect: (insee: Insee | null) => void;
  /** What is read of a commune pointed at or chosen. */
  reading: (insee: Insee) => string;
  class?: string;
};

/** Where nothing else is known: metropolitan France. */
const FALLBACK_BOUNDS: MapBounds = [-4.8, 42.3, 8.2, 51.1];

export function ValueMap(props: ValueMapProps) {
  let frame: HTMLDivElement | undefined;
  const [said, setSaid] = createSignal('');
  const [hovered, setHovered] = createSignal<Insee | null>(null);
  const [values, setValues] = createSignal<MapValues | null>(null);
  const dark = mediaQuery('(prefers-color-scheme: dark)');
  const still = mediaQuery('(prefers-reduced-motion: reduce)');
  const coarse = mediaQuery('(pointer: coarse)');

  const session = createMapSession(
    () => props.shapesUrl,
    (communes) =>
      frame === undefined
        ? null
        : {
            container: frame,
            theme: dark() ? 'dark' : 'light',
            labels: props.labels,
            tilesUrl: null,
            tileLook: 'none',
            baseMap: props.baseMap ?? null,
            bounds: communes.bounds ?? FALLBACK_BOUNDS,
            twoFingers: coarse(),
            still: still(),
            events: {
              onPress: () => {},
              onHover: () => {},
              onSamePlace: () => {},
              onMoved: (center) => setSaid(shapes()?.nearest(center) ?? ''),
              onLost: session.lose,
            },
          },
  );
  const { view, shapes } = session;
  createEffect(on([dark, coarse, () => props.shapesUrl], () => session.start(), { defer: true }));

  createEffect(
    on(view, (map) => {
      setValues(null);
      const communes = shapes();
      if (map === null || communes === null) return;
      map.setShapes(communes);
      map
        .values({
          onPress: (insee) => props.onSelect(insee),
          onHover: setHovered,
          onCloser: () => props.onCloser?.(),
        })
        .then((ready) => {
          if (view() === map) setValues(ready);
        })
        .catch(session.lose);
    }),
  );
  const whenReady = (draw: (ready: MapValues) => void) => {
    createEffect(() => {
      const ready = values();
      if (ready !== null) draw(ready);
    });
  };
  whenReady((ready) => {
    const communes = shapes();
    if (communes !== null) ready.show(communes, props.cells);
  });
  whenReady((ready) => {
    const communes = shapes();
    if (communes !== null) ready.mark(communes, props.marks);
  });
  whenReady((ready) => {
    const communes = shapes();
    if (communes !== null) ready.dot(communes, props.dots ?? []);
  });
  whenReady((ready) => ready.tile(props.tiles ?? []));
  createEffect(() => {
    const map = view();
    const insee = props.selected;
    if (map === null) return;
    map.setArea(shapes(), insee === null ? [] : [insee]);
    const point = insee === null ? null : (shapes()?.pointOf(insee) ?? null);
    if (point !== null) map.reveal(point);
  });
  const read = () => hovered() ?? props.selected;

  return (
    <section class={`map-panel value-map ${props.class ?? ''}`} aria-label={props.title}>
      <Show when={view()}>
        {(map) => (
          <MapControls
            labels={props.labels}
            view={map()}
            onShowAll={() => map().fit(shapes()?.bounds ?? FALLBACK_BOUNDS)}
          />
        )}
      </Show>
      <div class="value-map-stage">
        <div class="map-frame" ref={frame} data-drawn={values() === null ? undefined : 'yes'} />
        <Show when={read()}>
          {(insee) => <p class="value-map-read">{props.reading(insee())}</p>}
        </Show>
      </div>
      <MapMessage stage={session.stage()} labels={props.labels} onRetry={session.start} />
      <p class="map-caption">
        <Show when={shapes()?.schematic}>
          <span>{props.labels.schematic}</span>
        </Show>
        <span>{props.labels.attribution}</span>
        <Show when={props.baseMap}>{(base) => <span>{base().attribution}</span>}</Show>
      </p>
      <p class="map-said" aria-live="polite">
        {said()}
      </p>
    </section>
  );
}
