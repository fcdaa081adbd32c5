// Which timetables and on-demand services were imported, and which version of each is in use?

import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { key } from '#db/columns.ts';
import { source } from '#db/schema/provenance.ts';
import type { PartialDate } from '#domain/provenance.ts';
import type { FlexFeed } from '#domain/transport/flex-feed.ts';

export const feed = pgTable('feed', {
  id: key().primaryKey(),
  name: text().notNull(),
  url: text(),
  licence: text(),
  sourceId: key('source_id')
    .notNull()
    .references(() => source.id),
});

/** At most one active version a feed. Dates are those the calendars of the version cover. */
export const feedVersion = pgTable(
  'feed_version',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    feedId: key('feed_id')
      .notNull()
      .references(() => feed.id),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to').notNull(),
    sha256: key().notNull(),
    importedAt: timestamp('imported_at', { withTimezone: true }).notNull(),
    active: boolean().notNull().default(false),
  },
  (t) => [
    uniqueIndex('feed_version_file').on(t.feedId, t.sha256),
    uniqueIndex('feed_version_active').on(t.feedId).where(sql`active`),
  ],
);

/** On-demand services of a feed, whole as they were read, so that an older version can be put back in use. */
export const flexFeedVersion = pgTable(
  'flex_feed_version',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    feedId: key('feed_id')
      .notNull()
      .references(() => feed.id),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to').notNull(),
    sha256: key().notNull(),
    importedAt: timestamp('imported_at', { withTimezone: true }).notNull(),
    active: boolean().notNull().default(false),
    /** The date the data speaks of. */
    asOf: text('as_of').$type<PartialDate>(),
    model: jsonb().$type<FlexFeed>().notNull(),
  },
  (t) => [
    uniqueIndex('flex_feed_version_file').on(t.feedId, t.sha256),
    uniqueIndex('flex_feed_version_active').on(t.feedId).where(sql`active`),
  ],
);
