// How the API's document describes when and where a service comes.

import { z } from 'zod';
import { dateSchema, minuteSchema, orNull } from '#api/http/schemas/common.ts';
import type { Visit, VisitPlace } from '#domain/journey/visit.ts';

export const visitPlaceSchema: z.ZodType<VisitPlace> = z
  .object({
    name: z.string(),
    crowMeters: z.number().nullable().meta({ description: 'From home, as the crow flies' }),
    inHomeCommune: z.boolean(),
  })
  .meta({ id: 'VisitPlace' });

export const visitSchema: z.ZodType<Visit> = z
  .object({
    date: dateSchema,
    hours: z.array(z.object({ from: minuteSchema, to: minuteSchema })),
    place: orNull(visitPlaceSchema),
  })
  .meta({ id: 'Visit' });
