// What does the national register of establishments say, whole, in its newest file? `finess_site` and
// `finess_legal` hold closed ones too; what the directory shows of them is written in `place`.

import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { geographyPoint, key } from '#db/columns.ts';
import type { Phone, PointPrecision } from '#domain/directory/directory.ts';
import type { PartialDate } from '#domain/provenance.ts';

/** The official list of kinds of establishment, closed ones included, with its three levels of groups. */
export const finessCategory = pgTable('finess_category', {
  code: key().primaryKey(),
  label: text().notNull(),
  shortLabel: text('short_label'),
  /** SAN: care; SOC: social; ENS: schools. */
  domain: text(),
  groupCode: text('group_code'),
  groupLabel: text('group_label'),
  familyCode: text('family_code'),
  familyLabel: text('family_label'),
  classCode: text('class_code'),
  classLabel: text('class_label'),
  openedOn: text('opened_on').$type<PartialDate>(),
  closedOn: text('closed_on').$type<PartialDate>(),
});

/** Entité juridique: who holds the authorisations of its sites. */
export const finessLegal = pgTable('finess_legal', {
  finess: key().primaryKey(),
  name: text().notNull(),
  siren: key(),
  statusCode: text('status_code'),
  inService: boolean('in_service').notNull(),
  closedOn: text('closed_on').$type<PartialDate>(),
  postcode: key(),
  insee: key(),
  departement: key(),
  updatedOn: text('updated_on').$type<PartialDate>(),
});

/** Établissement, entité géographique: where one goes. */
export const finessSite = pgTable(
  'finess_site',
  {
    finess: key().primaryKey(),
    legalFiness: key('legal_finess'),
    name: text().notNull(),
    categoryCode: text('category_code'),
    categoryLabel: text('category_label'),
    siret: key(),
    inService: boolean('in_service').notNull(),
    openedOn: text('opened_on').$type<PartialDate>(),
    closedOn: text('closed_on').$type<PartialDate>(),
    street: text(),
    complement: text(),
    postcode: key(),
    city: text(),
    /** A code of today for sites in service; as written in the file for closed ones. */
    insee: key(),
    departement: key(),
    point: geographyPoint(),
    pointPrecision: text('point_precision').$type<PointPrecision>(),
    /** Key of the address in the national address base: its shape gives the precision. */
    banKey: text('ban_key'),
    phones: jsonb().$type<readonly Phone[]>(),
    updatedOn: text('updated_on').$type<PartialDate>(),
  },
  (t) => [index('finess_site_departement').on(t.departement)],
);

/** What a site is authorised to do, or is equipped for: by codes, or by labels in old files. */
export const finessActivity = pgTable(
  'finess_activity',
  {
    /** Row of `source`: care activities and equipment come in files of their own. */
    sourceId: key('source_id').notNull(),
    finess: key().notNull(),
    position: smallint().notNull(),
    /** FINESS+ nature (AMF, ASOCR…); EQUIPEMENT for labels of the old file. */
    nature: text().notNull(),
    /** « 14/23/14 »: activity, modality, form; or the label. */
    code: key().notNull(),
    /** As published, in the files that say it. */
    label: text(),
    /** Our words for the public; null: not shown. */
    shownName: text('shown_name'),
    /** No reference: needs may be loaded after. */
    needId: key('need_id'),
    detail: text(),
    capacity: integer(),
    startsOn: text('starts_on').$type<PartialDate>(),
    endsOn: text('ends_on').$type<PartialDate>(),
  },
  (t) => [
    primaryKey({ columns: [t.sourceId, t.finess, t.position] }),
    index('finess_activity_finess').on(t.finess),
  ],
);
