// How the API's document describes what a draft changes to the answers residents get.

import { z } from 'zod';
import { BOOKING_STATES } from '#domain/journey/journey.ts';
import type { PlanDifference, TriedWay } from '#domain/journey/plan-differences.ts';
import { OFFER_KINDS } from '#domain/transport/offer.ts';
import type { OfferTrial } from '#domain/transport/offer-trial.ts';

const minute = z.number().nullable();
const price = z.object({
  minCents: z.number().nullable(),
  maxCents: z.number().nullable(),
  partial: z.boolean(),
});
const momentSchema = z.object({ date: z.iso.date(), minute: z.number() }).nullable();
const standing = z.enum(['proposed', 'to_check', 'almost', 'visit']);

const waySchema: z.ZodType<TriedWay> = z
  .object({
    id: z.string(),
    kind: z.enum([...OFFER_KINDS, 'walk', 'own_car', 'driven']),
    title: z.string(),
    offerIds: z.array(z.string()),
    standing,
    state: z.enum(BOOKING_STATES),
    departMinute: minute,
    returnMinute: minute,
    price,
    deadline: momentSchema,
    eligible: z.boolean().nullable(),
    comesOn: z.iso.date().nullable(),
  })
  .meta({ id: 'TriedWay' });

const was = <Kind extends string, Value extends z.ZodType>(kind: Kind, value: Value) =>
  z.object({ kind: z.literal(kind), way: waySchema, before: value, after: value });

const differenceSchema: z.ZodType<PlanDifference> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['appears', 'disappears']), way: waySchema }),
  was('standing', standing),
  was('state', z.enum(BOOKING_STATES)),
  was('hours', z.object({ departMinute: minute, returnMinute: minute })),
  was('price', price),
  was('deadline', momentSchema),
  was('eligible', z.boolean().nullable()),
  was('comesOn', z.iso.date().nullable()),
  was('rank', z.number()),
]);

const named = {
  id: z.string(),
  label: z.string(),
  date: z.iso.date(),
  minute: z.number(),
  homeName: z.string().nullable(),
  careName: z.string().nullable(),
};

export const trialSchema: z.ZodType<OfferTrial> = z
  .object({
    revision: z.number(),
    cases: z.array(
      z.discriminatedUnion('outcome', [
        z.object({ ...named, outcome: z.enum(['unknown_end', 'not_tried']) }),
        z.object({
          ...named,
          outcome: z.enum(['same', 'changed']),
          before: z.array(waySchema),
          after: z.array(waySchema),
          differences: z.array(differenceSchema),
        }),
      ]),
    ),
  })
  .meta({ id: 'OfferTrial' });
