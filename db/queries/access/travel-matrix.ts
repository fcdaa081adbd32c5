// What of a matrix of times is there already, and where does what was just computed go?

import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { travelMatrix, travelRow } from '#db/schema/access.ts';
import type { TravelMode } from '#domain/access/travel-mode.ts';
import type { SiteRow } from '#domain/access/travel-pairs.ts';

export type MatrixKey = {
  territoryCode: string;
  mode: TravelMode;
  /** 0 for every day; else 1 Monday … 7 Sunday. */
  dayType: number;
  fingerprint: string;
};

export type MatrixShape = MatrixKey & {
  reachMinutes: number;
  rowSide: 'site' | 'place';
  columnIds: readonly string[];
  isEstimate: boolean;
};

/** `masks`: half-days on which the way exists, beside the columns; null where days make no difference. */
export type KeptRow = { rowId: string; row: SiteRow; masks: Uint16Array | null };

/** The matrix of this key, made when it is not there. Answers its id. */
export async function ensureMatrix(db: Database, shape: MatrixShape): Promise<number> {
  const { columnIds, isEstimate, ...known } = shape;
  const [made] = await db
    .insert(travelMatrix)
    .values({ ...known, columnIds: [...columnIds], estimate: isEstimate ? 'yes' : 'no' })
    .onConflictDoUpdate({
      target: [
        travelMatrix.territoryCode,
        travelMatrix.mode,
        travelMatrix.dayType,
        travelMatrix.fingerprint,
      ],
      set: { usedAt: sql`now()` },
    })
    .returning({ id: travelMatrix.id });
  if (made === undefined) throw new Error('A matrix of times was neither found nor made');
  return made.id;
}

/** Null when nothing was computed under this key. */
export async function findMatrix(db: Database, key: MatrixKey): Promise<number | null> {
  const [found] = await db
    .select({ id: travelMatrix.id })
    .from(travelMatrix)
    .where(
      and(
        eq(travelMatrix.territoryCode, key.territoryCode),
        eq(travelMatrix.mode, key.mode),
        eq(travelMatrix.dayType, key.dayType),
        eq(travelMatrix.fingerprint, key.fingerprint),
      ),
    );
  return found?.id ?? null;
}

export async function listRowIds(db: Database, matrixId: number): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ rowId: travelRow.rowId })
    .from(travelRow)
    .where(eq(travelRow.matrixId, matrixId));
  return new Set(rows.map(({ rowId }) => rowId));
}

/** A row that is there already stays as it is. */
export async function writeRows(
  db: Database,
  matrixId: number,
  rows: readonly KeptRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(travelRow)
    .values(
      rows.map(({ rowId, row, masks }) => ({
        matrixId,
        rowId,
        columns: littleEndian(row.places, 4),
        tenths: littleEndian(row.tenths, 2),
        masks: masks === null ? null : littleEndian(masks, 2),
      })),
    )
    .onConflictDoNothing();
}

/** By row id. */
export async function loadRows(
  db: Database,
  matrixId: number,
): Promise<ReadonlyMap<string, Omit<KeptRow, 'rowId'>>> {
  const rows = await db.select().from(travelRow).where(eq(travelRow.matrixId, matrixId));
  return new Map(
    rows.map(({ rowId, columns, tenths, masks }) => [
      rowId,
      {
        row: {
          places: Uint32Array.from({ length: columns.length / 4 }, numberAt(columns, 4)),
          tenths: Uint16Array.from({ length: tenths.length / 2 }, numberAt(tenths, 2)),
        },
        masks:
          masks === null
            ? null
            : Uint16Array.from({ length: masks.length / 2 }, numberAt(masks, 2)),
      },
    ]),
  );
}

/** Matrices of the territory nothing computed with since the last `kept` of its mode and day. */
export async function dropOldMatrices(
  db: Database,
  territoryCode: string,
  kept: number,
): Promise<void> {
  await db.execute(sql`delete from ${travelMatrix} where id in (
    select id from (select id, row_number() over (partition by mode, day_type order by used_at desc, id desc) as rank
      from ${travelMatrix} where territory_code = ${territoryCode}) ranked where rank > ${kept})`);
}

function littleEndian(numbers: Uint32Array | Uint16Array, bytesEach: 2 | 4): Uint8Array {
  const bytes = new Uint8Array(numbers.length * bytesEach);
  const view = new DataView(bytes.buffer);
  for (const [k, number] of numbers.entries()) {
    if (bytesEach === 4) view.setUint32(k * 4, number, true);
    else view.setUint16(k * 2, number, true);
  }
  return bytes;
}

function numberAt(bytes: Uint8Array, bytesEach: 2 | 4): (_: unknown, k: number) => number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (_, k) => (bytesEach === 4 ? view.getUint32(k * 4, true) : view.getUint16(k * 2, true));
}
