// In which class is a difference, of which colour, and how is it told?
//
// Brown loses and blue gains, told apart by who confuses red and green; what changes little is grey, and what
// changes nothing has no colour.

import type { DeskHinge } from '#domain/access/scenario-desk.ts';

export const DELTA_CLASSES = [
  'lose3',
  'lose2',
  'lose1',
  'small',
  'none',
  'gain1',
  'gain2',
  'gain3',
] as const;
export type DeltaClass = (typeof DELTA_CLASSES)[number];

export const DELTA_COLOURS: Readonly<Record<DeltaClass, string>> = {
  lose3: '#6b3d0a',
  lose2: '#b5793a',
  lose1: '#e6c27d',
  small: '#cfcbc4',
  none: '#ffffff',
  gain1: '#8fbde3',
  gain2: '#3f86bd',
  gain3: '#0b3f6b',
};

/** Consultations a year: what one can feel. */
const BOUNDS_OF_ACTS = [0.25, 0.5, 1] as const;

/** Elsewhere the same shares of the hinge, on round numbers. */
export function deltaBounds(unitIsActs: boolean, hinge: DeskHinge): [number, number, number] {
  if (unitIsActs) return [...BOUNDS_OF_ACTS];
  const [small, middle, large] = BOUNDS_OF_ACTS.map((bound) =>
    roundUp((bound / 2.5) * hinge.value),
  );
  return [small ?? 1, middle ?? 2, large ?? 4];
}

/** A bound belongs to the stronger class. */
export function deltaClass(
  delta: number,
  [small, middle, large]: [number, number, number],
): DeltaClass {
  if (delta === 0) return 'none';
  const size = Math.abs(delta);
  if (size < small) return 'small';
  const degree = size < middle ? 1 : size < large ? 2 : 3;
  return `${delta < 0 ? 'lose' : 'gain'}${degree}`;
}

/** To one figure that counts: 1, 2, 5, 10… */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1e-9)));
  return ([1, 2, 5].find((step) => value <= step * power) ?? 10) * power;
}
