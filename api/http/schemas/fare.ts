// How the API's document describes what a trip costs.

import { z } from 'zod';
import { centsSchema, inseeSchema, orNull, provenanceSchema } from '#api/http/schemas/common.ts';
import {
  type FareComponent,
  HIRE_VEHICLES,
  type KmBand,
  type Price,
  type PriceLine,
  type WaitRule,
} from '#domain/transport/fare.ts';

const basisSchema = z.enum(['trip', 'home_round_trip', 'driver_loop']);

const perSchema = z.enum(['leg', 'round_trip']);
const bandSchema: z.ZodType<KmBand> = z
  .object({ fromKm: z.number().nullable(), toKm: z.number().nullable() })
  .meta({ id: 'KmBand', description: 'One way: from excluded, to included' });

const waitRuleSchema: z.ZodType<WaitRule> = z
  .object({
    freeMinutes: z.number(),
    kmFactorBeyond: z.number(),
    driverGoesHomeFactor: z.number(),
  })
  .meta({ id: 'WaitRule' });

const common = {
  note: z.string().nullable(),
  provenance: provenanceSchema,
  vehicle: z.enum(HIRE_VEHICLES).exactOptional().meta({ description: 'Of a hire; absent: any' }),
};

export const fareComponentSchema: z.ZodType<FareComponent> = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('free'), ...common }),
    z.object({
      kind: z.literal('flat'),
      cents: centsSchema,
      maxCents: centsSchema.exactOptional(),
      per: perSchema,
      band: bandSchema.exactOptional(),
      ...common,
    }),
    z.object({
      kind: z.literal('per_km'),
      centsPerKm: z.number(),
      maxCentsPerKm: z.number().exactOptional(),
      basis: basisSchema,
      waitRule: orNull(waitRuleSchema),
      band: bandSchema.exactOptional(),
      ...common,
    }),
    z.object({
      kind: z.literal('zone'),
      zones: z.array(z.object({ name: z.string(), insees: z.array(inseeSchema) })),
      prices: z.array(z.object({ from: z.string(), to: z.string(), cents: centsSchema })),
      ...common,
    }),
    z.object({
      kind: z.literal('wait'),
      centsPerHour: centsSchema,
      freeMinutes: z.number(),
      ...common,
    }),
    z.object({
      kind: z.literal('period'),
      options: z.array(z.object({ hours: z.number(), cents: centsSchema })),
      ...common,
    }),
    z.object({
      kind: z.literal('limits'),
      minCents: centsSchema.nullable(),
      maxCents: centsSchema.nullable(),
      per: perSchema,
      ...common,
    }),
    z.object({
      kind: z.literal('pass'),
      cents: centsSchema,
      trips: z.number().nullable(),
      per: z.enum(['book', 'month', 'year']),
      ...common,
    }),
    z.object({ kind: z.literal('deposit'), cents: centsSchema, ...common }),
    z.object({
      kind: z.literal('subsidy'),
      percent: z.number(),
      maxCents: centsSchema.nullable(),
      ...common,
    }),
    z.object({ kind: z.literal('quote'), url: z.string().nullable(), ...common }),
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
    z.object({ kind: z.literal('unknown'), band: bandSchema.exactOptional(), ...common }),
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
      'zone',
      'wait',
      'period',
      'limits',
      'pass',
      'deposit',
      'subsidy',
      'quote',
    ]),
    label: z.string().nullable(),
    minCents: centsSchema.nullable(),
    maxCents: centsSchema.nullable(),
    once: z.literal('per_year').nullable(),
    km: z.number().nullable(),
    centsPerKm: z.number().nullable(),
    basis: basisSchema.nullable(),
    provenance: orNull(provenanceSchema),
    url: z.string().exactOptional(),
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
