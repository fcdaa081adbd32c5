// Which communes, groups of communes and health contracts are there, and by which names are they known?

import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { geographyPoint, geometryMultiPolygon, isOneOf, key } from '#db/columns.ts';
import { provenanceColumns, source } from '#db/schema/provenance.ts';
import type { PartialDate } from '#domain/provenance.ts';
import type { HelpNumber, PointKind, TerritoryContact } from '#domain/territory/territory.ts';

/** What a file says of rows that were there before it; null: as the row they belong to. */
const importedFrom = () => ({
  sourceId: key('source_id').references(() => source.id),
  asOf: text('as_of').$type<PartialDate>(),
});

/** INSEE: établissement public de coopération intercommunale, by its SIREN number. */
export const epci = pgTable(
  'epci',
  {
    siren: key().primaryKey(),
    name: text().notNull(),
    shape: geometryMultiPolygon(),
    ...importedFrom(),
  },
  (t) => [index('epci_shape').using('gist', t.shape)],
);

/** INSEE: two or three characters, '16', '2A', '974'. */
export const departement = pgTable('departement', {
  code: key().primaryKey(),
  name: text().notNull(),
  shape: geometryMultiPolygon().notNull(),
  ...provenanceColumns(),
});

/** The area of a local health contract. `position` is the order of the list. */
export const territory = pgTable(
  'territory',
  {
    code: key().primaryKey(),
    position: integer().notNull().default(0),
    name: text().notNull(),
    holder: text().notNull(),
    colours: jsonb().$type<{ main: string; soft: string }>().notNull(),
    contacts: jsonb().$type<TerritoryContact[]>().notNull(),
    helpNumbers: jsonb('help_numbers').$type<HelpNumber[]>().notNull(),
    coverage: text().$type<'full' | 'outline'>().notNull(),
    ...provenanceColumns(),
  },
  (t) => [check('territory_coverage', isOneOf(t.coverage, ['full', 'outline']))],
);

export const territoryEpci = pgTable(
  'territory_epci',
  {
    territoryCode: key('territory_code')
      .notNull()
      .references(() => territory.code, { onDelete: 'cascade' }),
    siren: key()
      .notNull()
      .references(() => epci.siren),
  },
  (t) => [primaryKey({ columns: [t.territoryCode, t.siren] })],
);

/** `search_key` is written by the database: see the function of the same name in the first migration. */
export const commune = pgTable(
  'commune',
  {
    insee: key().primaryKey(),
    name: text().notNull(),
    searchKey: key('search_key').notNull().generatedAlwaysAs(sql`search_key(name)`),
    epciSiren: key('epci_siren').references(() => epci.siren),
    departement: key().notNull(),
    point: geographyPoint().notNull(),
    pointKind: text('point_kind').$type<PointKind>().notNull(),
    shape: geometryMultiPolygon(),
    shapeKind: text('shape_kind').$type<ShapeKind>(),
    population: integer().notNull(),
    population75Plus: integer('population_75_plus'),
    populationYear: integer('population_year').notNull(),
    ...provenanceColumns(),
  },
  (t) => [
    check('commune_insee', sql`${t.insee} ~ '^[0-9][0-9AB][0-9]{3}$'`),
    check('commune_point_kind', isOneOf(t.pointKind, ['bourg', 'area_centre'])),
    check('commune_shape_kind', sql`(${t.shape} is null) = (${t.shapeKind} is null)`),
    index('commune_point').using('gist', t.point),
    index('commune_shape').using('gist', t.shape),
    index('commune_key_prefix').on(t.searchKey),
    index('commune_key_trigram').using('gin', t.searchKey.op('gin_trgm_ops')),
  ],
);

/** `schematic`: cells drawn around the points, labelled so; `official`: imported contours. */
export type ShapeKind = 'schematic' | 'official';

/** A commune merged into another, whose name and code people still use. */
export const communeFormer = pgTable(
  'commune_former',
  {
    insee: key().notNull(),
    name: text().notNull(),
    searchKey: key('search_key').notNull().generatedAlwaysAs(sql`search_key(name)`),
    currentInsee: key('current_insee')
      .notNull()
      .references(() => commune.insee, { onDelete: 'cascade' }),
    ...importedFrom(),
  },
  (t) => [
    primaryKey({ columns: [t.insee, t.name, t.currentInsee] }),
    index('commune_former_key_prefix').on(t.searchKey),
    index('commune_former_key_trigram').using('gin', t.searchKey.op('gin_trgm_ops')),
  ],
);

export const communePostcode = pgTable(
  'commune_postcode',
  {
    insee: key()
      .notNull()
      .references(() => commune.insee, { onDelete: 'cascade' }),
    postcode: key().notNull(),
    ...importedFrom(),
  },
  (t) => [
    primaryKey({ columns: [t.insee, t.postcode] }),
    index('commune_postcode_prefix').on(t.postcode),
  ],
);

/** No reference to `commune`: a territory may be outlined before its communes are imported. */
export const territoryCommune = pgTable(
  'territory_commune',
  {
    territoryCode: key('territory_code')
      .notNull()
      .references(() => territory.code, { onDelete: 'cascade' }),
    insee: key().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.territoryCode, t.insee] }),
    index('territory_commune_insee').on(t.insee),
  ],
);
