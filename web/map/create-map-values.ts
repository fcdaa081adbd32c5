// Values on the map: a colour or a pattern a commune, numbers on some, and what is pressed or pointed at.
// Fetched with the library, only by a map of values.

import { type GeoJSONSource, type MapLibreMap, type MapMouseEvent, Marker } from 'maplibre-gl';
import type { Insee } from '#domain/territory/territory.ts';
import type { CommuneShapes } from './commune-shapes.ts';
import type { Feature, FeatureCollection } from './geo-json.ts';
import { imageOf } from './map-images.ts';
import { MAP_PALETTES } from './map-palette.ts';
import { EMPTY } from './map-style.ts';
import type { MapTheme } from './map-types.ts';
import {
  PATTERN_SIDE,
  patternSvg,
  VALUE_PATTERNS,
  type ValueCell,
  type ValueDot,
  type ValueMark,
  type ValueTile,
} from './value-cells.ts';

export type ValueEvents = {
  onPress: (insee: Insee | null) => void;
  onHover: (insee: Insee | null) => void;
  /** Near enough for squares; once. */
  onCloser: () => void;
};

export type MapValues = {
  show: (shapes: CommuneShapes, cells: readonly ValueCell[]) => void;
  /** Seen from near; what is empty then fades. */
  tile: (tiles: readonly ValueTile[]) => void;
  /** Replaces the numbers set before; the first lies on top. */
  mark: (shapes: CommuneShapes, marks: readonly ValueMark[]) => void;
  /** Replaces the circles set before; the smallest lies on top. */
  dot: (shapes: CommuneShapes, dots: readonly ValueDot[]) => void;
};

const SOURCE = 'values';
const FILL = 'values';
const PATTERNS = 'value-patterns';
const TILES = 'value-tiles';
/** From where squares are told apart. */
const TILE_ZOOM = 10;
/** Under the limits of communes, their names, and all that is drawn over. */
const ABOVE_VALUES = 'hairlines';
const PIXEL_RATIO = 4;
/** Of a number set on a commune: see value-map.css. */
const MARK_PIXELS = 34;

export async function createMapValues(
  map: MapLibreMap,
  options: { theme: MapTheme; overBaseMap: boolean; events: ValueEvents; isGone: () => boolean },
): Promise<MapValues | null> {
  const { theme, overBaseMap, events } = options;
  const images = await Promise.all(
    VALUE_PATTERNS.map(async (pattern) => ({
      name: `value-${pattern}`,
      image: await imageOf(patternSvg(pattern, PATTERN_SIDE * PIXEL_RATIO)),
    })),
  );
  if (options.isGone()) return null;
  for (const { name, image } of images) map.addImage(name, image, { pixelRatio: PIXEL_RATIO });
  addLayers(map, theme, overBaseMap);
  watch(map, events);
  let markers: Marker[] = [];
  let circles: Marker[] = [];
  return {
    show: (shapes, cells) => {
      map.getSource<GeoJSONSource>(SOURCE)?.setData(features(shapes, cells));
    },
    tile: (tiles) => {
      map.getSource<GeoJSONSource>(TILES)?.setData(tileSquares(tiles));
      const full = overBaseMap ? 0.8 : 1;
      const faded = (far: number, near: number): never =>
        (tiles.length === 0 ? far : ['step', ['zoom'], far, TILE_ZOOM, near]) as never;
      map.setPaintProperty(FILL, 'fill-opacity', faded(full, 0.25));
      // What hatches a commune would hide its squares.
      map.setPaintProperty(PATTERNS, 'fill-opacity', faded(1, 0));
    },
    mark: (shapes, marks) => {
      for (const marker of markers) marker.remove();
      markers = marks.toReversed().flatMap((each) => {
        const point = shapes.pointOf(each.insee);
        if (point === null) return [];
        const element = markElement(each, events);
        return [new Marker({ element }).setLngLat([...point]).addTo(map)];
      });
    },
    dot: (shapes, dots) => {
      for (const circle of circles) circle.remove();
      circles = dots
        .toSorted((a, b) => b.pixels - a.pixels)
        .flatMap((each) => {
          const point = shapes.pointOf(each.insee);
          if (point === null) return [];
          const element = markElement(each, events);
          element.classList.add('value-dot');
          element.style.setProperty('--dot', `${each.pixels}px`);
          const offset: [number, number] = [each.isBeside ? (MARK_PIXELS + each.pixels) / 2 : 0, 0];
          return [new Marker({ element, offset }).setLngLat([...point]).addTo(map)];
        });
    },
  };
}

/** The cells that have a value, in the shapes' order. */
export function features(
  shapes: Pick<CommuneShapes, 'cells'>,
  cells: readonly ValueCell[],
): FeatureCollection {
  const known = new Map(cells.map((cell) => [cell.insee, cell]));
  const drawn = shapes.cells.features.flatMap((shape): Feature[] => {
    const insee = String(shape.properties['insee']);
    const cell = known.get(insee);
    if (cell === undefined) return [];
    const pattern = cell.pattern === null ? '' : `value-${cell.pattern}`;
    return [{ ...shape, properties: { insee, colour: cell.colour, pattern } }];
  });
  return { type: 'FeatureCollection', features: drawn };
}

const HALF_SIDE_METERS = 100;
const METERS_A_DEGREE = 111_320;

/** Sides along the degrees: within a few metres of the official squares, which lean a little. */
export function tileSquares(tiles: readonly ValueTile[]): FeatureCollection {
  const squares = tiles.map(({ point: [lon, lat], colour }): Feature => {
    const north = HALF_SIDE_METERS / METERS_A_DEGREE;
    const east = north / Math.cos((lat * Math.PI) / 180);
    const corners = [
      [lon - east, lat - north],
      [lon + east, lat - north],
      [lon + east, lat + north],
      [lon - east, lat + north],
      [lon - east, lat - north],
    ];
    return {
      type: 'Feature',
      properties: { colour },
      geometry: { type: 'Polygon', coordinates: [corners] },
    };
  });
  return { type: 'FeatureCollection', features: squares };
}

function addLayers(map: MapLibreMap, theme: MapTheme, overBaseMap: boolean): void {
  const { card, ink } = MAP_PALETTES[theme];
  map.addSource(SOURCE, EMPTY);
  map.addLayer(
    {
      id: FILL,
      type: 'fill',
      source: SOURCE,
      paint: { 'fill-color': ['get', 'colour'], 'fill-opacity': overBaseMap ? 0.8 : 1 },
    },
    ABOVE_VALUES,
  );
  map.addLayer(
    {
      id: PATTERNS,
      type: 'fill',
      source: SOURCE,
      filter: ['!=', ['get', 'pattern'], ''],
      paint: { 'fill-pattern': ['get', 'pattern'] },
    },
    ABOVE_VALUES,
  );
  map.addSource(TILES, EMPTY);
  map.addLayer(
    {
      id: TILES,
      type: 'fill',
      source: TILES,
      minzoom: TILE_ZOOM,
      paint: { 'fill-color': ['get', 'colour'], 'fill-antialias': false },
    },
    ABOVE_VALUES,
  );
  // Pale squares are seen on pale land.
  map.addLayer(
    {
      id: 'value-tile-edges',
      type: 'line',
      source: TILES,
      minzoom: TILE_ZOOM + 1,
      paint: { 'line-color': ink, 'line-opacity': 0.45, 'line-width': 0.6 },
    },
    ABOVE_VALUES,
  );
  // The chosen commune stands out on every colour: its dark line lies on a light one.
  map.addLayer(
    {
      id: 'value-chosen',
      type: 'line',
      source: 'area-outline',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': card, 'line-width': 8 },
    },
    'area-outline',
  );
  map.setPaintProperty('area-outline', 'line-width', 4);
  map.setPaintProperty('area-outline', 'line-color', ink);
}

function watch(map: MapLibreMap, events: ValueEvents): void {
  let hovered: Insee | null = null;
  const hover = (insee: Insee | null): void => {
    if (insee === hovered) return;
    hovered = insee;
    map.getCanvas().style.cursor = insee === null ? '' : 'pointer';
    events.onHover(insee);
  };
  map.on('mousemove', (event) => hover(inseeAt(map, event)));
  map.on('mouseout', () => hover(null));
  map.on('click', (event) => events.onPress(inseeAt(map, event)));
  const approach = (): void => {
    if (map.getZoom() < TILE_ZOOM) return;
    map.off('zoomend', approach);
    events.onCloser();
  };
  map.on('zoomend', approach);
  approach();
}

function inseeAt(map: MapLibreMap, { point }: MapMouseEvent): Insee | null {
  const [feature] = map.queryRenderedFeatures(point, { layers: [FILL] });
  const insee: unknown = feature?.properties['insee'];
  return typeof insee === 'string' ? insee : null;
}

function markElement(
  { insee, text, label }: Pick<ValueMark, 'insee' | 'text' | 'label'>,
  events: ValueEvents,
): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'value-mark';
  button.textContent = text;
  button.setAttribute('aria-label', label);
  button.dataset['insee'] = insee;
  button.addEventListener('click', (event) => {
    event.stopPropagation();
    events.onPress(insee);
  });
  return button;
}
