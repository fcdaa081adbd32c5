// How the API's document describes territories side by side, and communes that are alike.

import { z } from 'zod';
import { inseeSchema } from '#api/http/schemas/common.ts';
import type { CompareWarning } from '#domain/access/compare-warnings.ts';
import type { Likeness } from '#domain/access/twin-likeness.ts';
import { indicatorFields, vintageSchema } from './answers.ts';
import type { AccessAlike, AccessComparison, AccessTwins } from './compare-views.ts';

const likenessSchema: z.ZodType<Likeness> = z
  .object({
    density: z.number().nullable().meta({ description: 'Doublings of people a square kilometre' }),
    older: z.number().nullable().meta({ description: 'Steps of five points of the share of 75+' }),
    population: z.number().nullable().meta({ description: 'Doublings of population' }),
    gap: z.number().meta({ description: 'Mean of the three, 1 for each not known; 0: alike' }),
  })
  .meta({ id: 'AccessLikeness' });

const portraitFields = {
  code: z.string(),
  name: z.string(),
  communeCount: z.number(),
  population: z.number(),
  population75Plus: z.number().nullable(),
  populationYear: z.number().nullable(),
  areaKm2: z.number().nullable(),
  isSchematic: z.boolean(),
  density: z.number().nullable().meta({ description: 'People a square kilometre' }),
  olderShare: z.number().nullable(),
  computedAt: z.iso.datetime().nullable(),
};

export const accessTwinsSchema: z.ZodType<AccessTwins> = z
  .object({
    territory: z.object(portraitFields),
    twins: z.array(z.object({ ...portraitFields, likeness: likenessSchema })),
  })
  .meta({ id: 'AccessTwins', description: 'Territories of this site, the most alike first' });

const codes = z.array(z.string());
const warningSchema: z.ZodType<CompareWarning> = z
  .union([
    z.object({ kind: z.literal('travel_times'), estimated: codes, measured: codes }),
    z.object({ kind: z.literal('method'), older: codes }),
    z.object({
      kind: z.literal('year'),
      source: z.enum(['population', 'supply']),
      years: z.array(z.object({ code: z.string(), year: z.string() })),
    }),
    z.object({ kind: z.literal('halo'), codes }),
  ])
  .meta({ id: 'AccessCompareWarning', description: 'Why figures side by side may mislead' });

const comparedSchema = z.object({
  value: z.number().nullable(),
  concern: z
    .object({
      bound: z.number(),
      people: z.number(),
      share: z.number(),
      older: z.number().nullable(),
    })
    .nullable()
    .meta({ description: 'Beyond the bound told as a lack, among people of whom it is known' }),
  olderShare: z.number().nullable(),
  spread: z
    .object({
      worst: z.number(),
      best: z.number(),
      gini: z.number(),
      palma: z.number().nullable(),
      leftOut: z.number(),
    })
    .nullable()
    .meta({ description: 'Worst and best tenth of people; Gini, Palma: weighted by people' }),
  isDoubtful: z.boolean().meta({ description: 'Care there is rather not all counted' }),
  vintages: z.array(z.object({ id: z.string(), date: z.string().nullable() })),
});

export const accessComparisonSchema: z.ZodType<AccessComparison> = z
  .object({
    territories: z.array(
      z.object({
        ...portraitFields,
        likeness: likenessSchema.nullable(),
        fingerprint: z.string().nullable(),
        vintages: z.array(vintageSchema),
        isEstimated: z.boolean(),
      }),
    ),
    warnings: z.array(warningSchema),
    indicators: z.array(
      z.object({
        ...indicatorFields,
        areComparable: z.boolean(),
        values: z.array(comparedSchema.nullable()),
      }),
    ),
  })
  .meta({ id: 'AccessComparison', description: 'Territories side by side' });

export const accessAlikeSchema: z.ZodType<AccessAlike> = z
  .object({
    indicator: z.object(indicatorFields),
    densityClass: z
      .object({ from: z.number().nullable(), to: z.number().nullable() })
      .nullable()
      .meta({ description: 'People a square kilometre; null: not known' }),
    isSchematic: z.boolean(),
    communes: z.array(
      z.object({
        insee: inseeSchema,
        name: z.string(),
        territory: z.object({ code: z.string(), name: z.string() }),
        population: z.number(),
        olderShare: z.number().nullable(),
        density: z.number().nullable(),
        value: z.number().nullable(),
        state: z.enum(['value', 'none_in_reach', 'unknown', 'suppressed']),
        likeness: likenessSchema,
        hasOtherTimes: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'AccessAlike', description: 'Communes of this site like one, the most alike first' });
