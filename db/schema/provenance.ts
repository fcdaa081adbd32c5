// Where do facts come from, and which imports brought them?

import { boolean, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { key } from '#db/columns.ts';
import type { Confidence, PartialDate } from '#domain/provenance.ts';

/** A public document or file facts were read in. */
export const source = pgTable('source', {
  id: key().primaryKey(),
  name: text().notNull(),
  publisher: text().notNull(),
  url: text(),
  licence: text(),
  date: text().$type<PartialDate>(),
  note: text(),
});

/** The origin of a row's facts; a field with another origin has its own `assertion` row. */
export const provenanceColumns = () => ({
  sourceId: key('source_id')
    .notNull()
    .references(() => source.id),
  asOf: text('as_of').$type<PartialDate>(),
  confirmedOn: text('confirmed_on').$type<PartialDate>(),
  confidence: text().$type<Confidence>().notNull(),
});

export type SubjectKind = 'territory' | 'commune' | 'entry' | 'offer';

/** One field of one thing whose origin differs from that of its row. */
export const assertion = pgTable(
  'assertion',
  {
    subjectKind: key('subject_kind').$type<SubjectKind>().notNull(),
    subjectId: key('subject_id').notNull(),
    field: key().notNull(),
    ...provenanceColumns(),
  },
  (t) => [primaryKey({ columns: [t.subjectKind, t.subjectId, t.field] })],
);

/** One run of one importer: the ledger that makes « the same file twice changes nothing » visible. */
export const importRun = pgTable(
  'import_run',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    importer: key().notNull(),
    fileName: text('file_name'),
    /** Of the file's bytes. */
    sha256: key(),
    /** Of the file and of all that was asked: the same again changes nothing. */
    fingerprint: key(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
    /** A run still `running` when the next one of its importer starts was `interrupted`. */
    status: text().$type<'running' | 'done' | 'unchanged' | 'failed' | 'interrupted'>().notNull(),
    sourceId: key('source_id'),
    licence: text(),
    /** Codes of the territories asked, in order, with commas; empty: everything. */
    territories: text().notNull().default(''),
    version: integer().notNull().default(1),
    /** The date the data speaks of. */
    asOf: text('as_of').$type<PartialDate>(),
    readCount: integer('read_count').notNull().default(0),
    keptCount: integer('kept_count').notNull().default(0),
    rejectedCount: integer('rejected_count').notNull().default(0),
    unchangedCount: integer('unchanged_count').notNull().default(0),
    durationMs: integer('duration_ms'),
    changed: boolean().notNull().default(false),
    message: text(),
  },
  (t) => [index('import_run_importer').on(t.importer, t.startedAt)],
);

/** One refused row: which line of which file, which field, what came, why. */
export const importReject = pgTable(
  'import_reject',
  {
    runId: integer('run_id')
      .notNull()
      .references(() => importRun.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    file: text(),
    line: integer(),
    field: text(),
    value: text(),
    reason: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.position] })],
);
