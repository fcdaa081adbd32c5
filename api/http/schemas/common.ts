// The shapes several answers share, as the API's document describes them.
//
// Each is annotated with its domain type: a field that changes there fails to compile here.

import { z } from 'zod';
import type { Phone } from '#domain/directory/directory.ts';
import type { DayHours } from '#domain/directory/opening-hours.ts';
import type { LonLat } from '#domain/geo.ts';
import type { Provenance } from '#domain/provenance.ts';
import type { Moment } from '#domain/time.ts';

/** A reference or null, written so that the OpenAPI document says it too. */
export function orNull<T>(schema: z.ZodType<T>): z.ZodType<T | null> {
  return z.union([schema, z.null()]);
}

export const lonLatSchema: z.ZodType<LonLat> = z
  .tuple([z.number(), z.number()])
  .meta({ id: 'LonLat', description: 'WGS84 degrees, longitude first' });

export const partialDateSchema = z
  .string()
  .meta({ description: 'YYYY, YYYY-MM or YYYY-MM-DD', examples: ['2026-03'] });

export const dateSchema = z.iso.date();
export const minuteSchema = z
  .number()
  .meta({ description: 'Minutes from midnight, Europe/Paris', examples: [630] });
export const centsSchema = z.number().meta({ description: 'Euro cents' });
export const inseeSchema = z
  .string()
  .meta({ description: 'INSEE code of the commune', examples: ['16020'] });

export const provenanceSchema: z.ZodType<Provenance> = z
  .object({
    sourceId: z.string(),
    asOf: partialDateSchema.nullable(),
    confirmedOn: partialDateSchema.nullable(),
    confidence: z.enum(['high', 'medium', 'low']),
  })
  .meta({ id: 'Provenance', description: 'Where a fact comes from and how old it is' });

export const bilingualSchema: z.ZodType<{ fr: string; en: string }> = z.object({
  fr: z.string(),
  en: z.string(),
});

export const phoneSchema: z.ZodType<Phone> = z
  .object({
    display: z.string(),
    dial: z.string().meta({ description: 'E.164, or a short number as it is dialled' }),
    kind: z.enum(['main', 'appointment', 'mobile', 'fiction']),
  })
  .meta({ id: 'Phone' });

export const answerSchema = z.enum(['yes', 'no', 'unknown']);

export const dayHoursSchema: z.ZodType<DayHours> = z
  .object({ from: minuteSchema, to: minuteSchema })
  .meta({ id: 'DayHours' });

export const weekSchema: z.ZodType<readonly (readonly DayHours[])[]> = z
  .array(z.array(dayHoursSchema))
  .meta({ description: 'Monday first, seven days; empty when closed' });

export const momentSchema: z.ZodType<Moment> = z
  .object({ date: dateSchema, minute: minuteSchema })
  .meta({ id: 'Moment', description: 'Local date and minute, Europe/Paris' });
