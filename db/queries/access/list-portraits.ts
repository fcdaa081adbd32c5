// How many people, how old, on how much ground: each territory of this deployment, whether computed or not?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { commune, territory, territoryCommune } from '#db/schema/territory.ts';

export type TerritoryPortrait = {
  code: string;
  name: string;
  communeCount: number;
  population: number;
  /** Null: not known of every commune. */
  population75Plus: number | null;
  /** Of the census, the oldest of its communes; null: no commune is known. */
  populationYear: number | null;
  /** Null: the contour of some commune is not known. */
  areaKm2: number | null;
  /** Some contours are drawn around points, not official. */
  isSchematic: boolean;
};

/** Those of `codes`, or all; in the order of the list of territories. */
export async function listPortraits(
  db: Database,
  codes: readonly string[] | null = null,
): Promise<TerritoryPortrait[]> {
  const { rows } = await db.execute<TerritoryPortrait>(portraitsStatement(codes));
  return rows;
}

export function portraitsStatement(codes: readonly string[] | null) {
  const wanted = codes === null ? sql`true` : sql`t.code = any(${sql.param([...codes])}::text[])`;
  return sql`
    select t.code, t.name, count(c.insee)::int as "communeCount",
      coalesce(sum(c.population), 0)::int as population,
      case when count(c.population_75_plus) = count(c.insee)
        then sum(c.population_75_plus)::int end as "population75Plus",
      min(c.population_year) as "populationYear",
      case when count(c.shape) = count(c.insee)
        then sum(ST_Area(c.shape::geography)) / 1e6 end as "areaKm2",
      coalesce(bool_or(c.shape_kind = 'schematic'), false) as "isSchematic"
    from ${territory} t
    left join ${territoryCommune} m on m.territory_code = t.code
    left join ${commune} c on c.insee = m.insee
    where ${wanted}
    group by t.code, t.name, t.position order by t.position, t.code`;
}
