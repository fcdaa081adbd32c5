// How the API's document describes what the directory answers.

import { z } from 'zod';
import {
  answerSchema,
  bilingualSchema,
  dateSchema,
  inseeSchema,
  lonLatSchema,
  minuteSchema,
  orNull,
  phoneSchema,
  provenanceSchema,
  weekSchema,
} from '#api/http/schemas/common.ts';
import {
  type Accessibility,
  type Address,
  CATEGORIES,
  type ClsTheme,
  type EntryDetail,
  type EntrySummary,
  type Fees,
  NEED_GROUPS,
  NEW_PATIENTS,
  type Need,
  type NeedSuggestion,
  type SearchAnswer,
} from '#domain/directory/directory.ts';
import type { OpeningState } from '#domain/directory/opening-hours.ts';

const addressSchema: z.ZodType<Address> = z
  .object({
    street: z.string().nullable(),
    complement: z.string().nullable(),
    postcode: z.string().nullable(),
    city: z.string(),
  })
  .meta({ id: 'Address' });

const feesSchema: z.ZodType<Fees> = z
  .object({
    sector: z.string().nullable().meta({ description: 'The label as published' }),
    option: z.string().nullable().meta({ description: 'Null: no commitment on excess fees' }),
    vitaleCard: answerSchema,
  })
  .meta({ id: 'Fees' });

const accessibilitySchema: z.ZodType<Accessibility> = z
  .object({
    stepFree: answerSchema,
    adaptedParking: answerSchema,
    adaptedToilet: answerSchema,
    hearingLoop: answerSchema,
    homeVisits: answerSchema,
  })
  .meta({ id: 'Accessibility' });

const openingSchema: z.ZodType<OpeningState> = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('open'), untilMinute: minuteSchema }),
    z.object({
      state: z.literal('closed'),
      nextDate: dateSchema.nullable(),
      nextMinute: minuteSchema.nullable(),
    }),
    z.object({ state: z.literal('by_appointment') }),
    z.object({ state: z.literal('unknown') }),
  ])
  .meta({ id: 'OpeningState', description: 'Unknown is never closed' });

const summaryFields = {
  id: z.string(),
  kind: z.enum(['practice', 'place', 'organization']),
  category: z.enum(CATEGORIES),
  name: z.string(),
  title: z.string(),
  demonstration: z.boolean().meta({ description: 'True: an invented entry, for demonstration' }),
  placeName: z.string().nullable(),
  address: addressSchema,
  insee: inseeSchema,
  communeName: z.string(),
  point: orNull(lonLatSchema),
  pointPrecision: z.enum(['site', 'address', 'bourg', 'commune']),
  phone: orNull(phoneSchema),
  opening: openingSchema,
  newPatients: z.enum(NEW_PATIENTS),
  accessibility: accessibilitySchema,
  provenance: provenanceSchema,
  freshness: z.enum(['confirmed', 'dated', 'to_confirm']),
  crowMeters: z.number().nullable().meta({ description: 'As the crow flies' }),
  drive: z
    .object({ minutes: z.number(), meters: z.number() })
    .nullable()
    .meta({ description: 'Estimated by car, never measured' }),
  outside: z.boolean(),
};

const entrySummarySchema: z.ZodType<EntrySummary> = z
  .object(summaryFields)
  .meta({ id: 'EntrySummary' });

const themeSchema: z.ZodType<ClsTheme> = z
  .object({ id: z.string(), label: bilingualSchema })
  .meta({ id: 'ClsTheme' });

export const entryDetailSchema: z.ZodType<EntryDetail> = z
  .object({
    ...summaryFields,
    needIds: z.array(z.string()),
    themes: z.array(themeSchema),
    organizationName: z.string().nullable(),
    contacts: z.array(
      z.object({
        kind: z.enum(['phone', 'email', 'website', 'booking']),
        label: z.string().nullable(),
        value: z.string(),
        phone: orNull(phoneSchema),
      }),
    ),
    services: z.array(
      z.object({
        needId: z.string().nullable(),
        name: z.string(),
        note: z.string().nullable(),
        provenance: provenanceSchema,
      }),
    ),
    hours: z.array(
      z.object({
        kind: z.enum(['public', 'phone', 'walk_in', 'home_visit']),
        week: weekSchema,
        closedOnHolidays: z.boolean(),
        byAppointment: z.boolean(),
        note: z.string().nullable(),
      }),
    ),
    notices: z.array(
      z.object({
        kind: z.enum(['closure', 'hours', 'message', 'departure']),
        startsOn: dateSchema,
        endsOn: dateSchema.nullable(),
        text: z.string(),
      }),
    ),
    neighbours: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        title: z.string(),
        demonstration: z.boolean(),
      }),
    ),
    coverageInsees: z.array(inseeSchema),
    finess: z.string().nullable(),
    description: z.string().nullable(),
    assertions: z.array(z.object({ field: z.string(), provenance: provenanceSchema })),
    fees: orNull(feesSchema),
    accessibilityUrl: z.string().nullable(),
  })
  .meta({ id: 'EntryDetail' });

export const searchAnswerSchema: z.ZodType<SearchAnswer> = z
  .object({
    entries: z.array(entrySummarySchema),
    total: z.number(),
    radiusMeters: z.number(),
    widened: z.boolean().meta({ description: 'Nothing within the radius asked: it was enlarged' }),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'SearchAnswer' });

export const needsSchema: z.ZodType<readonly Need[]> = z.array(
  z
    .object({
      id: z.string(),
      group: z.enum(NEED_GROUPS),
      label: bilingualSchema,
      plain: bilingualSchema,
      synonyms: z.array(z.string()),
      categories: z.array(z.enum(CATEGORIES)),
    })
    .meta({ id: 'Need' }),
);

export const needSuggestionsSchema: z.ZodType<readonly NeedSuggestion[]> = z.array(
  z
    .discriminatedUnion('kind', [
      z.object({
        kind: z.literal('need'),
        id: z.string(),
        label: bilingualSchema,
        matchedText: z.string(),
      }),
      z.object({
        kind: z.literal('entry'),
        id: z.string(),
        name: z.string(),
        title: z.string(),
        communeName: z.string(),
      }),
    ])
    .meta({ id: 'NeedSuggestion' }),
);

export const themesSchema: z.ZodType<readonly ClsTheme[]> = z.array(themeSchema);
