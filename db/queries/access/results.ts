// What was computed of a territory, and is it what its data would give today?

import { desc, eq, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accessResult } from '#db/schema/access.ts';
import { aplPublished } from '#db/schema/apl.ts';
import type { AccessFigures, Vintage } from '#domain/access/figures.ts';

const KEPT = 3;

export type AccessResult = {
  fingerprint: string;
  figures: AccessFigures;
  vintages: readonly Vintage[];
  computedAt: Date;
};

/** The fingerprint and the hour of the newest, without its figures. */
export async function findResultMark(
  db: Database,
  territoryCode: string,
): Promise<{ fingerprint: string; computedAt: Date } | null> {
  const [row] = await db
    .select({ fingerprint: accessResult.fingerprint, computedAt: accessResult.computedAt })
    .from(accessResult)
    .where(eq(accessResult.territoryCode, territoryCode))
    .orderBy(desc(accessResult.computedAt), accessResult.fingerprint)
    .limit(1);
  return row ?? null;
}

/** The newest; null: nothing was computed yet. */
export async function findResult(
  db: Database,
  territoryCode: string,
): Promise<AccessResult | null> {
  const [row] = await db
    .select()
    .from(accessResult)
    .where(eq(accessResult.territoryCode, territoryCode))
    .orderBy(desc(accessResult.computedAt), accessResult.fingerprint)
    .limit(1);
  if (row === undefined) return null;
  const { fingerprint, figures, vintages, computedAt } = row;
  return { fingerprint, figures, vintages, computedAt };
}

/** Computed again from the same data, it is the newest again. A few older ones stay. */
export async function writeResult(
  db: Database,
  territoryCode: string,
  result: AccessResult,
): Promise<void> {
  // Never as old as another: the newest is the one that is read.
  const computedAt = sql`greatest(${result.computedAt.toISOString()}::timestamptz,
    (select max(computed_at) + interval '1 millisecond' from ${accessResult} where territory_code = ${territoryCode}))`;
  await db
    .insert(accessResult)
    .values({ territoryCode, ...result, computedAt })
    .onConflictDoUpdate({
      target: [accessResult.territoryCode, accessResult.fingerprint],
      set: {
        figures: result.figures,
        vintages: result.vintages,
        computedAt,
      },
    });
  await db.execute(sql`delete from ${accessResult} where territory_code = ${territoryCode}
    and fingerprint not in (select fingerprint from ${accessResult}
      where territory_code = ${territoryCode} order by computed_at desc, fingerprint limit ${KEPT})`);
}

export type PublishedValue = {
  insee: string;
  year: number;
  value: number | null;
  value65OrLess: number | null;
};

/** What DREES publishes of general practitioners in these communes, by code, the oldest year first. */
export async function listPublished(
  db: Database,
  insees: readonly string[],
): Promise<PublishedValue[]> {
  const { rows } = await db.execute<PublishedValue>(sql`
    select insee, year, max(value) filter (where variant = 'all')::float8 as value,
      max(value) filter (where variant = '65_or_less')::float8 as "value65OrLess"
    from ${aplPublished} where profession = 'gp' and insee = any(${sql.param([...insees])}::text[])
    group by insee, year order by insee, year`);
  return rows.map((row) => ({
    ...row,
    value: rounded(row.value),
    value65OrLess: rounded(row.value65OrLess),
  }));
}

/** Published with two decimals, kept in single precision. */
const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 100) / 100;
