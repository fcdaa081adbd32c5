// What area does a recipe make, and whom does it cover?

import type { Database } from '#db/database.ts';
import { coverCommunes } from '#db/queries/workspace/cover-communes.ts';
import { drawArea } from '#db/queries/workspace/draw-area.ts';
import { listAreaCommunes } from '#db/queries/workspace/list-area-communes.ts';
import { type AreaFault, type AreaOutcome, wholeCommunes } from '#domain/transport/area-recipe.ts';
import type { AreaRecipe } from '#domain/transport/offer-document.ts';

/** Whole communes stay communes; what is drawn or lies around them is a polygon, in [lon, lat]. */
export async function computeArea(db: Database, recipe: AreaRecipe): Promise<AreaOutcome> {
  if (recipe.parts.length === 0) return refuse('nothing_chosen', 'parts');
  const { communes, membersOf, faults } = await listAreaCommunes(db, recipe);
  if (faults.length > 0) return { kind: 'refused', faults };
  const whole = wholeCommunes(recipe, membersOf);
  if (whole === null) return await drawArea(db, recipe, { communes, membersOf });
  if (whole.length === 0) return refuse('nothing_left', 'minus');
  const area = { kind: 'communes' as const, insees: whole };
  return { kind: 'made', area, coverage: await coverCommunes(db, whole) };
}

function refuse(code: AreaFault['code'], field: string): AreaOutcome {
  return { kind: 'refused', faults: [{ code, field, value: '' }] };
}
