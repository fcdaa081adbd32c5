// Which entries answer, nearest first, or by name when no point is given?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import {
  allConditions,
  type DirectoryFilter,
  entryConditions,
  hasWords,
  rowCount,
  where,
} from '#db/queries/directory/directory-filter.ts';
import { type DirectoryRow, directoryRow } from '#db/queries/directory/directory-row.ts';
import {
  isAt,
  isInBox,
  isWithin,
  metersFrom,
  type Near,
  standsAt,
} from '#db/queries/directory/near-point.ts';
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

/** Words that no more entries hold are looked up wherever they are; others, around the point. */
const FEW = 10_000;

/** Throws `bad_request` when the cursor is not one of this search's. */
export async function searchDirectory(
  db: Database,
  search: DirectorySearch,
  few = FEW,
): Promise<DirectoryPage> {
  const rows = await runNamed<{ entry: DirectoryRow; sort_key: string | number }>(
    db,
    searchDirectoryQuery(search, few),
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
export function searchDirectoryQuery(search: DirectorySearch, few = FEW): SQL {
  return search.near === null ? byName(search) : byDistance(search, search.near, few);
}

function byName({ filter, limit, cursor }: DirectorySearch): SQL {
  const after = readCursor(cursor, 'string');
  const conditions = allConditions(filter);
  if (after !== null) {
    conditions.push(sql`(e.search_key, e.id) > (${after.key}, ${after.id})`);
  }
  return sql`select ${directoryRow(sql`null`)} as entry, e.search_key as sort_key
from entry e ${where(conditions)}
order by e.search_key, e.id
limit ${rowCount(limit + 1)}`;
}

type Group = { kind: 'category' | 'need'; wanted: SQL };

/** Nearest first within each group, then all together: never a sort of all. */
function byDistance(search: DirectorySearch, near: Near, few: number): SQL {
  const { held, ways } = waysTo(search, near, few);
  return sql`with ${held}answering as (
  select found.id, found.crow_meters from (${sql.join(ways, sql` union all `)}) found
  where found.crow_meters <= ${near.radiusMeters}::float8
  group by found.id, found.crow_meters
  order by found.crow_meters, found.id limit ${rowCount(search.limit + 1)}
)
select ${directoryRow(sql`answering.crow_meters`)} as entry, answering.crow_meters as sort_key
from answering join entry e on e.id = answering.id
order by answering.crow_meters, e.id`;
}

/**
 * Within each category and need that answers, or looked up where only conditions tell who does. Of words, the
 * database tells how many hold them: several ways are in the statement, and some are followed.
 */
function waysTo(search: DirectorySearch, near: Near, few: number): { held: SQL; ways: SQL[] } {
  const groups = groupsOf(search.filter);
  const { text } = search.filter;
  const around = (when: readonly SQL[]): SQL[] =>
    groups.length > 0
      ? groups.map((group) => membersOf(search, near, group, when))
      : [lookUp(search, near, [...when, isInBox(sql`e`, near)])];
  if (text === null) return { held: sql``, ways: around([]) };
  const isFew = sql`(select few from held)`;
  return {
    held: sql`held as materialized (select ${heldBy(text)} <= ${few}::bigint as few), `,
    ways: [lookUp(search, near, [isFew]), ...around([sql`not ${isFew}`])],
  };
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
function membersOf(
  { filter, limit, cursor }: DirectorySearch,
  near: Near,
  group: Group,
  when: readonly SQL[],
): SQL {
  const { text, needIds } = filter;
  const others = [
    ...entryConditions({
      ...filter,
      text: null,
      ...(needIds.length > 0 ? {} : { categories: [] }),
    }),
    ...(text === null ? [] : [hasWords(text)]),
  ];
  const page = rowCount(limit + 1);
  const after = readCursor(cursor, 'number');
  const meters = metersFrom(sql`s`, near.point);
  const spots = [
    standsAt(sql`${sql.raw(`'${group.kind}:'`)} || wanted.code`),
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
    isAt(member, sql`spot`),
    sql`${code} = wanted.code`,
    ...others,
    ...(after === null
      ? []
      : [sql`${id} > case when spot.meters = ${after.key}::float8 then ${after.id} else '' end`]),
  ];
  return sql`select found.id, found.crow_meters
  from ${group.wanted} as wanted(code) cross join lateral (
    select member.id, spot.meters as crow_meters
    from (select s.point, ${meters} as meters from entry_spot s ${where(spots)}
      order by meters ${isEnough ? sql`fetch first ${page} rows with ties` : sql``}) spot
    cross join lateral (select ${id} as id from ${from} ${where(members)}
      order by ${id} limit ${page}) member
    order by spot.meters, member.id limit ${page}) found ${where(when)}`;
}

/** Those that meet all conditions, then by distance. Ties are kept whole, and ordered by the caller. */
function lookUp({ filter, limit, cursor }: DirectorySearch, near: Near, when: readonly SQL[]): SQL {
  const after = readCursor(cursor, 'number');
  const meters = metersFrom(sql`e`, near.point);
  const conditions = [...when, isWithin(sql`e`, near), ...allConditions(filter)];
  if (after !== null) {
    conditions.push(
      sql`(${meters} > ${after.key}::float8 or (${meters} = ${after.key}::float8 and e.id > ${after.id}))`,
    );
  }
  return sql`(select e.id, ${meters} as crow_meters from entry e
  ${where(conditions)}
  order by ${meters} fetch first ${rowCount(limit + 1)} rows with ties)`;
}

/** More than any number of entries. */
const COMMON = sql.raw(String(2 ** 31));
/** Beginnings of so many words are common. */
const MANY_WORDS = 1_000;

/** Rows (word, is_last) of a text; none when it has no letter nor digit. */
const wordsOf = (text: string): SQL =>
  sql`(select word, row_number() over (order by position desc) = 1 as is_last
    from string_to_table(nullif(search_key(${text}), ''), ' ') with ordinality as said(word, position))`;

/** How many entries hold the rarest of these words, at most; the last may be unfinished. */
function heldBy(text: string): SQL {
  const many = rowCount(MANY_WORDS);
  return sql`(select coalesce(min(held.entries), 0) from ${wordsOf(text)} asked cross join lateral (
    select case when count(*) < ${many} then coalesce(sum(w.entry_count), 0) else ${COMMON} end as entries
    from (select entry_count from entry_word
      where word >= asked.word and word < asked.word || case when asked.is_last then '~' else ' ' end
      limit ${many}) w) held)`;
}
