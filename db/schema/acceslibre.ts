// What does acceslibre say of access to public buildings, whole, in its newest file?

import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { geographyPoint, key } from '#db/columns.ts';
import type { Accessibility, Category } from '#domain/directory/directory.ts';

/** `key`: the identifier of its page on acceslibre. `answers`: the known ones only. */
export const acceslibrePlace = pgTable(
  'acceslibre_place',
  {
    key: key().primaryKey(),
    name: text().notNull(),
    activity: text(),
    category: text().$type<Category>(),
    siret: key(),
    finess: key(),
    street: text(),
    postcode: key().notNull(),
    city: text().notNull(),
    insee: key(),
    point: geographyPoint(),
    answers: jsonb().$type<Partial<Accessibility>>().notNull(),
  },
  (t) => [index('acceslibre_place_siret').on(t.siret)],
);
