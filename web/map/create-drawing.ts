// Zones drawn on the map with a finger or a pointer, corner by corner, and moved by their corners.
// Fetched with its library only when somebody draws.

import type { MapLibreMap } from 'maplibre-gl';
import { TerraDraw, TerraDrawPolygonMode, TerraDrawSelectMode } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { LonLat } from '#domain/geo.ts';
import { MAP_PALETTES } from './map-palette.ts';
import type { MapTheme } from './map-types.ts';

/** Corners in order, the first not said again at the end. */
export type Corners = readonly LonLat[];

export type DrawingEvents = {
  onDrawn: (corners: Corners) => void;
  onMoved: (index: number, corners: Corners) => void;
};

export type MapDrawing = {
  /** What is drawn already, in the order of the list. */
  show: (drawings: readonly Corners[]) => void;
  /** Presses set corners (`draw`), or take hold of those there are (`move`). */
  setMode: (mode: DrawingMode) => void;
  /** As « Enter » does: closes the line being drawn. */
  finish: () => void;
  stop: () => void;
};

export type DrawingMode = 'draw' | 'move';

const DECIMALS = 6;
/** Pixels: as large as a finger. */
const REACH = 30;
const MODES: Record<DrawingMode, string> = { draw: 'polygon', move: 'select' };

export function createDrawing(
  map: MapLibreMap,
  theme: MapTheme,
  events: DrawingEvents,
): MapDrawing {
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({
      map,
      coordinatePrecision: DECIMALS,
      renderBelowLayerId: 'commune-names',
    }),
    modes: [polygonMode(theme), selectMode(theme)],
  });
  let ids: readonly (string | number)[] = [];
  draw.start();
  draw.setMode(MODES.draw);
  draw.on('finish', (id) => {
    const feature = draw.getSnapshotFeature(id);
    if (feature?.geometry.type !== 'Polygon') return;
    const corners = cornersOf(feature.geometry.coordinates);
    const index = ids.indexOf(id);
    if (index >= 0) events.onMoved(index, corners);
    else {
      ids = [...ids, id];
      events.onDrawn(corners);
    }
  });
  return {
    show(drawings) {
      const shown = ids.map((id) => {
        const feature = draw.getSnapshotFeature(id);
        return feature?.geometry.type === 'Polygon' ? cornersOf(feature.geometry.coordinates) : [];
      });
      if (JSON.stringify(shown) === JSON.stringify(drawings.map(rounded))) return;
      draw.clear();
      ids = draw
        .addFeatures(drawings.map(featureOf))
        .flatMap((added) => (added.valid && added.id !== undefined ? [added.id] : ['']));
    },
    setMode: (mode) => draw.setMode(MODES[mode]),
    finish: () => {
      map.getCanvas().dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter' }));
    },
    stop: () => draw.stop(),
  };
}

function polygonMode(theme: MapTheme): TerraDrawPolygonMode {
  const { leaf, areaFill, card } = MAP_PALETTES[theme];
  return new TerraDrawPolygonMode({
    pointerDistance: REACH,
    styles: {
      fillColor: hex(areaFill),
      fillOpacity: 0.45,
      outlineColor: hex(leaf),
      outlineWidth: 3,
      closingPointColor: hex(card),
      closingPointWidth: 8,
      closingPointOutlineColor: hex(leaf),
      closingPointOutlineWidth: 3,
    },
  });
}

function selectMode(theme: MapTheme): TerraDrawSelectMode {
  const { leaf, areaFill, card } = MAP_PALETTES[theme];
  return new TerraDrawSelectMode({
    pointerDistance: REACH,
    flags: {
      polygon: {
        feature: { coordinates: { draggable: true, deletable: true, midpoints: true } },
      },
    },
    styles: {
      selectedPolygonColor: hex(areaFill),
      selectedPolygonFillOpacity: 0.6,
      selectedPolygonOutlineColor: hex(leaf),
      selectedPolygonOutlineWidth: 4,
      selectionPointColor: hex(card),
      selectionPointWidth: 9,
      selectionPointOutlineColor: hex(leaf),
      selectionPointOutlineWidth: 3,
      midPointColor: hex(leaf),
      midPointWidth: 5,
      midPointOutlineColor: hex(card),
      midPointOutlineWidth: 2,
    },
  });
}

function hex(colour: string): `#${string}` {
  return `#${colour.slice(1)}`;
}

function cornersOf(coordinates: number[][][]): Corners {
  const ring = coordinates[0] ?? [];
  return ring.slice(0, -1).map(([lon = 0, lat = 0]) => round([lon, lat]));
}

function rounded(corners: Corners): Corners {
  return corners.map(round);
}

function round([lon, lat]: LonLat): LonLat {
  return [Number(lon.toFixed(DECIMALS)), Number(lat.toFixed(DECIMALS))];
}

function featureOf(corners: Corners) {
  const ring = rounded(corners).map((corner) => [...corner]);
  return {
    type: 'Feature' as const,
    properties: { mode: 'polygon' },
    geometry: { type: 'Polygon' as const, coordinates: [[...ring, ring[0] ?? []]] },
  };
}
