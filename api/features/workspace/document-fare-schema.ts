// What an offer being written may ask of people: a price, in parts, and who may ride.

import { z } from 'zod';
import type { Criterion, Eligibility } from '#domain/transport/eligibility.ts';
import { type FareComponent, HIRE_VEHICLES, type KmBand } from '#domain/transport/fare.ts';
import {
  centsSchema,
  idSchema,
  inseeSchema,
  kmSchema,
  lineSchema,
  nullable,
  paragraphSchema,
  provenanceSchema,
} from './document-pattern-schema.ts';

const percent = z.number().min(0).max(100);
const perSchema = z.enum(['leg', 'round_trip']);
const bandSchema: z.ZodType<KmBand> = z.strictObject({
  fromKm: nullable(kmSchema),
  toKm: nullable(kmSchema),
});
/** A tenth of a cent is written: 0.105 € a kilometre. */
const centsPerKm = z.number().min(0).max(10_000);
const minutes = z.int().min(0).max(100_000);
const part = <Kind extends string, Shape extends z.core.$ZodShape>(kind: Kind, shape: Shape) =>
  z.strictObject({
    kind: z.literal(kind),
    ...shape,
    note: nullable(paragraphSchema),
    provenance: provenanceSchema,
    vehicle: z.enum(HIRE_VEHICLES).exactOptional(),
  });

export const fareSchema: z.ZodType<FareComponent> = z.discriminatedUnion('kind', [
  part('free', {}),
  part('flat', {
    cents: centsSchema,
    maxCents: centsSchema.exactOptional(),
    per: perSchema,
    band: bandSchema.exactOptional(),
  }),
  part('per_km', {
    centsPerKm,
    maxCentsPerKm: centsPerKm.exactOptional(),
    basis: z.enum(['trip', 'home_round_trip', 'driver_loop']),
    waitRule: nullable(
      z.strictObject({
        freeMinutes: minutes,
        kmFactorBeyond: z.number().min(1).max(10),
        driverGoesHomeFactor: z.number().min(1).max(10),
      }),
    ),
    band: bandSchema.exactOptional(),
  }),
  part('zone', {
    zones: z
      .array(z.strictObject({ name: lineSchema, insees: z.array(inseeSchema).max(3000) }))
      .max(100),
    prices: z
      .array(z.strictObject({ from: lineSchema, to: lineSchema, cents: centsSchema }))
      .max(2000),
  }),
  part('wait', { centsPerHour: centsSchema, freeMinutes: minutes }),
  part('period', {
    options: z
      .array(z.strictObject({ hours: z.number().min(0).max(100_000), cents: centsSchema }))
      .max(60),
  }),
  part('limits', {
    minCents: nullable(centsSchema),
    maxCents: nullable(centsSchema),
    per: perSchema,
  }),
  part('membership', { cents: centsSchema, per: z.literal('year') }),
  part('pass', {
    cents: centsSchema,
    trips: nullable(z.int().min(1).max(10_000)),
    per: z.enum(['book', 'month', 'year']),
  }),
  part('deposit', { cents: centsSchema }),
  part('extra', { label: lineSchema }),
  part('subsidy', { percent, maxCents: nullable(centsSchema) }),
  part('reimbursed', {
    ratePercent: percent,
    franchiseCentsPerTrip: centsSchema,
    franchiseCentsPerDay: centsSchema,
    franchiseCentsPerYear: centsSchema,
  }),
  part('allowance', { centsPerYear: centsSchema }),
  part('discount', { percent }),
  part('quote', { url: nullable(z.string().max(500)) }),
  part('unknown', { band: bandSchema.exactOptional() }),
]);

const bare = <Kind extends string>(kind: Kind) => z.strictObject({ kind: z.literal(kind) });
const labelled = <Kind extends string>(kind: Kind) =>
  z.strictObject({ kind: z.literal(kind), label: lineSchema });
const age = nullable(z.int().min(0).max(130));

const criterionSchema: z.ZodType<Criterion> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('age'), min: age, max: age }),
  z.strictObject({
    kind: z.literal('residence'),
    insees: z.array(inseeSchema).max(3000),
    label: lineSchema,
  }),
  z.strictObject({ kind: z.literal('benefit'), anyOf: z.array(idSchema).max(30) }),
  labelled('low_income'),
  bare('no_licence'),
  bare('licence'),
  bare('moped_licence'),
  bare('no_vehicle'),
  bare('no_other_solution'),
  bare('disability_card'),
  bare('prescription'),
  bare('member'),
  z.strictObject({ kind: z.literal('referral'), by: lineSchema }),
  labelled('pension'),
  bare('not_covered_by_insurance'),
  labelled('other'),
]);

/** How deep it may go is seen to before: see `readOfferDocument`. */
export const eligibilitySchema: z.ZodType<Eligibility> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(eligibilitySchema).max(40) }),
    z.strictObject({ any: z.array(eligibilitySchema).max(40) }),
    z.strictObject({ not: eligibilitySchema }),
    z.strictObject({
      criterion: criterionSchema,
      proof: nullable(lineSchema),
      weight: z.enum(['hard', 'soft']),
    }),
  ]),
);
