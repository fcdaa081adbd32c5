// How often in a row did a computation fail, and when last?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accessJob } from '#db/schema/access.ts';

export type Failures = { count: number; secondsSinceLast: number };

/** Of this fingerprint, since it last ended well; `count` 0: the last time did not fail. */
export async function countFailures(
  db: Database,
  territoryCode: string,
  fingerprint: string,
): Promise<Failures> {
  const { rows } = await db.execute<Failures>(sql`
    select count(*)::int as count,
      coalesce(extract(epoch from now() - max(coalesce(ended_at, created_at))), 0)::float8 as "secondsSinceLast"
    from ${accessJob}
    where territory_code = ${territoryCode} and fingerprint = ${fingerprint} and state = 'failed'
      and created_at > coalesce((select max(created_at) from ${accessJob}
        where territory_code = ${territoryCode} and fingerprint = ${fingerprint} and state <> 'failed'), '-infinity')`);
  return rows[0] ?? { count: 0, secondsSinceLast: 0 };
}
