// What did people report as wrong, and was it looked at?

import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { isOneOf, key } from '#db/columns.ts';
import { accountUser } from '#db/schema/account.ts';

export const REPORT_STATUSES = ['new', 'accepted', 'refused'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** About one entry or one offer. No name and no address of the person who writes is kept. */
export const report = pgTable(
  'report',
  {
    id: key().primaryKey(),
    entryId: key('entry_id'),
    offerId: key('offer_id'),
    kind: text().notNull(),
    text: text().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    status: key().$type<ReportStatus>().notNull().default('new'),
    /** Who answered it, when, and why. */
    reviewedBy: key('reviewed_by').references(() => accountUser.id, { onDelete: 'set null' }),
    reviewedAt: timestamp('reviewed_at', { withTimezone: true }),
    reviewNote: text('review_note'),
  },
  (t) => [
    check('report_subject', sql`(${t.entryId} is null) <> (${t.offerId} is null)`),
    check('report_status', isOneOf(t.status, REPORT_STATUSES)),
    index('report_to_review').on(t.status, t.createdAt),
  ],
);
