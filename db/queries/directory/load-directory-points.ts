// Which points does the map's index hold? Streamed: a million of them fit in memory as columns, not as rows.

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { Category } from '#domain/directory/directory.ts';

export type DirectoryPoint = {
  id: string;
  name: string;
  category: Category;
  demonstration: boolean;
  lon: number;
  lat: number;
  needIds: string[];
  themes: string[];
};

const POINTS_PER_CHUNK = 20_000;

/** In order of id, in chunks. Entries known to the commune only stand at its point. */
export async function* loadDirectoryPoints(
  db: Database,
  pointsPerChunk: number = POINTS_PER_CHUNK,
): AsyncGenerator<DirectoryPoint[]> {
  let lastId = '';
  for (;;) {
    const { rows } = await db.execute<DirectoryPoint>(
      loadDirectoryPointsQuery(lastId, pointsPerChunk),
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    if (rows.length < pointsPerChunk) return;
    lastId = last.id;
  }
}

export function loadDirectoryPointsQuery(afterId: string, limit: number): SQL {
  return sql`select e.id, e.name, e.category, e.demonstration,
  st_x(e.point::geometry) as lon, st_y(e.point::geometry) as lat,
  array(select c.need_id from need_category c where c.category = e.category
    union all select n.need_id from entry_service_need n where n.entry_id = e.id order by 1) as "needIds",
  array(select t.theme_id from entry_theme t where t.entry_id = e.id order by t.theme_id) as themes
from entry e
where e.id > ${afterId}
order by e.id
limit ${limit}`;
}
