// Where do the zones of a feed lie: which hold or cross which, and are they whole communes?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { FlexPlace, ZoneShape } from '#domain/transport/flex-feed.ts';

/** Of a draft; more would weigh on every answer. */
const MOST_POINTS = 3000;
const TOLERANCES = [0, 0.00005, 0.0002, 0.0006, 0.002, 0.006];
/** Outlines of two makers never lie exactly one on the other. */
const WHOLE_SHARE = 0.98;

export type PlacedZone = {
  id: string;
  /** Made valid, and light enough. Null: it has no surface. */
  shape: ZoneShape | null;
  /** When it is made of whole communes, and of nothing else. */
  insees: readonly Insee[] | null;
};

export type PlacedZones = {
  zones: ReadonlyMap<string, PlacedZone>;
  covers: readonly { outerId: string; innerId: string }[];
  /** Pairs that share some surface, « one other » in order. */
  crossing: ReadonlySet<string>;
};

type ZoneRow = { id: string; shape: string | null; insees: Insee[] | null; share: number | null };
type PairRow = { outerId: string; innerId: string; holds: boolean; crosses: boolean };

export async function placeFeedZones(
  db: Database,
  places: readonly FlexPlace[],
): Promise<PlacedZones> {
  const given = JSON.stringify(
    Object.fromEntries(
      places.map((place): [string, object] => [
        place.id,
        place.kind === 'zone'
          ? { type: 'MultiPolygon', coordinates: place.shape }
          : { type: 'MultiPoint', coordinates: place.stops.map(({ point }) => point) },
      ]),
    ),
  );
  const { rows: zoneRows } = await db.execute<ZoneRow>(feedZonesQuery(given));
  const { rows: pairs } = await db.execute<PairRow>(zonePairsQuery(given));
  const zones = zoneRows.map(({ id, shape, insees, share }): [string, PlacedZone] => {
    const drawn = shape === null ? null : (JSON.parse(shape) as { coordinates: ZoneShape });
    const isWhole = insees !== null && (share ?? 0) >= WHOLE_SHARE;
    return [id, { id, shape: drawn?.coordinates ?? null, insees: isWhole ? insees : null }];
  });
  return {
    zones: new Map(zones),
    covers: pairs
      .filter(({ holds }) => holds)
      .map(({ outerId, innerId }) => ({ outerId, innerId })),
    crossing: new Set(
      pairs
        .filter(({ crosses }) => crosses)
        .map(({ outerId, innerId }) => [outerId, innerId].sort().join(' ')),
    ),
  };
}

const areas = (given: string): SQL => sql`area as materialized (
    select g.key as id, case when ST_Dimension(d.geom) = 2
      then ST_Multi(ST_CollectionExtract(ST_MakeValid(d.geom), 3)) else d.geom end as geom
    from jsonb_each(${given}::jsonb) as g
      cross join lateral (select ST_SetSRID(ST_GeomFromGeoJSON(g.value::text), 4326) as geom) d)`;

/** `share`: of the zone, what its whole communes cover. */
export function feedZonesQuery(given: string): SQL {
  const steps = sql.join(
    TOLERANCES.map((each) => sql`${each}::float8`),
    sql`, `,
  );
  return sql`with ${areas(given)}
    select area.id,
      (select ST_AsGeoJSON(ST_Multi(ST_ForcePolygonCCW(light.g)), 6) from (
          select case when step = 0 then area.geom
            else ST_SimplifyPreserveTopology(area.geom, step) end as g, step
          from unnest(array[${steps}]) as step where not ST_IsEmpty(area.geom)) light
        order by ST_NPoints(light.g) > ${MOST_POINTS}, step limit 1) as shape,
      whole.insees, whole.ground / nullif(ST_Area(area.geom), 0) as share
    from area left join lateral (
      select array_agg(c.insee order by c.insee) as insees, sum(c.held) as ground from (
        select insee, ST_Area(shape) as ground, ST_Area(ST_Intersection(shape, area.geom)) as held
        from (select insee, ST_MakeValid(shape) as shape from commune where shape && area.geom) v
        where ST_Intersects(shape, area.geom)) c
      where c.held >= ${WHOLE_SHARE} * c.ground) whole on true
    where ST_Dimension(area.geom) = 2 or ST_IsEmpty(area.geom)
    order by area.id collate "C"`;
}

export function zonePairsQuery(given: string): SQL {
  return sql`with ${areas(given)}
    select outside.id as "outerId", inside.id as "innerId",
      ST_Covers(outside.geom, inside.geom) as holds,
      ST_Dimension(inside.geom) = 2
        and ST_Relate(outside.geom, inside.geom, '2********') as crosses
    from area outside join area inside on inside.id <> outside.id
      and outside.geom && inside.geom and ST_Dimension(outside.geom) = 2
    order by outside.id collate "C", inside.id collate "C"`;
}
