// Where do the places of an on-demand feed lie, as the database sees them: which hold, cross or touch what?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { FlexFeed, FlexPlace } from '#domain/transport/flex-feed.ts';

/** Fills the temporary table `flex_area` (id, geom): areas made valid, stops as points. */
export async function stageAreas(tx: Database, places: readonly FlexPlace[]): Promise<void> {
  await tx.execute(sql`drop table if exists pg_temp.flex_area`);
  await tx.execute(
    sql`create temporary table flex_area (id text primary key, geom geometry) on commit drop`,
  );
  const shapes = places.map((place) =>
    JSON.stringify(
      place.kind === 'zone'
        ? { type: 'MultiPolygon', coordinates: place.shape }
        : { type: 'MultiPoint', coordinates: place.stops.map(({ point }) => point) },
    ),
  );
  await tx.execute(sql`
    insert into flex_area
    select given.id, case when ST_Dimension(drawn.geom) = 2
      then ST_Multi(ST_CollectionExtract(ST_MakeValid(drawn.geom), 3)) else drawn.geom end
    from unnest(${sql.param(places.map(({ id }) => id))}::text[], ${sql.param(shapes)}::text[])
      as given(id, shape)
    cross join lateral (select ST_SetSRID(ST_GeomFromGeoJSON(given.shape), 4326) as geom) as drawn`);
}

/** Areas without any surface once made valid. */
export async function emptyAreas(tx: Database): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select id from flex_area where ST_IsEmpty(geom) order by id`,
  );
  return rows.map(({ id }) => id);
}

export async function coveringAreas(tx: Database): Promise<FlexFeed['covers']> {
  const { rows } = await tx.execute<FlexFeed['covers'][number]>(sql`
    select outside.id as "outerId", inside.id as "innerId"
    from flex_area outside join flex_area inside on inside.id <> outside.id
      and outside.geom && inside.geom and ST_Dimension(outside.geom) = 2
      and ST_Covers(outside.geom, inside.geom)
    order by outside.id, inside.id`);
  return rows;
}

/** Pairs of areas that share some surface, each once, in order of id. */
export async function crossingAreas(tx: Database): Promise<ReadonlySet<string>> {
  const { rows } = await tx.execute<{ pair: string }>(sql`
    select one.id || ' ' || other.id as pair
    from flex_area one join flex_area other on one.id < other.id and one.geom && other.geom
      and ST_Dimension(one.geom) = 2 and ST_Dimension(other.geom) = 2
      and ST_Relate(one.geom, other.geom, '2********')`);
  return new Set(rows.map(({ pair }) => pair));
}

export type TouchedCommunes = {
  id: string;
  insees: string[];
  /** Names of communes the area covers in part only. */
  partly: string[];
  /** Names of all. */
  names: string[];
};

/**
 * Communes each area serves: those it covers for more than a sliver, those whose village or whose stops
 * lie in it.
 */
export async function touchedCommunes(tx: Database): Promise<Map<string, TouchedCommunes>> {
  const { rows } = await tx.execute<TouchedCommunes>(sql`
    select area.id, array_agg(found.insee order by found.insee) as insees,
      array_agg(found.name order by found.name) as names,
      coalesce(array_agg(found.name order by found.name) filter (where found.share < 0.98), '{}') as partly
    from flex_area area cross join lateral (
      select c.insee, c.name, c.point, case when ST_Dimension(area.geom) < 2 or c.shape is null then 1
        else ST_Area(ST_Intersection(c.shape, area.geom)) / nullif(ST_Area(c.shape), 0) end as share
      from commune c
      where (c.shape && area.geom and ST_Intersects(c.shape, area.geom))
        or (c.point::geometry && area.geom and ST_Covers(area.geom, c.point::geometry))
    ) as found
    where found.share > 0.02 or ST_Covers(area.geom, found.point::geometry)
    group by area.id`);
  return new Map(rows.map((row) => [row.id, row]));
}
