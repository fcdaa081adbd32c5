// Which long computation is asked, who takes it, how far is it? One at a time in a territory, whoever stops.

import { and, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accessJob } from '#db/schema/access.ts';
import type { AccessJob, AccessJobKind, AccessJobState } from '#domain/access/job.ts';

type Row = typeof accessJob.$inferSelect;

export type TakenJob = { id: string; territoryCode: string; kind: AccessJobKind };

/** The one that waits or runs for this fingerprint, else a new one. */
export async function askJob(
  db: Database,
  wanted: { territoryCode: string; kind: AccessJobKind; fingerprint: string },
): Promise<AccessJob> {
  const { territoryCode, kind, fingerprint } = wanted;
  return db.transaction(async (tx) => {
    // Two who ask at once wait for each other, and the second finds the job of the first.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`access ${territoryCode}`}, 0))`,
    );
    const [waiting] = await tx
      .select()
      .from(accessJob)
      .where(
        and(
          eq(accessJob.territoryCode, territoryCode),
          eq(accessJob.kind, kind),
          eq(accessJob.fingerprint, fingerprint),
          sql`${accessJob.state} in ('queued', 'running')`,
        ),
      );
    if (waiting !== undefined) return view(waiting);
    const [made] = await tx.insert(accessJob).values(wanted).returning();
    if (made === undefined) throw new Error('A computation was asked and not written');
    return view(made);
  });
}

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

/** A sign of life with the progress. False: the job was cancelled, or somebody else holds it. */
export async function beatJob(
  db: Database,
  id: string,
  progress: { done: number; total: number },
): Promise<boolean> {
  const rows = await db
    .update(accessJob)
    .set({ beatAt: sql`now()`, doneCount: progress.done, totalCount: progress.total })
    .where(and(eq(accessJob.id, id), eq(accessJob.state, 'running')))
    .returning({ id: accessJob.id });
  return rows.length === 1;
}

export async function endJob(
  db: Database,
  id: string,
  state: Extract<AccessJobState, 'done' | 'failed'>,
  message: string | null,
): Promise<void> {
  await db
    .update(accessJob)
    .set({ state, message, endedAt: sql`now()`, beatAt: null })
    .where(and(eq(accessJob.id, id), eq(accessJob.state, 'running')));
}

/** Back in the queue, where it stands first: who held it stops. */
export async function releaseJob(db: Database, id: string): Promise<void> {
  await db
    .update(accessJob)
    .set({ state: 'queued', beatAt: null })
    .where(and(eq(accessJob.id, id), eq(accessJob.state, 'running')));
}

/** Those in which something may still happen, the newest ended ones otherwise. */
export async function findLastJob(db: Database, territoryCode: string): Promise<AccessJob | null> {
  const [row] = await db
    .select()
    .from(accessJob)
    .where(eq(accessJob.territoryCode, territoryCode))
    .orderBy(
      sql`${accessJob.state} in ('queued', 'running') desc`,
      desc(accessJob.createdAt),
      accessJob.id,
    )
    .limit(1);
  return row === undefined ? null : view(row);
}

export async function findJob(
  db: Database,
  territoryCode: string,
  id: string,
): Promise<AccessJob | null> {
  const [row] = await db
    .select()
    .from(accessJob)
    .where(and(eq(accessJob.territoryCode, territoryCode), eq(accessJob.id, id)));
  return row === undefined ? null : view(row);
}

/** The last computation of this fingerprint failed: trying again changes nothing. */
export async function hasFailed(
  db: Database,
  territoryCode: string,
  fingerprint: string,
): Promise<boolean> {
  const [row] = await db
    .select({ state: accessJob.state })
    .from(accessJob)
    .where(and(eq(accessJob.territoryCode, territoryCode), eq(accessJob.fingerprint, fingerprint)))
    .orderBy(desc(accessJob.createdAt), accessJob.id)
    .limit(1);
  return row?.state === 'failed';
}

function view(row: Row): AccessJob {
  return {
    id: row.id,
    territoryCode: row.territoryCode,
    kind: row.kind,
    state: row.state,
    done: row.doneCount,
    total: row.totalCount,
    message: row.message,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
