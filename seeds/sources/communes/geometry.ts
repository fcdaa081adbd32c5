// Is this GeoJSON geometry one or more polygons that can be drawn, and does it lie in France?

import { judgePoint } from '#domain/territory/france.ts';
import { isObject, shown } from '#seeds/sources/communes/read-json.ts';

/** What is wrong with the geometry, in a sentence; null: it can be drawn. */
export function geometryFault(geometry: unknown): string | null {
  if (!isObject(geometry)) return 'Contour absent.';
  const { type, coordinates } = geometry;
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    return `Contour attendu : Polygon ou MultiPolygon, reçu « ${shown(type) ?? 'rien'} ».`;
  }
  const polygons: unknown = type === 'Polygon' ? [coordinates] : coordinates;
  if (!Array.isArray(polygons) || polygons.length === 0) return 'Contour vide.';
  for (const rings of polygons as unknown[]) {
    if (!Array.isArray(rings) || rings.length === 0) return 'Contour vide.';
    for (const ring of rings as unknown[]) {
      if (!Array.isArray(ring) || ring.length < 4) {
        return 'Anneau de moins de quatre points.';
      }
      const wrong = (ring as unknown[]).find((point) => !isPoint(point));
      if (wrong !== undefined) {
        return `Point attendu [longitude, latitude] en degrés, reçu ${shown(wrong) ?? 'rien'}.`;
      }
      if (!samePoint(ring[0], ring.at(-1))) return 'Anneau qui ne se ferme pas.';
    }
  }
  return null;
}

/** Of a geometry without fault. */
export function firstPoint(geometry: unknown): readonly [number, number] {
  let found: unknown = isObject(geometry) ? geometry['coordinates'] : null;
  while (Array.isArray(found) && !isPoint(found)) found = found[0];
  return isPoint(found) ? found : [0, 0];
}

/** « à [lon, lat] inversés » or « hors de France »; null: in France. */
export function placeFault(point: readonly [number, number]): string | null {
  const verdict = judgePoint(point);
  if (verdict === 'in_france') return null;
  return verdict === 'swapped' ? 'latitude et longitude inversées' : 'hors de France';
}

export function isPoint(point: unknown): point is [number, number] {
  if (!Array.isArray(point) || point.length < 2) return false;
  const [lon, lat]: unknown[] = point;
  return (
    typeof lon === 'number' &&
    typeof lat === 'number' &&
    Math.abs(lon) <= 180 &&
    Math.abs(lat) <= 90
  );
}

function samePoint(a: unknown, b: unknown): boolean {
  return isPoint(a) && isPoint(b) && a[0] === b[0] && a[1] === b[1];
}
