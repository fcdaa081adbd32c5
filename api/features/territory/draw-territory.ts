// A territory's communes as the map reads them: GeoJSON, with where to write each name.

import type { Database } from '#db/database.ts';
import { getTerritory } from '#db/queries/territory/get-territory.ts';
import { loadCommuneShapes } from '#db/queries/territory/load-commune-shapes.ts';
import type { LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';

/** One metre, on the ground. */
const DECIMALS = 5;

type CommuneFeature = {
  type: 'Feature';
  geometry: { type: 'MultiPolygon'; coordinates: readonly (readonly (readonly LonLat[])[])[] };
  properties: {
    insee: Insee;
    name: string;
    population: number;
    epciSiren: string | null;
    label: LonLat;
  };
};

export type TerritoryDrawing = {
  type: 'FeatureCollection';
  /** `schematic` as soon as one cell was drawn around its point and not surveyed. */
  shapeKind: 'official' | 'schematic';
  features: readonly CommuneFeature[];
};

/** Communes without a shape are left out. Throws `not_found`. */
export async function drawTerritory(db: Database, code: string): Promise<TerritoryDrawing> {
  const [territory, communes] = await Promise.all([
    getTerritory(db, code),
    loadCommuneShapes(db, code),
  ]);
  const drawn = communes.flatMap(({ shape, ...known }) =>
    shape === null ? [] : [{ ...known, shape }],
  );
  const isOfficial = drawn.every(({ shapeKind }) => shapeKind === 'official');
  return {
    type: 'FeatureCollection',
    shapeKind: isOfficial && territory.communeInsees.length > 0 ? 'official' : 'schematic',
    features: drawn.map(({ insee, name, population, epciSiren, point, shape }) => ({
      type: 'Feature',
      geometry: {
        type: 'MultiPolygon',
        coordinates: shape.map((rings) => rings.map((ring) => ring.map(roundPoint))),
      },
      properties: { insee, name, population, epciSiren, label: roundPoint(point) },
    })),
  };
}

function roundPoint([lon, lat]: LonLat): LonLat {
  return [Number(lon.toFixed(DECIMALS)), Number(lat.toFixed(DECIMALS))];
}
