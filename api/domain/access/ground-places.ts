// Where do people live, as the observatory counts them: squares where they were imported, else communes?
//
// Squares are of an older census than the communes: their people are brought to the number of today's, and
// each inhabitant of a square asks for as much care as the mean of the commune.

import type { LonLat } from '#domain/geo.ts';
import { APL_PARAMETERS } from './apl-parameters.ts';
import type { Ground, GroundCommune, GroundTile } from './ground.ts';
import { standardisedDemand } from './standardised-demand.ts';

const OLD_FROM = 75;

export type GroundPlace = {
  /** INSEE code, or the name of a square. */
  id: string;
  insee: string;
  name: string;
  point: LonLat;
  isInside: boolean;
  population: number;
  /** Null: not known. */
  population75Plus: number | null;
  /** Standardised by age, for general practitioners. */
  demand: number;
};

/** Communes in their order, each replaced by its squares when it has any. */
export function groundPlaces({ communes, tiles }: Ground): GroundPlace[] {
  const tilesOf = new Map<string, GroundTile[]>();
  for (const tile of tiles) {
    const own = tilesOf.get(tile.insee);
    if (own === undefined) tilesOf.set(tile.insee, [tile]);
    else own.push(tile);
  }
  return communes.flatMap((commune) => {
    const own = tilesOf.get(commune.insee) ?? [];
    return own.length === 0 ? [wholeCommune(commune)] : spread(commune, own);
  });
}

function wholeCommune(commune: GroundCommune): GroundPlace {
  const { insee, name, point, isInside, population, population75Plus } = commune;
  const demand = communeDemand(commune);
  return { id: insee, insee, name, point, isInside, population, population75Plus, demand };
}

function spread(commune: GroundCommune, tiles: readonly GroundTile[]): GroundPlace[] {
  const sum = (of: (tile: GroundTile) => number) => tiles.reduce((all, tile) => all + of(tile), 0);
  const people = sum(({ population }) => population);
  const old = sum(({ aged65Plus }) => aged65Plus);
  const demand = communeDemand(commune);
  return tiles.map(({ id, point, population, aged65Plus }) => {
    const share = people > 0 ? population / people : 0;
    const oldShare = old > 0 ? aged65Plus / old : share;
    return {
      id,
      insee: commune.insee,
      name: commune.name,
      point,
      isInside: commune.isInside,
      population: commune.population * share,
      population75Plus:
        commune.population75Plus === null ? null : commune.population75Plus * oldShare,
      demand: demand * share,
    };
  });
}

/** Without ages, everybody counts for one; with the number of the oldest alone, two bands are known. */
export function communeDemand({ population, population75Plus, ages }: GroundCommune): number {
  const weights = APL_PARAMETERS.gp.ageWeights.value;
  if (ages !== null) return standardisedDemand(ages, weights);
  if (population75Plus === null) return population;
  const young = Math.max(0, population - population75Plus);
  return standardisedDemand(
    [
      { ageFrom: 0, ageTo: OLD_FROM - 1, count: young },
      { ageFrom: OLD_FROM, ageTo: null, count: population75Plus },
    ],
    weights,
  );
}
