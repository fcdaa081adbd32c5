// Does this point lie in a drawn area?

import type { LonLat } from '#domain/geo.ts';

/** Rings of a polygon, the outer one first, then its holes; each closed (GeoJSON, RFC 7946). */
export type PolygonRings = readonly (readonly LonLat[])[];

/** Even and odd crossings of a ray to the east: in the outer ring and in none of the holes. */
export function isInPolygon(rings: PolygonRings, [lon, lat]: LonLat): boolean {
  let inside = false;
  for (const ring of rings) {
    for (const [index, [toLon, toLat]] of ring.entries()) {
      const [fromLon, fromLat] = ring[index - 1] ?? [toLon, toLat];
      const isCrossed = fromLat > lat !== toLat > lat;
      if (isCrossed && lon < fromLon + ((lat - fromLat) / (toLat - fromLat)) * (toLon - fromLon)) {
        inside = !inside;
      }
    }
  }
  return inside;
}
