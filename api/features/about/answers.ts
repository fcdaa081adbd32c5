// How the API's document describes sources and reports.

import { z } from 'zod';
import { partialDateSchema } from '#api/http/schemas/common.ts';
import type { Source } from '#domain/provenance.ts';

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
