// How are times of travel computed once, row by row, whatever stops the computation?

import type { AccessThread } from '#api/runtime/access-thread.ts';
import { digestOf } from '#api/runtime/digest-of.ts';
import type { Database } from '#db/database.ts';
import { ensureMatrix } from '#db/queries/access/ensure-matrix.ts';
import { listRowIds } from '#db/queries/access/list-row-ids.ts';
import { loadRows } from '#db/queries/access/load-rows.ts';
import type { MatrixShape } from '#db/queries/access/matrix-shape.ts';
import { writeRows } from '#db/queries/access/write-rows.ts';
import { transposed } from '#domain/access/transposed.ts';
import {
  pairsFromRows,
  rowOf,
  type SiteRow,
  type TravelPairs,
} from '#domain/access/travel-pairs.ts';
import type { RowsQuestion } from '#domain/access/travel-rows.ts';
import type { LonLat } from '#domain/geo.ts';
import type { RoadNetwork } from '#domain/journey/road-network.ts';

/** Raise it when the same roads give other times. */
const TIMES_VERSION = 1;
/** A search around each of the fewer things; sites alone change often, so that they go first. */
const MUCH_MORE = 2;
/** Rows between two signs of life. */
const BATCH = 20;

export type MatrixThing = { id: string; point: LonLat };

export type MatrixWanted = {
  territoryCode: string;
  mode: 'car' | 'walk';
  reachMinutes: number;
  places: readonly MatrixThing[];
  sites: readonly MatrixThing[];
  roads: { network: RoadNetwork; version: string } | null;
};

export type PlannedMatrix = {
  shape: MatrixShape;
  rows: readonly MatrixThing[];
  question: RowsQuestion;
};

/** Of which things are rows made, under which name? Sites that come or go leave the name as it is. */
export async function planMatrix(wanted: MatrixWanted): Promise<PlannedMatrix> {
  const { territoryCode, mode, reachMinutes, places, sites, roads } = wanted;
  const rowSide = sites.length > places.length * MUCH_MORE ? 'place' : 'site';
  const [rows, columns] = rowSide === 'site' ? [sites, places] : [places, sites];
  const fingerprint = await digestOf([
    ...[TIMES_VERSION, mode, reachMinutes, roads?.version ?? 'estimate', rowSide],
    columns.map(({ id, point }) => [id, point]),
  ]);
  return {
    shape: {
      territoryCode,
      mode,
      dayType: 0,
      fingerprint,
      reachMinutes,
      rowSide,
      columnIds: columns.map(({ id }) => id),
      isEstimate: roads === null,
    },
    rows,
    question: {
      network: roads?.network ?? null,
      mode,
      rowSide,
      columns: columns.map(({ point }) => point),
      reachMinutes,
    },
  };
}

/** Computes the rows that are missing. `onRows` is told how many are there; what it throws stops the work. */
export async function fillMatrix(
  db: Database,
  thread: AccessThread,
  { shape, rows, question }: PlannedMatrix,
  onRows: (done: number) => Promise<void>,
): Promise<number> {
  const matrixId = await ensureMatrix(db, shape);
  const there = await listRowIds(db, matrixId);
  const missing = rows.filter(({ id }) => !there.has(id));
  let done = rows.length - missing.length;
  await onRows(done);
  for (let start = 0; start < missing.length; start += BATCH) {
    const batch = missing.slice(start, start + BATCH);
    const made = await thread.rows(
      question,
      batch.map(({ point }) => point),
    );
    await writeRows(
      db,
      matrixId,
      batch.flatMap(({ id }, k) => {
        const row = made[k];
        return row === undefined ? [] : [{ rowId: id, row, masks: null }];
      }),
    );
    done += batch.length;
    await onRows(done);
  }
  return matrixId;
}

/** From places to these things, in their orders. Null when one of their rows was not computed. */
export async function readPairs(
  db: Database,
  matrixId: number,
  { shape, rows: things }: Pick<PlannedMatrix, 'shape' | 'rows'>,
  siteIds: readonly string[],
): Promise<TravelPairs | null> {
  const kept = await loadRows(db, matrixId);
  const rowsOf = (ids: readonly string[]): SiteRow[] | null => {
    const rows = ids.flatMap((id) => kept.get(id)?.row ?? []);
    return rows.length === ids.length ? rows : null;
  };
  if (shape.rowSide === 'site') {
    const rows = rowsOf(siteIds);
    return rows === null ? null : pairsFromRows(shape.columnIds.length, rows);
  }
  const rows = rowsOf(things.map(({ id }) => id));
  if (rows === null) return null;
  const all = transposed(pairsFromRows(shape.columnIds.length, rows));
  const numbers = new Map(shape.columnIds.map((id, number) => [id, number]));
  return pairsFromRows(
    all.placeCount,
    siteIds.map((id) => rowOf(all, numbers.get(id) ?? -1)),
  );
}
