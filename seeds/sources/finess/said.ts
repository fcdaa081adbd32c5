// What does the register say of a table's rows, whichever way they are written?

import { type SQL, sql } from 'drizzle-orm';
import type { PartialDate } from '#domain/provenance.ts';

/** Columns of rows, and where they come from. */
export type Said = { columns: Readonly<Record<string, SQL>>; from: SQL };

type Origin = { sourceId: string; asOf: PartialDate | null };

/** The same, with who says it, and when, where it is not said yet. */
export function withOrigin({ columns, from }: Said, { sourceId, asOf }: Origin): Said {
  const origin = { source_id: sql`${sourceId}`, as_of: sql`${asOf}::text` };
  return { columns: { ...origin, confidence: sql`'high'`, ...columns }, from };
}

/** Without its end: rows of before are known as `kept`. */
export function insertOf(table: string, { columns, from }: Said): SQL {
  return sql`insert into ${sql.identifier(table)} as kept (${sql.raw(Object.keys(columns).join(', '))})
    select ${sql.join(Object.values(columns), sql`, `)} from ${from}`;
}
