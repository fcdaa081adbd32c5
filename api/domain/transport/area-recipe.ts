// Of which communes is a zone made, when it is made of whole communes only? And what does a zone cover?

import type { Insee } from '#domain/territory/territory.ts';
import type { ServiceArea } from '#domain/transport/offer.ts';
import type { AreaPart, AreaRecipe } from '#domain/transport/offer-document.ts';

/** What a recipe makes, before anybody named it. */
export type MadeArea =
  | Omit<Extract<ServiceArea, { kind: 'communes' }>, 'label'>
  | Omit<Extract<ServiceArea, { kind: 'polygon' }>, 'label'>;

/** Communes in part count for the part of their ground that is covered: then it is an estimate. */
export type AreaCoverage = {
  population: number;
  /** Of the communes where it is known. */
  population75Plus: number;
  /** Communes where the number of people of 75 and older is not known. */
  communesWithoutAges: number;
  /** The oldest year of the figures; null without any commune. */
  populationYear: number | null;
  isEstimate: boolean;
  /** Places of care in the directory. */
  careCount: number;
  /** In alphabetical order. */
  communes: readonly { insee: Insee; name: string; share: 'whole' | 'part' }[];
};

export type ComputedArea = { area: MadeArea; coverage: AreaCoverage };

export const AREA_FAULTS = [
  'unknown_commune',
  'former_commune',
  'unknown_epci',
  'no_outline',
  'crossed_drawing',
  'nothing_chosen',
  'nothing_left',
  'too_wide',
] as const;

/** Why a recipe makes no area: where in it, and what was found there. */
export type AreaFault = { code: (typeof AREA_FAULTS)[number]; field: string; value: string };

export type AreaOutcome =
  | ({ kind: 'made' } & ComputedArea)
  | { kind: 'refused'; faults: readonly AreaFault[] };

export type Members = (siren: string) => readonly Insee[] | null;

/**
 * In ascending order. Null when something is drawn, or lies around communes, or when the communes of a
 * group are not known here.
 */
export function wholeCommunes(recipe: AreaRecipe, membersOf: Members): readonly Insee[] | null {
  const kept = union(recipe.parts, membersOf);
  const left = union(recipe.minus, membersOf);
  if (kept === null || left === null) return null;
  return [...kept].filter((insee) => !left.has(insee)).sort();
}

function union(parts: readonly AreaPart[], membersOf: Members): ReadonlySet<Insee> | null {
  const found = new Set<Insee>();
  for (const part of parts) {
    const insees =
      part.kind === 'communes' ? part.insees : part.kind === 'epci' ? membersOf(part.siren) : null;
    if (insees === null) return null;
    for (const insee of insees) found.add(insee);
  }
  return found;
}

/** How an area was made, when nobody wrote it down: by naming its communes, or by drawing it. */
export function recipeOf(area: ServiceArea): AreaRecipe {
  if (area.kind === 'communes' && area.insees.length > 0) {
    return { parts: [{ kind: 'communes', insees: area.insees }], minus: [] };
  }
  if (area.kind === 'polygon' && area.polygons.length > 0) {
    const { label, polygons } = area;
    return { parts: [{ kind: 'drawn', label, polygons }], minus: [] };
  }
  return { parts: [], minus: [] };
}
