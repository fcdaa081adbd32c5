// How the API's document describes who may ride.

import { z } from 'zod';
import { inseeSchema } from '#api/http/schemas/common.ts';
import type { Criterion, Eligibility, EligibilityResult } from '#domain/transport/eligibility.ts';

const bare = <Kind extends string>(kind: Kind) => z.object({ kind: z.literal(kind) });
const labelled = <Kind extends string>(kind: Kind) =>
  z.object({ kind: z.literal(kind), label: z.string() });

const criterionSchema: z.ZodType<Criterion> = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('age'),
      min: z.number().nullable(),
      max: z.number().nullable(),
    }),
    z.object({ kind: z.literal('residence'), insees: z.array(inseeSchema), label: z.string() }),
    z.object({ kind: z.literal('benefit'), anyOf: z.array(z.string()) }),
    labelled('low_income'),
    bare('no_licence'),
    bare('licence'),
    bare('moped_licence'),
    bare('no_vehicle'),
    bare('no_other_solution'),
    bare('disability_card'),
    bare('prescription'),
    bare('member'),
    z.object({ kind: z.literal('referral'), by: z.string() }),
    labelled('pension'),
    bare('not_covered_by_insurance'),
    labelled('other'),
  ])
  .meta({ id: 'Criterion' });

export const eligibilitySchema: z.ZodType<Eligibility> = z
  .lazy(() =>
    z.union([
      z.object({ all: z.array(eligibilitySchema) }),
      z.object({ any: z.array(eligibilitySchema) }),
      z.object({ not: eligibilitySchema }),
      z.object({
        criterion: criterionSchema,
        proof: z.string().nullable(),
        weight: z.enum(['hard', 'soft']),
      }),
    ]),
  )
  .meta({ id: 'Eligibility' });

export const eligibilityResultSchema: z.ZodType<EligibilityResult> = z
  .object({
    value: z.boolean().nullable().meta({ description: 'Null: to check on the phone' }),
    reasons: z.array(
      z.object({
        criterion: criterionSchema,
        value: z.boolean().nullable(),
        proof: z.string().nullable(),
        negated: z.literal(true).exactOptional(),
      }),
    ),
  })
  .meta({ id: 'EligibilityResult' });
