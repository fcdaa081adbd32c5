// How do départements and EPCI go from a file to temporary rows, and what must hold of them?

import { sql } from 'drizzle-orm';
import type { Check, ImportContext } from '#seeds/pipeline/source.ts';
import type { AreaRow } from '#seeds/sources/communes/area-rows.ts';
import { checkNone, drawableShape } from '#seeds/sources/communes/shapes.ts';

/** Into temporary `staged_area` (code, name, shape, fault). */
export async function stageAreas(
  { tx, bulk }: ImportContext,
  areas: readonly AreaRow[],
): Promise<void> {
  await tx.execute(sql`
    create temporary table staged_area_text (code text, name text, geometry text, fault text)
    on commit drop`);
  await bulk.copyValues(
    'staged_area_text',
    ['code', 'name', 'geometry', 'fault'],
    areas.map(({ code, name, geometry, fault }) => [code, name, geometry, fault]),
  );
  await tx.execute(sql`
    create temporary table staged_area on commit drop as
    select code, name, fault, ${drawableShape(sql`geometry`)} as shape from staged_area_text`);
}

export async function checkAreas({ tx }: ImportContext, keptCount: number): Promise<Check[]> {
  return [
    {
      guard: 'contours',
      label: 'Des contours dans le fichier',
      passed: keptCount > 0,
      detail: `${keptCount}`,
    },
    await checkNone(
      tx,
      'coordonnees',
      'Contours en France',
      sql`select name || ' (' || fault || ')' as said from staged_area where fault is not null`,
    ),
    await checkNone(
      tx,
      'surface',
      'Contours dessinables',
      sql`select name as said from staged_area where ST_IsEmpty(shape)`,
    ),
  ];
}
