// Which territories does this deployment serve, with their communes and the numbers to call?

import type { Database } from '#db/database.ts';
import { territorySelection, toTerritory } from '#db/queries/territory/territory-row.ts';
import { territory } from '#db/schema/territory.ts';
import type { Territory } from '#domain/territory/territory.ts';

export async function listTerritories(db: Database): Promise<Territory[]> {
  const rows = await listTerritoriesQuery(db);
  return rows.map(toTerritory);
}

export function listTerritoriesQuery(db: Database) {
  return db.select(territorySelection).from(territory).orderBy(territory.position, territory.code);
}
