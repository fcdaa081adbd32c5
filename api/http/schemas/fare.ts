// How the API's document describes what a trip costs.

import { z } from 'zod';
import { centsSchema, orNull, provenanceSchema } from '#api/http/schemas/common.ts';
import type { FareComponent, Price, PriceLine, WaitRule } from '#domain/transport/fare.ts';

const basisSchema = z.enum(['trip', 'home_round_trip', 'driver_loop']);

const waitRuleSchema: z.ZodType<WaitRule> = z
  .object({
    freeMinutes: z.number(),
    kmFactorBeyond: z.number(),
    driverGoesHomeFactor: z.number(),
  })
  .meta({ id: 'WaitRule' });

const common = { note: z.string().nullable(), provenance: provenanceSchema };

export const fareComponentSchema: z.ZodType<FareComponent> = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('free'), ...common }),
    z.object({
      kind: z.literal('flat'),
      cents: centsSchema,
      per: z.enum(['leg', 'round_trip']),
      ...common,
    }),
    z.object({
      kind: z.literal('per_km'),
      centsPerKm: z.number(),
      basis: basisSchema,
      waitRule: orNull(waitRuleSchema),
      ...common,
    }),
    z.object({
      kind: z.literal('membership'),
      cents: centsSchema,
      per: z.literal('year'),
      ...common,
    }),
    z.object({ kind: z.literal('extra'), label: z.string(), ...common }),
    z.object({
      kind: z.literal('reimbursed'),
      ratePercent: z.number(),
      franchiseCentsPerTrip: centsSchema,
      franchiseCentsPerDay: centsSchema,
      franchiseCentsPerYear: centsSchema,
      ...common,
    }),
    z.object({ kind: z.literal('allowance'), centsPerYear: centsSchema, ...common }),
    z.object({ kind: z.literal('discount'), percent: z.number(), ...common }),
    z.object({ kind: z.literal('unknown'), ...common }),
  ])
  .meta({ id: 'FareComponent' });

const priceLineSchema: z.ZodType<PriceLine> = z
  .object({
    code: z.enum([
      'free',
      'flat',
      'per_km',
      'membership',
      'extra',
      'reimbursed',
      'allowance',
      'discount',
      'unknown',
      'wait_doubled',
    ]),
    label: z.string().nullable(),
    minCents: centsSchema.nullable(),
    maxCents: centsSchema.nullable(),
    once: z.literal('per_year').nullable(),
    km: z.number().nullable(),
    centsPerKm: z.number().nullable(),
    basis: basisSchema.nullable(),
    provenance: orNull(provenanceSchema),
  })
  .meta({ id: 'PriceLine' });

export const priceSchema: z.ZodType<Price> = z
  .object({
    minCents: centsSchema.nullable(),
    maxCents: centsSchema.nullable(),
    partial: z.boolean().meta({ description: 'Some lines are not known' }),
    estimate: z.boolean(),
    lines: z.array(priceLineSchema),
  })
  .meta({ id: 'Price', description: 'Yearly membership apart' });
