// Is there a territory of this code?

import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { territorySelection, toTerritory } from '#db/queries/territory/territory-row.ts';
import { territory } from '#db/schema/territory.ts';
import type { Territory } from '#domain/territory/territory.ts';

export async function findTerritory(db: Database, code: string): Promise<Territory | null> {
  const [row] = await db.select(territorySelection).from(territory).where(eq(territory.code, code));
  return row === undefined ? null : toTerritory(row);
}
