// How is the map drawn? Our own style: paper, hairlines, names; no outside address unless asked.

import type {
  GeoJSONSourceSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import { baseMapLayers, baseMapSources } from './base-map-style.ts';
import { entryLayers, quietLayers, type TileLook } from './entry-layers.ts';
import { journeyLayers, placeNames } from './journey-layers.ts';
import { MAP_FONT, MAP_PALETTES, type MapPalette } from './map-palette.ts';
import type { BaseMap, MapTheme } from './map-types.ts';

/** Sources the view fills: see create-map-view.ts. */
export const EMPTY: GeoJSONSourceSpecification = {
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
};

export type StyleChoice = {
  theme: MapTheme;
  fontUrl: string;
  tilesUrl: string | null;
  tileLook: TileLook;
  baseMap: BaseMap | null;
};

export function mapStyle(choice: StyleChoice): StyleSpecification {
  const palette = MAP_PALETTES[choice.theme];
  return {
    version: 8,
    'font-faces': { Atkinson: choice.fontUrl },
    sources: { ...baseMapSources(choice.baseMap), ...ownSources(choice.tilesUrl) },
    layers: [
      { id: 'outside', type: 'background', paint: { 'background-color': palette.outside } },
      ...communeLayers(palette, choice.baseMap !== null),
      ...baseMapLayers(choice.baseMap, palette),
      ...boundaryLayers(palette),
      ...journeyLayers(palette),
      ...quietLayers(palette, choice.tileLook),
      ...nameLayers(palette),
      ...entryLayers(palette, choice.tileLook),
      placeNames(palette),
    ],
  };
}

function ownSources(tilesUrl: string | null): Record<string, SourceSpecification> {
  const tiles: SourceSpecification | null =
    tilesUrl === null ? null : { type: 'vector', tiles: [tilesUrl], minzoom: 0, maxzoom: 16 };
  return {
    communes: EMPTY,
    'commune-names': EMPTY,
    'territory-outline': EMPTY,
    'area-outline': EMPTY,
    legs: EMPTY,
    places: EMPTY,
    entries: { ...EMPTY, cluster: true, clusterRadius: 34, clusterMaxZoom: 16 },
    focus: EMPTY,
    ...(tiles === null ? {} : { tiles }),
  };
}

function communeLayers(palette: MapPalette, overBaseMap: boolean): LayerSpecification[] {
  return [
    {
      id: 'communes',
      type: 'fill',
      source: 'communes',
      paint: {
        'fill-color': ['match', ['get', 'tone'], 1, palette.land[1], palette.land[0]],
        'fill-opacity': overBaseMap ? 0 : 1,
      },
    },
  ];
}

function boundaryLayers(palette: MapPalette): LayerSpecification[] {
  return [
    {
      id: 'area',
      type: 'fill',
      source: 'communes',
      filter: ['in', ['get', 'insee'], ['literal', []]],
      paint: { 'fill-color': palette.areaFill, 'fill-opacity': 0.85 },
    },
    {
      id: 'hairlines',
      type: 'line',
      source: 'communes',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.hairline, 'line-width': 0.8 },
    },
    {
      id: 'territory-outline',
      type: 'line',
      source: 'territory-outline',
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': palette.border, 'line-width': 1.6 },
    },
    {
      id: 'area-outline',
      type: 'line',
      source: 'area-outline',
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': palette.leaf, 'line-width': 2.4 },
    },
  ];
}

/** The further out, the fewer the names: the most peopled first. */
function nameLayers(palette: MapPalette): LayerSpecification[] {
  const population = ['get', 'population'];
  return [
    {
      id: 'commune-names',
      type: 'symbol',
      source: 'commune-names',
      filter: [
        '>=',
        population,
        ['step', ['zoom'], 2000, 8, 1000, 9, 500, 9.8, 250, 10.6, 0],
      ] as never,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': MAP_FONT,
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          8,
          ['interpolate', ['linear'], population, 0, 12, 3000, 15],
          13,
          ['interpolate', ['linear'], population, 0, 15, 3000, 20],
        ] as never,
        'text-max-width': 7,
        'text-padding': 6,
        'symbol-sort-key': ['-', 0, population] as never,
        'text-variable-anchor': ['center', 'top', 'bottom'],
        'text-radial-offset': 0.9,
      },
      paint: {
        'text-color': palette.name,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.6,
      },
    },
  ];
}
