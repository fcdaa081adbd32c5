// Bench: how fast are journeys found, beside minotor on real feeds, then by whole plans on a region?

import type { Bench } from '#tests/bench/bench-result.ts';
import { minotorFigures } from '#tests/bench/journeys-minotor.ts';
import { regionFigures } from '#tests/bench/journeys-region.ts';

export const bench: Bench = async (tell) => [
  ...(await minotorFigures(tell)),
  ...(await regionFigures(tell)),
];
