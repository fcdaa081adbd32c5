// How do entries, legs and places become what the map library draws?

import type { Feature, FeatureCollection } from './geo-json.ts';
import type { MapEntry, MapLeg, MapPlace } from './map-types.ts';

export function entryFeatures(entries: readonly MapEntry[]): FeatureCollection {
  return collection(
    entries.map(({ id, name, category, point, approximate }) =>
      pointFeature(point, { id, name, category, approximate: approximate === true }),
    ),
  );
}

/** The chosen entry and the one under the pointer, drawn above the others. */
export function focusFeatures(
  entries: readonly MapEntry[],
  selectedId: string | null,
  hoveredId: string | null,
): FeatureCollection {
  const focused = entries.filter(({ id }) => id === selectedId || id === hoveredId);
  return collection(
    focused.map(({ id, name, category, point }) =>
      pointFeature(point, { id, name, category, role: id === selectedId ? 'selected' : 'hovered' }),
    ),
  );
}

export function legFeatures(legs: readonly MapLeg[]): FeatureCollection {
  return collection(
    legs
      .filter((leg) => leg.path.length > 1)
      .map((leg) => ({
        type: 'Feature',
        properties: { mode: leg.mode },
        geometry: { type: 'LineString', coordinates: leg.path.map((point) => [...point]) },
      })),
  );
}

export function placeFeatures(places: readonly MapPlace[]): FeatureCollection {
  return collection(places.map(({ name, point, role }) => pointFeature(point, { name, role })));
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}

function pointFeature(
  point: readonly [number, number],
  properties: Record<string, unknown>,
): Feature {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...point] } };
}
