// Which communes are like this one: as densely peopled, as old, as large?

import { densityOf, type Likeness, likeness, type Portrait, sortAlike } from './twin-likeness.ts';

/**
 * Inner bounds of the classes of people a square kilometre: ours. The grid of density of Insee is not in our
 * data.
 */
export const DENSITY_BOUNDS = [25, 50, 100, 300] as const;

/** `null` bound: none on that side. */
export type DensityClass = { from: number | null; to: number | null };

/** Null: its contour is not known. */
export function densityClassOf(portrait: Portrait): DensityClass | null {
  const density = densityOf(portrait);
  if (density === null) return null;
  const above = DENSITY_BOUNDS.filter((bound) => bound <= density);
  return {
    from: above.at(-1) ?? null,
    to: DENSITY_BOUNDS.find((bound) => bound > density) ?? null,
  };
}

export type TwinCandidate = { insee: string; portrait: Portrait };

/** From there on, it is another commune. */
const LEAST_OTHER = 1;

/** Of the same class of density, or all where its density is not known; most alike first. */
export function twinCommunes<Candidate extends TwinCandidate>(
  own: TwinCandidate,
  candidates: readonly Candidate[],
  most: number,
): { candidate: Candidate; likeness: Likeness }[] {
  const wanted = densityClassOf(own.portrait);
  const alike = candidates
    .filter(({ insee }) => insee !== own.insee)
    .filter(({ portrait }) => wanted === null || isSame(densityClassOf(portrait), wanted))
    .map((candidate) => ({ candidate, likeness: likeness(own.portrait, candidate.portrait) }))
    .filter((each) => each.likeness.gap < LEAST_OTHER);
  return sortAlike(
    alike,
    (each) => each.likeness.gap,
    (each) => each.candidate.insee,
  ).slice(0, most);
}

const isSame = (one: DensityClass | null, other: DensityClass): boolean =>
  one !== null && one.from === other.from && one.to === other.to;
