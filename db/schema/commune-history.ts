// Which codes has INSEE ever given to communes, and what became of each?

import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { isOneOf, key } from '#db/columns.ts';
import type { CommuneKind } from '#domain/territory/commune-history.ts';

const KINDS: readonly CommuneKind[] = ['COM', 'COMD', 'COMA', 'ARM'];

/** The official geographic code of one year, whole country: INSEE's `v_commune`. */
export const officialCommune = pgTable(
  'official_commune',
  {
    kind: key().$type<CommuneKind>().notNull(),
    insee: key().notNull(),
    name: text().notNull(),
    /** Null for delegated and associated communes, and for arrondissements. */
    departement: key(),
    /** The commune a delegated or associated one, or an arrondissement, belongs to. */
    parentInsee: key('parent_insee'),
  },
  (t) => [
    primaryKey({ columns: [t.insee, t.kind] }),
    check('official_commune_kind', isOneOf(t.kind, KINDS)),
    check('official_commune_parent', sql`(${t.kind} = 'COM') = (${t.parentInsee} is null)`),
  ],
);

/** INSEE's `v_mvt_commune`: one row a link between a commune before a date and one after. */
export const communeMovement = pgTable(
  'commune_movement',
  {
    position: integer().primaryKey(),
    effectiveOn: date('effective_on').notNull(),
    /** INSEE's MOD: 10 rename, 20 creation, 21 re-establishment, 30 suppression, 31 to 35 mergers… */
    nature: text().notNull(),
    kindBefore: text('kind_before').$type<CommuneKind>(),
    inseeBefore: key('insee_before'),
    nameBefore: text('name_before'),
    kindAfter: text('kind_after').$type<CommuneKind>().notNull(),
    inseeAfter: key('insee_after').notNull(),
    nameAfter: text('name_after').notNull(),
  },
  (t) => [index('commune_movement_before').on(t.inseeBefore)],
);
