// Which communes are asked for, as the table `finess_wanted`?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { loadWanted } from '#seeds/derived/wanted-territory.ts';

/** All communes known, or those of the territories named. Throws `bad_import` naming an unknown one. */
export async function createWantedCommunes(
  tx: Database,
  territoryCodes: readonly string[],
): Promise<void> {
  const wanted = await loadWanted(tx, territoryCodes);
  const asked =
    wanted === null ? sql`true` : sql`c.insee = any(${sql.param([...wanted.insees])}::text[])`;
  await tx.execute(sql`
    create unlogged table finess_wanted as
    select c.insee, c.departement, c.point, c.name from commune c where ${asked}`);
  await tx.execute(sql`create unique index on finess_wanted (insee)`);
}
