// Which public documents and files were facts read in?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { source } from '#db/schema/provenance.ts';
import type { Source } from '#domain/provenance.ts';

export async function listSources(db: Database): Promise<Source[]> {
  return await listSourcesQuery(db);
}

export function listSourcesQuery(db: Database) {
  return db.select().from(source).orderBy(sql`search_key(${source.name}) collate "C"`, source.id);
}
