// Where does each commune stand?

import type { Database } from '#db/database.ts';
import { commune } from '#db/schema/territory.ts';
import type { LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';

export async function loadCommuneCentres(db: Database): Promise<Map<Insee, LonLat>> {
  const rows = await loadCommuneCentresQuery(db);
  return new Map(rows.map(({ insee, point }) => [insee, point]));
}

export function loadCommuneCentresQuery(db: Database) {
  return db.select({ insee: commune.insee, point: commune.point }).from(commune);
}
