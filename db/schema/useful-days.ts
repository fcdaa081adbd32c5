// On which half-days of a week can people without a car go to care and come back, commune by commune?
//
// Rows are written as they are computed: those of one fingerprint (offers, timetables, roads, places of care) stay true
// and are not computed again. Masks have one bit a half-day, Monday morning the lowest.

import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { isOneOf, key } from '#db/columns.ts';
import { territory } from '#db/schema/territory.ts';
import type { SiteReached, SiteWay } from '#domain/access/no-car-week.ts';
import { ACCESS_PROFESSIONS, type AccessProfession } from '#domain/access/professions.ts';
import { USEFUL_DAY_STATES, type UsefulDayState } from '#domain/access/useful-day-run.ts';

/** `monday`: of the week of reference; null when no timetable shows one, and then there are no rows. */
export const usefulDayRun = pgTable(
  'useful_day_run',
  {
    territoryCode: key('territory_code')
      .notNull()
      .references(() => territory.code, { onDelete: 'cascade' }),
    fingerprint: key().notNull(),
    state: text().$type<UsefulDayState>().notNull(),
    monday: date(),
    feedIds: text('feed_ids').array().notNull(),
    communeCount: integer('commune_count').notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    computedAt: timestamp('computed_at', { withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.territoryCode, t.fingerprint] }),
    index('useful_day_run_newest').on(t.territoryCode, t.computedAt),
    check('useful_day_run_state', isOneOf(t.state, USEFUL_DAY_STATES)),
  ],
);

export const usefulDay = pgTable(
  'useful_day',
  {
    territoryCode: key('territory_code').notNull(),
    fingerprint: key().notNull(),
    insee: key().notNull(),
    profession: key().$type<AccessProfession>().notNull(),
    openMask: smallint('open_mask').notNull(),
    sureMask: smallint('sure_mask').notNull(),
    forAllMask: smallint('for_all_mask').notNull(),
    possibleMask: smallint('possible_mask').notNull(),
    /** The best by half-day, fourteen; null: none. */
    ways: jsonb().$type<readonly (SiteWay | null)[]>().notNull(),
    sites: jsonb().$type<readonly SiteReached[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.territoryCode, t.fingerprint, t.insee, t.profession] }),
    foreignKey({
      name: 'useful_day_of_run',
      columns: [t.territoryCode, t.fingerprint],
      foreignColumns: [usefulDayRun.territoryCode, usefulDayRun.fingerprint],
    }).onDelete('cascade'),
    check('useful_day_profession', isOneOf(t.profession, ACCESS_PROFESSIONS)),
  ],
);
