// How is a journey drawn? Each mode by its line as well as its colour.

import type { LayerSpecification } from 'maplibre-gl';
import type { LegMode } from '#domain/journey/journey.ts';
import { MAP_FONT, type MapPalette } from './map-palette.ts';

/** Width in pixels; dashes in line widths, none for a full line. Shared with the legend. */
export const LEG_LINES: Record<LegMode, { width: number; dashes: readonly number[] | null }> = {
  walk: { width: 5, dashes: [0, 1.9] },
  cycle: { width: 4, dashes: [3, 1.2] },
  moped: { width: 4, dashes: [5, 1.2] },
  car: { width: 4, dashes: null },
  ride: { width: 5, dashes: [2.4, 1.5] },
  transit: { width: 7, dashes: null },
  local_network: { width: 5, dashes: [1, 1.3] },
};

const MODES = Object.keys(LEG_LINES) as LegMode[];

export function journeyLayers(palette: MapPalette): LayerSpecification[] {
  return [casing(palette), ...MODES.map((mode) => legLayer(mode, palette)), placeDots(palette)];
}

function casing(palette: MapPalette): LayerSpecification {
  return {
    id: 'leg-casing',
    type: 'line',
    source: 'legs',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': palette.card, 'line-width': 10, 'line-opacity': 0.9 },
  };
}

function legLayer(mode: LegMode, palette: MapPalette): LayerSpecification {
  const { width, dashes } = LEG_LINES[mode];
  return {
    id: `leg-${mode}`,
    type: 'line',
    source: 'legs',
    filter: ['==', ['get', 'mode'], mode],
    layout: { 'line-cap': mode === 'ride' ? 'butt' : 'round', 'line-join': 'round' },
    paint: {
      'line-color': palette.legs[mode],
      'line-width': width,
      ...(dashes === null ? {} : { 'line-dasharray': [...dashes] }),
    },
  };
}

function placeDots(palette: MapPalette): LayerSpecification {
  return {
    id: 'place-dots',
    type: 'circle',
    source: 'places',
    paint: {
      'circle-radius': ['match', ['get', 'role'], 'change', 6, 9],
      'circle-color': ['match', ['get', 'role'], 'end', palette.leaf, palette.card],
      'circle-stroke-color': ['match', ['get', 'role'], 'here', palette.legs.transit, palette.leaf],
      'circle-stroke-width': ['match', ['get', 'role'], 'change', 3, 4],
    },
  };
}

/** Above the entries: where one leaves from is named before anything else. */
export function placeNames(palette: MapPalette): LayerSpecification {
  return {
    id: 'place-names',
    type: 'symbol',
    source: 'places',
    layout: {
      'text-field': ['get', 'name'],
      'text-font': MAP_FONT,
      'text-size': ['match', ['get', 'role'], 'change', 15, 17],
      'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
      'text-radial-offset': 0.9,
      'text-max-width': 11,
      'text-padding': 2,
      'symbol-sort-key': ['match', ['get', 'role'], 'change', 1, 0],
    },
    paint: {
      'text-color': palette.ink,
      'text-halo-color': palette.halo,
      'text-halo-width': 2.2,
    },
  };
}
