// What must be said to find a way there and back.

import { z } from 'zod';
import { TRAVEL_MODES } from '#domain/journey/journey.ts';
import { isPlainText, PLAIN_TEXT } from '#domain/plain-text.ts';
import { PLACE_KEY } from '#domain/territory/territory.ts';
import { isDate } from '#domain/time.ts';
import { ACCOMMODATIONS } from '#domain/transport/offer.ts';

const MAX_SUMMARIZED_ENTRIES = 20;

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

const appointment = z
  .strictObject({
    date: z.string().refine(isDate, 'a day that exists, written YYYY-MM-DD'),
    minute: z
      .int()
      .min(0)
      .max(1439)
      .meta({ description: 'Minutes from midnight, Europe/Paris', examples: [600] }),
    durationMinutes: z.int().min(1).max(1440).nullable(),
  })
  .meta({ examples: [{ date: '2026-11-24', minute: 600, durationMinutes: null }] });

/** What is absent was not asked, or not answered. */
const profile = z.strictObject({
  ageYears: z.int().min(0).max(130).exactOptional(),
  residenceInsee: insee.exactOptional(),
  hasLicence: z.boolean().exactOptional(),
  hasVehicle: z.boolean().exactOptional(),
  lowIncome: z.boolean().exactOptional(),
  member: z.boolean().exactOptional(),
  prescription: z.boolean().exactOptional(),
  coveredByInsurance: z.boolean().exactOptional(),
  disabilityCard: z.boolean().exactOptional(),
  benefits: z.array(z.string().max(40)).max(20).exactOptional(),
});

export const journeyBody = z.strictObject({
  from: z.union([z.strictObject({ insee: placeKey }), namedPoint]),
  to: z.union([z.strictObject({ entryId: id }), namedPoint]),
  appointment,
  mode: z.enum(TRAVEL_MODES),
  profile: profile.default({}),
  needs: z.array(z.enum(ACCOMMODATIONS)).max(ACCOMMODATIONS.length).default([]),
});

export const summariesBody = z.strictObject({
  fromInsee: placeKey,
  entryIds: z.array(id).min(1).max(MAX_SUMMARIZED_ENTRIES),
  appointment: appointment.nullable(),
  mode: z.enum(TRAVEL_MODES),
});

export type JourneyBody = z.output<typeof journeyBody>;
export type SummariesBody = z.output<typeof summariesBody>;
