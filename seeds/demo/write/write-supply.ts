// Writes care counted by commune, and published access; what was imported since stays.

import type { Database } from '#db/database.ts';
import { communeSupply } from '#db/schema/access.ts';
import { aplPublished } from '#db/schema/apl.ts';
import { publishedAplRows, supplyRows } from '#seeds/demo/rows/supply-rows.ts';

const ROWS_A_STATEMENT = 2_000;

export async function writeSupply(tx: Database): Promise<void> {
  const rows = supplyRows();
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    await tx
      .insert(communeSupply)
      .values(rows.slice(start, start + ROWS_A_STATEMENT))
      .onConflictDoNothing();
  }
  await tx.insert(aplPublished).values(publishedAplRows()).onConflictDoNothing();
}
