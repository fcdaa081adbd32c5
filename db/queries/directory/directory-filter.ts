// Which entries does a search keep, and which part of the index is read for it?

import { type SQL, sql } from 'drizzle-orm';
import type { Category } from '#domain/directory/directory.ts';
import { AppError } from '#domain/error.ts';
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
