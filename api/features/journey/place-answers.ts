// How the API's document describes the ways to several places, and the hours of a fortnight.

import { z } from 'zod';
import { dateSchema, minuteSchema, orNull } from '#api/http/schemas/common.ts';
import type { PlacesAnswer } from './answer-places.ts';
import {
  appointmentSchema,
  driveSchema,
  journeyPlanSchema,
  summarySchema,
  visitingSchema,
} from './answers.ts';
import type { AskedRemark } from './contract.ts';
import type { SlotsAnswer, SlotsEnd, VisitDay } from './find-visit-slots.ts';
import type { VisitsAnswer } from './find-visits.ts';
import type { LeftOutPlace, PlaceAnswer } from './plan-places.ts';
import type { JourneyAnswer } from './plan-visit.ts';

const end = z.enum(['home', 'care']);

const remarkSchema: z.ZodType<AskedRemark> = z
  .discriminatedUnion('code', [
    z.object({
      code: z.literal('date_outside_timetables'),
      validFrom: dateSchema,
      validTo: dateSchema,
    }),
    z.object({ code: z.literal('appointment_past') }),
    z.object({ code: z.literal('outside_territory'), end }),
    z.object({ code: z.literal('nowhere_known'), end }),
    z.object({ code: z.literal('off_road'), end }),
    z.object({
      code: z.literal('feed_outside'),
      name: z.string().meta({ description: 'Who runs these lines' }),
      validFrom: dateSchema,
      validTo: dateSchema,
    }),
    z.object({
      code: z.literal('care_closed'),
      open: z
        .array(z.object({ from: minuteSchema, to: minuteSchema }))
        .meta({ description: 'Hours of the care place that day; none: closed all day' }),
    }),
  ])
  .meta({ id: 'AskedRemark', description: 'What is to be known of the question itself' });

const remarks = z.array(remarkSchema);

const isCut = z.boolean().meta({
  description: 'Not everything was looked at in time: asked again, there may be more ways',
});

export const journeyAnswerSchema = z
  .intersection(journeyPlanSchema, z.object({ isCut, remarks }))
  .meta({ id: 'JourneyAnswer' }) as z.ZodType as z.ZodType<JourneyAnswer>;

const placeFields = {
  index: z.number().meta({ description: 'Position in the list asked' }),
  entryId: z.string().nullable(),
};

const placeSchema: z.ZodType<PlaceAnswer> = z
  .object({
    ...placeFields,
    summaries: z.array(summarySchema),
    drive: driveSchema,
    crowMeters: z.number(),
    isCut,
    plan: orNull(journeyPlanSchema),
    remarks,
  })
  .meta({ id: 'PlaceAnswer' });

const leftOutSchema: z.ZodType<LeftOutPlace> = z
  .object({ ...placeFields, reason: z.enum(['out_of_time', 'failed', 'unknown_entry']) })
  .meta({ id: 'LeftOutPlace' });

const endFields = {
  appointment: appointmentSchema,
  assumed: z.boolean().meta({ description: 'No appointment was given: an example was taken' }),
  leftOut: z.array(leftOutSchema),
  remarks,
};

export const placesSchema: z.ZodType<PlacesAnswer> = z
  .object({ ...endFields, places: z.array(placeSchema) })
  .meta({ id: 'PlacesAnswer' });

/** One line of the answer sent in pieces. */
export type PlacesLine =
  | { line: 'place'; place: PlaceAnswer }
  | ({ line: 'end' } & Omit<PlacesAnswer, 'places'>);

export const placesLineSchema: z.ZodType<PlacesLine> = z
  .discriminatedUnion('line', [
    z.object({ line: z.literal('place'), place: placeSchema }),
    z.object({ line: z.literal('end'), ...endFields }),
  ])
  .meta({
    id: 'PlacesLine',
    description: 'One line a place, as soon as it is known; last, the end',
  });

export const visitsSchema: z.ZodType<VisitsAnswer> = z
  .object({ services: z.array(visitingSchema) })
  .meta({ id: 'VisitsAnswer' });

const visitDaySchema: z.ZodType<VisitDay> = z
  .object({
    date: dateSchema,
    holiday: z.string().nullable(),
    timetableKnown: z.boolean(),
    slots: z.array(
      z.object({
        minute: minuteSchema,
        status: z.enum(['reachable', 'to_check', 'not_reachable']),
        way: orNull(summarySchema),
      }),
    ),
    opening: z
      .object({
        state: z.enum(['open', 'closed', 'unknown']),
        stretches: z.array(z.object({ from: minuteSchema, to: z.number() })),
      })
      .meta({ description: 'When the place receives people; an hour to be reached may be closed' }),
  })
  .meta({ id: 'SlotDay' });

const slotsEndFields = {
  fromName: z.string(),
  toName: z.string(),
  leftOut: z.array(dateSchema).meta({ description: 'Days not computed in time' }),
  remarks,
  visiting: z.array(visitingSchema),
};

export const slotsSchema: z.ZodType<SlotsAnswer> = z
  .object({ ...slotsEndFields, days: z.array(visitDaySchema) })
  .meta({ id: 'SlotsAnswer' });

/** One line of the calendar sent in pieces. */
export type SlotsLine = { line: 'day'; day: VisitDay } | ({ line: 'end' } & SlotsEnd);

export const slotsLineSchema: z.ZodType<SlotsLine> = z
  .discriminatedUnion('line', [
    z.object({ line: z.literal('day'), day: visitDaySchema }),
    z.object({ line: z.literal('end'), ...slotsEndFields }),
  ])
  .meta({ id: 'SlotsLine', description: 'One line a day, as soon as it is known; last, the end' });
