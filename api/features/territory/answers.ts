// How the API's document describes territories and the search of a place.

import { z } from 'zod';
import { inseeSchema, lonLatSchema, provenanceSchema } from '#api/http/schemas/common.ts';
import type { PlaceSuggestion, Territory } from '#domain/territory/territory.ts';
import type { TerritoryDrawing } from './draw-territory.ts';

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
    key: z.string().meta({
      description: 'What to ask for this place again: the INSEE code of a commune, or an address',
      examples: ['16020', '16020_0070_12bis'],
    }),
    insee: inseeSchema,
    name: z.string(),
    postcode: z.string(),
    point: lonLatSchema,
    matched: z.enum(['name', 'former_name', 'locality', 'postcode', 'address']),
    matchedText: z.string(),
    territoryCode: z.string().nullable(),
  })
  .meta({ id: 'PlaceSuggestion' });

export const territoriesSchema: z.ZodType<readonly Territory[]> = z.array(territorySchema);

export const placeSuggestionsSchema: z.ZodType<readonly PlaceSuggestion[]> =
  z.array(placeSuggestionSchema);

export const territoryDrawingSchema: z.ZodType<TerritoryDrawing> = z
  .object({
    type: z.literal('FeatureCollection'),
    shapeKind: z.enum(['official', 'schematic']),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        geometry: z.object({
          type: z.literal('MultiPolygon'),
          coordinates: z.array(z.array(z.array(lonLatSchema))),
        }),
        properties: z.object({
          insee: inseeSchema,
          name: z.string(),
          population: z.number(),
          epciSiren: z.string().nullable().meta({ description: 'SIREN of its EPCI' }),
          label: lonLatSchema,
        }),
      }),
    ),
  })
  .meta({ id: 'TerritoryDrawing', description: 'GeoJSON (RFC 7946)' });
