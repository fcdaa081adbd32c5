// What does the directory of the Assurance Maladie say, whole, in its newest file? Rows nobody was
// recognised in stay here and are shown nowhere.

import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { key } from '#db/columns.ts';
import type { ProfessionGroup } from '#domain/directory/ameli-speciality.ts';
import type { Answer, Phone } from '#domain/directory/directory.ts';

/** Name, address and phone as published. */
const contactColumns = () => ({
  street: text(),
  complement: text(),
  postcode: key().notNull(),
  city: text().notNull(),
  phone: jsonb().$type<Phone>(),
});

/** One professional at one address. `key`: made of name, speciality, postcode and street. */
export const ameliPractice = pgTable(
  'ameli_practice',
  {
    key: key().primaryKey(),
    lastName: text('last_name').notNull(),
    firstName: text('first_name').notNull(),
    professionGroup: text('profession_group').$type<ProfessionGroup>().notNull(),
    specialityCode: text('speciality_code').notNull(),
    specialityLabel: text('speciality_label').notNull(),
    ...contactColumns(),
    /** The label is shown as published: readers of these codes disagree. */
    sectorCode: text('sector_code'),
    sectorLabel: text('sector_label'),
    /** No option: no commitment on excess fees, which is not « unknown ». */
    optionCode: text('option_code'),
    optionLabel: text('option_label'),
    vitale: text().$type<Answer>().notNull(),
  },
  (t) => [index('ameli_practice_postcode').on(t.postcode)],
);

/** One health centre, by its FINESS number. */
export const ameliCentre = pgTable('ameli_centre', {
  finess: key().primaryKey(),
  name: text().notNull(),
  typeLabel: text('type_label'),
  specialities: jsonb().$type<string[]>().notNull(),
  ...contactColumns(),
  vitale: text().$type<Answer>().notNull(),
});
