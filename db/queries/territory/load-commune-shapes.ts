// What does the map draw of a territory's communes?

import { eq } from 'drizzle-orm';
import type { MultiPolygon } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { commune, type ShapeKind, territoryCommune } from '#db/schema/territory.ts';
import type { LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';

/** `shape` holds the coordinates of a GeoJSON MultiPolygon; `point` is where to write the name. */
export type CommuneShape = {
  insee: Insee;
  name: string;
  population: number;
  epciSiren: string | null;
  point: LonLat;
  shape: MultiPolygon | null;
  shapeKind: ShapeKind | null;
};

export async function loadCommuneShapes(
  db: Database,
  territoryCode: string,
): Promise<CommuneShape[]> {
  return await loadCommuneShapesQuery(db, territoryCode);
}

export function loadCommuneShapesQuery(db: Database, territoryCode: string) {
  return db
    .select({
      insee: commune.insee,
      name: commune.name,
      population: commune.population,
      epciSiren: commune.epciSiren,
      point: commune.point,
      shape: commune.shape,
      shapeKind: commune.shapeKind,
    })
    .from(territoryCommune)
    .innerJoin(commune, eq(commune.insee, territoryCommune.insee))
    .where(eq(territoryCommune.territoryCode, territoryCode))
    .orderBy(commune.insee);
}
