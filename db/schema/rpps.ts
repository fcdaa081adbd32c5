// What did the national register of health professionals say at the newest import, and whose names
// were declared with a number by those who asked not to be shown?

import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

/** One professional at one place, as the register gives it: the rows of one person and structure are one. */
export const rppsActivity = pgTable(
  'rpps_activity',
  {
    /** Id of the practice it became: `rpps-<number>-<structure>`. */
    practiceId: text('practice_id').primaryKey(),
    rpps: text().notNull(),
    structureKey: text('structure_key').notNull(),
    /** Differs when anything else of the row does. */
    digest: text().notNull(),
    civility: text(),
    lastName: text('last_name').notNull(),
    firstName: text('first_name').notNull(),
    category: text().notNull(),
    title: text().notNull(),
    needId: text('need_id'),
    professionCode: text('profession_code').notNull(),
    specialityCode: text('speciality_code'),
    modeCode: text('mode_code'),
    functionCode: text('function_code'),
    activityCode: text('activity_code'),
    finess: text(),
    siret: text(),
    structureName: text('structure_name'),
    complement: text(),
    street: text(),
    postcode: text(),
    city: text(),
    insee: text().notNull(),
    phone: text(),
    phone2: text('phone_2'),
  },
  (t) => [index('rpps_activity_number').on(t.rpps)],
);

/** The hashes of `opposition` made of the names and postcodes of one number: undone with it. */
export const oppositionName = pgTable(
  'opposition_name',
  { rppsHash: text('rpps_hash').notNull(), nameHash: text('name_hash').notNull() },
  (t) => [
    primaryKey({ columns: [t.rppsHash, t.nameHash] }),
    index('opposition_name_hash').on(t.nameHash),
  ],
);
