// How the API's document describes territories and the search of a place.

import { z } from 'zod';
import { inseeSchema, lonLatSchema, provenanceSchema } from '#api/http/schemas/common.ts';
import type { PlaceSuggestion, Territory } from '#domain/territory/territory.ts';

export const territorySchema: z.ZodType<Territory> = z
  .object({
    code: z.string(),
    name: z.string(),
    holder: z.string(),
    epcis: z.array(z.object({ siren: z.string(), name: z.string() })),
    communeInsees: z.array(inseeSchema),
    colours: z.object({ main: z.string(), soft: z.string() }),
    contacts: z.array(
      z.object({
        label: z.string(),
        phone: z.string().nullable(),
        email: z.string().nullable(),
        url: z.string().nullable(),
      }),
    ),
    helpNumbers: z.array(
      z.object({
        number: z.string(),
        label: z.string(),
        when: z.string(),
        kind: z.enum(['emergency', 'out_of_hours', 'listening']),
      }),
    ),
    coverage: z.enum(['full', 'outline']),
    provenance: provenanceSchema,
  })
  .meta({ id: 'Territory' });

export const placeSuggestionSchema: z.ZodType<PlaceSuggestion> = z
  .object({
    insee: inseeSchema,
    name: z.string(),
    postcode: z.string(),
    point: lonLatSchema,
    matched: z.enum(['name', 'former_name', 'postcode']),
    matchedText: z.string(),
    territoryCode: z.string().nullable(),
  })
  .meta({ id: 'PlaceSuggestion' });
