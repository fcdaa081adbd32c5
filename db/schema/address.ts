// Which streets are there, with which numbers, and by which words are they found?

import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { geographyPoint, key, tsvector } from '#db/columns.ts';
import { source } from '#db/schema/provenance.ts';
import { commune } from '#db/schema/territory.ts';
import type { PartialDate } from '#domain/provenance.ts';

/**
 * A street or hamlet of the Base Adresse Nationale. One row a street, not one an address: `numbers`,
 * `lons` and `lats` are of one length, in order of number.
 */
export const street = pgTable(
  'street',
  {
    /** BAN: commune and street, '16020_0070'. */
    id: key().primaryKey(),
    /** Code of today. */
    insee: key()
      .notNull()
      .references(() => commune.insee, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** The name as compared, with those of its commune and its postcode. */
    searchKey: key('search_key').notNull(),
    /** A: words of its name; B: of its commune, of the former one, the postcode. */
    words: tsvector().notNull(),
    postcode: key().notNull(),
    /** The commune merged since, which people still name. */
    formerCommune: text('former_commune'),
    /** '12', '12bis'. Empty for a hamlet without numbers. */
    numbers: text().array().notNull(),
    /** Millionths of a degree. */
    lons: integer().array().notNull(),
    lats: integer().array().notNull(),
    /** Its middle number, or the hamlet itself. */
    point: geographyPoint().notNull(),
    /** The file it came with, replaced as a whole: 'ban-16'. */
    sourceId: key('source_id')
      .notNull()
      .references(() => source.id),
    asOf: text('as_of').$type<PartialDate>(),
  },
  (t) => [
    index('street_words').using('gin', t.words),
    index('street_insee').on(t.insee),
    index('street_source').on(t.sourceId),
  ],
);

/** Words of street names, to forgive typos. Written again after each import. */
export const streetWord = pgTable(
  'street_word',
  { word: key().primaryKey(), streetCount: integer('street_count').notNull() },
  (t) => [index('street_word_trigram').using('gin', t.word.op('gin_trgm_ops'))],
);

/** A hamlet, a quarter, an old parish that La Poste names in addresses: « ligne 5 ». */
export const locality = pgTable(
  'locality',
  {
    insee: key()
      .notNull()
      .references(() => commune.insee, { onDelete: 'cascade' }),
    name: text().notNull(),
    searchKey: key('search_key').notNull(),
    postcode: key().notNull(),
    sourceId: key('source_id')
      .notNull()
      .references(() => source.id),
    asOf: text('as_of').$type<PartialDate>(),
  },
  (t) => [
    primaryKey({ columns: [t.insee, t.name] }),
    index('locality_key_trigram').using('gin', t.searchKey.op('gin_trgm_ops')),
  ],
);
