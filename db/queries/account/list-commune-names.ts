// How are the communes of these territories called? Names that people of the place put in passwords.

import { eq, inArray } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { commune, territoryCommune } from '#db/schema/territory.ts';

export async function listCommuneNames(
  db: Database,
  territoryCodes: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ name: commune.name })
    .from(commune)
    .innerJoin(territoryCommune, eq(territoryCommune.insee, commune.insee))
    .where(inArray(territoryCommune.territoryCode, [...territoryCodes]))
    .orderBy(commune.name);
  return rows.map(({ name }) => name);
}
