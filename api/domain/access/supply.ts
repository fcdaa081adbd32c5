// What care is counted by commune?

import { ACCESS_PROFESSIONS, type AccessProfession } from './professions.ts';

/** Professionals by head, then establishments. `emergency`: sites with an emergency department. */
export const SUPPLY_KINDS = [...ACCESS_PROFESSIONS, 'hospital', 'emergency'] as const;

export type SupplyKind = AccessProfession | 'hospital' | 'emergency';

/** A commune counts more than this for its people: two practices counted as one, a call centre. To be confirmed. */
const MOST_A_THOUSAND = 3;
/** Under so many, a small village with a health house is no error. */
const LEAST_TO_DOUBT = 20;

export const isDoubtfulCount = (headCount: number, population: number): boolean =>
  headCount >= LEAST_TO_DOUBT && headCount * 1_000 > population * MOST_A_THOUSAND;
