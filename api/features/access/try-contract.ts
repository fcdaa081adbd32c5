// What may be tried on a territory, and how what comes of it is told.

import { z } from 'zod';
import { ACCESS_PROFESSIONS } from '#domain/access/professions.ts';
import { changesSchema } from './kept-contract.ts';

const triedFields = {
  profession: z.enum(ACCESS_PROFESSIONS, { error: `one of ${ACCESS_PROFESSIONS.join(', ')}` }),
  changes: changesSchema.meta({
    description: 'In the order applied; none: the territory as it is',
  }),
};

export const accessTryBody = z
  .strictObject(triedFields)
  .meta({ id: 'AccessTryBody', examples: [{ profession: 'gp', changes: [] }] });

export const accessOpeningsBody = z
  .strictObject({
    ...triedFields,
    fullTime: z.number().min(0.1).max(20).meta({ description: 'Full-time posts of the new site' }),
    objective: z.enum(['total', 'equity']).meta({
      description: 'The most people brought to the threshold, or those farthest below it first',
    }),
  })
  .meta({
    id: 'AccessOpeningsBody',
    examples: [{ profession: 'gp', changes: [], fullTime: 1, objective: 'total' }],
  });

const people = z.number().meta({ description: 'Residents of the territory' });
const byWeekday = z.array(people).meta({ description: 'Monday first' });
const both = <Side extends z.ZodType>(side: Side) => z.object({ before: side, after: side });

const sideSchema = z.object({
  fullTime: z.number(),
  mean: z.number().meta({ description: 'Over residents, in the unit of the profession' }),
  below: people,
  nothing: people,
  nothing75Plus: people,
  reachedByDay: byWeekday,
});

const noCarSideSchema = z.object({
  meanDays: z.number(),
  meanHalfDays: z.number(),
  withoutDay: people,
  withoutDay75Plus: people,
  byWeekday,
});

export const accessTrySchema = z
  .object({
    territory: z.string(),
    profession: z.enum(ACCESS_PROFESSIONS),
    fingerprint: z.string().meta({ description: 'Of the data: the same gives the same figures' }),
    vintages: z.record(z.string(), z.string()),
    hinge: z.object({
      value: z.number(),
      kind: z.enum(['threshold', 'national_mean', 'territory_mean']),
    }),
    people: z.object({ lifted: people, dropped: people, gainers: people, losers: people }),
    sides: both(sideSchema),
    communes: z.array(
      z.object({
        insee: z.string(),
        name: z.string(),
        population: z.number(),
        before: z.number(),
        after: z.number(),
        isReached: z.boolean().meta({ description: 'Something is in reach by car, after' }),
        usefulDays: both(z.number()).nullable().meta({ description: 'Without a car, a week' }),
      }),
    ),
    loads: z.array(
      z.object({
        label: z.string(),
        communeName: z.string(),
        fullTime: z.number(),
        peopleBefore: z.number(),
        peopleAfter: z.number(),
      }),
    ),
    withoutCar: z
      .object({ gainers: people, losers: people, sides: both(noCarSideSchema) })
      .nullable()
      .meta({ description: 'Null: not computed here' }),
    leftOut: z
      .array(z.object({ change: z.int(), reason: z.string() }))
      .meta({ description: 'Changes that could not be applied, by their number from 0, and why' }),
  })
  .meta({ id: 'AccessTry' });

export type AccessTry = z.infer<typeof accessTrySchema>;

export const accessOpeningsSchema = z
  .object({
    openings: z.array(
      z.object({
        placeId: z.string(),
        name: z.string(),
        point: z.tuple([z.number(), z.number()]),
        liftedPeople: people,
        severityFall: z.number(),
        lackShare: z.number().meta({ description: 'Of what the territory lacks: 0 to 1' }),
      }),
    ),
  })
  .meta({
    id: 'AccessOpenings',
    description: 'Best first; communes that would help nobody left out',
  });
