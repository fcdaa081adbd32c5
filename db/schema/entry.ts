// What does the search read? One row an entry, derived from the directory's tables by
// `refreshEntryProjection`: never written by hand.

import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  pgView,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import { geographyPoint, key, tsvector } from '#db/columns.ts';
import type {
  Accessibility,
  Category,
  EntryKind,
  HoursBlock,
  NewPatients,
  Phone,
  PointPrecision,
} from '#domain/directory/directory.ts';
import type { Confidence, PartialDate } from '#domain/provenance.ts';

export const entry = pgTable(
  'entry',
  {
    id: key().primaryKey(),
    kind: text().$type<EntryKind>().notNull(),
    category: key().$type<Category>().notNull(),
    name: text().notNull(),
    searchKey: key('search_key').notNull(),
    /** Every word a person may look it up by: its name (weight A), what it is, where. */
    words: tsvector().notNull(),
    title: text().notNull(),
    demonstration: boolean().notNull(),
    organizationId: key('organization_id'),
    organizationName: text('organization_name'),
    placeId: key('place_id'),
    placeName: text('place_name'),
    street: text(),
    complement: text(),
    postcode: key(),
    city: text().notNull(),
    insee: key().notNull(),
    communeName: text('commune_name').notNull(),
    /** Where the search finds it: its own point, else its place's, else its commune's. */
    point: geographyPoint().notNull(),
    pointPrecision: text('point_precision').$type<PointPrecision>().notNull(),
    phone: jsonb().$type<Phone>(),
    hours: jsonb().$type<HoursBlock[]>().notNull(),
    /** What is known of it. */
    accessibility: jsonb().$type<Partial<Accessibility>>().notNull(),
    stepFree: boolean('step_free').notNull(),
    newPatients: text('new_patients').$type<NewPatients>().notNull(),
    description: text(),
    finess: key(),
    sourceId: key('source_id').notNull(),
    asOf: text('as_of').$type<PartialDate>(),
    confirmedOn: text('confirmed_on').$type<PartialDate>(),
    confidence: text().$type<Confidence>().notNull(),
  },
  (t) => [
    index('entry_box').using('gist', sql`(${t.point}::geometry)`),
    index('entry_spot_member').on(sql`point_key(point)`, t.category, t.id),
    index('entry_key_prefix').on(t.searchKey, t.id),
    index('entry_words').using('gin', t.words),
    index('entry_place').on(t.placeId),
    index('entry_insee').on(t.insee),
  ],
);

/** Needs answered by a service, beyond those the category of the entry answers. */
export const entryServiceNeed = pgTable(
  'entry_service_need',
  {
    needId: key('need_id').notNull(),
    entryId: key('entry_id').notNull(),
    point: geographyPoint().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.entryId, t.needId] }),
    index('entry_service_need_spot_member').on(sql`point_key(point)`, t.needId, t.entryId),
  ],
);

/** Which entries answer which need: by their category or by one of their services. */
export const entryNeed = pgView('entry_need', {
  needId: key('need_id').notNull(),
  entryId: key('entry_id').notNull(),
}).as(sql`select c.need_id, e.id as entry_id
from need_category c join entry e on e.category = c.category
union all
select s.need_id, s.entry_id from entry_service_need s`);

/**
 * The points where somebody stands: all of them as « any », then by what is answered there, « category:gp »,
 * or « need:… » for needs answered by a service. The point of a commune holds hundreds of practices: the
 * index of distances holds it once.
 */
export const entrySpot = pgTable(
  'entry_spot',
  {
    answers: text().notNull(),
    point: geographyPoint().notNull(),
  },
  () => [index('entry_spot_near').using('gist', sql`hashtext(answers)`, sql`point`)],
);

/** The distinct words of all entries: a typo is looked for here, not among a million names. */
export const entryWord = pgTable(
  'entry_word',
  {
    word: key().primaryKey(),
    entryCount: integer('entry_count').notNull(),
  },
  (t) => [index('entry_word_trigram').using('gin', t.word.op('gin_trgm_ops'))],
);

/**
 * Hashes of each word, and of what is left of it when one letter is missing. Two words one letter apart
 * (wrong, missing, added, swapped with its neighbour) share one: W. Garbe, SymSpell, 2012. A row each: an
 * index of three million numbers is built in a fraction of the time an index of arrays takes.
 */
export const entryWordDeletion = pgTable(
  'entry_word_deletion',
  { deletion: integer().notNull(), word: text().notNull() },
  (t) => [index('entry_word_deletion_word').on(t.deletion)],
);
