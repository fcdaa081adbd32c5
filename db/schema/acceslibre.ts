// What does acceslibre say of access to public buildings, whole, in its newest file?

import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { geographyPoint } from '#db/columns.ts';
import type { Accessibility, Category } from '#domain/directory/directory.ts';

/** `key`: the identifier of its page on acceslibre. `answers`: the known ones only. */
export const acceslibrePlace = pgTable(
  'acceslibre_place',
  {
    key: text().primaryKey(),
    name: text().notNull(),
    activity: text(),
    category: text().$type<Category>(),
    siret: text(),
    finess: text(),
    street: text(),
    postcode: text().notNull(),
    city: text().notNull(),
    insee: text(),
    point: geographyPoint(),
    answers: jsonb().$type<Partial<Accessibility>>().notNull(),
  },
  (t) => [index('acceslibre_place_siret').on(t.siret)],
);
