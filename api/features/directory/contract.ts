// What may be asked of the directory.

import { z } from 'zod';
import { CATEGORIES, type Category } from '#domain/directory/directory.ts';
import { isPlainText, PLAIN_TEXT } from '#domain/plain-text.ts';
import { isDate, type Moment, parseMoment } from '#domain/time.ts';

const MIN_RADIUS_METERS = 500;
export const MAX_RADIUS_METERS = 150_000;
export const DEFAULT_RADIUS_METERS = 30_000;
const MAX_ENTRIES = 100;
export const DEFAULT_ENTRIES = 10;

const decimal = (min: number, max: number) =>
  z
    .string()
    .regex(/^-?\d{1,7}(\.\d{1,15})?$/, `a number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `a number from ${min} to ${max}`)
    .meta({ type: 'number', minimum: min, maximum: max });

const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/, `a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `a whole number from ${min} to ${max}`)
    .meta({ type: 'integer', minimum: min, maximum: max });

const slug = (what: string, example: string) =>
  z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,79}$/, `${what}, such as ${example}`)
    .meta({ description: what, examples: [example] });

const insee = z.string().regex(/^\d[0-9AB]\d{3}$/, 'an INSEE code of five characters');

const words = z
  .string()
  .trim()
  .min(1, 'one to 80 characters')
  .max(80, 'one to 80 characters')
  .refine(isPlainText, PLAIN_TEXT)
  .meta({ examples: ['docteur'] });

const moment = z
  .string()
  .refine(isMomentText, 'a local moment written YYYY-MM-DDTHH:MM')
  .transform((text): Moment => parseMoment(text))
  .meta({ type: 'string', description: 'YYYY-MM-DDTHH:MM, Europe/Paris; now by default' });

const categories = z
  .string()
  .refine(
    (text) => text.split(',').every(isCategory),
    `one or more of ${CATEGORIES.join(', ')}, separated by commas`,
  )
  .transform((text) => text.split(',').filter(isCategory))
  .meta({ type: 'string', description: 'One category or several, separated by commas' });

const point = { lon: decimal(-180, 180).optional(), lat: decimal(-90, 90).optional() };

const filters = {
  need: slug('a need', 'medecin-generaliste').optional(),
  category: categories.optional(),
  theme: slug('a theme of the local health contract', 'acces-aux-soins').optional(),
};

export const searchQuery = z
  .strictObject({
    ...filters,
    ...point,
    q: words.optional(),
    radius: whole(MIN_RADIUS_METERS, MAX_RADIUS_METERS)
      .optional()
      .meta({ type: 'integer', description: 'Metres; enlarged when nothing lies within' }),
    territory: slug('the code of a territory', 'sud-charente').optional(),
    accessible: z
      .enum(['true', 'false'])
      .transform((value) => value === 'true')
      .optional()
      .meta({ type: 'boolean', description: 'True: only places known to have no step' }),
    at: moment.optional(),
    limit: whole(1, MAX_ENTRIES).optional(),
    cursor: z
      .string()
      .max(900)
      .regex(/^[\w-]+$/, 'the nextCursor of the answer before')
      .optional(),
  })
  .refine(hasWholePoint, { path: ['lat'], message: 'lon and lat together, or neither' });

export type SearchQuery = z.output<typeof searchQuery>;

export const entryParams = z.strictObject({
  id: z
    .string()
    .regex(/^[\w.:-]{1,120}$/, 'the id of an entry')
    .meta({ description: 'Id of an entry' }),
});

export const entryQuery = z
  .strictObject({ ...point, at: moment.optional() })
  .refine(hasWholePoint, { path: ['lat'], message: 'lon and lat together, or neither' });

export const suggestQuery = z.strictObject({ q: words, insee: insee.optional() });

export const tileParams = z.strictObject({
  z: whole(0, 16),
  x: whole(0, 65_535),
  y: whole(0, 65_535),
});

export const tileQuery = z.strictObject(filters);

export type TileQuery = z.output<typeof tileQuery>;

function hasWholePoint(value: { lon?: number | undefined; lat?: number | undefined }): boolean {
  return (value.lon === undefined) === (value.lat === undefined);
}

function isCategory(text: string): text is Category {
  return (CATEGORIES as readonly string[]).includes(text);
}

function isMomentText(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(text) && isDate(text.slice(0, 10));
}
