// May what the ministry publishes be said of a whole département, and how far is our figure from it?

export type PublishedDepartement = {
  code: string;
  year: number;
  /** By people; null: the people of none of its communes are known. */
  mean: number | null;
  /** Communes published whose people are known: those the mean is of. */
  weighedCount: number;
  publishedCount: number;
  /** Communes known here of which nothing is published. */
  silentCount: number;
};

/** What is said: the mean, of when, of how many of its communes. */
export type DepartementMean = {
  code: string;
  year: number;
  value: number;
  communeCount: number;
  /** Communes the ministry publishes there. */
  publishedCount: number;
};

/** Less than this share of its communes, and it is a mean of somewhere else. */
const LEAST_SHARE = 2 / 3;

/** Null: too few of its communes are both published and peopled to speak of the département. */
export function departementMean(
  published: PublishedDepartement | undefined,
): DepartementMean | null {
  if (published === undefined || published.mean === null) return null;
  const { code, year, mean, weighedCount, publishedCount, silentCount } = published;
  const isMost = (count: number) => weighedCount >= LEAST_SHARE * count;
  if (!isMost(publishedCount) || !isMost(weighedCount + silentCount)) return null;
  return { code, year, value: mean, communeCount: weighedCount, publishedCount };
}

/** What the ministry publishes of the communes of a territory, as one figure beside ours. */
export type PublishedBeside = {
  year: number;
  value: number;
  /** Ours less the ministry’s, over the same communes; null: we have none of them. */
  residual: number | null;
  communeCount: number;
};

type Beside = { population: number; ours: number | null; published: number | null };

/** Weighted by people, over the communes published; null: none is. */
export function publishedBeside(year: number, communes: readonly Beside[]): PublishedBeside | null {
  const told = communes.flatMap(({ population, ours, published }) =>
    published === null ? [] : [{ population, ours, published }],
  );
  const value = meanOf(told.map(({ population, published }) => [published, population]));
  if (value === null) return null;
  const both = told.flatMap(({ population, ours, published }) =>
    ours === null ? [] : [[ours - published, population] as const],
  );
  return { year, value, residual: meanOf(both), communeCount: told.length };
}

function meanOf(pairs: readonly (readonly [value: number, weight: number])[]): number | null {
  const weight = pairs.reduce((sum, [, each]) => sum + each, 0);
  return weight === 0 ? null : pairs.reduce((sum, [value, each]) => sum + value * each, 0) / weight;
}
