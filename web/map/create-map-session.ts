// From an empty frame to a map and back: fetch the library and the shapes, start, fail, start again.

import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js';
import { canDrawMap } from './can-draw-map.ts';
import { type CommuneShapes, readCommuneShapes } from './commune-shapes.ts';
import type { MapView, MapViewOptions } from './create-map-view.ts';

export type MapStage = 'loading' | 'ready' | 'failed' | 'no_webgl';

export type MapSession = {
  stage: Accessor<MapStage>;
  /** Null until `ready`. */
  view: Accessor<MapView | null>;
  shapes: Accessor<CommuneShapes | null>;
  start: () => void;
  /** The drawing was lost: shows the failure. */
  lose: () => void;
};

/** Starts when mounted. `options` is read at each start, once the shapes are known. */
export function createMapSession(
  shapesUrl: Accessor<string>,
  options: (shapes: CommuneShapes) => MapViewOptions | null,
): MapSession {
  const [stage, setStage] = createSignal<MapStage>('loading');
  const [view, setView] = createSignal<MapView | null>(null);
  const [shapes, setShapes] = createSignal<CommuneShapes | null>(null);
  let attempt = 0;

  const stop = (): void => {
    attempt += 1;
    view()?.remove();
    setView(null);
  };

  async function open(mine: number): Promise<void> {
    const [{ createMapView }, communes] = await Promise.all([
      import('./create-map-view.ts'),
      shapes() ?? loadShapes(shapesUrl()),
    ]);
    if (mine !== attempt) return;
    setShapes(communes);
    const chosen = options(communes);
    if (chosen === null) return;
    const started = await createMapView(chosen);
    if (mine !== attempt) {
      started.remove();
      return;
    }
    setView(started);
    setStage('ready');
  }

  const start = (): void => {
    stop();
    if (!canDrawMap()) {
      setStage('no_webgl');
      return;
    }
    setStage('loading');
    const mine = attempt;
    open(mine).catch(() => {
      if (mine === attempt) setStage('failed');
    });
  };

  onMount(start);
  onCleanup(stop);
  const lose = (): void => {
    stop();
    setStage('failed');
  };
  return { stage, view, shapes, start, lose };
}

async function loadShapes(url: string): Promise<CommuneShapes> {
  const response = await fetch(url, {
    headers: { accept: 'application/geo+json, application/json' },
  });
  if (!response.ok) throw new Error(`Shapes of the communes: ${url} answered ${response.status}.`);
  return readCommuneShapes(await response.json());
}
