// How many entries answer, within the radius when there is one?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import {
  allConditions,
  type DirectoryFilter,
  where,
} from '#db/queries/directory/directory-filter.ts';
import { isInBox, isWithin, type Near } from '#db/queries/directory/near-point.ts';
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
  const around = near === null ? [] : [isInBox(sql`e`, near), isWithin(sql`e`, near)];
  return sql`select count(*)::int as total from entry e ${where([...around, ...allConditions(filter)])}`;
}
