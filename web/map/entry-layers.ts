// How are entries drawn: alone, together, under the pointer, chosen?

import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  LayerSpecification,
} from 'maplibre-gl';
import { MAP_FONT, type MapPalette } from './map-palette.ts';

/** Layers a pointer may press, nearest first. */
export const PRESSABLE_LAYERS = [
  'entry-clusters',
  'entry-symbols',
  'tile-clusters',
  'tile-symbols',
] as const;

/** `all`: every entry the filters keep, drawn in full; `quiet`: dots behind the lines of a list. */
export type TileLook = 'none' | 'all' | 'quiet';

export function entryLayers(palette: MapPalette, tiles: TileLook): LayerSpecification[] {
  return [
    ...(tiles === 'all' ? markLayers('tile', TILE_SOURCE, palette) : []),
    ...markLayers('entry', { source: 'entries' }, palette),
    ...focusLayers(palette),
  ];
}

const TILE_SOURCE = { source: 'tiles', 'source-layer': 'entries' };

/** Under the names of communes: dots never hide a word. */
export function quietLayers(palette: MapPalette, look: TileLook): LayerSpecification[] {
  if (look !== 'quiet') return [];
  const dot = {
    'circle-color': palette.leaf,
    'circle-opacity': 0.6,
    'circle-stroke-color': palette.halo,
    'circle-stroke-width': 1.5,
  };
  const count: ExpressionSpecification = ['get', 'count'];
  return [
    {
      id: 'tile-symbols',
      type: 'circle',
      ...TILE_SOURCE,
      filter: ['!', ['has', 'count']],
      paint: { ...dot, 'circle-radius': 5 },
    },
    {
      id: 'tile-clusters',
      type: 'circle',
      ...TILE_SOURCE,
      filter: ['has', 'count'],
      paint: { ...dot, 'circle-radius': ['step', count, 6, 5, 8, 50, 11] },
    },
  ];
}

/** `tile`: everything the filters keep; `entry`: the lines of the list. */
function markLayers(
  prefix: 'tile' | 'entry',
  source: { source: string; 'source-layer'?: string },
  palette: MapPalette,
): LayerSpecification[] {
  const countKey = prefix === 'tile' ? 'count' : 'point_count';
  const count: ExpressionSpecification = ['get', countKey];
  return [
    {
      id: `${prefix}-approximate`,
      type: 'circle',
      ...source,
      filter: ['==', ['get', 'approximate'], true],
      paint: {
        'circle-radius': 24,
        'circle-color': palette.leaf,
        'circle-opacity': 0.12,
        'circle-stroke-color': palette.leaf,
        'circle-stroke-opacity': 0.35,
        'circle-stroke-width': 1,
      },
    },
    {
      id: `${prefix}-symbols`,
      type: 'symbol',
      ...source,
      filter: ['!', ['has', countKey]],
      layout: {
        'icon-image': ['get', 'category'],
        'icon-allow-overlap': true,
        'icon-ignore-placement': false,
      },
    },
    {
      id: `${prefix}-clusters`,
      type: 'circle',
      ...source,
      filter: ['has', countKey],
      paint: {
        'circle-color': palette.card,
        'circle-radius': clusterRadius(count),
        'circle-stroke-color': palette.leaf,
        'circle-stroke-width': 3,
      },
    },
    {
      id: `${prefix}-counts`,
      type: 'symbol',
      ...source,
      filter: ['has', countKey],
      layout: {
        'text-field': ['number-format', count, { locale: 'fr' }],
        'text-font': MAP_FONT,
        'text-size': ['step', count, 17, 1000, 15],
        'text-allow-overlap': true,
      },
      paint: { 'text-color': palette.ink },
    },
  ];
}

function clusterRadius(
  count: ExpressionSpecification,
): DataDrivenPropertyValueSpecification<number> {
  return ['step', count, 15, 10, 18, 100, 22, 1000, 27];
}

function focusLayers(palette: MapPalette): LayerSpecification[] {
  return [
    {
      id: 'focus-ring',
      type: 'circle',
      source: 'focus',
      paint: {
        'circle-radius': ['match', ['get', 'role'], 'selected', 32, 22],
        'circle-color': palette.card,
        'circle-stroke-color': palette.leaf,
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'focus-symbol',
      type: 'symbol',
      source: 'focus',
      layout: {
        'icon-image': ['get', 'category'],
        'icon-size': ['match', ['get', 'role'], 'selected', 1.5, 1.1],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'text-field': ['get', 'name'],
        'text-font': MAP_FONT,
        'text-size': 17,
        'text-anchor': 'top',
        'text-offset': [
          'match',
          ['get', 'role'],
          'selected',
          ['literal', [0, 2.1]],
          ['literal', [0, 1.5]],
        ],
        'text-max-width': 12,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
        'symbol-sort-key': ['match', ['get', 'role'], 'selected', 1, 0],
      },
      paint: {
        'text-color': palette.ink,
        'text-halo-color': palette.halo,
        'text-halo-width': 2.2,
      },
    },
  ];
}
