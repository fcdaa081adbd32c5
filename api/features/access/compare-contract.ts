// With which other territories, with which communes?

import { z } from 'zod';
import { INDICATOR_IDS } from '#domain/access/indicators.ts';

/** Two beside one: more columns are not read. */
const MOST_OTHERS = 2;

export const accessCompareQuery = z.strictObject({
  with: z
    .string()
    .regex(
      /^[a-z0-9-]{1,60}(,[a-z0-9-]{1,60}){0,1}$/,
      `the codes of one or of ${MOST_OTHERS} other territories, such as royan-atlantique,aunis-atlantique`,
    )
    .transform((text) => [...new Set(text.split(','))])
    .meta({ description: 'Codes, a comma between', examples: ['royan-atlantique'] }),
});

export const accessAlikeQuery = z.strictObject({
  indicator: z.enum(INDICATOR_IDS, { error: `one of ${INDICATOR_IDS.join(', ')}` }),
});
