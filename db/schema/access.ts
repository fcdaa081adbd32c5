// Who can reach what: care counted by commune, times of travel, what was computed of them, what is tried?

import { sql } from 'drizzle-orm';
import {
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytea, isOneOf, key } from '#db/columns.ts';
import { accountUser, workspaceId } from '#db/schema/account.ts';
import { provenanceColumns } from '#db/schema/provenance.ts';
import { territory } from '#db/schema/territory.ts';
import type { AccessFigures, Vintage } from '#domain/access/figures.ts';
import {
  ACCESS_JOB_KINDS,
  ACCESS_JOB_STATES,
  type AccessJobKind,
  type AccessJobState,
} from '#domain/access/job.ts';
import type { ScenarioChange } from '#domain/access/scenario-change.ts';
import { SUPPLY_KINDS, type SupplyKind } from '#domain/access/supply.ts';
import { TRAVEL_MODES, type TravelMode } from '#domain/access/travel-mode.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const now = (name: string) => moment(name).notNull().defaultNow();
const author = (name: string) =>
  key(name).references(() => accountUser.id, { onDelete: 'set null' });
const territoryCode = () =>
  key('territory_code')
    .notNull()
    .references(() => territory.code, { onDelete: 'cascade' });

/**
 * Heads counted in a commune, where the directory holds none by name: around a territory above all. A row
 * with 0 says that none is there; no row, that nobody counted. No reference to `commune`, as for `apl_published`.
 */
export const communeSupply = pgTable(
  'commune_supply',
  {
    insee: key().notNull(),
    kind: key().$type<SupplyKind>().notNull(),
    headCount: doublePrecision('head_count').notNull(),
    ...provenanceColumns(),
  },
  (t) => [
    primaryKey({ columns: [t.insee, t.kind] }),
    check('commune_supply_insee', sql`${t.insee} ~ '^[0-9][0-9AB][0-9]{3}$'`),
    check('commune_supply_kind', isOneOf(t.kind, SUPPLY_KINDS)),
    check('commune_supply_count', sql`${t.headCount} >= 0`),
  ],
);

/** A long computation, done once whatever stops it: one at a time in a territory. */
export const accessJob = pgTable(
  'access_job',
  {
    id: uuid().primaryKey().defaultRandom(),
    territoryCode: territoryCode(),
    kind: text().$type<AccessJobKind>().notNull(),
    /** Of what is to be computed: the same is not asked twice. */
    fingerprint: key().notNull(),
    state: text().$type<AccessJobState>().notNull().default('queued'),
    doneCount: integer('done_count').notNull().default(0),
    /** 0: not known yet. */
    totalCount: integer('total_count').notNull().default(0),
    message: text(),
    createdAt: now('created_at'),
    startedAt: moment('started_at'),
    /** The last sign of life of who computes it. */
    beatAt: moment('beat_at'),
    endedAt: moment('ended_at'),
  },
  (t) => [
    uniqueIndex('access_job_running').on(t.territoryCode).where(sql`state = 'running'`),
    index('access_job_queue').on(t.territoryCode, t.createdAt),
    check('access_job_kind', isOneOf(t.kind, ACCESS_JOB_KINDS)),
    check('access_job_state', isOneOf(t.state, ACCESS_JOB_STATES)),
  ],
);

/**
 * Times from places to sites by one mode. Each row is of one thing of `rowSide`; its numbers are positions in
 * `columnIds`, the things of the other side. What a row holds stays true while the fingerprint is the same.
 */
export const travelMatrix = pgTable(
  'travel_matrix',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    territoryCode: territoryCode(),
    mode: key().$type<TravelMode>().notNull(),
    /** 0 for every day; else 1 Monday … 7 Sunday. */
    dayType: smallint('day_type').notNull().default(0),
    /** Of roads, timetables, offers and the things of the columns. */
    fingerprint: key().notNull(),
    reachMinutes: smallint('reach_minutes').notNull(),
    rowSide: text('row_side').$type<'site' | 'place'>().notNull(),
    columnIds: text('column_ids').array().notNull(),
    /** Times are of a model of the roads, not of the roads themselves. */
    estimate: text().$type<'yes' | 'no'>().notNull(),
    createdAt: now('created_at'),
    usedAt: now('used_at'),
  },
  (t) => [
    uniqueIndex('travel_matrix_same').on(t.territoryCode, t.mode, t.dayType, t.fingerprint),
    check('travel_matrix_mode', isOneOf(t.mode, TRAVEL_MODES)),
    check('travel_matrix_side', isOneOf(t.rowSide, ['site', 'place'])),
  ],
);

/** Little-endian: uint32 positions rising, uint16 tenths of a minute, uint16 masks of half-days or none. */
export const travelRow = pgTable(
  'travel_row',
  {
    matrixId: integer('matrix_id')
      .notNull()
      .references(() => travelMatrix.id, { onDelete: 'cascade' }),
    rowId: key('row_id').notNull(),
    columns: bytea().notNull(),
    tenths: bytea().notNull(),
    masks: bytea(),
  },
  (t) => [primaryKey({ columns: [t.matrixId, t.rowId] })],
);

/** What was computed of a territory. The newest is read; a few older are kept. */
export const accessResult = pgTable(
  'access_result',
  {
    territoryCode: territoryCode(),
    fingerprint: key().notNull(),
    figures: jsonb().$type<AccessFigures>().notNull(),
    vintages: jsonb().$type<readonly Vintage[]>().notNull(),
    computedAt: moment('computed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.territoryCode, t.fingerprint] }),
    index('access_result_newest').on(t.territoryCode, t.computedAt),
  ],
);

/** What an organization tries and keeps to itself. */
export const accessScenario = pgTable(
  'access_scenario',
  {
    id: key().primaryKey(),
    workspaceId: workspaceId(),
    territoryCode: territoryCode(),
    name: text().notNull(),
    changes: jsonb().$type<readonly ScenarioChange[]>().notNull(),
    /** Fingerprint of the data it was tried on. */
    vintage: text().notNull(),
    version: integer().notNull().default(1),
    createdBy: author('created_by'),
    createdAt: now('created_at'),
    updatedAt: now('updated_at'),
  },
  (t) => [
    index('access_scenario_workspace').on(t.workspaceId, t.territoryCode),
    unique('access_scenario_owned').on(t.id, t.workspaceId),
    check('access_scenario_name', sql`length(${t.name}) between 1 and 200`),
  ],
);

/** A departure somebody announced, noted by a coordination. Private; never guessed from anything. */
export const practiceDeparture = pgTable(
  'practice_departure',
  {
    workspaceId: workspaceId(),
    /** Of the directory, which may drop it: the note stays. */
    entryId: key('entry_id').notNull(),
    /** A year, a month or a day. */
    leavesOn: text('leaves_on').notNull(),
    note: text(),
    notedBy: author('noted_by'),
    notedAt: now('noted_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.entryId] }),
    check('practice_departure_date', sql`${t.leavesOn} ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'`),
  ],
);
