// On how much ground does each commune lie, and is its contour official?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { commune } from '#db/schema/territory.ts';

export type CommuneArea = { insee: string; areaKm2: number; isSchematic: boolean };

/** In order of code; communes without a contour are left out. */
export async function listAreas(db: Database, insees: readonly string[]): Promise<CommuneArea[]> {
  const { rows } = await db.execute<CommuneArea>(sql`
    select insee, ST_Area(shape::geography) / 1e6 as "areaKm2", shape_kind = 'schematic' as "isSchematic"
    from ${commune} where insee = any(${sql.param([...insees])}::text[]) and shape is not null
    order by insee`);
  return rows;
}
