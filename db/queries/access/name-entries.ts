// How are these entries of the directory called today, and in which commune? Unknown ids are absent.

import { inArray } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { entry } from '#db/schema/entry.ts';

export type EntryName = { name: string; communeName: string };

export async function nameEntries(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, EntryName>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: entry.id, name: entry.name, communeName: entry.communeName })
    .from(entry)
    .where(inArray(entry.id, [...ids]));
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}
