// What polygon do the parts of a zone make together, once the rest is taken away?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { isAt, standsAt } from '#db/queries/directory/near-point.ts';
import {
  CARE_CODES,
  coverageOf,
  type TouchedCommune,
} from '#db/queries/workspace/cover-communes.ts';
import type { AreaCommunes } from '#db/queries/workspace/list-area-communes.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { AreaFault, AreaOutcome } from '#domain/transport/area-recipe.ts';
import type { AreaPart, AreaRecipe } from '#domain/transport/offer-document.ts';
import type { PolygonRings } from '#domain/transport/polygon.ts';

/** More would weigh on every draft and every answer. */
const MOST_POINTS = 3000;
/** Degrees: none, then about 5, 20, 60 and 200 metres. The first that is light enough is kept. */
const TOLERANCES = [0, 0.00005, 0.0002, 0.0006, 0.002];
/** Square metres. Smaller is a crumb between two lines. */
const SMALLEST_PIECE = 1000;
/** Square metres of a square degree, on the equator. */
const SQUARE_DEGREE = 111_195 ** 2;
/** Degrees, about 30 metres: the outlines that something lies around. */
const SMOOTH = 0.0003;
/** From here on, what lies around an outline made smooth holds the outline itself. */
const WIDE_METERS = 200;

type Known = Pick<AreaCommunes, 'communes' | 'membersOf'>;
type Row = { shape: string | null; touched: TouchedCommune[]; places: number };

export async function drawArea(
  db: Database,
  recipe: AreaRecipe,
  known: Known,
): Promise<AreaOutcome> {
  const faults = [...undrawnFaults(recipe, known), ...(await crossingFaults(db, recipe))];
  if (faults.length > 0) return { kind: 'refused', faults };
  const { rows } = await db.execute<Row>(drawAreaQuery(recipe, known));
  const [row] = rows;
  if (row === undefined) throw new Error('The database drew no area and said nothing');
  if (row.shape === null) {
    return { kind: 'refused', faults: [{ code: 'nothing_left', field: 'minus', value: '' }] };
  }
  const { coordinates } = JSON.parse(row.shape) as { coordinates: PolygonRings[] };
  const points = coordinates.flat().reduce((count, ring) => count + ring.length, 0);
  if (points > MOST_POINTS) {
    const fault = { code: 'too_wide' as const, field: 'parts', value: String(points) };
    return { kind: 'refused', faults: [fault] };
  }
  const coverage = coverageOf(row.touched, row.places);
  return { kind: 'made', area: { kind: 'polygon', polygons: coordinates }, coverage };
}

export function drawAreaQuery(recipe: AreaRecipe, known: Known): SQL {
  const steps = sql.join(
    TOLERANCES.map((each) => sql`${each}::float8`),
    sql`, `,
  );
  return sql`with plus as materialized (select ${together(recipe.parts, known)} as g),
    minus as materialized (select ${together(recipe.minus, known)} as g),
    left_over as materialized (
      select (ST_Dump(case when minus.g is null then plus.g
        else ST_CollectionExtract(ST_Difference(plus.g, minus.g), 3) end)).geom as g
      from plus, minus),
    kept as materialized (
      select ST_Multi(ST_Collect(g)) as g from left_over
      where ST_Area(g::geography) >= ${SMALLEST_PIECE}),
    light as (
      select ST_ReducePrecision(ST_SimplifyPreserveTopology(kept.g, step), 0.00001) as g, step
      from kept, unnest(array[${steps}]) as step where kept.g is not null),
    near as materialized (
      select insee, name, population, population_75_plus, population_year,
        ${valid(sql`shape`)} as shape, kept.g
      from commune, kept where shape && kept.g and ST_Intersects(shape, kept.g)),
    touched as materialized (
      select insee, name, population, population_75_plus, population_year,
        case when ST_CoveredBy(shape, g) then 1
          else ST_Area(ST_Intersection(shape, g)) / ST_Area(shape) end as share,
        ST_Area(shape) * cos(radians(ST_Y(ST_Centroid(g)))) * ${SQUARE_DEGREE} as ground
      from near)
  select
    (select ST_AsGeoJSON(ST_Multi(ST_ForcePolygonCCW(g)), 5) from light
      order by ST_NPoints(g) > ${MOST_POINTS}, step limit 1) as shape,
    coalesce((select jsonb_agg(jsonb_build_object('insee', insee, 'name', name,
        'population', population, 'population_75_plus', population_75_plus,
        'population_year', population_year, 'share', share))
      from touched where share * ground >= ${SMALLEST_PIECE}), '[]') as touched,
    (select count(distinct coalesce(e.place_id, e.id))::int from kept
      join entry_spot s on ${standsAt(sql`'any'`)} and s.point && ST_Envelope(ST_Expand(kept.g, 0.01))::geography
        and ST_Intersects(s.point::geometry, kept.g)
      join entry e on ${isAt(sql`e`, sql`s`)}
      where e.category in (select jsonb_array_elements_text(${CARE_CODES}::jsonb))) as places`;
}

/** Null when there is nothing to put together. */
function together(parts: readonly AreaPart[], known: Known): SQL {
  const pieces = withoutCovered(parts, known).map((part) => pieceOf(part, known));
  if (pieces.length === 0) return sql`null::geometry`;
  return sql`(select ST_CollectionExtract(ST_UnaryUnion(ST_Collect(piece)), 3)
    from unnest(array[${sql.join(pieces, sql`, `)}]::geometry[]) as piece)`;
}

/** What lies around communes holds them: their own outlines add nothing. */
function withoutCovered(parts: readonly AreaPart[], { membersOf }: Known): readonly AreaPart[] {
  const covered = new Set(
    parts.flatMap((part) =>
      part.kind === 'around' && part.meters >= WIDE_METERS ? part.insees : [],
    ),
  );
  return parts.filter((part) => {
    if (part.kind === 'drawn' || part.kind === 'around') return true;
    const insees = part.kind === 'epci' ? (membersOf(part.siren) ?? []) : part.insees;
    return insees.some((insee) => !covered.has(insee));
  });
}

function pieceOf(part: AreaPart, { membersOf }: Known): SQL {
  switch (part.kind) {
    case 'communes':
      return unionOf(part.insees);
    case 'epci':
      return unionOf(membersOf(part.siren) ?? []);
    case 'around':
      return sql`ST_Buffer(ST_SimplifyPreserveTopology(${unionOf(part.insees)}, ${SMOOTH})::geography,
        ${part.meters}::float8)::geometry`;
    case 'drawn':
      return drawn(part.polygons);
  }
}

function unionOf(insees: readonly Insee[]): SQL {
  return sql`(select ST_Union(${valid(sql`shape`)}) from commune
    where insee in (select jsonb_array_elements_text(${JSON.stringify(insees)}::jsonb)))`;
}

/** Outlines are mended when they are imported: hardly ever here. */
function valid(shape: SQL): SQL {
  return sql`case when ST_IsValid(${shape}) then ${shape} else ST_MakeValid(${shape}) end`;
}

function drawn(polygons: readonly PolygonRings[]): SQL {
  const shape = JSON.stringify({ type: 'MultiPolygon', coordinates: polygons });
  return sql`ST_UnaryUnion(ST_SetSRID(ST_GeomFromGeoJSON(${shape}), 4326))`;
}

/** A commune whose outline is not known has no ground to add. */
function undrawnFaults({ parts, minus }: AreaRecipe, { communes, membersOf }: Known): AreaFault[] {
  const inList = (list: readonly AreaPart[], name: string) =>
    list.flatMap((part, index) => {
      if (part.kind === 'drawn') return [];
      const insees = part.kind === 'epci' ? (membersOf(part.siren) ?? []) : part.insees;
      return insees
        .filter((insee) => communes.get(insee)?.drawn === false)
        .map((value) => ({ code: 'no_outline' as const, field: `${name}.${index}`, value }));
    });
  return [...inList(parts, 'parts'), ...inList(minus, 'minus')];
}

/** One polygon at a time: two drawings may well overlap, one line may not cross itself. */
async function crossingFaults(
  db: Database,
  { parts, minus }: AreaRecipe,
): Promise<readonly AreaFault[]> {
  const drawings = [
    ...parts.map((part, index) => ({ part, field: `parts.${index}` })),
    ...minus.map((part, index) => ({ part, field: `minus.${index}` })),
  ].flatMap(({ part, field }) =>
    part.kind !== 'drawn'
      ? []
      : part.polygons.map((coordinates) => ({
          field,
          shape: { type: 'Polygon', coordinates },
        })),
  );
  if (drawings.length === 0) return [];
  const { rows } = await db.execute<{ field: string; value: string }>(sql`
    select d.field, round(ST_Y(spot)::numeric, 4) || ', ' || round(ST_X(spot)::numeric, 4) as value
    from jsonb_to_recordset(${JSON.stringify(drawings)}::jsonb) as d(field text, shape jsonb),
      lateral (select location(ST_IsValidDetail(ST_GeomFromGeoJSON(d.shape))) as spot) at
    where spot is not null order by d.field, value`);
  return rows.map((row) => ({ code: 'crossed_drawing', ...row }));
}
