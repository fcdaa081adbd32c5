// The map beside a list, a journey or an offer: props in, events out.
// On the server it is an empty frame; the library comes when the frame is on screen.
// Everything it shows must also be written on the page.

import { createEffect, createMemo, createSignal, on, Show } from 'solid-js';
import './map-panel.css';
import type { LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';
import { boundsOf, type CommuneShapes } from './commune-shapes.ts';
import { createMapSession } from './create-map-session.ts';
import type { MapView } from './create-map-view.ts';
import type { TileLook } from './entry-layers.ts';
import { MapButton } from './map-button.tsx';
import { MapControls } from './map-controls.tsx';
import { entryFeatures, focusFeatures, legFeatures, placeFeatures } from './map-features.ts';
import { MapLegend, type MapLegendProps } from './map-legend.tsx';
import { MapMessage } from './map-message.tsx';
import type { BaseMap, MapBounds, MapEntry, MapLabels, MapLeg, MapPlace } from './map-types.ts';
import { mediaQuery } from './media-query.ts';
import { SamePlaceList } from './same-place-list.tsx';
import type { PressedEntry, SamePlace } from './watch-presses.ts';

export type MapPanelProps = {
  labels: MapLabels;
  /** GeoJSON of the communes: /api/territories/:code/shapes. */
  shapesUrl: string;
  /**
   * Path with {z}, {x} and {y}: everything the filters keep. Alone, drawn in full; behind `entries`,
   * as quiet dots.
   */
  tilesUrl?: string | null;
  baseMap?: BaseMap | null;
  entries?: readonly MapEntry[];
  selectedId?: string | null;
  hoveredId?: string | null;
  onSelect?: (id: string | null) => void;
  /** Page of an entry that `entries` does not hold, pressed among the tiles. */
  entryHref?: (id: string) => string;
  onHover?: (id: string | null) => void;
  legs?: readonly MapLeg[];
  places?: readonly MapPlace[];
  /** Communes to fill: where an offer applies. */
  area?: readonly Insee[];
  /** What to show first; by default all that is drawn, else the communes. */
  bounds?: MapBounds | null;
  onLocate?: () => void;
  onBackToList?: () => void;
  /** What the signs mean; folded under the drawing. */
  legend?: MapLegendProps;
  class?: string;
};

/** Where nothing else is known: metropolitan France. */
const FALLBACK_BOUNDS: MapBounds = [-4.8, 42.3, 8.2, 51.1];

export function MapPanel(props: MapPanelProps) {
  let frame: HTMLDivElement | undefined;
  const [samePlace, setSamePlace] = createSignal<SamePlace | null>(null);
  const [said, setSaid] = createSignal('');
  const [underPointer, setUnderPointer] = createSignal<string | null>(null);
  const dark = mediaQuery('(prefers-color-scheme: dark)');
  const still = mediaQuery('(prefers-reduced-motion: reduce)');
  const coarse = mediaQuery('(pointer: coarse)');
  const entries = createMemo(() => props.entries ?? []);

  const select = (id: string | null): void => {
    setSamePlace(null);
    props.onSelect?.(id);
  };
  const press = (pressed: PressedEntry | null): void => {
    const elsewhere = pressed !== null && hrefOf(pressed.id) !== undefined;
    if (elsewhere) setSamePlace([pressed]);
    else select(pressed?.id ?? null);
  };
  const hrefOf = (id: string): string | undefined =>
    entries().some((entry) => entry.id === id) ? undefined : props.entryHref?.(id);
  const hover = (id: string | null): void => {
    setUnderPointer(id);
    props.onHover?.(id);
  };
  const onMoved = (center: LonLat, count: number): void => {
    setSaid(props.labels.moved({ place: shapes()?.nearest(center) ?? null, count }));
  };

  const tileLook = createMemo<TileLook>(() => {
    if (props.tilesUrl == null) return 'none';
    return entries().length === 0 ? 'all' : 'quiet';
  });

  const session = createMapSession(
    () => props.shapesUrl,
    (communes) =>
      frame === undefined
        ? null
        : {
            container: frame,
            theme: dark() ? 'dark' : 'light',
            labels: props.labels,
            tilesUrl: props.tilesUrl == null ? null : window.location.origin + props.tilesUrl,
            tileLook: tileLook(),
            baseMap: props.baseMap ?? null,
            bounds: wantedBounds(props, communes),
            twoFingers: coarse(),
            still: still(),
            events: {
              onPress: press,
              onHover: hover,
              onSamePlace: setSamePlace,
              onMoved,
              onLost: session.lose,
            },
          },
  );
  const { view, shapes } = session;
  const bounds = createMemo(() => wantedBounds(props, shapes()));
  const restarts = [dark, coarse, tileLook, () => props.tilesUrl];
  createEffect(on(restarts, () => session.start(), { defer: true }));

  drawWhenReady(view, (drawn) => {
    const communes = shapes();
    if (communes !== null) drawn.setShapes(communes);
  });
  drawWhenReady(view, (drawn) => drawn.setArea(shapes(), props.area ?? []));
  drawWhenReady(view, (drawn) => {
    drawn.setData('entries', entryFeatures(entries()));
    drawn.hideInTiles(entries().map((entry) => entry.id));
  });
  drawWhenReady(view, (drawn) => drawn.setData('legs', legFeatures(props.legs ?? [])));
  drawWhenReady(view, (drawn) => drawn.setData('places', placeFeatures(props.places ?? [])));
  drawWhenReady(view, (drawn) => {
    const hovered = props.hoveredId ?? underPointer();
    drawn.setData('focus', focusFeatures(entries(), props.selectedId ?? null, hovered));
  });
  createEffect(
    on(
      () => bounds().join(),
      () => view()?.fit(bounds()),
      { defer: true },
    ),
  );
  createEffect(
    on([view, () => props.selectedId], ([drawn, id]) => {
      const chosen = entries().find((entry) => entry.id === id);
      if (drawn === null || chosen === undefined) return;
      drawn.reveal(chosen.point);
      setSaid(props.labels.selected(chosen.name));
    }),
  );

  return (
    <section class={`map-panel ${props.class ?? ''}`} aria-label={props.labels.title}>
      <Show when={props.onBackToList}>
        {(back) => (
          <MapButton
            sign="list"
            wide
            class="map-back"
            label={props.labels.backToList}
            onPress={() => back()()}
          />
        )}
      </Show>
      <Show when={view()}>
        {(drawn) => (
          <MapControls
            labels={props.labels}
            view={drawn()}
            onShowAll={() => drawn().fit(bounds())}
            onLocate={props.onLocate}
          />
        )}
      </Show>
      <div class="map-frame" ref={frame} />
      <MapMessage stage={session.stage()} labels={props.labels} onRetry={session.start} />
      <Show when={samePlace()}>
        {(members) => (
          <SamePlaceList
            labels={props.labels}
            members={members()}
            hrefOf={hrefOf}
            onSelect={select}
            onClose={() => {
              setSamePlace(null);
              frame?.querySelector('canvas')?.focus();
            }}
          />
        )}
      </Show>
      <Show when={props.legend}>{(legend) => <MapLegend {...legend()} />}</Show>
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

function drawWhenReady(view: () => MapView | null, draw: (view: MapView) => void): void {
  createEffect(() => {
    const drawn = view();
    if (drawn !== null) draw(drawn);
  });
}

function wantedBounds(props: MapPanelProps, shapes: CommuneShapes | null): MapBounds {
  if (props.bounds != null) return props.bounds;
  const drawn: LonLat[] = [
    ...(props.entries ?? []).map((entry) => entry.point),
    ...(props.places ?? []).map((place) => place.point),
    ...(props.legs ?? []).flatMap((leg) => leg.path),
  ];
  return boundsOf(drawn) ?? shapes?.boundsOf(props.area ?? []) ?? shapes?.bounds ?? FALLBACK_BOUNDS;
}
