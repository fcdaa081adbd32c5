// Which points of care, of any profession, does each commune of a territory reach without a car, on which half-days?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { UsefulDayRun } from '#domain/access/useful-day-run.ts';
import type { Insee } from '#domain/territory/territory.ts';

/** `mask`: half-days, by a way open to all. */
export type PointReached = { insee: Insee; lon: number; lat: number; mask: number };

/** Of that computation, in order of commune, then of point. */
export async function listPointsReached(
  db: Database,
  run: Pick<UsefulDayRun, 'territoryCode' | 'fingerprint'>,
): Promise<PointReached[]> {
  const { rows } = await db.execute<PointReached>(listPointsReachedQuery(run));
  return rows;
}

export function listPointsReachedQuery({
  territoryCode,
  fingerprint,
}: Pick<UsefulDayRun, 'territoryCode' | 'fingerprint'>) {
  return sql`select d.insee, (s -> 'point' ->> 0)::float8 as lon, (s -> 'point' ->> 1)::float8 as lat,
  bit_or((s ->> 'forAllMask')::int) as mask
from useful_day d, jsonb_array_elements(d.sites) s
where d.territory_code = ${territoryCode} and d.fingerprint = ${fingerprint} and (s ->> 'forAllMask')::int <> 0
group by 1, 2, 3
order by d.insee, 2, 3`;
}
