// Which roads are in use, as the bytes the search engine reads?

import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { roadGraph, roadGraphChunk } from '#db/schema/roads.ts';
import { AppError } from '#domain/error.ts';

/** `bytes` is for `decodeRoadGraph`; all threads of a process may share it. */
export type LoadedRoadGraph = {
  roadGraphId: number;
  sourceId: string;
  asOf: string | null;
  importedAt: Date;
  bytes: SharedArrayBuffer;
};

/** Null when no roads were imported. Throws `unavailable` when a piece is missing. */
export async function loadRoadGraph(db: Database): Promise<LoadedRoadGraph | null> {
  const [active] = await activeRoadGraphQuery(db);
  if (active === undefined) return null;
  const { byteCount, ...known } = active;
  const bytes = new SharedArrayBuffer(byteCount);
  const whole = new Uint8Array(bytes);
  let read = 0;
  // One piece a query: twice the size of a country's roads never stands in memory.
  for (let position = 0; read < byteCount; position++) {
    const [chunk] = await roadGraphChunkQuery(db, active.roadGraphId, position);
    if (chunk === undefined || read + chunk.bytes.length > byteCount) {
      throw new AppError(
        'unavailable',
        `Graphe routier n° ${active.roadGraphId} incomplet : attendu ${byteCount} octets, reçu ${read + (chunk?.bytes.length ?? 0)}. Refaites l’import osm.`,
      );
    }
    whole.set(chunk.bytes, read);
    read += chunk.bytes.length;
  }
  return { ...known, bytes };
}

/** The statements themselves, for their test. */
export function activeRoadGraphQuery(db: Database) {
  return db
    .select({
      roadGraphId: roadGraph.id,
      sourceId: roadGraph.sourceId,
      asOf: roadGraph.asOf,
      importedAt: roadGraph.importedAt,
      byteCount: roadGraph.byteCount,
    })
    .from(roadGraph)
    .where(eq(roadGraph.active, true))
    .orderBy(asc(roadGraph.id));
}

export function roadGraphChunkQuery(db: Database, graphId: number, position: number) {
  return db
    .select({ bytes: roadGraphChunk.bytes })
    .from(roadGraphChunk)
    .where(and(eq(roadGraphChunk.graphId, graphId), eq(roadGraphChunk.position, position)));
}
