// What did the national register of health professionals say at the newest import, and whose names
// were declared with a number by those who asked not to be shown?

import { index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { key } from '#db/columns.ts';
import type { Phone } from '#domain/directory/directory.ts';

/**
 * One professional at one place: the rows of one person and structure are one. Activities that are no
 * entry of their own (hospitals, substitutes) are not kept.
 */
export const rppsActivity = pgTable(
  'rpps_activity',
  {
    /** `rpps-<number>-<structure>`: the id of its practice, unless it speaks of another source's. */
    practiceId: key('practice_id').primaryKey(),
    rpps: key().notNull(),
    structureKey: key('structure_key').notNull(),
    civility: text(),
    lastName: text('last_name').notNull(),
    firstName: text('first_name').notNull(),
    category: text().notNull(),
    title: text().notNull(),
    needId: key('need_id'),
    professionCode: text('profession_code').notNull(),
    specialityCode: text('speciality_code'),
    modeCode: text('mode_code'),
    functionCode: text('function_code'),
    activityCode: text('activity_code'),
    finess: key(),
    siret: key(),
    structureName: text('structure_name'),
    complement: text(),
    street: text(),
    postcode: key(),
    city: text(),
    insee: key().notNull(),
    phone: jsonb().$type<Phone>(),
    phone2: jsonb('phone_2').$type<Phone>(),
  },
  (t) => [index('rpps_activity_number').on(t.rpps)],
);

/** The hashes of `opposition` made of the names and postcodes of one number: undone with it. */
export const oppositionName = pgTable(
  'opposition_name',
  { rppsHash: key('rpps_hash').notNull(), nameHash: key('name_hash').notNull() },
  (t) => [
    primaryKey({ columns: [t.rppsHash, t.nameHash] }),
    index('opposition_name_hash').on(t.nameHash),
  ],
);
