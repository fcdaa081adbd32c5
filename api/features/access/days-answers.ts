// What is answered of the days on which one can go without a car from a commune?

import { z } from 'zod';
import {
  dateSchema,
  inseeSchema,
  minuteSchema,
  orNull,
  partialDateSchema,
} from '#api/http/schemas/common.ts';
import { CARE_BASES, type NearCare } from '#domain/access/near-care.ts';
import type { HalfDayState } from '#domain/access/no-car-week.ts';
import { ACCESS_PROFESSIONS, type AccessProfession } from '#domain/access/professions.ts';
import type { Insee } from '#domain/territory/territory.ts';

/** `no_timetable`, `no_service`: nothing is known, which is not « never ». */
export const DAYS_STATES = ['done', 'no_timetable', 'no_service', 'not_computed'] as const;

export type DayWay = {
  /** `walk`, or the kind of the offer. */
  kind: string;
  /** Offers and lines used; empty on foot. */
  title: string;
  offerIds: readonly string[];
  siteId: string;
  siteName: string;
  siteInsee: Insee | null;
  /** False: it depends on who the person is. */
  isForAll: boolean;
  visitMinute: number;
  leaveMinute: number;
  homeMinute: number;
  outMinutes: number;
  backMinutes: number;
  /** Times of the roads are those of a model. */
  isEstimate: boolean;
  /** `usual`: the place did not say its hours. */
  hours: 'known' | 'usual';
};

export type DaysOfCommune = {
  state: (typeof DAYS_STATES)[number];
  /** Of the week of reference. */
  monday: string | null;
  computedAt: string | null;
  /** Of each profession, whether days were computed or not. */
  near: readonly { profession: AccessProfession; sites: readonly NearCare[] }[];
  professions: readonly {
    profession: AccessProfession;
    /** Days a week. */
    days: { sure: number; forAll: number; possible: number };
    /** Monday morning first. */
    halfDays: readonly {
      weekday: number;
      part: 'morning' | 'afternoon';
      state: HalfDayState;
      way: DayWay | null;
    }[];
  }[];
};

const halfDaysSchema = z
  .array(z.number())
  .meta({ description: '0 Monday morning … 13 Sunday afternoon', examples: [[0, 1, 4]] });

const minutesSchema = z.number().nullable();

const careSchema: z.ZodType<NearCare> = z
  .object({
    label: z.string(),
    insee: inseeSchema.nullable(),
    communeName: z.string().nullable(),
    carMinutes: minutesSchema,
    walk: z
      .object({ state: z.enum(['value', 'none_in_reach', 'unknown']), minutes: minutesSchema })
      .nullable(),
    noCar: z
      .object({
        minutes: minutesSchema,
        forAllMinutes: minutesSchema,
        days: z.object({ forAll: z.number(), possible: z.number() }),
      })
      .nullable(),
    opening: z.object({ known: halfDaysSchema, usual: halfDaysSchema }),
    known: z
      .object({
        basis: z.enum(CARE_BASES).meta({
          description: 'People by name, a place by name, or a count of the commune',
        }),
        heads: z.number(),
        sourceName: z.string(),
        publisher: z.string(),
        date: partialDateSchema.nullable(),
        toConfirm: z.boolean(),
      })
      .nullable(),
  })
  .meta({
    id: 'AccessNearCare',
    description: 'A place near: how long to it, when it is open, what it is known from',
  });

const waySchema: z.ZodType<DayWay> = z
  .object({
    kind: z.string().meta({ examples: ['walk', 'scheduled_line', 'on_demand', 'volunteer'] }),
    title: z.string(),
    offerIds: z.array(z.string()),
    siteId: z.string(),
    siteName: z.string(),
    siteInsee: inseeSchema.nullable(),
    isForAll: z.boolean(),
    visitMinute: minuteSchema,
    leaveMinute: minuteSchema,
    homeMinute: minuteSchema,
    outMinutes: z.number(),
    backMinutes: z.number(),
    isEstimate: z.boolean(),
    hours: z.enum(['known', 'usual']),
  })
  .meta({ id: 'AccessDayWay', description: 'The best way there and back on a half-day' });

export const daysOfCommuneSchema: z.ZodType<DaysOfCommune> = z
  .object({
    state: z.enum(DAYS_STATES),
    monday: dateSchema.nullable(),
    computedAt: z.iso.datetime().nullable(),
    near: z.array(z.object({ profession: z.enum(ACCESS_PROFESSIONS), sites: z.array(careSchema) })),
    professions: z.array(
      z.object({
        profession: z.enum(ACCESS_PROFESSIONS),
        days: z.object({ sure: z.number(), forAll: z.number(), possible: z.number() }),
        halfDays: z.array(
          z.object({
            weekday: z.number(),
            part: z.enum(['morning', 'afternoon']),
            state: z.enum(['yes', 'to_confirm', 'no', 'closed']),
            way: orNull(waySchema),
          }),
        ),
      }),
    ),
  })
  .meta({
    id: 'AccessDays',
    description:
      'Half-days of an ordinary week on which one can go to care without a car and come back',
  });
