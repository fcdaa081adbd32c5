// Which transport offers exist, whose are they, where, when and for what do they apply?

import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { geographyPoint, geometryMultiPolygon, isOneOf, key } from '#db/columns.ts';
import { feed } from '#db/schema/feed.ts';
import { need } from '#db/schema/need.ts';
import { provenanceColumns, source } from '#db/schema/provenance.ts';
import { territory } from '#db/schema/territory.ts';
import type { SchoolZone } from '#domain/calendar.ts';
import type { DayHours } from '#domain/directory/opening-hours.ts';
import {
  type AreaRule,
  type NamedPoint,
  OFFER_KINDS,
  type OfferKind,
  type OfferStatus,
  type Provider,
  PURPOSES,
  type Purpose,
  type ServiceArea,
  type ServiceCalendar,
  type TravelPattern,
} from '#domain/transport/offer.ts';

const STATUSES: readonly OfferStatus[] = [
  'active',
  'to_confirm',
  'to_document',
  'suspended',
  'historic',
];

/** GTFS agency, NeTEx Operator, or the association that finds the drivers. */
export const provider = pgTable('provider', {
  id: key().primaryKey(),
  name: text().notNull(),
  kind: text().$type<Provider['kind']>().notNull(),
  phone: text(),
  email: text(),
  url: text(),
  address: text(),
});

export const offer = pgTable(
  'offer',
  {
    id: key().primaryKey(),
    position: integer().notNull(),
    kind: text().$type<OfferKind>().notNull(),
    name: text().notNull(),
    summary: text().notNull(),
    status: text().$type<OfferStatus>().notNull(),
    statusNote: text('status_note'),
    providerId: key('provider_id').references(() => provider.id),
    organizer: text(),
    phone: text(),
    email: text(),
    url: text(),
    feedId: key('feed_id').references(() => feed.id),
    ...provenanceColumns(),
  },
  (t) => [
    check('offer_kind', isOneOf(t.kind, OFFER_KINDS)),
    check('offer_status', isOneOf(t.status, STATUSES)),
  ],
);

const offerId = () =>
  key('offer_id')
    .notNull()
    .references(() => offer.id, { onDelete: 'cascade' });

export const offerTerritory = pgTable(
  'offer_territory',
  {
    offerId: offerId(),
    territoryCode: key('territory_code')
      .notNull()
      .references(() => territory.code),
  },
  (t) => [
    primaryKey({ columns: [t.offerId, t.territoryCode] }),
    index('offer_territory_territory').on(t.territoryCode),
  ],
);

/** The needs a service answers where it comes (a home visit, an itinerant service); none: not said. */
export const offerNeed = pgTable(
  'offer_need',
  {
    offerId: offerId(),
    needId: key('need_id')
      .notNull()
      .references(() => need.id),
  },
  (t) => [primaryKey({ columns: [t.offerId, t.needId] })],
);

export const offerSource = pgTable(
  'offer_source',
  {
    offerId: offerId(),
    position: smallint().notNull(),
    sourceId: key('source_id')
      .notNull()
      .references(() => source.id),
  },
  (t) => [primaryKey({ columns: [t.offerId, t.position] })],
);

/** GTFS-Flex location group or location: communes, named points, or a drawn area. */
export const serviceArea = pgTable(
  'service_area',
  {
    id: key().primaryKey(),
    kind: text().$type<ServiceArea['kind']>().notNull(),
    label: text().notNull(),
    insees: text().array().notNull().default(sql`'{}'`),
    points: jsonb().$type<NamedPoint[]>().notNull().default([]),
    geom: geometryMultiPolygon(),
  },
  (t) => [
    check(
      'service_area_kind',
      isOneOf(t.kind, ['communes', 'points', 'polygon', 'everywhere', 'unknown']),
    ),
    index('service_area_geom').using('gist', t.geom),
  ],
);

/** GTFS calendar and calendar_dates, as managers say them: « le premier mardi, hors vacances ». */
export const calendar = pgTable('calendar', {
  id: key().primaryKey(),
  weekdays: smallint().array().notNull(),
  holidays: text().$type<ServiceCalendar['holidays']>().notNull(),
  school: text().$type<ServiceCalendar['school']>().notNull(),
  schoolZone: text('school_zone').$type<SchoolZone>(),
  nthOfMonth: smallint('nth_of_month').array(),
  startsOn: date('starts_on'),
  endsOn: date('ends_on'),
  exceptions: jsonb().$type<{ date: string; runs: boolean; label: string }[]>().notNull(),
});

/** One way an offer works: GTFS-Flex trip, NeTEx FlexibleRoute. */
export const travelPattern = pgTable(
  'travel_pattern',
  {
    id: key().primaryKey(),
    offerId: offerId(),
    position: smallint().notNull(),
    rule: text().$type<AreaRule>().notNull(),
    originAreaId: key('origin_area_id')
      .notNull()
      .references(() => serviceArea.id),
    destinationAreaId: key('destination_area_id').references(() => serviceArea.id),
    bothWays: boolean('both_ways').notNull(),
    pickup: text().$type<TravelPattern['pickup']>().notNull(),
    roundTrip: text('round_trip').$type<TravelPattern['roundTrip']>().notNull(),
    waitMaxMinutes: integer('wait_max_minutes'),
    maxKm: doublePrecision('max_km'),
    minKm: doublePrecision('min_km'),
    calendarId: key('calendar_id')
      .notNull()
      .references(() => calendar.id),
    windows: jsonb().$type<DayHours[]>().notNull(),
    durationFactor: doublePrecision('duration_factor').notNull(),
    durationOffsetSeconds: integer('duration_offset_seconds').notNull(),
    feeder: text().$type<TravelPattern['feeder']>().notNull(),
    feederStops: jsonb('feeder_stops').$type<readonly NamedPoint[]>(),
    transferMarginMinutes: integer('transfer_margin_minutes').notNull(),
  },
  (t) => [index('travel_pattern_offer').on(t.offerId, t.position)],
);

export const offerPurpose = pgTable(
  'offer_purpose',
  {
    offerId: offerId(),
    purpose: key().$type<Purpose>().notNull(),
    allowed: boolean().notNull(),
    position: smallint().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.offerId, t.purpose] }),
    check('offer_purpose_code', isOneOf(t.purpose, PURPOSES)),
  ],
);

/** One rule a resident must read: what is excluded, what is asked. */
export const offerCondition = pgTable(
  'offer_condition',
  { offerId: offerId(), position: smallint().notNull(), text: text().notNull() },
  (t) => [primaryKey({ columns: [t.offerId, t.position] })],
);

/** A stop, a counter, an antenna of an offer. */
export const offerPlace = pgTable(
  'offer_place',
  {
    offerId: offerId(),
    position: smallint().notNull(),
    name: text().notNull(),
    address: text(),
    insee: key(),
    point: geographyPoint(),
  },
  (t) => [primaryKey({ columns: [t.offerId, t.position] })],
);
