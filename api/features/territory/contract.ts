// What may be asked about territories and places.

import { z } from 'zod';
import { isPlainText, PLAIN_TEXT } from '#domain/plain-text.ts';
import { PLACE_KEY } from '#domain/territory/territory.ts';

const degrees = (limit: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,15})?$/, `decimal degrees from -${limit} to ${limit}`)
    .transform(Number)
    .refine((value) => Math.abs(value) <= limit, `decimal degrees from -${limit} to ${limit}`)
    .meta({ type: 'number', minimum: -limit, maximum: limit });

export const territoryParams = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/, 'the code of a territory, such as sud-charente')
    .meta({ description: 'Code of a territory', examples: ['sud-charente'] }),
});

export const placeParams = z.strictObject({
  key: z
    .string()
    .regex(PLACE_KEY, 'an INSEE code such as 16020, or the key of an address')
    .meta({
      description: 'INSEE code of a commune, former ones included, or key of an address',
      examples: ['16020'],
    }),
});

export const suggestPlacesQuery = z.strictObject({
  q: z
    .string()
    .trim()
    .min(1, 'one to 80 characters')
    .max(80, 'one to 80 characters')
    .refine(isPlainText, PLAIN_TEXT)
    .meta({
      description: 'Name, former name, postcode or street address',
      examples: ['aubeterre'],
    }),
  territory: territoryParams.shape.code
    .optional()
    .meta({ description: 'Places of this territory come first' }),
});

export const nearestPlaceQuery = z.strictObject({
  lon: degrees(180).meta({ examples: [0.17] }),
  lat: degrees(90).meta({ examples: [45.27] }),
});
