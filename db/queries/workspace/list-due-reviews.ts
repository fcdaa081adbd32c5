// Which published offers are past their verification, and whom may one ask? For the clock: of every organization.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { LocalDate } from '#domain/time.ts';

export type DueReview = {
  workspaceId: string;
  workspaceName: string;
  offerId: string;
  name: string;
  /** Null: never verified. */
  verifiedOn: LocalDate | null;
};

/** Nobody was reminded of them since `since`. In the order of organizations, then of names. */
export async function listDueReviews(
  db: Database,
  { today, since, workspaceId }: { today: LocalDate; since: Date; workspaceId?: string },
): Promise<DueReview[]> {
  const { rows } = await db.execute<DueReview>(sql`
    select k.workspace_id as "workspaceId", w.name as "workspaceName", k.id as "offerId", o.name,
      k.verified_on::text as "verifiedOn"
    from kept_offer k
    join workspace w on w.id = k.workspace_id
    join offer o on o.id = k.id
    where k.version_in_use is not null and k.archived_at is null
      and (k.verified_on is null or k.verified_on + k.review_every_days < ${today}::date)
      and ${workspaceId === undefined ? sql`true` : sql`k.workspace_id = ${workspaceId}`}
      and coalesce((
        select a.action from audit_entry a
        where a.workspace_id = k.workspace_id and a.subject_kind = 'workspace'
          and a.action in ('reminded', 'reminder_failed')
          and a.at > ${since.toISOString()}::timestamptz and a.after -> 'offers' ? k.id
        order by a.position desc limit 1
      ), '') <> 'reminded'
    order by search_key(w.name), k.workspace_id, search_key(o.name), k.id`);
  return rows;
}

/** Those who may publish in the organization: their addresses, in alphabetical order. */
export async function listPublishers(db: Database, workspaceId: string): Promise<string[]> {
  const { rows } = await db.execute<{ email: string }>(sql`
    select u.email from workspace_member m join account_user u on u.id = m.user_id
    where m.workspace_id = ${workspaceId} and m.role in ('publisher', 'admin')
      and u.id not like 'demo-%'
    order by u.email`);
  return rows.map(({ email }) => email);
}

/** Held to the end of the transaction: one process at a time reminds an organization. */
export async function lockReminders(tx: Database, workspaceId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${workspaceId}, 13))`);
}
