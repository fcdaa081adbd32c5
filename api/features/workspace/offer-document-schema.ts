// What an offer being written may hold: every field named, every list and text bounded. It may be unfinished.
//
// zod and the domain only, so that a browser may read a document with it too.

import { z } from 'zod';
import { ACCOMMODATIONS, OFFER_KINDS, type Offer, PURPOSES } from '#domain/transport/offer.ts';
import type {
  AreaPart,
  AreaRecipe,
  LineStop,
  LineTimetable,
  LineTrip,
  OfferDocument,
} from '#domain/transport/offer-document.ts';
import { bookingSchema } from './document-booking-schema.ts';
import { eligibilitySchema, fareSchema } from './document-fare-schema.ts';
import {
  calendarSchema,
  contactFields,
  idSchema,
  inseeSchema,
  lineSchema,
  lonLatSchema,
  named,
  nullable,
  paragraphSchema,
  patternSchema,
  polygonsSchema,
  provenanceSchema,
} from './document-pattern-schema.ts';

/** Further around communes, a zone is drawn or chosen. */
const MOST_AROUND_METERS = 50_000;

const MOST_MINUTES_OF_A_TRIP = 3 * 1440;

const offerSchema: z.ZodType<Offer> = z.strictObject({
  id: idSchema,
  kind: z.enum(OFFER_KINDS),
  name: lineSchema,
  summary: paragraphSchema,
  status: z.enum(['active', 'to_confirm', 'to_document', 'suspended', 'historic']),
  statusNote: nullable(paragraphSchema),
  provider: nullable(
    z.strictObject({
      id: idSchema,
      name: lineSchema,
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
      ...contactFields,
      address: nullable(lineSchema),
    }),
  ),
  organizer: nullable(lineSchema),
  territoryCodes: z.array(idSchema).max(20),
  ...contactFields,
  patterns: named(z.array(patternSchema).max(60), ({ id }) => id),
  booking: nullable(bookingSchema),
  fares: z.array(fareSchema).max(60),
  eligibility: nullable(eligibilitySchema),
  accommodations: named(
    z
      .array(
        z.strictObject({
          code: z.enum(ACCOMMODATIONS),
          value: z.enum(['yes', 'no', 'unknown', 'on_request']),
          note: nullable(lineSchema),
        }),
      )
      .max(ACCOMMODATIONS.length),
    ({ code }) => code,
  ),
  purposes: z
    .strictObject({
      allowed: z.array(z.enum(PURPOSES)).max(PURPOSES.length),
      denied: z.array(z.enum(PURPOSES)).max(PURPOSES.length),
    })
    .refine(
      ({ allowed, denied }) =>
        new Set([...allowed, ...denied]).size === allowed.length + denied.length,
      {
        error: 'each purpose once, allowed or denied',
      },
    ),
  conditions: z.array(paragraphSchema).max(60),
  places: z
    .array(
      z.strictObject({
        name: lineSchema,
        address: nullable(lineSchema),
        insee: nullable(inseeSchema),
        point: nullable(lonLatSchema),
      }),
    )
    .max(500),
  needIds: named(z.array(idSchema).max(100), (id) => id),
  feedId: nullable(idSchema),
  provenance: provenanceSchema,
  sourceIds: z.array(idSchema).max(60),
});

const areaPartSchema: z.ZodType<AreaPart> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('communes'), insees: z.array(inseeSchema).max(3000) }),
  z.strictObject({
    kind: z.literal('epci'),
    siren: z.string().regex(/^\d{9}$/, 'the SIREN of a group of communes, nine digits'),
  }),
  z.strictObject({ kind: z.literal('drawn'), label: lineSchema, polygons: polygonsSchema }),
  z.strictObject({
    kind: z.literal('around'),
    insees: z.array(inseeSchema).max(3000),
    meters: z
      .number()
      .min(0)
      .max(MOST_AROUND_METERS, `at most ${MOST_AROUND_METERS / 1000} km around communes`),
  }),
]);

export const recipeSchema: z.ZodType<AreaRecipe> = z.strictObject({
  parts: z.array(areaPartSchema).max(200),
  minus: z.array(areaPartSchema).max(200),
});

const stopSchema: z.ZodType<LineStop> = z.strictObject({
  id: idSchema,
  name: lineSchema,
  insee: nullable(inseeSchema),
  point: lonLatSchema,
});

const tripSchema: z.ZodType<LineTrip> = z.strictObject({
  id: idSchema,
  direction: z.union([z.literal(0), z.literal(1)]),
  calendar: lineSchema,
  minutes: z.array(nullable(z.int().min(0).max(MOST_MINUTES_OF_A_TRIP))).max(300),
  booked: z.array(z.boolean()).max(300).exactOptional(),
  note: nullable(paragraphSchema),
});

const directionSchema = z.strictObject({
  headsign: lineSchema,
  stopIds: z.array(idSchema).max(300),
});

const timetableSchema: z.ZodType<LineTimetable> = z.strictObject({
  stops: named(z.array(stopSchema).max(600), ({ id }) => id),
  directions: z.tuple([directionSchema, directionSchema]),
  calendars: named(
    z.array(z.strictObject({ name: lineSchema, calendar: calendarSchema })).max(60),
    ({ name }) => name,
  ),
  trips: named(z.array(tripSchema).max(1000), ({ id }) => id),
});

export const offerDocumentSchema: z.ZodType<OfferDocument> = z.strictObject({
  schema: z.literal(1),
  offer: offerSchema,
  areas: z
    .record(
      z.string().regex(/^.{1,120}\/(origin|destination)$/, 'a way of working and one of its ends'),
      recipeSchema,
    )
    .refine((areas) => Object.keys(areas).length <= 120, { error: 'at most 120 zones' }),
  timetable: nullable(timetableSchema),
});
