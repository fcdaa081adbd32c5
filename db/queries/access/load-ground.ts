// What is known of a territory and of what lies around it: people, squares, places of care?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { findTerritory } from '#db/queries/territory/find-territory.ts';
import { populationAge, populationTile } from '#db/schema/population.ts';
import { commune, territoryCommune } from '#db/schema/territory.ts';
import type { Ground, GroundCommune, GroundTile } from '#domain/access/ground.ts';
import type { AgeCount } from '#domain/access/standardised-demand.ts';
import { AppError } from '#domain/error.ts';
import type { LonLat } from '#domain/geo.ts';
import { loadSites } from './load-sites.ts';
import { loadSources } from './load-sources.ts';

/** As the crow flies: forty minutes and more by ordinary roads, twenty-five to thirty by a dual carriageway. */
export const HALO_METERS = 38_000;

/** Throws `not_found` for a territory that is not there. */
export async function loadGround(db: Database, territoryCode: string): Promise<Ground> {
  const territory = await findTerritory(db, territoryCode);
  if (territory === null) {
    throw new AppError('not_found', `No territory has the code ${territoryCode}.`);
  }
  const communes = await loadCommunes(db, territoryCode);
  const insees = communes.map(({ insee }) => insee);
  const { code, name } = territory;
  return {
    territory: { code, name },
    communes,
    tiles: await loadTiles(
      db,
      communes.filter(({ isInside }) => isInside).map(({ insee }) => insee),
    ),
    ...(await loadSites(db, communes)),
    sources: await loadSources(db, insees),
  };
}

type CommuneRow = {
  insee: string;
  name: string;
  departement: string;
  lon: number;
  lat: number;
  inside: boolean;
  population: number;
  old: number | null;
  ages: { from: number; count: number }[] | null;
};

async function loadCommunes(db: Database, code: string): Promise<GroundCommune[]> {
  const { rows } = await db.execute<CommuneRow>(sql`
    with inside as (select c.* from ${commune} c join ${territoryCommune} t on t.insee = c.insee
      where t.territory_code = ${code}),
    around as (select distinct c.insee from inside i
      join ${commune} c on ST_DWithin(c.point, i.point, ${HALO_METERS}, false)),
    aged as (select insee, jsonb_agg(jsonb_build_object('from', age_from, 'count', count) order by age_from) as ages
      from (select insee, age_from, sum(count) as count from ${populationAge}
        where insee in (select insee from around) group by insee, age_from) each
      group by insee)
    select c.insee, c.name, c.departement, ST_X(c.point::geometry) as lon, ST_Y(c.point::geometry) as lat,
      c.insee in (select insee from inside) as inside, c.population, c.population_75_plus as old, a.ages
    from ${commune} c join around r on r.insee = c.insee left join aged a on a.insee = c.insee
    order by inside desc, c.insee`);
  return rows.map(({ lon, lat, inside, old, ages, ...row }) => ({
    ...row,
    point: [lon, lat] as LonLat,
    isInside: inside,
    population75Plus: old,
    ages: ages === null ? null : bandsOf(ages),
  }));
}

/** Each band ends where the next begins. */
function bandsOf(ages: readonly { from: number; count: number }[]): AgeCount[] {
  return ages.map(({ from, count }, index) => {
    const next = ages[index + 1];
    return { ageFrom: from, ageTo: next === undefined ? null : next.from - 1, count };
  });
}

async function loadTiles(db: Database, insees: readonly string[]): Promise<GroundTile[]> {
  const { rows } = await db.execute<Omit<GroundTile, 'point'> & { lon: number; lat: number }>(sql`
    select id, insee, ST_X(point::geometry) as lon, ST_Y(point::geometry) as lat,
      population::float8 as population, aged_65_plus::float8 as "aged65Plus"
    from ${populationTile} where insee = any(${sql.param([...insees])}::text[]) and population > 0
    order by id`);
  return rows.map(({ lon, lat, ...row }) => ({ ...row, point: [lon, lat] as LonLat }));
}
