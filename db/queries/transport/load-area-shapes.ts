// What is the outline of these communes together, and of these territories?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { Shapes, WantedShapes } from '#domain/transport/export-gtfs/export-places.ts';
import type { ZoneShape } from '#domain/transport/flex-feed.ts';

/** About a metre. */
const GRID_DEGREES = 0.00001;
const DECIMALS = 5;

/** Those of communes nobody has drawn are left out: half an outline would be taken for the whole. */
export async function loadAreaShapes(db: Database, wanted: WantedShapes): Promise<Shapes> {
  const { rows } = await db.execute<{ key: string; shape: string }>(areaShapesQuery(wanted));
  return new Map(
    rows.map(({ key, shape }): [string, ZoneShape] => {
      const { coordinates } = JSON.parse(shape) as { coordinates: ZoneShape };
      return [key, coordinates];
    }),
  );
}

export function areaShapesQuery({ communes, territories }: WantedShapes): SQL {
  return sql`with wanted as (
      select given.key, member.insee
      from jsonb_each(${JSON.stringify(Object.fromEntries(communes))}::jsonb) as given,
        jsonb_array_elements_text(given.value) as member(insee)
      union
      select given.key, t.insee
      from jsonb_each(${JSON.stringify(Object.fromEntries(territories))}::jsonb) as given,
        jsonb_array_elements_text(given.value) as code(value)
        join territory_commune t on t.territory_code = code.value),
    merged as (
      select wanted.key, ST_ReducePrecision(ST_UnaryUnion(ST_Collect(ST_MakeValid(c.shape)
        order by c.insee)), ${GRID_DEGREES}::float8) as g
      from wanted left join commune c on c.insee = wanted.insee
      group by wanted.key having bool_and(c.shape is not null))
    select key, ST_AsGeoJSON(ST_Multi(ST_ForcePolygonCCW(ST_CollectionExtract(g, 3))), ${DECIMALS}::int) as shape
    from merged where not ST_IsEmpty(g) order by key collate "C"`;
}
