// Who stands near a point? Entries by their boxes, and the points where somebody stands, by distance.

import { type SQL, sql } from 'drizzle-orm';
import type { LonLat } from '#domain/geo.ts';

export type Near = { point: LonLat; radiusMeters: number };

/** A geography, in metres; the operator `<->` measures on the sphere, as `distanceMeters` does. */
export const geographyOf = ([lon, lat]: LonLat): SQL =>
  sql`st_setsrid(st_makepoint(${lon}::float8, ${lat}::float8), 4326)::geography`;

export const metersFrom = (located: SQL, point: LonLat): SQL =>
  sql`${located}.point <-> ${geographyOf(point)}`;

export const isWithin = (located: SQL, { point, radiusMeters }: Near): SQL =>
  sql`st_dwithin(${located}.point, ${geographyOf(point)}, ${radiusMeters}::float8, false)`;

/** Degrees of a metre along a meridian: a little more than it is. */
const DEGREES_A_METER = 1 / 111_000;

/** Of entries, by the index of their boxes: all of those within the radius, and some more. */
export function isInBox(located: SQL, { point: [lon, lat], radiusMeters }: Near): SQL {
  const tall = radiusMeters * DEGREES_A_METER;
  const farthest = Math.min(89.9, Math.abs(lat) + tall);
  const wide = tall / Math.cos((farthest * Math.PI) / 180);
  return sql`${located}.point::geometry && st_makeenvelope(${lon - wide}::float8, ${lat - tall}::float8,
    ${lon + wide}::float8, ${lat + tall}::float8, 4326)`;
}

/** The condition on the row of `entry_spot` called `s`, as its index has it. */
export const standsAt = (answers: SQL): SQL =>
  sql`hashtext(s.answers) = hashtext(${answers}) and s.answers = ${answers}`;

/** Those at one point, by the index of the key of their points. */
export const isAt = (located: SQL, spot: SQL): SQL =>
  sql`point_key(${located}.point) = point_key(${spot}.point) and ${located}.point = ${spot}.point`;
