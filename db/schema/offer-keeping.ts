// How do organizations keep their offers true: drafts, versions, stored cases, marks on imported lines?

import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';
import { isOneOf, key } from '#db/columns.ts';
import { accountUser, workspaceId } from '#db/schema/account.ts';
import { feed } from '#db/schema/feed.ts';
import {
  type KeptMark,
  OVERLAY_TARGETS,
  type OverlayTarget,
} from '#domain/transport/line-overlay.ts';
import type { OfferCase } from '#domain/transport/offer-case.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const now = (name: string) => moment(name).notNull().defaultNow();
const author = (name: string) =>
  key(name).references(() => accountUser.id, { onDelete: 'set null' });

/**
 * An offer an organization keeps. Residents read `offer` and what hangs on it, written from the
 * version in use; drafts and versions are private.
 */
export const keptOffer = pgTable(
  'kept_offer',
  {
    id: key().primaryKey(),
    workspaceId: workspaceId(),
    /** Null: never published, or withdrawn. */
    versionInUse: integer('version_in_use'),
    suspendedFrom: date('suspended_from'),
    /** Null with `suspendedFrom`: until further notice. */
    suspendedUntil: date('suspended_until'),
    suspendedNote: text('suspended_note'),
    /** The day somebody of the organization last said that all of it is still true. */
    verifiedOn: date('verified_on'),
    verifiedBy: author('verified_by'),
    reviewEveryDays: smallint('review_every_days').notNull().default(180),
    createdAt: now('created_at'),
    archivedAt: moment('archived_at'),
  },
  (t) => [
    index('kept_offer_workspace').on(t.workspaceId),
    unique('kept_offer_owned').on(t.id, t.workspaceId),
    check('kept_offer_review', sql`${t.reviewEveryDays} between 7 and 730`),
  ],
);

/** The offer and its organization together: a draft cannot hang on the offer of another one. */
const ofKeptOffer = (t: { offerId: never; workspaceId: never }, name: string) =>
  foreignKey({
    name,
    columns: [t.offerId, t.workspaceId],
    foreignColumns: [keptOffer.id, keptOffer.workspaceId],
  });

/** What is being written: at most one for an offer. `revision` grows by one at each save (ETag). */
export const offerDraft = pgTable(
  'offer_draft',
  {
    offerId: key('offer_id').primaryKey(),
    workspaceId: workspaceId(),
    document: jsonb().$type<OfferDocument>().notNull(),
    revision: integer().notNull().default(1),
    /** The version it was begun from; null: none yet. */
    basedOn: integer('based_on'),
    updatedAt: now('updated_at'),
    updatedBy: author('updated_by'),
  },
  (t) => [ofKeptOffer(t as never, 'offer_draft_owned')],
);

/** Never changed once written, its moments of publication aside. Numbers count from 1 in each offer. */
export const offerVersion = pgTable(
  'offer_version',
  {
    offerId: key('offer_id').notNull(),
    number: integer().notNull(),
    workspaceId: workspaceId(),
    document: jsonb().$type<OfferDocument>().notNull(),
    note: text().notNull(),
    authorId: author('author_id'),
    createdAt: now('created_at'),
    /** When it is to be published; at once when null. */
    publishAt: moment('publish_at'),
    publishedAt: moment('published_at'),
    cancelledAt: moment('cancelled_at'),
    /** The version it puts back; null: a new one. */
    restores: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.offerId, t.number] }),
    ofKeptOffer(t as never, 'offer_version_owned'),
    index('offer_version_scheduled')
      .on(t.publishAt)
      .where(sql`published_at is null and cancelled_at is null`),
  ],
);

/** A trip of an invented person, replayed before and after an edit. */
export const offerCase = pgTable(
  'offer_case',
  {
    id: key().primaryKey(),
    workspaceId: workspaceId(),
    position: smallint().notNull(),
    label: text().notNull(),
    subject: jsonb().$type<OfferCase>().notNull(),
    createdAt: now('created_at'),
  },
  (t) => [index('offer_case_workspace').on(t.workspaceId, t.position)],
);

/** What an organization says about an imported line, kept when the line is imported again. */
export const lineOverlay = pgTable(
  'line_overlay',
  {
    id: key().primaryKey(),
    workspaceId: workspaceId(),
    feedId: key('feed_id')
      .notNull()
      .references(() => feed.id),
    target: key().$type<OverlayTarget>().notNull(),
    /** route_id, trip_id or stop_id of the feed. */
    targetId: key('target_id').notNull(),
    mark: jsonb().$type<KeptMark>().notNull(),
    note: text().notNull(),
    createdAt: now('created_at'),
    createdBy: author('created_by'),
  },
  (t) => [
    unique('line_overlay_target').on(t.workspaceId, t.feedId, t.target, t.targetId),
    check('line_overlay_target_kind', isOneOf(t.target, OVERLAY_TARGETS)),
  ],
);

/** Trips of volunteer drivers in a month, counted without a name (transport d’utilité sociale). */
export const volunteerTripCount = pgTable(
  'volunteer_trip_count',
  {
    workspaceId: workspaceId(),
    offerId: key('offer_id').notNull(),
    /** The first day of the month. */
    month: date().notNull(),
    trips: integer().notNull(),
    kilometres: integer().notNull(),
    drivers: integer().notNull(),
    beneficiariesByResidence: integer('beneficiaries_by_residence').notNull(),
    beneficiariesByMeans: integer('beneficiaries_by_means').notNull(),
    /** Trips asked for and not made. */
    refused: integer().notNull(),
    updatedAt: now('updated_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.offerId, t.month] }),
    ofKeptOffer(t as never, 'volunteer_trip_count_owned'),
    check(
      'volunteer_trip_count_positive',
      sql`least(${t.trips}, ${t.kilometres}, ${t.drivers}, ${t.beneficiariesByResidence}, ${t.beneficiariesByMeans}, ${t.refused}) >= 0`,
    ),
  ],
);

/** Searches that found no way, counted: nothing of who asked. Never shown under five. */
export const unmetDemand = pgTable(
  'unmet_demand',
  {
    insee: key().notNull(),
    /** ISO: 1 Monday … 7 Sunday. */
    weekday: smallint().notNull(),
    halfDay: key('half_day').$type<'morning' | 'afternoon'>().notNull(),
    needCategory: key('need_category').notNull(),
    count: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.insee, t.weekday, t.halfDay, t.needCategory] }),
    check('unmet_demand_weekday', sql`${t.weekday} between 1 and 7`),
    check('unmet_demand_half_day', isOneOf(t.halfDay, ['morning', 'afternoon'])),
  ],
);
