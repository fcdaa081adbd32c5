// The rows of a timetable, under the names of GTFS, each within one version of one feed.
// Times are seconds from noon minus 12 h of the service day and may pass 86 400.

import {
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { geographyPoint } from '#db/columns.ts';
import { feedVersion } from '#db/schema/feed.ts';

const feedVersionId = () =>
  integer('feed_version_id')
    .notNull()
    .references(() => feedVersion.id, { onDelete: 'cascade' });

export const gtfsAgency = pgTable(
  'gtfs_agency',
  {
    feedVersionId: feedVersionId(),
    agencyId: text('agency_id').notNull(),
    name: text().notNull(),
    url: text(),
    timezone: text().notNull(),
    phone: text(),
  },
  (t) => [primaryKey({ columns: [t.feedVersionId, t.agencyId] })],
);

/** `point` is null for generic nodes and boarding areas that have none. */
export const gtfsStop = pgTable(
  'gtfs_stop',
  {
    feedVersionId: feedVersionId(),
    stopId: text('stop_id').notNull(),
    code: text(),
    name: text().notNull(),
    point: geographyPoint(),
    locationType: smallint('location_type').notNull().default(0),
    parentStation: text('parent_station'),
    wheelchairBoarding: smallint('wheelchair_boarding').notNull().default(0),
    platformCode: text('platform_code'),
  },
  (t) => [
    primaryKey({ columns: [t.feedVersionId, t.stopId] }),
    index('gtfs_stop_point').using('gist', t.point),
  ],
);

export const gtfsRoute = pgTable(
  'gtfs_route',
  {
    feedVersionId: feedVersionId(),
    routeId: text('route_id').notNull(),
    agencyId: text('agency_id'),
    shortName: text('short_name'),
    longName: text('long_name'),
    routeType: integer('route_type').notNull(),
    colour: text(),
    textColour: text('text_colour'),
  },
  (t) => [primaryKey({ columns: [t.feedVersionId, t.routeId] })],
);

export const gtfsTrip = pgTable(
  'gtfs_trip',
  {
    feedVersionId: feedVersionId(),
    tripId: text('trip_id').notNull(),
    routeId: text('route_id').notNull(),
    serviceId: text('service_id').notNull(),
    headsign: text(),
    shortName: text('short_name'),
    directionId: smallint('direction_id'),
    blockId: text('block_id'),
    wheelchairAccessible: smallint('wheelchair_accessible').notNull().default(0),
    bikesAllowed: smallint('bikes_allowed').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.feedVersionId, t.tripId] }),
    foreignKey({
      columns: [t.feedVersionId, t.routeId],
      foreignColumns: [gtfsRoute.feedVersionId, gtfsRoute.routeId],
    }).onDelete('cascade'),
  ],
);

/** `arrival` and `departure` are null at stops between two timed ones: to interpolate. */
export const gtfsStopTime = pgTable(
  'gtfs_stop_time',
  {
    feedVersionId: feedVersionId(),
    tripId: text('trip_id').notNull(),
    stopSequence: integer('stop_sequence').notNull(),
    stopId: text('stop_id').notNull(),
    arrivalSeconds: integer('arrival_seconds'),
    departureSeconds: integer('departure_seconds'),
    pickupType: smallint('pickup_type').notNull().default(0),
    dropOffType: smallint('drop_off_type').notNull().default(0),
    headsign: text(),
  },
  (t) => [primaryKey({ columns: [t.feedVersionId, t.tripId, t.stopSequence] })],
);

/** Weekdays are ISO: 1 Monday … 7 Sunday. */
export const gtfsCalendar = pgTable(
  'gtfs_calendar',
  {
    feedVersionId: feedVersionId(),
    serviceId: text('service_id').notNull(),
    weekdays: smallint().array().notNull(),
    startDate: date('start_date').notNull(),
    endDate: date('end_date').notNull(),
  },
  (t) => [primaryKey({ columns: [t.feedVersionId, t.serviceId] })],
);

export const gtfsCalendarDate = pgTable(
  'gtfs_calendar_date',
  {
    feedVersionId: feedVersionId(),
    serviceId: text('service_id').notNull(),
    date: date().notNull(),
    runs: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.feedVersionId, t.serviceId, t.date] })],
);

export const gtfsFrequency = pgTable(
  'gtfs_frequency',
  {
    feedVersionId: feedVersionId(),
    tripId: text('trip_id').notNull(),
    startSeconds: integer('start_seconds').notNull(),
    endSeconds: integer('end_seconds').notNull(),
    headwaySeconds: integer('headway_seconds').notNull(),
    exactTimes: boolean('exact_times').notNull(),
  },
  (t) => [primaryKey({ columns: [t.feedVersionId, t.tripId, t.startSeconds] })],
);

/** `transferType` as in GTFS: 0 recommended, 1 timed, 2 needs minTransferSeconds, 3 impossible. */
export const gtfsTransfer = pgTable(
  'gtfs_transfer',
  {
    feedVersionId: feedVersionId(),
    position: integer().notNull(),
    fromStopId: text('from_stop_id').notNull(),
    toStopId: text('to_stop_id').notNull(),
    transferType: smallint('transfer_type').notNull(),
    minTransferSeconds: integer('min_transfer_seconds'),
    distanceMeters: doublePrecision('distance_meters'),
  },
  (t) => [primaryKey({ columns: [t.feedVersionId, t.position] })],
);
