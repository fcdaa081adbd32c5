// What a way of working may hold in an offer being written: where, when, how far.

import { z } from 'zod';
import type { LonLat } from '#domain/geo.ts';
import type { Provenance } from '#domain/provenance.ts';
import { isDate } from '#domain/time.ts';
import type {
  NamedPoint,
  ServiceArea,
  ServiceCalendar,
  TravelPattern,
} from '#domain/transport/offer.ts';
import type { PolygonRings } from '#domain/transport/polygon.ts';

export function nullable<T>(schema: z.ZodType<T>): z.ZodType<T | null> {
  return z.union([z.null(), schema]);
}

/** Things named once: a second of the same name could not be told from the first. */
export function named<T>(schema: z.ZodType<T[]>, nameOf: (each: T) => string): z.ZodType<T[]> {
  return schema.refine((list) => new Set(list.map(nameOf)).size === list.length, {
    error: 'each name once',
  });
}

export const idSchema = z.string().min(1).max(120);
/** A name, an address, a label. */
export const lineSchema = z.string().max(300);
export const paragraphSchema = z.string().max(2000);
export const dateSchema = z.string().refine(isDate, { error: 'a day, as 2027-03-01' });
export const inseeSchema = z
  .string()
  .regex(/^(\d{5}|2[AB]\d{3})$/, 'the Insee code of a commune, such as 16230');
export const centsSchema = z.int().min(0).max(10_000_000);
export const minuteSchema = z.int().min(0).max(2880);
export const kmSchema = z.number().min(0).max(2000);

export const contactFields = {
  phone: nullable(z.string().max(60)),
  email: nullable(z.string().max(254)),
  url: nullable(z.string().max(500)),
};

export const provenanceSchema: z.ZodType<Provenance> = z.strictObject({
  sourceId: idSchema,
  asOf: nullable(z.string().max(10)),
  confirmedOn: nullable(z.string().max(10)),
  confidence: z.enum(['high', 'medium', 'low']),
});

export const lonLatSchema: z.ZodType<LonLat> = z.tuple([
  z.number().min(-180).max(180),
  z.number().min(-90).max(90),
]);

export const dayHoursSchema = z.strictObject({ from: minuteSchema, to: minuteSchema });

const closed = (ring: LonLat[]) => {
  const [first, last] = [ring[0], ring.at(-1)];
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
};
const ringSchema = z
  .array(lonLatSchema)
  .min(4)
  .max(5000)
  .refine(closed, { error: 'a ring that ends where it begins' });
export const polygonsSchema: z.ZodType<PolygonRings[]> = z
  .array(z.array(ringSchema).min(1).max(50))
  .max(200);

const namedPointSchema: z.ZodType<NamedPoint> = z.strictObject({
  id: idSchema,
  name: lineSchema,
  point: lonLatSchema,
  radiusMeters: z.number().min(0).max(50_000),
});

const areaSchema: z.ZodType<ServiceArea> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('communes'),
    insees: z.array(inseeSchema).max(3000),
    label: lineSchema,
  }),
  z.strictObject({
    kind: z.literal('points'),
    points: z.array(namedPointSchema).max(600),
    label: lineSchema,
  }),
  z.strictObject({ kind: z.literal('polygon'), polygons: polygonsSchema, label: lineSchema }),
  z.strictObject({ kind: z.literal('everywhere'), label: lineSchema }),
  z.strictObject({ kind: z.literal('unknown'), label: lineSchema }),
]);

const rankSchema = z.union([z.int().min(1).max(5), z.int().min(-5).max(-1)]);

export const calendarSchema: z.ZodType<ServiceCalendar> = z.strictObject({
  weekdays: z.array(z.int().min(1).max(7)).max(7),
  holidays: z.enum(['runs', 'closed', 'as_sunday']),
  school: z.enum(['any', 'term', 'vacation']),
  schoolZone: z.enum(['A', 'B', 'C']).exactOptional(),
  nthOfMonth: nullable(z.array(rankSchema).max(10)),
  startsOn: nullable(dateSchema),
  endsOn: nullable(dateSchema),
  exceptions: named(
    z.array(z.strictObject({ date: dateSchema, runs: z.boolean(), label: lineSchema })).max(800),
    ({ date }) => date,
  ),
});

export const patternSchema: z.ZodType<TravelPattern> = z.strictObject({
  id: idSchema,
  rule: z.enum(['within', 'from_to', 'starts_in', 'ends_in', 'starts_or_ends_in']),
  origin: areaSchema,
  destination: nullable(areaSchema),
  bothWays: z.boolean(),
  pickup: z.enum(['door', 'stop']),
  roundTrip: z.enum(['required', 'allowed', 'forbidden']),
  waitMaxMinutes: nullable(z.int().min(0).max(1440)),
  maxKm: nullable(kmSchema),
  minKm: kmSchema.exactOptional(),
  calendar: calendarSchema,
  windows: z.array(dayHoursSchema).max(24),
  durationFactor: z.number().min(0.1).max(20),
  durationOffsetSeconds: z.int().min(0).max(86_400),
  feeder: z.enum(['yes', 'no', 'only']),
  feederStops: z.array(namedPointSchema).max(200).exactOptional(),
  transferMarginMinutes: z.int().min(0).max(600),
});
