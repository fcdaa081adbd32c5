// On which terms does an offer take people: booking, price, conditions, help for a disability?

import {
  boolean,
  check,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { isOneOf, key } from '#db/columns.ts';
import { provenanceColumns } from '#db/schema/provenance.ts';
import { offer } from '#db/schema/transport.ts';
import type { DayHours } from '#domain/directory/opening-hours.ts';
import type { Eligibility } from '#domain/transport/eligibility.ts';
import type { FareComponent } from '#domain/transport/fare.ts';
import {
  ACCOMMODATIONS,
  type AccommodationCode,
  type AccommodationOffer,
  type BookingNotice,
  type BookingRule,
  type LineHours,
} from '#domain/transport/offer.ts';

const offerId = () =>
  key('offer_id')
    .notNull()
    .references(() => offer.id, { onDelete: 'cascade' });

/** When somebody answers the phone. Monday first, seven days. */
export const lineHours = pgTable('line_hours', {
  id: key().primaryKey(),
  week: jsonb().$type<readonly (readonly DayHours[])[]>().notNull(),
  closedOnHolidays: boolean('closed_on_holidays').notNull(),
  exceptions: jsonb().$type<NonNullable<LineHours['exceptions']>>(),
});

/** GTFS booking_rules. */
export const bookingRule = pgTable('booking_rule', {
  offerId: offerId().primaryKey(),
  notice: jsonb().$type<BookingNotice>().notNull(),
  channels: text().array().$type<BookingRule['channels']>().notNull(),
  phone: text(),
  url: text(),
  email: text(),
  lineHoursId: key('line_hours_id').references(() => lineHours.id),
  firstTripDays: integer('first_trip_days'),
  urgentPossible: boolean('urgent_possible').notNull(),
  cancelBeforeMinutes: integer('cancel_before_minutes'),
  toSay: text('to_say').array().notNull(),
  ...provenanceColumns(),
});

/** `terms`: what the kind of component needs beyond its note and origin. */
export const fareComponent = pgTable(
  'fare_component',
  {
    offerId: offerId(),
    position: smallint().notNull(),
    kind: text().$type<FareComponent['kind']>().notNull(),
    terms: jsonb().$type<Record<string, unknown>>().notNull(),
    note: text(),
    ...provenanceColumns(),
  },
  (t) => [primaryKey({ columns: [t.offerId, t.position] })],
);

export const eligibility = pgTable('eligibility', {
  offerId: offerId().primaryKey(),
  expression: jsonb().$type<Eligibility>().notNull(),
});

export const accommodationOffer = pgTable(
  'accommodation_offer',
  {
    offerId: offerId(),
    code: key().$type<AccommodationCode>().notNull(),
    value: text().$type<AccommodationOffer['value']>().notNull(),
    note: text(),
    position: smallint().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.offerId, t.code] }),
    check('accommodation_offer_code', isOneOf(t.code, ACCOMMODATIONS)),
    check('accommodation_offer_value', isOneOf(t.value, ['yes', 'no', 'unknown', 'on_request'])),
  ],
);
