// The one owner of the map library: fetched only when a map is asked for.
// Plain functions in, callbacks out; map-panel.tsx ties them to the page.

import fontUrl from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';
import * as maplibregl from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { LonLat } from '#domain/geo.ts';
import type { CommuneShapes } from './commune-shapes.ts';
import type { DrawingEvents, MapDrawing } from './create-drawing.ts';
import type { MapValues, ValueEvents } from './create-map-values.ts';
import type { TileLook } from './entry-layers.ts';
import type { FeatureCollection } from './geo-json.ts';
import { addCategoryImages } from './map-images.ts';
import { mapStyle } from './map-style.ts';
import type { BaseMap, Direction, MapBounds, MapLabels, MapTheme } from './map-types.ts';
import { type PressEvents, watchPresses } from './watch-presses.ts';

export type MapViewOptions = {
  container: HTMLElement;
  theme: MapTheme;
  labels: MapLabels;
  tilesUrl: string | null;
  tileLook: TileLook;
  baseMap: BaseMap | null;
  bounds: MapBounds;
  /** Two fingers move the map, one scrolls the page. */
  twoFingers: boolean;
  still: boolean;
  events: PressEvents & {
    /** A move asked by a person ended. */
    onMoved: (center: LonLat, visibleCount: number) => void;
    onLost: () => void;
  };
};

export type SourceName = 'entries' | 'focus' | 'legs' | 'places';

export type MapView = {
  setShapes: (shapes: CommuneShapes) => void;
  setArea: (shapes: CommuneShapes | null, insees: readonly string[]) => void;
  /** Entries drawn by the list are not drawn twice. */
  hideInTiles: (entryIds: readonly string[]) => void;
  setData: (source: SourceName, data: FeatureCollection) => void;
  fit: (bounds: MapBounds) => void;
  /** Brings a point into view without changing the zoom when it can. */
  reveal: (point: LonLat) => void;
  zoomBy: (steps: number) => void;
  moveTo: (direction: Direction) => void;
  center: () => LonLat;
  /** Calls back with each point pressed; returns how to stop. */
  pick: (onPick: (point: LonLat) => void) => () => void;
  draw: (events: DrawingEvents) => Promise<MapDrawing>;
  /** Once for a map: a colour or a pattern a commune. Null: the map was removed meanwhile. */
  values: (events: ValueEvents) => Promise<MapValues | null>;
  remove: () => void;
};

const MIN_ZOOM = 5;
const MAX_ZOOM = 16;
/** A single place is shown with its surroundings. */
const FIT_ZOOM = 13;
const MOVE_PIXELS = 160;

const STEPS: Record<Direction, [number, number]> = {
  north: [0, -MOVE_PIXELS],
  south: [0, MOVE_PIXELS],
  west: [-MOVE_PIXELS, 0],
  east: [MOVE_PIXELS, 0],
};

/** Resolves once the first picture can be drawn; rejects when the map cannot start. */
export async function createMapView(options: MapViewOptions): Promise<MapView> {
  maplibregl.setWorkerUrl(workerUrl);
  await registerPmtiles(options.baseMap);
  const map = startMap(options);
  await new Promise<void>((resolve, reject) => {
    map.once('style.load', () => resolve());
    map.once('error', (event) => reject(event.error));
  });
  await addCategoryImages(map, options.theme);
  watchPresses(map, options.events);
  watchMoves(map, options.tileLook, options.events.onMoved);
  map.on('webglcontextlost', options.events.onLost);
  return viewOf(map, options);
}

function startMap(options: MapViewOptions): maplibregl.MapLibreMap {
  const { labels, still } = options;
  const map = new maplibregl.Map({
    container: options.container,
    style: mapStyle({ ...options, fontUrl: new URL(fontUrl, document.baseURI).href }),
    bounds: [...options.bounds],
    fitBoundsOptions: { padding: fitPadding(options.container), maxZoom: FIT_ZOOM },
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    maxPitch: 0,
    pitchWithRotate: false,
    dragRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    attributionControl: false,
    cooperativeGestures: options.twoFingers,
    fadeDuration: still ? 0 : 120,
    locale: {
      'Map.Title': labels.canvas,
      'CooperativeGesturesHandler.MobileHelpText': labels.gestures.touch,
      'CooperativeGesturesHandler.WindowsHelpText': labels.gestures.windows,
      'CooperativeGesturesHandler.MacHelpText': labels.gestures.mac,
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.getCanvas().setAttribute('role', 'application');
  return map;
}

/** What « n addresses » counts: the lines of the list, or everything. */
const COUNTED_LAYERS: Record<TileLook, readonly string[]> = {
  none: ['entry-symbols', 'entry-clusters'],
  quiet: ['entry-symbols', 'entry-clusters'],
  all: ['tile-symbols', 'tile-clusters'],
};

function watchMoves(
  map: maplibregl.MapLibreMap,
  look: TileLook,
  onMoved: MapViewOptions['events']['onMoved'],
): void {
  map.on('moveend', (event) => {
    if (!('asked' in event) && !('originalEvent' in event)) return;
    const { lng, lat } = map.getCenter();
    map.once('idle', () => {
      const features = map.queryRenderedFeatures({ layers: [...COUNTED_LAYERS[look]] });
      const count = features.reduce((sum, { properties }) => {
        return sum + Number(properties['point_count'] ?? properties['count'] ?? 1);
      }, 0);
      onMoved([lng, lat], count);
    });
  });
}

function viewOf(map: maplibregl.MapLibreMap, options: MapViewOptions): MapView {
  const duration = options.still ? 0 : 150;
  const asked = { asked: true };
  let isRemoved = false;
  const setData = (source: string, data: FeatureCollection): void => {
    map.getSource<maplibregl.GeoJSONSource>(source)?.setData(data);
  };
  return {
    setShapes(shapes) {
      setData('communes', shapes.cells);
      setData('commune-names', shapes.names);
      setData('territory-outline', shapes.outline);
    },
    setArea(shapes, insees) {
      map.setFilter('area', ['in', ['get', 'insee'], ['literal', [...insees]]]);
      const line = shapes?.outlineOf(new Set(insees));
      setData('area-outline', line ?? { type: 'FeatureCollection', features: [] });
    },
    hideInTiles(entryIds) {
      if (options.tileLook !== 'quiet') return;
      const listed = ['in', ['get', 'id'], ['literal', [...entryIds]]];
      map.setFilter('tile-symbols', ['all', ['!', ['has', 'count']], ['!', listed]] as never);
    },
    setData,
    fit: (bounds) => {
      const padding = fitPadding(options.container);
      map.fitBounds([...bounds], { padding, duration, maxZoom: FIT_ZOOM }, asked);
    },
    reveal: (point) => {
      const { x, y } = map.project([...point]);
      const { clientWidth, clientHeight } = map.getContainer();
      const margin = 60;
      const seen =
        x > margin && y > margin && x < clientWidth - margin && y < clientHeight - margin;
      if (!seen) map.easeTo({ center: [...point], duration });
    },
    zoomBy: (steps) => map.easeTo({ zoom: map.getZoom() + steps, duration }, asked),
    moveTo: (direction) => map.panBy(STEPS[direction], { duration }, asked),
    center: () => {
      const { lng, lat } = map.getCenter();
      return [lng, lat];
    },
    pick: (onPick) => {
      const { unsubscribe } = map.on('click', ({ lngLat }) => onPick([lngLat.lng, lngLat.lat]));
      return unsubscribe;
    },
    draw: async (events) => {
      const { createDrawing } = await import('./create-drawing.ts');
      return createDrawing(map, options.theme, events);
    },
    values: async (events) => {
      const { createMapValues } = await import('./create-map-values.ts');
      const { theme, baseMap } = options;
      const overBaseMap = baseMap !== null;
      return createMapValues(map, { theme, overBaseMap, events, isGone: () => isRemoved });
    },
    remove: () => {
      isRemoved = true;
      map.remove();
    },
  };
}

/** Room for symbols and their names, and for the buttons above and on the right. */
function fitPadding({ clientWidth }: HTMLElement): maplibregl.PaddingOptions {
  const side = clientWidth < 600 ? 32 : 56;
  return { top: 84, right: 72, bottom: side, left: side };
}

async function registerPmtiles(baseMap: BaseMap | null): Promise<void> {
  if (baseMap?.kind !== 'pmtiles') return;
  const { Protocol } = await import('pmtiles');
  maplibregl.addProtocol('pmtiles', new Protocol().tile);
}
