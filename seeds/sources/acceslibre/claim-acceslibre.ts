// What do the linked buildings of acceslibre answer for the entries?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';

export const ACCESLIBRE_SOURCE_ID = 'acceslibre';

/** Into `staged_claim`. An entry two buildings speak of takes the surest. */
export async function stageAcceslibreClaims(tx: Database): Promise<void> {
  await tx.execute(sql`insert into staged_claim (entry_id, field, value)
    select distinct on (l.entry_id) l.entry_id, 'accessibility', a.answers
    from entity_link l join acceslibre_place a on a.key = l.source_key
    where l.source_id = ${ACCESLIBRE_SOURCE_ID} and l.status <> 'rejected' and a.answers <> '{}'
    order by l.entry_id, l.status = 'confirmed' desc, l.confidence desc, l.source_key`);
}
