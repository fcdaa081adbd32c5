// Which searches found no way, often enough to be told? Fewer than that never leave the database.

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { DemandCell } from '#domain/journey/unmet-demand.ts';

export type DemandRow = DemandCell & { communeName: string };

/** Of the communes of these territories, in the order of their names. */
export async function listDemand(
  db: Database,
  territoryCodes: readonly string[],
  leastCount: number,
): Promise<DemandRow[]> {
  const { rows } = await db.execute<DemandRow>(demandQuery(territoryCodes, leastCount));
  return rows;
}

export function demandQuery(territoryCodes: readonly string[], leastCount: number): SQL {
  return sql`select d.insee, c.name as "communeName", d.weekday, d.half_day as "halfDay",
      d.need_category as category, d.count
    from unmet_demand d join commune c on c.insee = d.insee
    where d.count >= ${leastCount} and exists (select from territory_commune t
      where t.insee = d.insee and t.territory_code = any(${sql.param([...territoryCodes])}::text[]))
    order by c.search_key, d.insee, d.weekday, d.half_day desc, d.need_category`;
}
