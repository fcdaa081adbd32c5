// How the API's document describes the observatory.

import { z } from 'zod';
import { inseeSchema, lonLatSchema, orNull, partialDateSchema } from '#api/http/schemas/common.ts';
import type { HaloReport, NearSite, Vintage } from '#domain/access/figures.ts';
import { INDICATOR_IDS, type Indicator } from '#domain/access/indicators.ts';
import { ACCESS_JOB_KINDS, ACCESS_JOB_STATES, type AccessJob } from '#domain/access/job.ts';
import { SUPPLY_KINDS } from '#domain/access/supply.ts';
import { TRAVEL_MODES } from '#domain/access/travel-mode.ts';
import { changeSchema } from './change-answers.ts';
import type { AccessOverview, AccessPlaces, AccessSheet, AccessTiles } from './views.ts';

export const vintageSchema: z.ZodType<Vintage> = z
  .object({
    id: z.string(),
    name: z.string(),
    date: partialDateSchema.nullable(),
    source: z.string(),
    toConfirm: z.boolean(),
  })
  .meta({ id: 'AccessVintage' });

const supplyKindSchema = z.enum(SUPPLY_KINDS);
const travelModeSchema = z.enum(TRAVEL_MODES);
const indicatorIdSchema = z.enum(INDICATOR_IDS);

const haloSchema: z.ZodType<HaloReport> = z
  .object({
    isComplete: z.boolean(),
    communeCount: z.number(),
    missing: z.array(
      z.union([
        z.object({ what: z.literal('population'), communes: z.array(z.string()) }),
        z.object({
          what: z.literal('supply'),
          kind: supplyKindSchema,
          communes: z.array(z.string()),
        }),
        z.object({
          what: z.literal('ground'),
          bearings: z.array(z.number()).meta({ description: 'Degrees from north, clockwise' }),
        }),
      ]),
    ),
  })
  .meta({
    id: 'AccessHalo',
    description: 'What is known of the forty minutes around: without them, edges are wrong',
  });

export const indicatorFields = {
  id: indicatorIdSchema,
  group: z.enum(['access', 'nearest', 'basket', 'without_car', 'on_foot']),
  unit: z.enum([
    'acts_a_year',
    'full_time_100k',
    'minutes',
    'professions',
    'days_a_week',
    'people',
    'percent',
  ]),
  decimals: z.number(),
  hinge: z.number().nullable(),
  classes: z.array(z.number()),
  direction: z.enum(['high_is_good', 'low_is_good']),
  national: z.number().nullable(),
  uncertain: z.boolean(),
  summed: z.enum(['mean', 'total']),
};

const indicatorSchema: z.ZodType<Indicator> = z
  .object(indicatorFields)
  .meta({ id: 'AccessIndicator' });

const around = {
  territoryValue: z.number().nullable(),
  departementValue: z.number().nullable(),
  departement: z
    .object({
      code: z.string(),
      year: z.number(),
      value: z.number(),
      communeCount: z.number(),
      publishedCount: z.number(),
    })
    .nullable()
    .meta({ description: 'Published by DREES: mean by people of its communes; null: not known' }),
  territoryPublished: z
    .object({
      year: z.number(),
      value: z.number(),
      residual: z.number().nullable().meta({ description: 'Ours less the published one' }),
      communeCount: z.number(),
    })
    .nullable(),
};

export const accessJobSchema: z.ZodType<AccessJob> = z
  .object({
    id: z.string(),
    territoryCode: z.string(),
    kind: z.enum(ACCESS_JOB_KINDS),
    state: z.enum(ACCESS_JOB_STATES),
    done: z.number(),
    total: z.number().meta({ description: '0: not known yet' }),
    message: z.string().nullable(),
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'AccessJob' });

const shortfallSchema = z.object({ people: z.number(), share: z.number(), depth: z.number() });

export const accessOverviewSchema: z.ZodType<AccessOverview> = z
  .object({
    territory: z.object({ code: z.string(), name: z.string() }),
    computedAt: z.iso.datetime().nullable(),
    fingerprint: z.string().nullable(),
    vintages: z.array(vintageSchema),
    halo: orNull(haloSchema),
    estimatedTimes: z.array(travelModeSchema),
    indicators: z.array(z.object({ ...indicatorFields, ...around })),
    gpShortfall: shortfallSchema.nullable(),
    poles: z.array(
      z.object({
        insee: inseeSchema,
        name: z.string(),
        isInside: z.boolean(),
        lacks: supplyKindSchema.nullable(),
        people: z.number(),
        communes: z.array(z.string()),
        joins: z.string().nullable(),
      }),
    ),
    hasTiles: z.boolean(),
    change: changeSchema.nullable(),
    job: orNull(accessJobSchema),
  })
  .meta({ id: 'AccessOverview' });

const stateSchema = z.enum(['value', 'none_in_reach', 'unknown', 'suppressed']);

const valueFields = {
  value: z.number().nullable(),
  state: stateSchema,
  probabilityBelow: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
};

export const accessPlacesSchema: z.ZodType<AccessPlaces> = z
  .object({
    indicator: indicatorSchema,
    computedAt: z.iso.datetime(),
    fingerprint: z.string(),
    publishedYear: z.number().nullable(),
    ...around,
    places: z.array(
      z.object({
        ...valueFields,
        insee: inseeSchema,
        name: z.string(),
        point: lonLatSchema,
        population: z.number(),
        population75Plus: z.number().nullable(),
        published: z.number().nullable(),
        isFragile: z.boolean(),
        isRobustDesert: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'AccessPlaces', description: 'Communes in order of their INSEE codes' });

export const accessTilesSchema: z.ZodType<AccessTiles> = z
  .object({
    indicator: indicatorSchema,
    fingerprint: z.string(),
    tiles: z.array(
      z.object({
        id: z.string(),
        insee: inseeSchema,
        point: lonLatSchema,
        population: z.number().nullable().meta({ description: 'Null: fewer than five people' }),
        value: z.number().nullable(),
        state: stateSchema,
      }),
    ),
  })
  .meta({ id: 'AccessTiles', description: 'Squares of 200 m; none where none was imported' });

const nearSchema: z.ZodType<NearSite> = z
  .object({
    kind: supplyKindSchema,
    label: z.string(),
    insee: inseeSchema,
    communeName: z.string(),
    point: lonLatSchema,
    headCount: z.number(),
    minutes: z.number(),
    usefulDays: z.number().nullable(),
    walk: z
      .object({
        state: z.enum(['value', 'none_in_reach', 'unknown']),
        minutes: z.number().nullable(),
      })
      .optional()
      .meta({ description: 'On foot; not known where squares were not imported' }),
  })
  .meta({ id: 'AccessNearSite' });

export const accessSheetSchema: z.ZodType<AccessSheet> = z
  .object({
    insee: inseeSchema,
    name: z.string(),
    point: lonLatSchema,
    population: z.number(),
    population75Plus: z.number().nullable(),
    computedAt: z.iso.datetime(),
    fingerprint: z.string(),
    vintages: z.array(vintageSchema),
    estimatedTimes: z.array(travelModeSchema),
    isRobustDesert: z.boolean(),
    missing: z.array(supplyKindSchema),
    values: z.array(
      z.object({
        ...valueFields,
        ...around,
        id: indicatorIdSchema,
        isFragile: z.boolean(),
        published: z
          .object({ year: z.number(), value: z.number(), residual: z.number().nullable() })
          .nullable(),
      }),
    ),
    near: z.array(nearSchema),
    publishedYears: z.array(
      z.object({
        year: z.number(),
        value: z.number().nullable(),
        value65OrLess: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'AccessSheet' });
