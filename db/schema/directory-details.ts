// What is known of an entry beyond its name and place: services, hours, contacts, access, notices?
// `entry_id` is the id of an organization, a place or a practice.

import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { isOneOf, key } from '#db/columns.ts';
import { clsTheme, need } from '#db/schema/need.ts';
import { provenanceColumns } from '#db/schema/provenance.ts';
import type { Answer, HoursBlock, Notice, Phone } from '#domain/directory/directory.ts';
import type { DayHours } from '#domain/directory/opening-hours.ts';

const ANSWERS: readonly Answer[] = ['yes', 'no', 'unknown'];
const HOURS_KINDS: readonly HoursBlock['kind'][] = ['public', 'phone', 'walk_in', 'home_visit'];

/** FHIR HealthcareService. With a need it makes its entry an answer to that need. */
export const service = pgTable(
  'service',
  {
    entryId: key('entry_id').notNull(),
    position: smallint().notNull(),
    needId: key('need_id').references(() => need.id),
    name: text().notNull(),
    note: text(),
    ...provenanceColumns(),
  },
  (t) => [primaryKey({ columns: [t.entryId, t.position] }), index('service_need').on(t.needId)],
);

/** FHIR availableTime: one block of hours, seven days, Monday first. */
export const openingHours = pgTable(
  'opening_hours',
  {
    entryId: key('entry_id').notNull(),
    position: smallint().notNull(),
    kind: text().$type<HoursBlock['kind']>().notNull(),
    week: jsonb().$type<readonly (readonly DayHours[])[]>().notNull(),
    closedOnHolidays: boolean('closed_on_holidays').notNull(),
    byAppointment: boolean('by_appointment').notNull(),
    note: text(),
    ...provenanceColumns(),
  },
  (t) => [
    primaryKey({ columns: [t.entryId, t.position] }),
    check('opening_hours_kind', isOneOf(t.kind, HOURS_KINDS)),
    check('opening_hours_week', sql`jsonb_array_length(${t.week}) = 7`),
  ],
);

/** HSDS phone and FHIR telecom. The first phone in order is the one of the list. */
export const contactPoint = pgTable(
  'contact_point',
  {
    entryId: key('entry_id').notNull(),
    position: smallint().notNull(),
    kind: text().$type<'phone' | 'email' | 'website' | 'booking'>().notNull(),
    label: text(),
    value: text().notNull(),
    phone: jsonb().$type<Phone>(),
    ...provenanceColumns(),
  },
  (t) => [
    primaryKey({ columns: [t.entryId, t.position] }),
    check('contact_point_kind', isOneOf(t.kind, ['phone', 'email', 'website', 'booking'])),
    check('contact_point_phone', sql`(${t.kind} = 'phone') = (${t.phone} is not null)`),
  ],
);

/** What a person with a disability must know before coming. */
export const accessibility = pgTable(
  'accessibility',
  {
    entryId: key('entry_id').primaryKey(),
    stepFree: text('step_free').$type<Answer>().notNull().default('unknown'),
    adaptedParking: text('adapted_parking').$type<Answer>().notNull().default('unknown'),
    adaptedToilet: text('adapted_toilet').$type<Answer>().notNull().default('unknown'),
    hearingLoop: text('hearing_loop').$type<Answer>().notNull().default('unknown'),
    homeVisits: text('home_visits').$type<Answer>().notNull().default('unknown'),
    ...provenanceColumns(),
  },
  (t) => [
    check('accessibility_step_free', isOneOf(t.stepFree, ANSWERS)),
    check('accessibility_parking', isOneOf(t.adaptedParking, ANSWERS)),
    check('accessibility_toilet', isOneOf(t.adaptedToilet, ANSWERS)),
    check('accessibility_loop', isOneOf(t.hearingLoop, ANSWERS)),
    check('accessibility_home_visits', isOneOf(t.homeVisits, ANSWERS)),
  ],
);

/** HSDS service_area: the communes an entry serves, when that is not where it stands. */
export const coverageArea = pgTable(
  'coverage_area',
  { entryId: key('entry_id').notNull(), insee: key().notNull() },
  (t) => [primaryKey({ columns: [t.entryId, t.insee] }), index('coverage_area_insee').on(t.insee)],
);

export const entryTheme = pgTable(
  'entry_theme',
  {
    entryId: key('entry_id').notNull(),
    themeId: key('theme_id')
      .notNull()
      .references(() => clsTheme.id),
  },
  (t) => [
    primaryKey({ columns: [t.entryId, t.themeId] }),
    index('entry_theme_theme').on(t.themeId, t.entryId),
  ],
);

/** A change with an end: closure, other hours, a departure, a message. */
export const notice = pgTable(
  'notice',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    entryId: key('entry_id').notNull(),
    kind: text().$type<Notice['kind']>().notNull(),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on'),
    text: text().notNull(),
    ...provenanceColumns(),
  },
  (t) => [
    check('notice_kind', isOneOf(t.kind, ['closure', 'hours', 'message', 'departure'])),
    check('notice_dates', sql`${t.endsOn} is null or ${t.endsOn} >= ${t.startsOn}`),
    index('notice_entry').on(t.entryId),
  ],
);
