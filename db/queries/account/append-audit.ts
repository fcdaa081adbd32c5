// Adds one change to the history, chained to the one before, in the transaction that makes the change.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';

export type AuditSubject =
  | 'offer'
  | 'draft'
  | 'case'
  | 'overlay'
  | 'trips'
  | 'scenario'
  | 'departure'
  | 'report'
  | 'member'
  | 'invitation'
  | 'workspace'
  | 'session'
  | 'passkey'
  | 'password';

export type AuditChange = {
  at: Date;
  /** Null: the command line or the clock. */
  actorId: string | null;
  /** Null: what concerns no organization. */
  workspaceId: string | null;
  /** A verb in the past: `published`, `invited`. */
  action: string;
  subjectKind: AuditSubject;
  subjectId: string;
  /** Never a password, a token or a key. */
  before?: unknown;
  after?: unknown;
};

/** Returns the place of the entry in the history, from 1. */
export async function appendAudit(tx: Database, change: AuditChange): Promise<number> {
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  const { rows } = await tx.execute<{ position: string }>(sql`select append_audit(
    ${change.at.toISOString()}::timestamptz, ${change.actorId}, ${change.workspaceId},
    ${change.action}, ${change.subjectKind}, ${change.subjectId},
    ${json(change.before)}::jsonb, ${json(change.after)}::jsonb) as position`);
  return Number(rows[0]?.position);
}
