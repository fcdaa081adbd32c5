// Which entries does a search keep, and which part of the index is read for it?

import { type SQL, sql } from 'drizzle-orm';
import type { Category } from '#domain/directory/directory.ts';
import { AppError } from '#domain/error.ts';
import type { LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';

/** Empty or null: no condition. Parts add up; within a list one value is enough. */
export type DirectoryFilter = {
  needIds: readonly string[];
  categories: readonly Category[];
  themeId: string | null;
  /** Words of the name, the title, the place or the commune; the last may be unfinished. */
  text: string | null;
  territoryCode: string | null;
  insee: Insee | null;
  /** Only those one is known to enter without a step. */
  stepFree: boolean;
};

export const EVERY_ENTRY: DirectoryFilter = {
  needIds: [],
  categories: [],
  themeId: null,
  text: null,
  territoryCode: null,
  insee: null,
  stepFree: false,
};

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

/** Rows (word, is_last) of a text; none when it has no letter nor digit. */
export const wordsOf = (text: string): SQL =>
  sql`(select word, row_number() over (order by position desc) = 1 as is_last
    from string_to_table(nullif(search_key(${text}), ''), ' ') with ordinality as said(word, position))`;

/** Texts sent as one array parameter: the statement is the same whatever their number. */
export const textArray = (values: readonly string[]): SQL => sql`${sql.param(values)}::text[]`;

/** Conditions on the entry called `e`, needs apart. */
export function entryConditions(filter: DirectoryFilter): SQL[] {
  const { categories, themeId, text, territoryCode, insee, stepFree } = filter;
  const conditions: SQL[] = [];
  if (categories.length > 0) conditions.push(sql`e.category = any(${textArray(categories)})`);
  if (stepFree) conditions.push(sql`e.step_free`);
  if (insee !== null) conditions.push(sql`e.insee = ${insee}`);
  if (text !== null) conditions.push(sql`e.words @@ ${wordsQuery(text)}`);
  if (themeId !== null) {
    conditions.push(
      sql`exists (select from entry_theme t where t.entry_id = e.id and t.theme_id = ${themeId})`,
    );
  }
  if (territoryCode !== null) {
    conditions.push(
      sql`exists (select from territory_commune t where t.insee = e.insee and t.territory_code = ${territoryCode})`,
    );
  }
  return conditions;
}

/** Told of entries found otherwise: the index of words would be read whole for each point. */
export const hasWords = (text: string): SQL => sql`ts_match_vq(e.words, ${wordsQuery(text)})`;

/** Matches nothing when the text has no letter nor digit. Selected: made once, not for each row. */
function wordsQuery(text: string): SQL {
  return sql`(select to_tsquery('simple', replace(nullif(search_key(${text}), ''), ' ', ' & ') || ':*'))`;
}

/** All the conditions, needs included, for statements that do not follow an index of needs. */
export function allConditions(filter: DirectoryFilter): SQL[] {
  const { needIds } = filter;
  const conditions = entryConditions(filter);
  if (needIds.length > 0) {
    const wanted = textArray(needIds);
    conditions.push(sql`(e.category in (select c.category from need_category c where c.need_id = any(${wanted}))
      or exists (select from entry_service_need n where n.entry_id = e.id and n.need_id = any(${wanted})))`);
  }
  return conditions;
}

export const where = (conditions: readonly SQL[]): SQL =>
  conditions.length === 0 ? sql`` : sql`where ${sql.join([...conditions], sql` and `)}`;

/** Written in the text: a plan made without knowing how few rows are wanted sorts them all. */
export function rowCount(count: number): SQL {
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new AppError('bad_request', `A page holds at least one row, not ${count - 1}.`);
  }
  return sql.raw(String(count));
}
