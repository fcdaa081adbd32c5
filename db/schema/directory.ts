// Who can help, where, and what is known of each? The tables importers and partners write.
// organization, place and practice share one space of ids: each row with a category is one entry of
// the directory, and the tables keyed by `entry_id` describe any of the three.

import { sql } from 'drizzle-orm';
import { boolean, check, index, pgTable, text } from 'drizzle-orm/pg-core';
import { geographyPoint, isOneOf } from '#db/columns.ts';
import { provenanceColumns } from '#db/schema/provenance.ts';
import {
  CATEGORIES,
  type Category,
  NEW_PATIENTS,
  type NewPatients,
  type PointPrecision,
} from '#domain/directory/directory.ts';

const PRECISIONS: readonly PointPrecision[] = ['site', 'address', 'bourg', 'commune'];

/** Where a thing is. Without a point it stands at its commune, and says so. */
const locationColumns = () => ({
  street: text(),
  complement: text(),
  postcode: text(),
  city: text(),
  insee: text(),
  point: geographyPoint(),
  pointPrecision: text('point_precision').$type<PointPrecision>(),
});

/** HSDS organization, FHIR Organization: an association, an institution, a network. */
export const organization = pgTable(
  'organization',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** Null: it owns places but is not shown on its own. */
    category: text().$type<Category>(),
    title: text(),
    description: text(),
    finess: text(),
    demonstration: boolean().notNull().default(false),
    ...locationColumns(),
    ...provenanceColumns(),
  },
  (t) => [
    check('organization_category', isOneOf(t.category, CATEGORIES)),
    check('organization_precision', isOneOf(t.pointPrecision, PRECISIONS)),
    check(
      'organization_shown',
      sql`${t.category} is null or (${t.title} is not null and ${t.insee} is not null)`,
    ),
  ],
);

/** FHIR Location: a building one goes to, hospital, health house, town hall counter, surgery. */
export const place = pgTable(
  'place',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** Null: premises of a practice, not shown on their own. */
    category: text().$type<Category>(),
    title: text(),
    description: text(),
    finess: text(),
    organizationId: text('organization_id').references(() => organization.id),
    demonstration: boolean().notNull().default(false),
    ...locationColumns(),
    insee: text().notNull(),
    ...provenanceColumns(),
  },
  (t) => [
    check('place_category', isOneOf(t.category, CATEGORIES)),
    check('place_precision', isOneOf(t.pointPrecision, PRECISIONS)),
    check('place_shown', sql`${t.category} is null or ${t.title} is not null`),
    index('place_organization').on(t.organizationId),
  ],
);

/** FHIR Practitioner. `rpps`: the national number of the professional, when known. */
export const professional = pgTable('professional', {
  id: text().primaryKey(),
  name: text().notNull(),
  rpps: text(),
  demonstration: boolean().notNull().default(false),
  ...provenanceColumns(),
});

/** FHIR PractitionerRole: one professional at one place. Its own location wins over the place's. */
export const practice = pgTable(
  'practice',
  {
    id: text().primaryKey(),
    professionalId: text('professional_id')
      .notNull()
      .references(() => professional.id),
    placeId: text('place_id').references(() => place.id),
    organizationId: text('organization_id').references(() => organization.id),
    category: text().$type<Category>().notNull(),
    title: text().notNull(),
    description: text(),
    newPatients: text('new_patients').$type<NewPatients>().notNull().default('unknown'),
    ...locationColumns(),
    ...provenanceColumns(),
  },
  (t) => [
    check('practice_category', isOneOf(t.category, CATEGORIES)),
    check('practice_new_patients', isOneOf(t.newPatients, NEW_PATIENTS)),
    check('practice_precision', isOneOf(t.pointPrecision, PRECISIONS)),
    check('practice_located', sql`${t.placeId} is not null or ${t.insee} is not null`),
    index('practice_place').on(t.placeId),
    index('practice_professional').on(t.professionalId),
  ],
);
