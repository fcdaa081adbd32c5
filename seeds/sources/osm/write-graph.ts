// How does a road graph enter the database, unused until it is checked, and which ones are kept?

import { desc, eq, inArray } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { roadGraph, roadGraphChunk } from '#db/schema/roads.ts';
import { AppError } from '#domain/error.ts';
import { encodeRoadGraph } from '#domain/journey/road-binary.ts';
import { graphBounds, type RoadGraph } from '#domain/journey/road-graph.ts';
import type { PartialDate } from '#domain/provenance.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';

const KEPT_GRAPHS = 3;
const CHUNK_BYTES = 4_000_000;

/** Returns its id. The same file again, dated otherwise or read by other rules, is written anew. */
export async function writeGraph(
  { tx, bulk, file, now, sourceId }: ImportContext,
  graph: RoadGraph,
  asOf: PartialDate | null,
): Promise<number> {
  const bounds = graphBounds(graph);
  if (bounds === null) {
    throw new AppError('bad_import', `« ${file.name} » : attendu des routes, reçu aucune.`);
  }
  const [west, south, east, north] = bounds;
  const bytes = new Uint8Array(encodeRoadGraph(graph));
  await tx.delete(roadGraph).where(eq(roadGraph.sha256, file.sha256));
  const [written] = await tx
    .insert(roadGraph)
    .values({
      sourceId,
      importedAt: now,
      sha256: file.sha256,
      asOf,
      junctionCount: graph.junctionCount,
      edgeCount: graph.edgeCount,
      byteCount: bytes.length,
      ...{ west, south, east, north },
      active: false,
    })
    .returning({ id: roadGraph.id });
  if (written === undefined) throw new AppError('bad_import', 'Le graphe routier ne s’écrit pas.');
  await bulk.copyRows(roadGraphChunk, chunksOf(written.id, bytes));
  return written.id;
}

function* chunksOf(graphId: number, bytes: Uint8Array) {
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    const chunk = bytes.subarray(start, start + CHUNK_BYTES);
    yield { graphId, position: start / CHUNK_BYTES, bytes: chunk };
  }
}

/** Puts one graph in use and forgets the oldest. Returns how many were removed. */
export async function useGraph(tx: Database, graphId: number): Promise<number> {
  await tx.update(roadGraph).set({ active: false }).where(eq(roadGraph.active, true));
  await tx.update(roadGraph).set({ active: true }).where(eq(roadGraph.id, graphId));
  const graphs = await tx
    .select({ id: roadGraph.id })
    .from(roadGraph)
    .orderBy(desc(roadGraph.active), desc(roadGraph.importedAt), desc(roadGraph.id));
  const old = graphs.slice(KEPT_GRAPHS).map(({ id }) => id);
  if (old.length > 0) await tx.delete(roadGraph).where(inArray(roadGraph.id, old));
  return old.length;
}
