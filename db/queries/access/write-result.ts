// How are the figures of a territory kept, the newest before a few older ones?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accessResult } from '#db/schema/access.ts';
import type { AccessResult } from './find-result.ts';

const KEPT = 3;

/** Computed again from the same data, it is the newest again. A few older ones stay. */
export async function writeResult(
  db: Database,
  territoryCode: string,
  result: AccessResult,
): Promise<void> {
  // Never as old as another: the newest is the one that is read.
  const computedAt = sql`greatest(${result.computedAt.toISOString()}::timestamptz,
    (select max(computed_at) + interval '1 millisecond' from ${accessResult} where territory_code = ${territoryCode}))`;
  await db
    .insert(accessResult)
    .values({ territoryCode, ...result, computedAt })
    .onConflictDoUpdate({
      target: [accessResult.territoryCode, accessResult.fingerprint],
      set: {
        figures: result.figures,
        vintages: result.vintages,
        computedAt,
      },
    });
  await db.execute(sql`delete from ${accessResult} where territory_code = ${territoryCode}
    and fingerprint not in (select fingerprint from ${accessResult}
      where territory_code = ${territoryCode} order by computed_at desc, fingerprint limit ${KEPT})`);
}
