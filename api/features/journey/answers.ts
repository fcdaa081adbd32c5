// How the API's document describes the ways to get there and back.

import { z } from 'zod';
import {
  dateSchema,
  minuteSchema,
  momentSchema,
  orNull,
  provenanceSchema,
} from '#api/http/schemas/common.ts';
import { eligibilityResultSchema } from '#api/http/schemas/eligibility.ts';
import { priceSchema } from '#api/http/schemas/fare.ts';
import {
  type Appointment,
  BOOKING_STATES,
  type Call,
  type JourneyChange,
  type JourneyOption,
  type JourneyPlan,
  type JourneySummary,
  TRAVEL_MODES,
  type VisitingService,
} from '#domain/journey/journey.ts';
import { ACCOMMODATIONS, OFFER_KINDS } from '#domain/transport/offer.ts';
import { journeyNoteSchema } from './note-answers.ts';
import { hireAskedSchema, hireSchema, legTime, tripSchema } from './trip-answers.ts';
import { visitPlaceSchema, visitSchema } from './visit-answers.ts';

export const appointmentSchema: z.ZodType<Appointment> = z
  .object({
    date: dateSchema,
    minute: minuteSchema,
    durationMinutes: z.number().nullable(),
  })
  .meta({ id: 'Appointment' });

const callSchema: z.ZodType<Call> = z
  .object({
    offerId: z
      .string()
      .nullable()
      .meta({ description: 'Null: the operator of a line no offer describes' }),
    offerName: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    url: z.string().nullable(),
    deadline: z
      .object({
        opens: orNull(momentSchema),
        limit: momentSchema,
        answered: orNull(momentSchema),
      })
      .nullable(),
    registerBefore: orNull(momentSchema),
    registrationClosed: z.object({ nextDate: dateSchema.nullable() }).nullable().meta({
      description: 'Too late to register first, and not to book; the first day of a first ride',
    }),
    urgentPossible: z.boolean(),
    toSay: z.array(z.string()),
    rides: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        date: dateSchema,
        minute: minuteSchema.meta({ description: 'Of departure' }),
        direction: z.enum(['outbound', 'back']),
        arriveBy: z
          .object({
            minute: minuteSchema,
            lineMinute: minuteSchema,
            vehicle: z.enum(['train', 'coach', 'bus', 'other']),
          })
          .nullable()
          .meta({
            description: 'The line to catch: be there at `minute`, it leaves at `lineMinute`',
          }),
      }),
    ),
    hire: hireAskedSchema.exactOptional(),
  })
  .meta({ id: 'Call' });

const shared = {
  id: z.string(),
  kind: z.enum([...OFFER_KINDS, 'walk', 'own_car', 'driven']),
  title: z.string(),
  tier: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  state: z.enum(BOOKING_STATES),
  eligibility: eligibilityResultSchema,
  price: priceSchema,
  notes: z.array(journeyNoteSchema),
  hire: hireSchema.exactOptional(),
};

const optionSchema: z.ZodType<JourneyOption> = z
  .object({
    ...shared,
    offerIds: z.array(z.string()),
    outbound: tripSchema,
    back: orNull(tripSchema),
    otherReturns: z.array(tripSchema),
    lastReturnMinute: minuteSchema.nullable(),
    calls: z.array(callSchema),
    toHave: z.array(z.string()),
    provenance: orNull(provenanceSchema),
    totalMinutes: z.number(),
    walkMeters: z.number(),
  })
  .meta({ id: 'JourneyOption' });

export const summarySchema: z.ZodType<JourneySummary> = z
  .object({
    ...shared,
    departMinute: legTime,
    arriveMinute: legTime,
    returnMinute: legTime,
    firstCall: orNull(callSchema),
  })
  .meta({ id: 'JourneySummary' });

const changeSchema: z.ZodType<JourneyChange> = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.enum(['other_hour', 'other_day']),
      date: dateSchema,
      minute: minuteSchema,
      way: summarySchema,
    }),
    z.object({
      kind: z.enum(['companion', 'proof']),
      offerId: z.string(),
      way: summarySchema,
    }),
    z.object({
      kind: z.literal('registration'),
      offerId: z.string(),
      offerName: z.string(),
      phone: z.string().nullable(),
      before: momentSchema.meta({ description: 'Last moment to register for this trip' }),
      way: summarySchema,
    }),
    z.object({
      kind: z.literal('outside_zone'),
      offerId: z.string(),
      offerName: z.string(),
      end: z.enum(['home', 'care']),
      meters: z.number(),
      measured: z
        .enum(['edge', 'centre'])
        .meta({ description: 'To the edge of the zone, or to the centre of a commune of it' }),
    }),
  ])
  .meta({ id: 'JourneyChange' });

export const visitingSchema: z.ZodType<VisitingService> = z
  .object({
    offerId: z.string(),
    offerName: z.string(),
    kind: z.enum(OFFER_KINDS),
    needMatch: z.enum(['yes', 'to_check', 'not_asked']),
    areaKnown: z.boolean(),
    place: orNull(visitPlaceSchema),
    next: orNull(visitSchema),
    others: z.array(visitSchema),
    state: z.enum(BOOKING_STATES),
    eligibility: eligibilityResultSchema,
    price: priceSchema,
    phone: z.string().nullable(),
    calls: z.array(callSchema),
    toConfirm: z.boolean(),
    provenance: orNull(provenanceSchema),
  })
  .meta({ id: 'VisitingService' });

export const driveSchema = z.object({
  minutes: z.number(),
  meters: z.number(),
  estimate: z.boolean().meta({ description: 'From a model of the roads' }),
});

export const journeyPlanSchema: z.ZodType<JourneyPlan> = z
  .object({
    request: z.object({
      fromName: z.string(),
      toName: z.string(),
      appointment: appointmentSchema,
      mode: z.enum(TRAVEL_MODES),
    }),
    options: z.array(optionSchema),
    almost: z.array(optionSchema),
    questions: z.array(
      z.enum([
        'ageYears',
        'residenceInsee',
        'hasLicence',
        'hasVehicle',
        'lowIncome',
        'prescription',
        'coveredByInsurance',
        'disabilityCard',
        'benefits',
      ]),
    ),
    registrations: z
      .array(z.object({ offerId: z.string(), offerName: z.string() }))
      .meta({ description: 'Offers it matters to be registered with' }),
    needsAsked: z
      .array(z.enum(ACCOMMODATIONS))
      .meta({ description: 'Kinds of help whose need would change the answer' }),
    changes: z.array(changeSchema),
    visiting: z.array(visitingSchema),
    crowMeters: z.number(),
    drive: driveSchema,
  })
  .meta({ id: 'JourneyPlan' });
