// What does the ministry publish of access to general practitioners in these communes?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { aplPublished } from '#db/schema/apl.ts';

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
