// Who changed what, when, from what to what: written once, chained, never rewritten.

import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { key } from '#db/columns.ts';
import { accountUser } from '#db/schema/account.ts';

/** Each entry holds the hash of the one before: a changed byte breaks the chain. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    /** From 1, without a gap. */
    position: bigint({ mode: 'number' }).primaryKey(),
    at: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    /** Null: the command line or the clock. */
    actorId: key('actor_id'),
    /** Null: what concerns no organization. */
    workspaceId: key('workspace_id'),
    action: text().notNull(),
    subjectKind: key('subject_kind').notNull(),
    subjectId: key('subject_id').notNull(),
    before: jsonb(),
    after: jsonb(),
    previousHash: key('previous_hash').notNull(),
    hash: key().notNull(),
  },
  (t) => [
    index('audit_entry_workspace').on(t.workspaceId, t.position),
    index('audit_entry_subject').on(t.subjectKind, t.subjectId, t.position),
  ],
);

/** The answer to a creation that may be sent twice (`Idempotency-Key`), kept for a day. */
export const keptAnswer = pgTable(
  'kept_answer',
  {
    userId: key('user_id')
      .notNull()
      .references(() => accountUser.id, { onDelete: 'cascade' }),
    key: key().notNull(),
    /** SHA-256 of the method, the path and the body. */
    requestHash: key('request_hash').notNull(),
    /** Null while it is being answered. */
    status: integer(),
    body: jsonb(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.key] }), index('kept_answer_age').on(t.createdAt)],
);
