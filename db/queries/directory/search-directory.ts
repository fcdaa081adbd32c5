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
  where,
} from '#db/queries/directory/directory-filter.ts';
import { type DirectoryRow, directoryRow } from '#db/queries/directory/directory-row.ts';
import { readCursor, writeCursor } from '#db/queries/directory/search-cursor.ts';
import { runNamed } from '#db/run-named.ts';
import { CATEGORIES } from '#domain/directory/directory.ts';

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

type Group = { kind: 'category' | 'need'; wanted: SQL };

/** Nearest first within each category and need that answers, then all together: never a sort of all. */
function byDistance(search: DirectorySearch, near: Near): SQL {
  const groups = groupsOf(search.filter);
  const found = groups.map((group) => membersOf(search, near, group));
  const ordered = groups.length > 0 ? sql.join(found, sql` union all `) : anyOf(search, near);
  return sql`with answering as (
  select found.id, found.crow_meters from (${ordered}) found
  where found.crow_meters <= ${near.radiusMeters}::float8
  group by found.id, found.crow_meters
  order by found.crow_meters, found.id collate "C" limit ${rowCount(search.limit + 1)}
)
select ${directoryRow(sql`answering.crow_meters`)} as entry, answering.crow_meters as sort_key
from answering join entry e on e.id = answering.id
order by answering.crow_meters, e.id collate "C"`;
}

/** Without need, category nor condition: each category. None where only conditions tell who answers. */
function groupsOf(filter: DirectoryFilter): Group[] {
  const { needIds, categories } = filter;
  if (needIds.length > 0) {
    return [
      {
        kind: 'category',
        wanted: sql`(select distinct c.category from need_category c where c.need_id in ${needIds})`,
      },
      { kind: 'need', wanted: listOf(needIds) },
    ];
  }
  const isEvery = categories.length === 0 && entryConditions(filter).length === 0;
  const wanted = isEvery ? CATEGORIES : categories;
  return wanted.length === 0 ? [] : [{ kind: 'category', wanted: listOf(wanted) }];
}

/** As rows, not as an array: the planner knows how many, and keeps its plan. */
const listOf = (codes: readonly string[]): SQL =>
  sql`(values ${sql.join(
    codes.map((code) => sql`(${code}::text)`),
    sql`, `,
  )})`;

/**
 * The points of each wanted code in order of distance, then those who stand at each in order of id: a
 * point with thousands is read for as many as fit a page. Without other conditions so many points are
 * enough; with some, those within the radius are read until enough answer.
 */
function membersOf({ filter, limit, cursor }: DirectorySearch, near: Near, group: Group): SQL {
  const others = entryConditions(
    filter.needIds.length > 0 ? filter : { ...filter, categories: [] },
  );
  const page = rowCount(limit + 1);
  const after = readCursor(cursor, 'number');
  const meters = sql`s.point <-> ${geographyOf(near.point)}`;
  const answers = sql`${sql.raw(`'${group.kind}:'`)} || wanted.code`;
  const spots = [
    sql`hashtext(s.answers) = hashtext(${answers}) and s.answers = ${answers}`,
    ...(others.length > 0 ? [isWithin(sql`s`, near)] : []),
    ...(after === null ? [] : [sql`${meters} >= ${after.key}::float8`]),
  ];
  const isEnough = others.length === 0 && after === null;
  const [member, id, code, from] =
    group.kind === 'category'
      ? [sql`e`, sql`e.id`, sql`e.category`, sql`entry e`]
      : [
          sql`n`,
          sql`n.entry_id`,
          sql`n.need_id`,
          others.length > 0
            ? sql`entry_service_need n join entry e on e.id = n.entry_id`
            : sql`entry_service_need n`,
        ];
  const members = [
    sql`point_key(${member}.point) = point_key(spot.point) and ${code} = wanted.code`,
    sql`${member}.point = spot.point`,
    ...others,
    ...(after === null
      ? []
      : [
          sql`${id} collate "C" > case when spot.meters = ${after.key}::float8 then ${after.id} else '' end`,
        ]),
  ];
  return sql`select found.id, found.crow_meters
  from ${group.wanted} as wanted(code) cross join lateral (
    select member.id, spot.meters as crow_meters
    from (select s.point, ${meters} as meters from entry_spot s ${where(spots)}
      order by meters ${isEnough ? sql`fetch first ${page} rows with ties` : sql``}) spot
    cross join lateral (select ${id} as id from ${from} ${where(members)}
      order by ${id} collate "C" limit ${page}) member
    order by spot.meters, member.id collate "C" limit ${page}) found`;
}

/** Those within the radius that meet the conditions. Ties are kept whole, and ordered by the caller. */
function anyOf({ filter, limit, cursor }: DirectorySearch, near: Near): SQL {
  const after = readCursor(cursor, 'number');
  const meters = sql`e.point <-> ${geographyOf(near.point)}`;
  const conditions = [isWithin(sql`e`, near), ...allConditions(filter)];
  if (after !== null) {
    conditions.push(
      sql`(${meters} > ${after.key}::float8 or (${meters} = ${after.key}::float8 and e.id collate "C" > ${after.id}))`,
    );
  }
  return sql`select e.id, ${meters} as crow_meters from entry e
  ${where(conditions)}
  order by ${meters} fetch first ${rowCount(limit + 1)} rows with ties`;
}

const isWithin = (located: SQL, { point, radiusMeters }: Near): SQL =>
  sql`st_dwithin(${located}.point, ${geographyOf(point)}, ${radiusMeters}::float8, false)`;
