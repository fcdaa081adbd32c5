// The map on which a zone is drawn or a place is pointed at: props in, events out.
// Without a pointer: the buttons and arrows move the map, and its centre becomes a corner or a place.
// All it does can be written in the list beside it.

import { createEffect, createMemo, createSignal, onCleanup, Show } from 'solid-js';
import './map-panel.css';
import './draw-panel.css';
import type { LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';
import { boundsOf, type CommuneShapes } from './commune-shapes.ts';
import type { Corners, DrawingMode, MapDrawing } from './create-drawing.ts';
import { createMapSession } from './create-map-session.ts';
import { MapControls } from './map-controls.tsx';
import { placeFeatures } from './map-features.ts';
import { MapMessage } from './map-message.tsx';
import type { BaseMap, MapBounds, MapLabels, MapPlace } from './map-types.ts';
import { mediaQuery } from './media-query.ts';

export type DrawWords = {
  title: string;
  draw: string;
  move: string;
  drawHelp: string;
  moveHelp: string;
  corner: string;
  finish: string;
  pick: string;
  pickHelp: string;
  cornerSaid: (number: number) => string;
  drawnSaid: string;
  pickedSaid: string;
};

export type DrawPanelProps = {
  labels: MapLabels;
  words: DrawWords;
  /** GeoJSON of the communes: /api/territories/:code/shapes. */
  shapesUrl: string;
  baseMap: BaseMap | null;
  purpose: 'drawings' | 'places';
  /** Communes to fill: what is chosen besides. */
  area: readonly Insee[];
  drawings: readonly Corners[];
  places: readonly MapPlace[];
  onDrawn: (corners: Corners) => void;
  onMoved: (index: number, corners: Corners) => void;
  onPick: (point: LonLat) => void;
};

/** Where nothing else is known: metropolitan France. */
const FALLBACK_BOUNDS: MapBounds = [-4.8, 42.3, 8.2, 51.1];
const FEWEST_CORNERS = 3;

export function DrawPanel(props: DrawPanelProps) {
  let frame: HTMLDivElement | undefined;
  const [said, setSaid] = createSignal('');
  const [mode, setMode] = createSignal<DrawingMode>('draw');
  const [drawing, setDrawing] = createSignal<MapDrawing | null>(null);
  /** Corners set one by one at the centre of the map. */
  const [corners, setCorners] = createSignal<Corners>([]);
  const dark = mediaQuery('(prefers-color-scheme: dark)');
  const still = mediaQuery('(prefers-reduced-motion: reduce)');
  const coarse = mediaQuery('(pointer: coarse)');
  const isDrawing = () => props.purpose === 'drawings';

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
            baseMap: props.baseMap,
            bounds: firstBounds(communes),
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
  /** A place is looked for in the whole territory; a zone is drawn where it is. */
  const firstBounds = (communes: CommuneShapes): MapBounds =>
    (isDrawing() ? (communes.boundsOf(props.area) ?? drawn()) : null) ??
    communes.bounds ??
    drawn() ??
    FALLBACK_BOUNDS;
  const drawn = () =>
    boundsOf([...props.drawings.flat(), ...props.places.map(({ point }) => point)]);
  const area = createMemo(() => props.area, undefined, {
    equals: (a, b) => a.join() === b.join(),
  });

  createEffect(() => {
    const map = view();
    const communes = shapes();
    if (map !== null && communes !== null) map.setShapes(communes);
  });
  createEffect(() => view()?.setArea(shapes(), area()));
  createEffect(() => {
    const marked: MapPlace[] = corners().map((point, index) => ({
      name: String(index + 1),
      point,
      role: 'change',
    }));
    view()?.setData('places', placeFeatures([...props.places, ...marked]));
  });
  createEffect(() => {
    const map = view();
    if (map === null || isDrawing()) return;
    onCleanup(map.pick(pick));
  });
  createEffect(() => {
    const map = view();
    if (map === null || !isDrawing()) return;
    let isOver = false;
    map
      .draw({ onDrawn: finishDrawn, onMoved: (index, moved) => props.onMoved(index, moved) })
      .then((started) => {
        if (isOver) started.stop();
        else setDrawing(started);
      })
      .catch(session.lose);
    onCleanup(() => {
      isOver = true;
      setDrawing(null);
    });
  });
  createEffect(() => drawing()?.show(props.drawings));

  function finishDrawn(done: Corners): void {
    setCorners([]);
    props.onDrawn(done);
    setSaid(props.words.drawnSaid);
  }

  function pick([lon, lat]: LonLat): void {
    props.onPick([Number(lon.toFixed(6)), Number(lat.toFixed(6))]);
    setSaid(props.words.pickedSaid);
  }

  function setCorner(point: LonLat): void {
    setCorners([...corners(), point]);
    setSaid(props.words.cornerSaid(corners().length));
  }

  function finish(): void {
    if (corners().length >= FEWEST_CORNERS) finishDrawn(corners());
    else drawing()?.finish();
  }

  function choose(next: DrawingMode): void {
    setMode(next);
    drawing()?.setMode(next);
  }

  return (
    <section class="map-panel draw-panel" aria-label={props.words.title}>
      <Show when={view()}>
        {(map) => (
          <div class="draw-tools">
            <Show
              when={isDrawing()}
              fallback={
                <ToolButton label={props.words.pick} onPress={() => pick(map().center())} />
              }
            >
              <ToolButton
                label={props.words.draw}
                pressed={mode() === 'draw'}
                onPress={() => choose('draw')}
              />
              <ToolButton
                label={props.words.move}
                pressed={mode() === 'move'}
                onPress={() => choose('move')}
              />
              <Show when={mode() === 'draw'}>
                <ToolButton label={props.words.corner} onPress={() => setCorner(map().center())} />
                <ToolButton label={props.words.finish} onPress={finish} />
              </Show>
            </Show>
          </div>
        )}
      </Show>
      <div class="draw-stage">
        <Show when={view()}>
          {(map) => (
            <MapControls
              labels={props.labels}
              view={map()}
              onShowAll={() => map().fit(drawn() ?? shapes()?.bounds ?? FALLBACK_BOUNDS)}
            />
          )}
        </Show>
        <div class="map-frame" ref={frame} />
      </div>
      <MapMessage stage={session.stage()} labels={props.labels} onRetry={session.start} />
      <p class="map-caption">
        <span>{help()}</span>
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

  function help(): string {
    if (!isDrawing()) return props.words.pickHelp;
    return mode() === 'draw' ? props.words.drawHelp : props.words.moveHelp;
  }
}

function ToolButton(props: { label: string; pressed?: boolean; onPress: () => void }) {
  return (
    <button
      type="button"
      class="map-button"
      aria-pressed={props.pressed}
      onClick={() => props.onPress()}
    >
      {props.label}
    </button>
  );
}
