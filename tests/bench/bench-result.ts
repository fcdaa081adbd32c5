// What does a bench say: figures, each with its goal or none.

/** `goal` reads « ≥ 0.6 »; null when the figure is only told. `met` is null without a goal. */
export type Figure = {
  name: string;
  value: number;
  unit: string;
  goal: string | null;
  met: boolean | null;
};

/** Tells how it goes, line by line, then returns its figures. */
export type Bench = (tell: (line: string) => void) => Promise<Figure[]>;

export const atLeast = (name: string, value: number, goal: number, unit: string): Figure => ({
  name,
  value: rounded(value),
  unit,
  goal: `≥ ${goal}`,
  met: value >= goal,
});

export const atMost = (name: string, value: number, goal: number, unit: string): Figure => ({
  name,
  value: rounded(value),
  unit,
  goal: `≤ ${goal}`,
  met: value <= goal,
});

export const told = (name: string, value: number, unit: string): Figure => ({
  name,
  value: rounded(value),
  unit,
  goal: null,
  met: null,
});

/** The value below which a share of the values lies; nearest rank. NaN without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

const rounded = (value: number): number => Number(value.toPrecision(4));
