// How is an optional background drawn under our own layers? None by default.

import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { MapPalette } from './map-palette.ts';
import type { BaseMap } from './map-types.ts';

export function baseMapSources(baseMap: BaseMap | null): Record<string, SourceSpecification> {
  if (baseMap === null) return {};
  if (baseMap.kind === 'ign') {
    return { base: { type: 'raster', tiles: [baseMap.url], tileSize: 256, maxzoom: 18 } };
  }
  return { base: { type: 'vector', url: `pmtiles://${baseMap.url}` } };
}

export function baseMapLayers(baseMap: BaseMap | null, palette: MapPalette): LayerSpecification[] {
  if (baseMap === null) return [];
  if (baseMap.kind === 'ign') {
    return [
      {
        id: 'base',
        type: 'raster',
        source: 'base',
        paint: { 'raster-saturation': -0.5, 'raster-opacity': 0.75 },
      },
    ];
  }
  return vectorLayers(palette);
}

/** Layer names of the Protomaps and OpenMapTiles schemas: absent ones draw nothing. */
function vectorLayers(palette: MapPalette): LayerSpecification[] {
  const base = { source: 'base' } as const;
  const areas: LayerSpecification[] = ['water'].map((layer) => ({
    id: `base-${layer}`,
    type: 'fill',
    ...base,
    'source-layer': layer,
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': palette.water },
  }));
  const lines: LayerSpecification[] = ['waterway', 'roads', 'transportation'].map((layer) => ({
    id: `base-${layer}`,
    type: 'line',
    ...base,
    'source-layer': layer,
    paint: {
      'line-color': layer === 'waterway' ? palette.water : palette.road,
      'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.5, 14, 3],
    },
  }));
  return [...areas, ...lines];
}
