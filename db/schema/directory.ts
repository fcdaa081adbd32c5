// Who can help, where, and what is known of each? The tables importers and partners write.
// organization, place and practice share one space of ids: each row with a category is one entry of
// the directory, and the tables keyed by `entry_id` describe any of the three.

import { sql } from 'drizzle-orm';
import { boolean, check, date, index, pgTable, text } from 'drizzle-orm/pg-core';
import { geographyPoint, isOneOf, key } from '#db/columns.ts';
import { provenanceColumns } from '#db/schema/provenance.ts';
import {
  type Answer,
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
  postcode: key(),
  city: text(),
  insee: key(),
  point: geographyPoint(),
  pointPrecision: text('point_precision').$type<PointPrecision>(),
});

/** What official registers add: their code of the category, SIRET, the day the source left it out. */
const sourceColumns = () => ({
  categoryCode: text('category_code'),
  siret: key(),
  goneOn: date('gone_on'),
});

/** HSDS organization, FHIR Organization: an association, an institution, a network. */
export const organization = pgTable(
  'organization',
  {
    id: key().primaryKey(),
    name: text().notNull(),
    /** Null: it owns places but is not shown on its own. */
    category: text().$type<Category>(),
    title: text(),
    description: text(),
    finess: key(),
    ...sourceColumns(),
    demonstration: boolean().notNull().default(false),
    ...locationColumns(),
    ...provenanceColumns(),
  },
  (t) => [
    index('organization_finess').on(t.finess),
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
    id: key().primaryKey(),
    name: text().notNull(),
    /** Null: premises of a practice, not shown on their own. */
    category: text().$type<Category>(),
    title: text(),
    description: text(),
    finess: key(),
    ...sourceColumns(),
    organizationId: key('organization_id').references(() => organization.id),
    demonstration: boolean().notNull().default(false),
    ...locationColumns(),
    insee: key().notNull(),
    ...provenanceColumns(),
  },
  (t) => [
    check('place_category', isOneOf(t.category, CATEGORIES)),
    check('place_precision', isOneOf(t.pointPrecision, PRECISIONS)),
    check('place_shown', sql`${t.category} is null or ${t.title} is not null`),
    // A million surgeries have neither.
    index('place_organization').on(t.organizationId).where(sql`${t.organizationId} is not null`),
    index('place_finess').on(t.finess).where(sql`${t.finess} is not null`),
    index('place_siret').on(t.siret),
  ],
);

/** FHIR Practitioner. `rpps`: the national number of the professional, when known. */
export const professional = pgTable(
  'professional',
  {
    id: key().primaryKey(),
    name: text().notNull(),
    rpps: key(),
    demonstration: boolean().notNull().default(false),
    ...provenanceColumns(),
  },
  (t) => [index('professional_rpps').on(t.rpps)],
);

/** FHIR PractitionerRole: one professional at one place. Its own location wins over the place's. */
export const practice = pgTable(
  'practice',
  {
    id: key().primaryKey(),
    professionalId: key('professional_id')
      .notNull()
      .references(() => professional.id),
    placeId: key('place_id').references(() => place.id),
    organizationId: key('organization_id').references(() => organization.id),
    category: text().$type<Category>().notNull(),
    title: text().notNull(),
    description: text(),
    newPatients: text('new_patients').$type<NewPatients>().notNull().default('unknown'),
    /** RPPS codes of what is practised and how: profession, speciality, mode, sector of activity. */
    professionCode: text('profession_code'),
    specialityCode: text('speciality_code'),
    modeCode: text('mode_code'),
    activityCode: text('activity_code'),
    /** Assurance Maladie: the label as published, and whether excess fees are moderated. */
    feeSector: text('fee_sector'),
    feeOption: text('fee_option'),
    vitaleCard: text('vitale_card').$type<Answer>().notNull().default('unknown'),
    /** The day its source left it out: kept, and no longer shown. */
    goneOn: date('gone_on'),
    ...locationColumns(),
    ...provenanceColumns(),
  },
  (t) => [
    check('practice_category', isOneOf(t.category, CATEGORIES)),
    check('practice_new_patients', isOneOf(t.newPatients, NEW_PATIENTS)),
    check('practice_precision', isOneOf(t.pointPrecision, PRECISIONS)),
    check('practice_vitale', isOneOf(t.vitaleCard, ['yes', 'no', 'unknown'])),
    check('practice_located', sql`${t.placeId} is not null or ${t.insee} is not null`),
    index('practice_place').on(t.placeId),
    index('practice_professional').on(t.professionalId),
  ],
);
