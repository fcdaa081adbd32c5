// How many entries answer, within the radius when there is one?

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
import { runNamed } from '#db/run-named.ts';

export async function countDirectory(
  db: Database,
  filter: DirectoryFilter,
  near: Near | null,
): Promise<number> {
  const rows = await runNamed<{ total: number }>(db, countDirectoryQuery(filter, near));
  return rows[0]?.total ?? 0;
}

export function countDirectoryQuery(filter: DirectoryFilter, near: Near | null): SQL {
  if (near === null) {
    return sql`select count(*)::int as total from entry e ${where(allConditions(filter))}`;
  }
  const within = (located: SQL) =>
    sql`st_dwithin(${located}.point, ${geographyOf(near.point)}, ${near.radiusMeters}::float8, false)`;
  if (filter.needIds.length === 0) {
    const conditions = [within(sql`e`), ...entryConditions(filter)];
    return sql`select count(*)::int as total from entry e ${where(conditions)}`;
  }
  const others = entryConditions(filter);
  const from =
    others.length === 0 ? sql`entry_need n` : sql`entry_need n join entry e on e.id = n.entry_id`;
  const conditions = [
    sql`n.need_id = any(${textArray(filter.needIds)})`,
    within(sql`n`),
    ...others,
  ];
  return sql`select count(distinct n.entry_id)::int as total from ${from} ${where(conditions)}`;
}
