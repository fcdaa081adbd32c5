// How the API's document describes a transport offer.

import { z } from 'zod';
import {
  answerSchema,
  dateSchema,
  dayHoursSchema,
  inseeSchema,
  lonLatSchema,
  orNull,
  provenanceSchema,
  weekSchema,
} from '#api/http/schemas/common.ts';
import { eligibilitySchema } from '#api/http/schemas/eligibility.ts';
import { fareComponentSchema } from '#api/http/schemas/fare.ts';
import {
  ACCOMMODATIONS,
  type BookingNotice,
  type BookingRule,
  type LineHours,
  type NamedPoint,
  OFFER_KINDS,
  type Offer,
  type Provider,
  PURPOSES,
  type ServiceArea,
  type ServiceCalendar,
  type TravelPattern,
} from '#domain/transport/offer.ts';

const contact = {
  phone: z.string().nullable(),
  email: z.string().nullable(),
  url: z.string().nullable(),
};

const providerSchema: z.ZodType<Provider> = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum([
      'association',
      'region',
      'epci',
      'commune',
      'operator',
      'health_insurance',
      'pension_fund',
      'company',
      'state',
    ]),
    ...contact,
    address: z.string().nullable(),
  })
  .meta({ id: 'Provider' });

const namedPointSchema: z.ZodType<NamedPoint> = z
  .object({ id: z.string(), name: z.string(), point: lonLatSchema, radiusMeters: z.number() })
  .meta({ id: 'NamedPoint' });

const areaSchema: z.ZodType<ServiceArea> = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('communes'), insees: z.array(inseeSchema), label: z.string() }),
    z.object({ kind: z.literal('points'), points: z.array(namedPointSchema), label: z.string() }),
    z.object({
      kind: z.literal('polygon'),
      polygons: z.array(z.array(z.array(lonLatSchema))),
      label: z.string(),
    }),
    z.object({ kind: z.literal('everywhere'), label: z.string() }),
    z.object({ kind: z.literal('unknown'), label: z.string() }),
  ])
  .meta({ id: 'ServiceArea' });

const calendarSchema: z.ZodType<ServiceCalendar> = z
  .object({
    weekdays: z.array(z.number()).meta({ description: 'ISO: 1 Monday to 7 Sunday' }),
    holidays: z.enum(['runs', 'closed', 'as_sunday']),
    school: z.enum(['any', 'term', 'vacation']),
    schoolZone: z.enum(['A', 'B', 'C']).exactOptional(),
    nthOfMonth: z.array(z.number()).nullable(),
    startsOn: dateSchema.nullable(),
    endsOn: dateSchema.nullable(),
    exceptions: z.array(z.object({ date: dateSchema, runs: z.boolean(), label: z.string() })),
  })
  .meta({ id: 'ServiceCalendar' });

const noticeSchema: z.ZodType<BookingNotice> = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('real_time') }),
    z.object({
      kind: z.literal('elapsed'),
      minMinutes: z.number(),
      maxMinutes: z.number().nullable(),
      opensDaysBefore: z.number().exactOptional(),
      opensAtMinute: z.number().exactOptional(),
    }),
    z.object({
      kind: z.literal('days_before'),
      days: z.number(),
      businessDays: z.boolean(),
      atMinute: z.number(),
      opensDaysBefore: z.number().nullable(),
      opensAtMinute: z.number().exactOptional(),
      opensBusinessDays: z.boolean().exactOptional(),
    }),
  ])
  .meta({ id: 'BookingNotice' });

const lineHoursSchema: z.ZodType<LineHours> = z
  .object({
    week: weekSchema,
    closedOnHolidays: z.boolean(),
    exceptions: z
      .array(z.object({ date: dateSchema, slots: z.array(dayHoursSchema) }))
      .exactOptional(),
  })
  .meta({ id: 'LineHours' });

const bookingSchema: z.ZodType<BookingRule> = z
  .object({
    notice: noticeSchema,
    channels: z.array(z.enum(['phone', 'online', 'email', 'text', 'none'])),
    ...contact,
    lineHours: orNull(lineHoursSchema),
    firstTripDays: z.number().nullable(),
    urgentPossible: z.boolean(),
    cancelBeforeMinutes: z.number().nullable(),
    toSay: z.array(z.string()),
    provenance: provenanceSchema,
  })
  .meta({ id: 'BookingRule' });

const patternSchema: z.ZodType<TravelPattern> = z
  .object({
    id: z.string(),
    rule: z.enum(['within', 'from_to', 'starts_in', 'ends_in', 'starts_or_ends_in']),
    origin: areaSchema,
    destination: orNull(areaSchema),
    bothWays: z.boolean(),
    pickup: z.enum(['door', 'stop']),
    roundTrip: z.enum(['required', 'allowed', 'forbidden']),
    waitMaxMinutes: z.number().nullable(),
    maxKm: z.number().nullable(),
    minKm: z.number().exactOptional(),
    calendar: calendarSchema,
    windows: z.array(dayHoursSchema),
    durationFactor: z.number(),
    durationOffsetSeconds: z.number(),
    feeder: z.enum(['yes', 'no', 'only']),
    feederStops: z.array(namedPointSchema).exactOptional(),
    transferMarginMinutes: z.number(),
  })
  .meta({ id: 'TravelPattern' });

export const offerSchema: z.ZodType<Offer> = z
  .object({
    id: z.string(),
    kind: z.enum(OFFER_KINDS),
    name: z.string(),
    summary: z.string(),
    status: z.enum(['active', 'to_confirm', 'to_document', 'suspended', 'historic']),
    statusNote: z.string().nullable(),
    provider: orNull(providerSchema),
    organizer: z.string().nullable(),
    territoryCodes: z.array(z.string()),
    ...contact,
    patterns: z.array(patternSchema),
    booking: orNull(bookingSchema),
    fares: z.array(fareComponentSchema),
    eligibility: orNull(eligibilitySchema),
    accommodations: z.array(
      z.object({
        code: z.enum(ACCOMMODATIONS),
        value: z.union([answerSchema, z.literal('on_request')]),
        note: z.string().nullable(),
      }),
    ),
    purposes: z.object({
      allowed: z.array(z.enum(PURPOSES)),
      denied: z.array(z.enum(PURPOSES)),
    }),
    conditions: z.array(z.string()),
    places: z.array(
      z.object({
        name: z.string(),
        address: z.string().nullable(),
        insee: inseeSchema.nullable(),
        point: orNull(lonLatSchema),
      }),
    ),
    needIds: z.array(z.string()).meta({
      description: 'Needs a service answers where it comes; empty: it does not say',
    }),
    feedId: z.string().nullable(),
    provenance: provenanceSchema,
    sourceIds: z.array(z.string()),
  })
  .meta({ id: 'Offer' });

export const offersSchema: z.ZodType<readonly Offer[]> = z.array(offerSchema);
