// How the API's document describes one direction of a trip, leg by leg, and a vehicle hired for it.

import { z } from 'zod';
import { inseeSchema, lonLatSchema, momentSchema, orNull } from '#api/http/schemas/common.ts';
import { legMarkSchema } from '#api/http/schemas/leg-mark.ts';
import type { Call } from '#domain/journey/journey.ts';
import {
  BOOKED_STOPS,
  type Hire,
  type JourneyPoint,
  LEG_MODES,
  type Leg,
  type Trip,
} from '#domain/journey/trip.ts';
import { HIRE_VEHICLES } from '#domain/transport/fare.ts';

export const legTime = z
  .number()
  .nullable()
  .meta({ description: 'Minutes from midnight, may pass 1440; null: agreed when booking' });

const pointSchema: z.ZodType<JourneyPoint> = z
  .object({ name: z.string(), point: lonLatSchema, insee: inseeSchema.nullable() })
  .meta({ id: 'JourneyPoint' });

const bookedStop = z.enum(BOOKED_STOPS).nullable().meta({
  description: 'The stop is served for those who asked: by phone, or with a sign to the driver',
});

const legSchema: z.ZodType<Leg> = z
  .object({
    mode: z.enum(LEG_MODES),
    from: pointSchema,
    to: pointSchema,
    departMinute: legTime,
    arriveMinute: legTime,
    meters: z.number(),
    estimate: z.boolean().meta({ description: 'Times or metres come from a model of the roads' }),
    offerId: z.string().nullable(),
    offerName: z.string().nullable(),
    line: z
      .object({
        name: z.string(),
        headsign: z.string().nullable(),
        vehicle: z.enum(['train', 'coach', 'bus', 'other']),
        tripName: z.string().nullable(),
        bookedPickup: bookedStop,
        bookedDropOff: bookedStop,
        staysAboard: z.boolean().meta({ description: 'The vehicle of the leg before goes on so' }),
        operatorName: z.string().nullable(),
        operatorPhone: z.string().nullable(),
        marks: z.array(legMarkSchema).readonly().exactOptional(),
      })
      .nullable(),
    stopCount: z.number().nullable(),
    path: z.array(lonLatSchema),
  })
  .meta({ id: 'Leg' });

export const tripSchema: z.ZodType<Trip> = z
  .object({ departMinute: legTime, arriveMinute: legTime, legs: z.array(legSchema) })
  .meta({ id: 'Trip' });

/** A vehicle to ask for on the phone. */
export const hireAskedSchema: z.ZodType<NonNullable<Call['hire']>> = z.object({
  vehicle: z.enum(HIRE_VEHICLES),
  placeName: z.string().nullable(),
  isDelivered: z.boolean(),
  from: orNull(momentSchema),
  to: orNull(momentSchema),
});

const hireMinute = z.number().nullable().meta({
  description: 'Minutes of the day of the appointment, below 0 the days before; null: not known',
});

export const hireSchema: z.ZodType<Hire> = z
  .object({
    vehicle: z.enum(HIRE_VEHICLES),
    placeName: z.string().nullable().meta({ description: 'Null: brought home, or not known' }),
    isDelivered: z.boolean(),
    fromMinute: hireMinute,
    toMinute: hireMinute,
    fetch: orNull(tripSchema).meta({ description: 'Apart from the way there' }),
    bringBack: orNull(tripSchema),
  })
  .meta({ id: 'Hire' });
