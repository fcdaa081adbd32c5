// The rows of a timetable, under the names of GTFS, each within one version of one feed.
// Times are seconds from noon minus 12 h of the service day and may pass 86 400.

import {
  boolean,
  date,
  doublePrecision,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { geographyPoint, key } from '#db/columns.ts';

/**
 * The version of `feed_version` a row belongs to, without a constraint: checked row by row, it takes as
 * long as the load itself. `deleteFeedVersions` removes the rows of a version with it.
 */
const feedVersionId = () => integer('feed_version_id').notNull();

export const gtfsAgency = pgTable(
  'gtfs_agency',
  {
    feedVersionId: feedVersionId(),
    agencyId: key('agency_id').notNull(),
    name: text().notNull(),
    url: text(),
    timezone: text().notNull(),
    phone: text(),
  },
  (t) => [primaryKey({ columns: [t.feedVersionId, t.agencyId] })],
);

/**
 * `number` is what calls refer to, from 0 in each version; `point` is null for generic nodes and boarding
 * areas that have none; `stopAccess` as in GTFS: 0 through the station's entrances, 1 from the street.
 */
export const gtfsStop = pgTable(
  'gtfs_stop',
  {
    feedVersionId: feedVersionId(),
    stopId: key('stop_id').notNull(),
    number: integer().notNull().default(0),
    code: key(),
    name: text().notNull(),
    point: geographyPoint(),
    locationType: smallint('location_type').notNull().default(0),
    parentStation: text('parent_station'),
    wheelchairBoarding: smallint('wheelchair_boarding').notNull().default(0),
    platformCode: text('platform_code'),
    stopAccess: smallint('stop_access'),
  },
  (t) => [primaryKey({ columns: [t.feedVersionId, t.stopId] })],
);

export const gtfsRoute = pgTable(
  'gtfs_route',
  {
    feedVersionId: feedVersionId(),
    routeId: key('route_id').notNull(),
    agencyId: key('agency_id'),
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
    tripId: key('trip_id').notNull(),
    routeId: key('route_id').notNull(),
    serviceId: key('service_id').notNull(),
    headsign: text(),
    shortName: text('short_name'),
    directionId: smallint('direction_id'),
    blockId: key('block_id'),
    wheelchairAccessible: smallint('wheelchair_accessible').notNull().default(0),
    bikesAllowed: smallint('bikes_allowed').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.feedVersionId, t.tripId] })],
);

/**
 * All the calls of a trip, in order: one item a call in each list. `stops` are numbers of `gtfs_stop`;
 * times are null at stops between two timed ones, to interpolate; `pickupTypes` and `dropOffTypes` are
 * null when every call has the regular 0.
 */
export const gtfsTripCalls = pgTable(
  'gtfs_trip_calls',
  {
    feedVersionId: feedVersionId(),
    tripId: key('trip_id').notNull(),
    stops: integer().array().notNull(),
    sequences: integer().array().notNull(),
    arrivals: integer().array().notNull().$type<(number | null)[]>(),
    departures: integer().array().notNull().$type<(number | null)[]>(),
    pickupTypes: smallint('pickup_types').array(),
    dropOffTypes: smallint('drop_off_types').array(),
  },
  (t) => [primaryKey({ columns: [t.feedVersionId, t.tripId] })],
);

/** Weekdays are ISO: 1 Monday … 7 Sunday. */
export const gtfsCalendar = pgTable(
  'gtfs_calendar',
  {
    feedVersionId: feedVersionId(),
    serviceId: key('service_id').notNull(),
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
    serviceId: key('service_id').notNull(),
    date: date().notNull(),
    runs: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.feedVersionId, t.serviceId, t.date] })],
);

export const gtfsFrequency = pgTable(
  'gtfs_frequency',
  {
    feedVersionId: feedVersionId(),
    tripId: key('trip_id').notNull(),
    startSeconds: integer('start_seconds').notNull(),
    endSeconds: integer('end_seconds').notNull(),
    headwaySeconds: integer('headway_seconds').notNull(),
    exactTimes: boolean('exact_times').notNull(),
  },
  (t) => [primaryKey({ columns: [t.feedVersionId, t.tripId, t.startSeconds] })],
);

/**
 * `transferType` as in GTFS: 0 recommended, 1 timed, 2 needs minTransferSeconds, 3 impossible, 4 the rider
 * stays in the vehicle from one trip to the next, 5 must get off. Null: any stop, route or trip.
 */
export const gtfsTransfer = pgTable(
  'gtfs_transfer',
  {
    feedVersionId: feedVersionId(),
    position: integer().notNull(),
    fromStopId: key('from_stop_id'),
    toStopId: key('to_stop_id'),
    fromRouteId: key('from_route_id'),
    toRouteId: key('to_route_id'),
    fromTripId: key('from_trip_id'),
    toTripId: key('to_trip_id'),
    transferType: smallint('transfer_type').notNull(),
    minTransferSeconds: integer('min_transfer_seconds'),
    distanceMeters: doublePrecision('distance_meters'),
  },
  (t) => [primaryKey({ columns: [t.feedVersionId, t.position] })],
);
