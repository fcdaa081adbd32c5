// The commune most tests of imports stand in, and a territory that is this commune alone.

import type { Database } from '#db/database.ts';
import { commune, territory, territoryCommune } from '#db/schema/territory.ts';

type Provenance = { sourceId: string; asOf: string; confidence: 'high' };

export async function writeAubeterre(db: Database, provenance: Provenance): Promise<void> {
  await db.insert(commune).values({
    insee: '16020',
    name: 'Aubeterre-sur-Dronne',
    departement: '16',
    point: [0.17, 45.27],
    pointKind: 'bourg',
    population: 360,
    populationYear: 2022,
    ...provenance,
  });
}

export async function writeVallee(db: Database, provenance: Provenance): Promise<void> {
  await db.insert(territory).values({
    code: 'vallee',
    name: 'La vallée',
    holder: 'Test',
    colours: { main: '#000000', soft: '#ffffff' },
    contacts: [],
    helpNumbers: [],
    coverage: 'full',
    ...provenance,
  });
  await db.insert(territoryCommune).values({ territoryCode: 'vallee', insee: '16020' });
}
