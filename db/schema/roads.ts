// Which road graphs were imported, and which is in use? In the database, so that all who serve one
// database search the same roads, from the moment an import commits.

import { sql } from 'drizzle-orm';
import {
  boolean,
  doublePrecision,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { bytea, key } from '#db/columns.ts';
import { source } from '#db/schema/provenance.ts';
import type { PartialDate } from '#domain/provenance.ts';

/** At most one in use. The box is in degrees; `sha256` is that of the file it was made of. */
export const roadGraph = pgTable(
  'road_graph',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    sourceId: key('source_id')
      .notNull()
      .references(() => source.id),
    importedAt: timestamp('imported_at', { withTimezone: true }).notNull(),
    sha256: key().notNull(),
    asOf: text('as_of').$type<PartialDate>(),
    junctionCount: integer('junction_count').notNull(),
    edgeCount: integer('edge_count').notNull(),
    byteCount: integer('byte_count').notNull(),
    west: doublePrecision().notNull(),
    south: doublePrecision().notNull(),
    east: doublePrecision().notNull(),
    north: doublePrecision().notNull(),
    active: boolean().notNull().default(false),
  },
  (t) => [
    uniqueIndex('road_graph_file').on(t.sha256),
    uniqueIndex('road_graph_active').on(t.active).where(sql`active`),
  ],
);

/** The bytes of a graph, cut in pieces from position 0 on: see `road-binary.ts`. */
export const roadGraphChunk = pgTable(
  'road_graph_chunk',
  {
    graphId: integer('graph_id')
      .notNull()
      .references(() => roadGraph.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    bytes: bytea().notNull(),
  },
  (t) => [primaryKey({ columns: [t.graphId, t.position] })],
);
