// Which entries answer, nearest first, or by name when no point is given?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import {
  allConditions,
  type DirectoryFilter,
  entryConditions,
  geographyOf,
  type Near,
  textArray,
  where,
} from '#db/queries/directory/directory-filter.ts';
import {
  type DirectoryRow,
  type EntryRecord,
  entryColumns,
  toDirectoryRow,
} from '#db/queries/directory/directory-row.ts';
import { readCursor, writeCursor } from '#db/queries/directory/search-cursor.ts';

export type DirectorySearch = {
  filter: DirectoryFilter;
  near: Near | null;
  limit: number;
  /** `nextCursor` of the page before. */
  cursor: string | null;
};

export type DirectoryPage = { rows: DirectoryRow[]; nextCursor: string | null };

/** Throws `bad_request` when the cursor is not one of this search's. */
export async function searchDirectory(
  db: Database,
  search: DirectorySearch,
): Promise<DirectoryPage> {
  const { rows } = await db.execute<EntryRecord & { sort_key: string | number }>(
    searchDirectoryQuery(search),
  );
  const kept = rows.slice(0, search.limit);
  const last = kept.at(-1);
  const hasMore = rows.length > search.limit && last !== undefined;
  return {
    rows: kept.map(toDirectoryRow),
    nextCursor: hasMore ? writeCursor({ key: last.sort_key, id: last.id }) : null,
  };
}

/** One row more than the limit, to know whether there is a next page. */
export function searchDirectoryQuery(search: DirectorySearch): SQL {
  return search.near === null ? byName(search) : byDistance(search, search.near);
}

function byName({ filter, limit, cursor }: DirectorySearch): SQL {
  const after = readCursor(cursor, 'string');
  const conditions = allConditions(filter);
  if (after !== null) {
    conditions.push(
      sql`(e.search_key collate "C", e.id collate "C") > (${after.key}, ${after.id})`,
    );
  }
  return sql`select ${entryColumns}, null::float8 as crow_meters, e.search_key as sort_key
from entry e ${where(conditions)}
order by e.search_key collate "C", e.id collate "C"
limit ${limit + 1}`;
}

/** One ordered index scan for each need or category, merged: never a sort of all that answers. */
function byDistance(search: DirectorySearch, near: Near): SQL {
  const { filter, limit } = search;
  const ordered =
    filter.needIds.length > 0
      ? sql`unnest(${textArray(filter.needIds)}) as wanted(code) cross join lateral (${nearest(
          search,
          near,
          sql`entry_need n join entry e on e.id = n.entry_id`,
          sql`n`,
          [sql`n.need_id = wanted.code`, ...entryConditions(filter)],
        )}) found`
      : filter.categories.length > 0
        ? sql`unnest(${textArray(filter.categories)}) as wanted(code) cross join lateral (${nearest(
            search,
            near,
            sql`entry e`,
            sql`e`,
            [sql`e.category = wanted.code`, ...entryConditions({ ...filter, categories: [] })],
          )}) found`
        : sql`(${nearest(search, near, sql`entry e`, sql`e`, entryConditions(filter))}) found`;
  return sql`with answering as (
  select distinct found.id, found.crow_meters from ${ordered}
  order by found.crow_meters, found.id limit ${limit + 1}
)
select ${entryColumns}, answering.crow_meters, answering.crow_meters as sort_key
from answering join entry e on e.id = answering.id
order by answering.crow_meters, e.id collate "C"`;
}

function nearest(
  { limit, cursor }: DirectorySearch,
  near: Near,
  from: SQL,
  located: SQL,
  conditions: readonly SQL[],
): SQL {
  const here = geographyOf(near.point);
  const meters = sql`${located}.point <-> ${here}`;
  const after = readCursor(cursor, 'number');
  const page =
    after === null
      ? []
      : [
          sql`(${meters} > ${after.key}::float8 or (${meters} = ${after.key}::float8 and e.id collate "C" > ${after.id}))`,
        ];
  const within = sql`st_dwithin(${located}.point, ${here}, ${near.radiusMeters}::float8, false)`;
  return sql`select e.id collate "C" as id, ${meters} as crow_meters from ${from}
  ${where([within, ...conditions, ...page])}
  order by ${meters}, e.id collate "C" limit ${limit + 1}`;
}
