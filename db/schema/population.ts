// Who lives where: by commune, sex and age; and by square of 200 metres?

import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  real,
  smallint,
} from 'drizzle-orm/pg-core';
import { geographyPoint, isOneOf, key } from '#db/columns.ts';
import { source } from '#db/schema/provenance.ts';
import { commune } from '#db/schema/territory.ts';

const sourceId = () =>
  key('source_id')
    .notNull()
    .references(() => source.id);

/** Census estimates: `count` has decimals, they are statistical weights and not persons. */
export const populationAge = pgTable(
  'population_age',
  {
    insee: key()
      .notNull()
      .references(() => commune.insee, { onDelete: 'cascade' }),
    sex: key().$type<'female' | 'male'>().notNull(),
    /** Years; up to the next group of the same commune, the last one without an end. */
    ageFrom: smallint('age_from').notNull(),
    count: doublePrecision().notNull(),
    /** Of the census. */
    year: integer().notNull(),
    sourceId: sourceId(),
  },
  (t) => [
    primaryKey({ columns: [t.insee, t.sex, t.ageFrom] }),
    check('population_age_sex', isOneOf(t.sex, ['female', 'male'])),
  ],
);

/** INSEE Filosofi: a square of 200 m by 200 m of the European grid (EPSG:3035). */
export const populationTile = pgTable(
  'population_tile',
  {
    /** INSEE's idcar_200m, which holds the lower left corner. */
    id: key().primaryKey(),
    /** The commune its centre lies in, else the first one INSEE names. */
    insee: key()
      .notNull()
      .references(() => commune.insee, { onDelete: 'cascade' }),
    /** Its centre. */
    point: geographyPoint().notNull(),
    population: real().notNull(),
    households: real().notNull(),
    aged65Plus: real('aged_65_plus').notNull(),
    aged80Plus: real('aged_80_plus').notNull(),
    /** True: fewer than eleven households live there and INSEE spread the figures of its neighbours. */
    imputed: boolean().notNull(),
    year: integer().notNull(),
    sourceId: sourceId(),
  },
  (t) => [
    index('population_tile_point').using('gist', t.point),
    index('population_tile_insee').on(t.insee),
  ],
);
