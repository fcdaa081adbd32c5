// Which symbols and clusters does a map tile show, for any set of filters?
// In memory, so it answers alike on both databases: points in Morton order, clustered per tile.

import type { LonLat } from '#domain/geo.ts';
import { buildColumns, buildColumnsFrom, patchColumns } from './tiles/build-columns.ts';
import { clusterTile } from './tiles/cluster-tile.ts';
import { countWithin } from './tiles/count-within.ts';
import { encodeTile } from './tiles/encode-tile.ts';
import { createSelections, filterKey, type PointFilter } from './tiles/point-selections.ts';
import { checkTileAddress } from './tiles/tile-address.ts';
import { columnBytes, type TileColumns, type TilePoint } from './tiles/tile-columns.ts';

export type TileFilter = PointFilter;

export type TileIndex = {
  /** A Mapbox Vector Tile, zoom 0 to 16; zero bytes when nothing is there. */
  tile: (z: number, x: number, y: number, filter?: TileFilter) => Uint8Array;
  /** How many entries pass within the radius, by `distanceMeters`; never more than `atMost`. */
  countWithin: (point: LonLat, radiusMeters: number, filter: TileFilter, atMost: number) => number;
  /** Adds entries or replaces those of the same id, and forgets others. */
  patch: (change: { upserted?: readonly TilePoint[]; removedIds?: readonly string[] }) => void;
  rebuild: (points: Iterable<TilePoint>) => void;
  size: () => number;
  bytes: () => number;
  /** Grows with every change: for ETags. */
  version: () => number;
};

/** Wide views read many points and few of them exist: their tiles are kept. */
const CACHED_ZOOM = 7;
const CACHED_TILES = 2_000;

/** Throws `bad_import` naming the first point that cannot be drawn. */
export function createTileIndex(points: Iterable<TilePoint>): TileIndex {
  return indexOf(buildColumns(points));
}

/** The same from a stream of chunks: a million points never stand in memory as objects. */
export async function loadTileIndex(
  chunks: AsyncIterable<Iterable<TilePoint>>,
): Promise<TileIndex> {
  return indexOf(await buildColumnsFrom(chunks));
}

function indexOf(initial: TileColumns): TileIndex {
  let columns = initial;
  let selections = createSelections(initial);
  let version = 1;
  const cache = new Map<string, Uint8Array>();

  const replaceColumns = (next: TileColumns): void => {
    columns = next;
    selections = createSelections(next);
    version += 1;
    cache.clear();
  };

  return {
    tile(z, x, y, filter = {}) {
      const address = checkTileAddress(z, x, y);
      const key = z <= CACHED_ZOOM ? `${z}/${x}/${y} ${filterKey(filter)}` : null;
      const kept = key === null ? undefined : cache.get(key);
      if (kept !== undefined) return kept;
      const bytes = encodeTile(columns, clusterTile(columns, address, selections.of(filter)));
      if (key !== null) keep(cache, key, bytes);
      return bytes;
    },
    countWithin: (point, radiusMeters, filter, atMost) =>
      countWithin(columns, selections.of(filter), point, radiusMeters, atMost),
    patch({ upserted = [], removedIds = [] }) {
      if (upserted.length === 0 && removedIds.length === 0) return;
      const latest = [...new Map(upserted.map((point) => [point.id, point])).values()];
      const gone = new Set([...removedIds, ...latest.map((point) => point.id)]);
      replaceColumns(patchColumns(columns, latest, gone));
    },
    rebuild: (next) => replaceColumns(buildColumns(next)),
    size: () => columns.size,
    bytes: () => columnBytes(columns),
    version: () => version,
  };
}

function keep(cache: Map<string, Uint8Array>, key: string, bytes: Uint8Array): void {
  const [oldest] = cache.keys();
  if (cache.size >= CACHED_TILES && oldest !== undefined) cache.delete(oldest);
  cache.set(key, bytes);
}
