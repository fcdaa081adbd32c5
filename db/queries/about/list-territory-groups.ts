// Of which groups of communes was each territory made, and which communes are in it?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { Insee } from '#domain/territory/territory.ts';

export type TerritoryGroups = { sirens: string[]; insees: Insee[] };

/** In order of territory; those made of no group are left out. */
export async function listTerritoryGroups(db: Database): Promise<TerritoryGroups[]> {
  const { rows } = await db.execute<TerritoryGroups>(listTerritoryGroupsQuery());
  return rows;
}

export function listTerritoryGroupsQuery(): SQL {
  return sql`select array_agg(distinct e.siren order by e.siren) as sirens,
  array_agg(distinct c.insee order by c.insee) as insees
from territory_epci e join territory_commune c on c.territory_code = e.territory_code
group by e.territory_code order by e.territory_code`;
}
