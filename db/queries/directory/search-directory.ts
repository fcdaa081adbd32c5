// Which entries answer, nearest first, or by name when no point is given?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import {
  allConditions,
  type DirectoryFilter,
  entryConditions,
  geographyOf,
  type Near,
  rowCount,
  textArray,
  where,
} from '#db/queries/directory/directory-filter.ts';
import { type DirectoryRow, directoryRow } from '#db/queries/directory/directory-row.ts';
import { readCursor, writeCursor } from '#db/queries/directory/search-cursor.ts';
import { runNamed } from '#db/run-named.ts';

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
  const rows = await runNamed<{ entry: DirectoryRow; sort_key: string | number }>(
    db,
    searchDirectoryQuery(search),
  );
  const kept = rows.slice(0, search.limit);
  const last = kept.at(-1);
  const hasMore = rows.length > search.limit && last !== undefined;
  return {
    rows: kept.map(({ entry }) => entry),
    nextCursor: hasMore ? writeCursor({ key: last.sort_key, id: last.entry.id }) : null,
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
  return sql`select ${directoryRow(sql`null`)} as entry, e.search_key as sort_key
from entry e ${where(conditions)}
order by e.search_key collate "C", e.id collate "C"
limit ${rowCount(limit + 1)}`;
}

/** One ordered index scan for each need or category, merged: never a sort of all that answers. */
function byDistance(search: DirectorySearch, near: Near): SQL {
  const { needIds, categories } = search.filter;
  const others = entryConditions(
    needIds.length > 0 ? search.filter : { ...search.filter, categories: [] },
  );
  const each = (codes: readonly string[], scan: Scan) =>
    sql`unnest(${textArray(codes)}) as wanted(code) cross join lateral (${nearest(search, near, scan)}) found`;
  const ordered =
    needIds.length > 0
      ? each(needIds, { kind: 'need', equality: sql`n.need_id = wanted.code`, others })
      : categories.length > 0
        ? each(categories, { kind: 'entry', equality: sql`e.category = wanted.code`, others })
        : sql`(${nearest(search, near, { kind: 'entry', equality: null, others })}) found`;
  return sql`with answering as (
  select found.id, found.crow_meters from ${ordered}
  where found.crow_meters <= ${near.radiusMeters}::float8
  group by found.id, found.crow_meters
  order by found.crow_meters, found.id collate "C" limit ${rowCount(search.limit + 1)}
)
select ${directoryRow(sql`answering.crow_meters`)} as entry, answering.crow_meters as sort_key
from answering join entry e on e.id = answering.id
order by answering.crow_meters, e.id collate "C"`;
}

type Scan = { kind: 'need' | 'entry'; equality: SQL | null; others: readonly SQL[] };

/**
 * Without other conditions the index gives the nearest in order, and the radius is checked after:
 * told of the radius, the planner sorts all within it. With other conditions the radius bounds the
 * scan, which else might read the whole index to find few. Ties are kept whole, and ordered by
 * the caller: ordering by id too would give the index up.
 */
function nearest({ limit, cursor }: DirectorySearch, near: Near, scan: Scan): SQL {
  const here = geographyOf(near.point);
  const after = readCursor(cursor, 'number');
  const isBounded = scan.others.length > 0;
  const [located, id] = scan.kind === 'need' ? [sql`n`, sql`n.entry_id`] : [sql`e`, sql`e.id`];
  const from =
    scan.kind === 'entry'
      ? sql`entry e`
      : isBounded
        ? sql`entry_need n join entry e on e.id = n.entry_id`
        : sql`entry_need n`;
  const meters = sql`${located}.point <-> ${here}`;
  const conditions = [
    ...(scan.equality === null ? [] : [scan.equality]),
    ...(isBounded
      ? [sql`st_dwithin(${located}.point, ${here}, ${near.radiusMeters}::float8, false)`]
      : []),
    ...scan.others,
    ...(after === null
      ? []
      : [
          sql`(${meters} > ${after.key}::float8 or (${meters} = ${after.key}::float8 and ${id} collate "C" > ${after.id}))`,
        ]),
  ];
  return sql`select ${id} as id, ${meters} as crow_meters from ${from}
  ${where(conditions)}
  order by ${meters} fetch first ${rowCount(limit + 1)} rows with ties`;
}
