// The lines of these entries, in this order; unknown ids are absent.

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { textArray } from '#db/queries/directory/directory-filter.ts';
import { type DirectoryRow, directoryRow } from '#db/queries/directory/directory-row.ts';
import { geographyOf } from '#db/queries/directory/near-point.ts';
import { runNamed } from '#db/run-named.ts';
import type { LonLat } from '#domain/geo.ts';

export async function listEntriesByIds(
  db: Database,
  ids: readonly string[],
  from: LonLat | null,
): Promise<DirectoryRow[]> {
  const rows = await runNamed<{ entry: DirectoryRow }>(db, listEntriesByIdsQuery(ids, from));
  return rows.map(({ entry }) => entry);
}

export function listEntriesByIdsQuery(ids: readonly string[], from: LonLat | null): SQL {
  const meters = from === null ? sql`null::float8` : sql`e.point <-> ${geographyOf(from)}`;
  return sql`select ${directoryRow(meters)} as entry
from unnest(${textArray(ids)}) with ordinality as wanted(id, position)
join entry e on e.id = wanted.id
order by wanted.position, e.id`;
}
