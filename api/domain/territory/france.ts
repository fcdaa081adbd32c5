// Does this point lie in France, or was latitude written before longitude?

import type { LonLat } from '#domain/geo.ts';

/** West, south, east, north: mainland with Corsica, then overseas départements and collectivities. */
const BOXES: readonly (readonly [number, number, number, number])[] = [
  [-5.3, 41.2, 9.7, 51.2],
  [-61.9, 15.7, -60.9, 16.6],
  [-61.3, 14.3, -60.7, 15],
  [-54.7, 2, -51.5, 5.9],
  [55.1, -21.5, 55.9, -20.8],
  [44.9, -13.1, 45.4, -12.5],
  [-63.2, 17.8, -62.7, 18.2],
  [-56.6, 46.7, -56, 47.2],
];

export type PointVerdict = 'in_france' | 'swapped' | 'elsewhere';

/** `swapped`: not in France as written, in France the other way round. */
export function judgePoint([lon, lat]: LonLat): PointVerdict {
  if (isInBox(lon, lat)) return 'in_france';
  return isInBox(lat, lon) ? 'swapped' : 'elsewhere';
}

function isInBox(lon: number, lat: number): boolean {
  return BOXES.some(
    ([west, south, east, north]) => lon >= west && lon <= east && lat >= south && lat <= north,
  );
}
