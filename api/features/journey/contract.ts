// What must be said to find a way there and back.

import { z } from 'zod';
import type { DayHours } from '#domain/directory/opening-hours.ts';
import { TRAVEL_MODES } from '#domain/journey/journey.ts';
import { isPlainText, PLAIN_TEXT } from '#domain/plain-text.ts';
import { PLACE_KEY } from '#domain/territory/territory.ts';
import { isDate } from '#domain/time.ts';
import { ACCOMMODATIONS } from '#domain/transport/offer.ts';
import type { Person } from '#domain/transport/person.ts';

/** What a page of results shows. */
export const MAX_PLACES = 20;
const MAX_SLOT_DAYS = 14;
const MAX_REGISTRATIONS = 50;

const insee = z
  .string()
  .regex(/^\d[0-9AB]\d{3}$/, 'an INSEE code of five characters, such as 16020');

/** Of a commune or an address: what `/places/suggest` gives. */
const placeKey = z
  .string()
  .regex(PLACE_KEY, 'an INSEE code such as 16020, or the key of an address');

const id = z.string().regex(/^[\w.:-]{1,120}$/, 'the id of an entry');

const lonLat = z.tuple([
  z.number().min(-180).max(180).meta({ description: 'Longitude' }),
  z.number().min(-90).max(90).meta({ description: 'Latitude' }),
]);

const namedPoint = z.strictObject({
  point: lonLat,
  name: z.string().trim().min(1).max(120).refine(isPlainText, PLAIN_TEXT),
});

const date = z.string().refine(isDate, 'a day that exists, written YYYY-MM-DD');

const appointment = z
  .strictObject({
    date,
    minute: z
      .int()
      .min(0)
      .max(1439)
      .meta({ description: 'Minutes from midnight, Europe/Paris', examples: [600] }),
    durationMinutes: z.int().min(1).max(1440).nullable(),
  })
  .meta({ examples: [{ date: '2026-11-24', minute: 600, durationMinutes: null }] });

/** What is absent was not asked, or not answered. */
const profile = z
  .strictObject({
    ageYears: z.int().min(0).max(130).exactOptional(),
    residenceInsee: insee.exactOptional(),
    hasLicence: z.boolean().exactOptional(),
    hasVehicle: z.boolean().exactOptional(),
    lowIncome: z.boolean().exactOptional(),
    registrations: z
      .record(id, z.boolean())
      .refine(
        (said) => Object.keys(said).length <= MAX_REGISTRATIONS,
        `at most ${MAX_REGISTRATIONS} offers`,
      )
      .exactOptional()
      .meta({
        description: 'By id of an offer: whether the person is registered with it',
        examples: [{ 'covoiturage-solidaire': true }],
      }),
    member: z.boolean().exactOptional().meta({
      deprecated: true,
      description: 'Not read: it did not say of which offer; see `registrations`',
    }),
    prescription: z.boolean().exactOptional(),
    coveredByInsurance: z.boolean().exactOptional(),
    disabilityCard: z.boolean().exactOptional(),
    benefits: z.array(z.string().max(40)).max(20).exactOptional(),
  })
  .transform(({ member: _, ...person }): Person => person);

const home = z.union([z.strictObject({ insee: placeKey }), namedPoint]);
const care = z.union([z.strictObject({ entryId: id }), namedPoint]);
const mode = z.enum(TRAVEL_MODES);

/** Which service comes for it is looked at; what it is about the person stays in the request. */
const need = z
  .string()
  .min(1)
  .max(80)
  .meta({ description: 'The need searched, an id of /api/needs', examples: ['vaccination'] });

const person = {
  mode,
  profile: profile.default({}),
  needs: z.array(z.enum(ACCOMMODATIONS)).max(ACCOMMODATIONS.length).default([]),
  need: need.exactOptional(),
};

/** What is counted is the commune, the half-day and the sort of care, when no way is found. */
const counted = z.boolean().default(true).meta({
  description:
    'False: an example, or the same search again; not counted among those that found no way',
});

/** One home, one care place. */
export const journeyBody = z.strictObject({
  from: home,
  to: care,
  appointment,
  ...person,
  counted,
});

/** One home, several care places. Without an appointment, an example is taken. */
export const placesBody = z.strictObject({
  from: home,
  places: z.array(care).min(1).max(MAX_PLACES),
  appointment: appointment.nullable(),
  ...person,
  counted,
  answer: z
    .enum(['summary', 'plan'])
    .default('summary')
    .meta({ description: 'The first ways, as a list of results shows them, or all of the plan' }),
});

export const journeysBody = z.union([journeyBody, placesBody]);

export const visitsBody = z.strictObject({ from: home, ...person, mode: mode.default('no_car') });

const wholeNumber = (min: number, max: number) => {
  const expected = `a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,4}$/, expected)
    .transform(Number)
    .refine((value) => value >= min && value <= max, expected);
};

/**
 * Nothing that says where a house stands: an exact point, or answers about a person, are posted. What is
 * looked for stands in the address, as it does on the pages.
 */
export const slotsQuery = z.strictObject({
  from: insee.meta({ description: 'INSEE code of the commune of home', examples: ['16020'] }),
  to: id.meta({ description: 'Id of an entry of the directory' }),
  on: date.optional().meta({ description: 'First day; today by default' }),
  days: wholeNumber(1, MAX_SLOT_DAYS).optional().meta({ description: '14 by default' }),
  duration: wholeNumber(1, 1440).optional().meta({ description: 'Minutes; absent: not known' }),
  mode: mode.default('no_car'),
  need: need.optional(),
});

export const slotsBody = z.strictObject({
  from: home,
  to: care,
  fromDate: date.nullable().default(null).meta({ description: 'Null: today' }),
  dayCount: z.int().min(1).max(MAX_SLOT_DAYS).default(MAX_SLOT_DAYS),
  durationMinutes: z.int().min(1).max(1440).nullable().default(null),
  ...person,
});

/**
 * What is to be known of the question itself, whatever the ways: the day lies outside the timetables
 * known, or those of a feed near the ends (`feed_outside`), the hour is over, an end lies in no commune
 * of a territory served, or is far from any commune or road known (`off_road`: in a commune served), the place of care is closed then (`open`: its hours that day, none when closed all day).
 */
export type AskedRemark =
  | { code: 'date_outside_timetables'; validFrom: string; validTo: string }
  | { code: 'appointment_past' }
  | { code: 'outside_territory'; end: 'home' | 'care' }
  | { code: 'nowhere_known'; end: 'home' | 'care' }
  | { code: 'off_road'; end: 'home' | 'care' }
  | { code: 'feed_outside'; name: string; validFrom: string; validTo: string }
  | { code: 'care_closed'; open: readonly DayHours[] };

export type JourneyBody = z.output<typeof journeyBody>;
export type PlacesBody = z.output<typeof placesBody>;
export type SlotsBody = z.output<typeof slotsBody>;
export type VisitsBody = z.output<typeof visitsBody>;
