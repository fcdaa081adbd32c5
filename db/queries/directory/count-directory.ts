// How many entries answer, within the radius when there is one?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import {
  allConditions,
  type DirectoryFilter,
  isAt,
  isWithin,
  type Near,
  standsAt,
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
  const around =
    near === null
      ? sql``
      : sql`join (select s.point from entry_spot s ${where([standsAt(sql`'any'`), isWithin(sql`s`, near)])}) spot
  on ${isAt(sql`e`, sql`spot`)}`;
  return sql`select count(*)::int as total from entry e ${around} ${where(allConditions(filter))}`;
}
