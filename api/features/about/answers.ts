// How the API's document describes sources and reports.

import { z } from 'zod';
import { bilingualSchema, dateSchema, partialDateSchema } from '#api/http/schemas/common.ts';
import type { SourceFreshness } from '#domain/official-source.ts';
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

export const editionsSchema: z.ZodType<readonly SourceFreshness[]> = z.array(
  z
    .object({
      name: z.string().meta({ description: 'Word of the command that imports it' }),
      title: bilingualSchema,
      publisher: z.string(),
      licence: z.string().nullable(),
      cadence: bilingualSchema,
      page: z.string(),
      takes: bilingualSchema,
      defaultUrl: z.string().nullable(),
      oldAfterDays: z.number().nullable(),
      editions: z.array(
        z.object({
          name: z.string().nullable(),
          licence: z.string().nullable(),
          asOf: partialDateSchema.nullable(),
          importedOn: dateSchema,
          checkedOn: dateSchema,
          keptCount: z.number(),
          rejectedCount: z.number(),
          validFrom: dateSchema.nullable(),
          validTo: dateSchema.nullable(),
          state: z.enum(['fresh', 'old', 'expired']),
        }),
      ),
    })
    .meta({ id: 'SourceFreshness' }),
);

export const storedReportSchema = z
  .object({
    id: z.string(),
    isKept: z.boolean().meta({ description: 'False: enough people said the same in a day' }),
  })
  .meta({ id: 'StoredReport' });

export const readinessSchema: z.ZodType<Readiness> = z
  .object({
    status: z.enum(['ready', 'not_ready']),
    database: z.boolean(),
    stores: z.record(z.string(), z.boolean()),
    stopping: z.boolean(),
  })
  .meta({ id: 'Readiness' });
