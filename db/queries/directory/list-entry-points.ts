// Where are these entries? Unknown ids are absent.

import { inArray } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { entry } from '#db/schema/entry.ts';
import type { LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';

export type EntryPoint = { id: string; name: string; point: LonLat; insee: Insee };

export async function listEntryPoints(db: Database, ids: readonly string[]): Promise<EntryPoint[]> {
  return ids.length === 0 ? [] : await listEntryPointsQuery(db, ids);
}

export function listEntryPointsQuery(db: Database, ids: readonly string[]) {
  return db
    .select({ id: entry.id, name: entry.name, point: entry.point, insee: entry.insee })
    .from(entry)
    .where(inArray(entry.id, [...ids]))
    .orderBy(entry.id);
}
