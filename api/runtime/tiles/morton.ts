// In which order do points lie so that every map tile is one stretch of them?
// Morton (Z-order) code of the tile at zoom 16: G. M. Morton, 1966. A tile of zoom z holds the
// codes [first, first + 4^(16 - z)).

/** Deepest zoom whose tiles are stretches of the order. */
export const MORTON_ZOOM = 16;

/** The world square is 2^32 units wide. */
export const WORLD_UNITS = 2 ** 32;

/** Web Mercator cannot draw nearer to the poles. */
export const MAX_LATITUDE = 85.0511;

/** Longitude to world units, west to east. */
export function worldX(lon: number): number {
  return Math.min(WORLD_UNITS - 1, Math.floor(((lon + 180) / 360) * WORLD_UNITS));
}

/** Latitude to world units, north to south. */
export function worldY(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  const ratio = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return Math.min(WORLD_UNITS - 1, Math.max(0, Math.floor(ratio * WORLD_UNITS)));
}

/** Code of a point given in world units. */
export function mortonCode(x: number, y: number): number {
  return mortonOfTile(x >>> 16, y >>> 16);
}

/** Code of a zoom-16 tile. */
export function mortonOfTile(column: number, row: number): number {
  return (spread(column) | (spread(row) << 1)) >>> 0;
}

function spread(value: number): number {
  let bits = value & 0xffff;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

/** Positions sorted by code, equal codes in their first order: radix sort, two passes of 16 bits. */
export function mortonOrder(codes: Uint32Array): Uint32Array {
  const byLow = radixPass(codes, null, 0);
  return radixPass(codes, byLow, 16);
}

function radixPass(codes: Uint32Array, order: Uint32Array | null, shift: number): Uint32Array {
  const starts = new Uint32Array(65_537);
  for (const code of codes) {
    const bucket = ((code >>> shift) & 0xffff) + 1;
    starts[bucket] = (starts[bucket] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < starts.length; bucket++) {
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  }
  const sorted = new Uint32Array(codes.length);
  for (let i = 0; i < codes.length; i++) {
    const position = order === null ? i : (order[i] ?? 0);
    const bucket = ((codes[position] ?? 0) >>> shift) & 0xffff;
    const slot = starts[bucket] ?? 0;
    sorted[slot] = position;
    starts[bucket] = slot + 1;
  }
  return sorted;
}
