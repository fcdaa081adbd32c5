// From contours as written to shapes that can be drawn: joined, repaired, checked, put in place.

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { commune } from '#db/schema/territory.ts';
import type { PartialDate } from '#domain/provenance.ts';
import type { Check, ImportContext } from '#seeds/pipeline/source.ts';
import { firstPoint, placeFault } from '#seeds/sources/communes/geometry.ts';
import type { MappedContour } from '#seeds/sources/communes/map.ts';

/** A commune's main village may lie outside a simplified contour, never this far. */
const FARTHEST_POINT_METERS = 5_000;
/** The largest commune of mainland France covers 759 km²; Maripasoula, in Guyane, 18 360. */
const LARGEST_SQUARE_KM = 1_000;
const LARGEST_GUYANE_SQUARE_KM = 20_000;
const SHOWN = 5;

/** The drawable geometry of a GeoJSON text, in SQL. */
export function drawableShape(geojson: SQL): SQL {
  return sql`ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_SetSRID(ST_Force2D(ST_GeomFromGeoJSON(${geojson})), 4326)), 3))`;
}

/** Into temporary `staged_commune_shape`, one row a commune of today. */
export async function stageShapes(
  { bulk, tx }: Pick<ImportContext, 'bulk' | 'tx'>,
  contours: readonly MappedContour[],
): Promise<void> {
  await tx.execute(
    sql`create temporary table staged_contour (insee text, geometry text, fault text) on commit drop`,
  );
  await bulk.copyValues(
    'staged_contour',
    ['insee', 'geometry', 'fault'],
    contours.map(({ insee, geometry }) => [
      insee,
      geometry,
      placeFault(firstPoint(JSON.parse(geometry))),
    ]),
  );
  await tx.execute(sql`
    create temporary table staged_commune_shape on commit drop as
    select insee, max(fault) as fault,
      bool_or(not ST_IsValid(ST_SetSRID(ST_Force2D(ST_GeomFromGeoJSON(geometry)), 4326))) as repaired,
      ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_Union(${drawableShape(sql`geometry`)})), 3)) as shape
    from staged_contour group by insee`);
}

/** `staged` communes are those the file itself describes. */
export async function checkShapes(
  tx: Database,
  points: SQL = sql`select insee, point from ${commune}`,
): Promise<Check[]> {
  const { rows } = await tx.execute<{ insee: string }>(
    sql`select insee from staged_commune_shape where repaired order by insee`,
  );
  const repaired = rows.map(({ insee }) => insee);
  return [
    await checkNone(
      tx,
      'coordonnees',
      'Contours en France',
      sql`select insee || ' (' || fault || ')' as said from staged_commune_shape where fault is not null`,
    ),
    await checkNone(
      tx,
      'surface',
      'Contours dessinables',
      sql`select insee as said from staged_commune_shape
        where ST_IsEmpty(shape) or ST_Area(shape::geography) > 1e6 *
          case when insee like '973%' then ${LARGEST_GUYANE_SQUARE_KM}::int else ${LARGEST_SQUARE_KM}::int end`,
    ),
    await checkNone(
      tx,
      'bourg',
      'Chaque contour près de son bourg',
      sql`select staged.insee as said from staged_commune_shape staged
        join (${points}) known on known.insee = staged.insee
        where ST_Distance(staged.shape::geography, known.point) > ${FARTHEST_POINT_METERS}`,
    ),
    ...(repaired.length === 0
      ? []
      : [
          {
            guard: 'reparations',
            label: 'Contours qui se croisaient, réparés',
            passed: true,
            detail: listed(repaired),
          },
        ]),
  ];
}

/** Returns how many communes are drawn anew, and how many contours were the same already. */
export async function swapShapes(
  tx: Database,
  sourceId: string,
  asOf: PartialDate | null,
): Promise<{ written: number; unchanged: number }> {
  const { rows } = await tx.execute<{ insee: string }>(sql`
    update ${commune} set shape = staged.shape, shape_kind = 'official'
    from staged_commune_shape staged
    where ${commune.insee} = staged.insee and (${commune.shapeKind} is distinct from 'official'
      or ${commune.shape} is distinct from staged.shape)
    returning ${commune.insee}`);
  await assertField(tx, 'shape', sourceId, asOf, sql`select insee from staged_commune_shape`);
  const [counted] = (
    await tx.execute<{ total: number }>(
      sql`select count(*)::int as total from staged_contour
        where insee <> all(${sql.param(rows.map(({ insee }) => insee))}::text[])`,
    )
  ).rows;
  return { written: rows.length, unchanged: counted?.total ?? 0 };
}

/** Says where one field of some communes comes from, when their row has another origin. */
export async function assertField(
  tx: Database,
  field: string,
  sourceId: string,
  asOf: PartialDate | null,
  insees: SQL,
): Promise<void> {
  await tx.execute(sql`
    insert into assertion (subject_kind, subject_id, field, source_id, as_of, confirmed_on, confidence)
    select 'commune', told.insee, ${field}, ${sourceId}, ${asOf}::text, null, 'high'
    from (${insees}) told
    on conflict (subject_kind, subject_id, field) do update
      set source_id = excluded.source_id, as_of = excluded.as_of,
        confirmed_on = excluded.confirmed_on, confidence = excluded.confidence`);
}

/** A guard that names up to five faults: rows of one column `said`. */
export async function checkNone(
  tx: Database,
  guard: string,
  label: string,
  faults: SQL,
): Promise<Check> {
  const { rows } = await tx.execute<{ said: string }>(faults);
  const named = rows.map(({ said }) => said).sort();
  return {
    guard,
    label,
    passed: named.length === 0,
    detail: named.length === 0 ? 'oui' : `non : ${listed(named)}`,
  };
}

function listed(names: readonly string[]): string {
  const more = names.length > SHOWN ? `, et ${names.length - SHOWN} autres` : '';
  return `${names.slice(0, SHOWN).join(', ')}${more}`;
}
