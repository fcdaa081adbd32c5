// The local potential accessibility the ministry publishes (APL, DREES), commune by commune. It stands
// beside our own indicators and never enters them.

import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey, real } from 'drizzle-orm/pg-core';
import { isOneOf, key } from '#db/columns.ts';
import { provenanceColumns } from '#db/schema/provenance.ts';

/** `65_or_less`: only professionals of 65 or less are counted. */
export type AplVariant = 'all' | '65_or_less';

/**
 * Consultations a year per standardised inhabitant. `insee`: the commune's code in the edition read,
 * which may be of a merged commune. A null value: none published, which is not zero.
 */
export const aplPublished = pgTable(
  'apl_published',
  {
    insee: key().notNull(),
    year: integer().notNull(),
    profession: key().$type<'gp'>().notNull(),
    variant: key().$type<AplVariant>().notNull(),
    value: real(),
    ...provenanceColumns(),
  },
  (t) => [
    primaryKey({ columns: [t.insee, t.year, t.profession, t.variant] }),
    check('apl_published_insee', sql`${t.insee} ~ '^[0-9][0-9AB][0-9]{3}$'`),
    check('apl_published_variant', isOneOf(t.variant, ['all', '65_or_less'])),
  ],
);
