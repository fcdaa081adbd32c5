// From where do the residents of a territory leave? The point of each of its communes that is known.

import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { commune, territoryCommune } from '#db/schema/territory.ts';
import type { HomeCommune } from '#domain/access/no-car-engine.ts';

/** In order of code. */
export async function listHomeCommunes(
  db: Database,
  territoryCode: string,
): Promise<HomeCommune[]> {
  return listHomeCommunesQuery(db, territoryCode);
}

export function listHomeCommunesQuery(db: Database, territoryCode: string) {
  return db
    .select({ insee: commune.insee, name: commune.name, point: commune.point })
    .from(territoryCommune)
    .innerJoin(commune, eq(commune.insee, territoryCommune.insee))
    .where(eq(territoryCommune.territoryCode, territoryCode))
    .orderBy(commune.insee);
}
