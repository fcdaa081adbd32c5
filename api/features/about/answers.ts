// How the API's document describes sources and reports.

import { z } from 'zod';
import { partialDateSchema } from '#api/http/schemas/common.ts';
import type { Source } from '#domain/provenance.ts';
import type { Readiness } from './check-readiness.ts';

export const sourcesSchema: z.ZodType<readonly Source[]> = z.array(
  z
    .object({
      id: z.string(),
      name: z.string(),
      publisher: z.string(),
      url: z.string().nullable(),
      licence: z.string().nullable(),
      date: partialDateSchema.nullable(),
      note: z.string().nullable(),
    })
    .meta({ id: 'Source' }),
);

export const storedReportSchema = z.object({ id: z.string() }).meta({ id: 'StoredReport' });

export const readinessSchema: z.ZodType<Readiness> = z
  .object({
    status: z.enum(['ready', 'not_ready']),
    database: z.boolean(),
    stores: z.record(z.string(), z.boolean()),
    stopping: z.boolean(),
  })
  .meta({ id: 'Readiness' });
