// What do residents ask for, in which words, and under which chapters of the guide?

import { check, index, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { isOneOf, key } from '#db/columns.ts';
import {
  CATEGORIES,
  type Category,
  NEED_GROUPS,
  type NeedGroup,
} from '#domain/directory/directory.ts';

export const need = pgTable(
  'need',
  {
    id: key().primaryKey(),
    position: smallint().notNull(),
    group: text('need_group').$type<NeedGroup>().notNull(),
    label: jsonb().$type<{ fr: string; en: string }>().notNull(),
    plain: jsonb().$type<{ fr: string; en: string }>().notNull(),
  },
  (t) => [check('need_group', isOneOf(t.group, NEED_GROUPS))],
);

/** A lay word or a common misspelling. */
export const needSynonym = pgTable(
  'need_synonym',
  {
    needId: key('need_id')
      .notNull()
      .references(() => need.id, { onDelete: 'cascade' }),
    position: smallint().notNull(),
    text: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.needId, t.position] })],
);

/** Every entry of the category answers the need; single entries are added by their services. */
export const needCategory = pgTable(
  'need_category',
  {
    needId: key('need_id')
      .notNull()
      .references(() => need.id, { onDelete: 'cascade' }),
    category: key().$type<Category>().notNull(),
    position: smallint().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.needId, t.category] }),
    check('need_category_code', isOneOf(t.category, CATEGORIES)),
    index('need_category_category').on(t.category),
  ],
);

/** Axes and working groups of the local health contract. */
export const clsTheme = pgTable('cls_theme', {
  id: key().primaryKey(),
  position: smallint().notNull(),
  label: jsonb().$type<{ fr: string; en: string }>().notNull(),
});
