// Which records of which sources speak of the same thing, what does each say, and who asked to be left out?

import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { isOneOf, key } from '#db/columns.ts';
import { provenanceColumns } from '#db/schema/provenance.ts';

/** `auto`: by a rule; `confirmed` and `rejected`: a person decided, and no import decides again. */
export type LinkStatus = 'auto' | 'confirmed' | 'rejected';

const STATUSES: readonly LinkStatus[] = ['auto', 'confirmed', 'rejected'];

/**
 * One record of one source (`source_key`: its FINESS number, its RPPS number and structure…) and the
 * entry of the directory it speaks of. A rejected link is kept, so that it is not made again.
 */
export const entityLink = pgTable(
  'entity_link',
  {
    sourceId: key('source_id').notNull(),
    sourceKey: key('source_key').notNull(),
    entryId: key('entry_id').notNull(),
    rule: text().notNull(),
    /** 0 to 1: how sure the rule is. */
    confidence: real().notNull(),
    status: text().$type<LinkStatus>().notNull().default('auto'),
    decidedAt: timestamp('decided_at', { withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.sourceId, t.sourceKey, t.entryId] }),
    check('entity_link_status', isOneOf(t.status, STATUSES)),
    index('entity_link_entry').on(t.entryId),
  ],
);

/** Two entries, or a record and an entry, that may be one: for a person to decide. */
export const duplicateCandidate = pgTable(
  'duplicate_candidate',
  {
    sourceId: key('source_id').notNull(),
    sourceKey: key('source_key').notNull(),
    entryId: key('entry_id').notNull(),
    rule: text().notNull(),
    confidence: real().notNull(),
    detail: text(),
    status: text().$type<LinkStatus>().notNull().default('auto'),
  },
  (t) => [
    primaryKey({ columns: [t.sourceId, t.sourceKey, t.entryId] }),
    check('duplicate_candidate_status', isOneOf(t.status, STATUSES)),
  ],
);

/**
 * What each source says of one contested field of one entry; the winner stands in the entry's own
 * table. Fields only one source speaks of have no row here: the entry's provenance says it all.
 */
export const claim = pgTable(
  'claim',
  {
    entryId: key('entry_id').notNull(),
    field: key().notNull(),
    value: jsonb().$type<unknown>().notNull(),
    ...provenanceColumns(),
  },
  (t) => [primaryKey({ columns: [t.entryId, t.field, t.sourceId] })],
);

/**
 * A professional who asked not to be shown. The identifier itself is not kept: `hash` is an HMAC of
 * « kind:identifier » under the key of `opposition_key`.
 */
export const opposition = pgTable('opposition', {
  hash: key().primaryKey(),
  declaredOn: date('declared_on').notNull(),
  note: text(),
});

/** One row, made at the first opposition. */
export const oppositionKey = pgTable(
  'opposition_key',
  { id: key().primaryKey().default('key'), secret: text().notNull() },
  (t) => [check('opposition_key_single', sql`${t.id} = 'key'`)],
);
