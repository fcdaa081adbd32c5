// Which column types do our tables share: points, shapes, closed lists of codes?

import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import { customType } from 'drizzle-orm/pg-core';
import { pointFromWkb, shapeFromWkb } from '#db/wkb.ts';
import type { LonLat } from '#domain/geo.ts';

/** Rings of [lon, lat], first ring outside, closed: the coordinates of a GeoJSON MultiPolygon. */
export type MultiPolygon = readonly (readonly (readonly LonLat[])[])[];

/** A point in geodesic metres: index it with gist, order by `<->`. Never cast it in a `where`. */
export const geographyPoint = customType<{ data: LonLat; driverData: string }>({
  dataType: () => 'geography',
  toDriver: ([lon, lat]) => `SRID=4326;POINT(${lon} ${lat})`,
  fromDriver: pointFromWkb,
});

export const geometryMultiPolygon = customType<{ data: MultiPolygon; driverData: string }>({
  dataType: () => 'geometry(MultiPolygon,4326)',
  toDriver: (shape) => `SRID=4326;MULTIPOLYGON(${shape.map(polygonText).join(',')})`,
  fromDriver: shapeFromWkb,
});

function polygonText(rings: readonly (readonly LonLat[])[]): string {
  const ringTexts = rings.map((ring) => `(${ring.map(([lon, lat]) => `${lon} ${lat}`).join(',')})`);
  return `(${ringTexts.join(',')})`;
}

/** The type of a `key`, for tables that no schema holds. */
export const KEY_TYPE = 'text collate "C"';

/**
 * A text that names something: an id, a code, what another table refers to. Compared byte by byte, whatever
 * the language of the database: sorted in half the time, and `like 'prefix%'` finds it by its index. Not for
 * what people read, whose letters have another case (`lower` would change those of ASCII alone).
 */
export const key = customType<{ data: string; driverData: string }>({
  dataType: () => KEY_TYPE,
});

export const tsvector = customType<{ data: string; driverData: string }>({
  dataType: () => 'tsvector',
});

/** The text of a `check` that keeps a column within a closed list of codes. */
export function isOneOf(column: AnyColumn, codes: readonly string[]): SQL {
  return sql`${column} in (${sql.raw(codes.map((code) => `'${code.replaceAll("'", "''")}'`).join(', '))})`;
}

/** Bytes as they are. Written as text: the fastest loads send nothing else. */
export const bytea = customType<{ data: Uint8Array; driverData: string | Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (bytes) =>
    `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`,
  fromDriver: (bytes) =>
    typeof bytes === 'string' ? Buffer.from(bytes.slice('\\x'.length), 'hex') : bytes,
});
