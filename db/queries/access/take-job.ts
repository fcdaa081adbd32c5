// Which computation is to be done next, and by whom? One at a time in a territory, whoever stops.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accessJob } from '#db/schema/access.ts';
import type { AccessJobKind } from '#domain/access/job.ts';

export type TakenJob = { id: string; territoryCode: string; kind: AccessJobKind };

/**
 * The oldest that waits, in a territory where none runs; or one whose holder gave no sign of life for
 * `staleSeconds`. Null: nothing to do.
 */
export async function takeJob(db: Database, staleSeconds: number): Promise<TakenJob | null> {
  const { rows } = await db.execute<TakenJob>(sql`
    update ${accessJob} set state = 'running', started_at = coalesce(started_at, now()), beat_at = now()
    where id = (
      select j.id from ${accessJob} j
      where (j.state = 'running' and j.beat_at < now() - make_interval(secs => ${staleSeconds}))
        or (j.state = 'queued' and not exists (select from ${accessJob} r
          where r.territory_code = j.territory_code and r.state = 'running'))
      order by j.state desc, j.created_at, j.id limit 1 for update skip locked)
    returning id, territory_code as "territoryCode", kind`);
  return rows[0] ?? null;
}
