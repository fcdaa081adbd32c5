// What do the linked rows of the Assurance Maladie's directory say of the entries: phone and fees?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';

export const AMELI_SOURCE_ID = 'ameli';
export const AMELI_CENTRES_SOURCE_ID = 'ameli-centres';

/** Into `staged_claim`. An entry two records speak of takes the surest. */
export async function stageAmeliClaims(tx: Database): Promise<void> {
  await tx.execute(sql`with linked as (
      select distinct on (l.entry_id) l.entry_id, a.* from entity_link l join ameli_practice a on a.key = l.source_key
      where l.source_id = ${AMELI_SOURCE_ID} and l.status <> 'rejected'
      order by l.entry_id, l.status = 'confirmed' desc, l.confidence desc, l.source_key)
    insert into staged_claim (entry_id, field, value)
    select entry_id, 'phone', phone from linked where phone is not null
    union all
    select entry_id, 'fees', jsonb_build_object('sector', sector_label, 'option', option_label, 'vitale', vitale)
    from linked where sector_label is not null or option_label is not null or vitale <> 'unknown'`);
}

export async function stageAmeliCentreClaims(tx: Database): Promise<void> {
  await tx.execute(sql`insert into staged_claim (entry_id, field, value)
    select distinct on (l.entry_id) l.entry_id, 'phone', c.phone
    from entity_link l join ameli_centre c on c.finess = l.source_key
    where l.source_id = ${AMELI_CENTRES_SOURCE_ID} and l.status <> 'rejected' and c.phone is not null
    order by l.entry_id, l.status = 'confirmed' desc, l.confidence desc, l.source_key`);
}
