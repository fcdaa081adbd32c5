// Which files make a GTFS and GTFS-Flex feed of these offers?
//
// Bytes depend on nothing but what is given. Offers a feed cannot say, wholly or in part, are whole in the
// sidecar.

import { BOOKING_COLUMNS, BUSINESS_DAYS } from '#domain/transport/export-gtfs/export-booking.ts';
import {
  AREA_COLUMNS,
  LEG_RULE_COLUMNS,
  PRODUCT_COLUMNS,
  STOP_AREA_COLUMNS,
} from '#domain/transport/export-gtfs/export-fares.ts';
import { addOffer, addService, emptyRows } from '#domain/transport/export-gtfs/export-offer.ts';
import { STOP_TIME_COLUMNS, TRIP_COLUMNS } from '#domain/transport/export-gtfs/export-patterns.ts';
import { createPlaces, STOP_COLUMNS } from '#domain/transport/export-gtfs/export-places.ts';
import {
  businessDayRows,
  CALENDAR_COLUMNS,
  CALENDAR_DATE_COLUMNS,
  horizonFrom,
} from '#domain/transport/export-gtfs/export-services.ts';
import type { FeedFiles, FeedInput, LeftOut } from '#domain/transport/export-gtfs/feed-input.ts';
import { type Cell, feedDate, tableText } from '#domain/transport/export-gtfs/feed-table.ts';
import { SIDECAR_FILE, sidecarText } from '#domain/transport/export-gtfs/offers-sidecar.ts';

const AGENCY_COLUMNS = [
  'agency_id',
  'agency_name',
  'agency_url',
  'agency_timezone',
  'agency_lang',
  'agency_phone',
  'agency_fare_url',
  'agency_email',
] as const;
const ROUTE_COLUMNS = [
  'route_id',
  'agency_id',
  'route_short_name',
  'route_long_name',
  'route_desc',
  'route_type',
  'route_url',
  'network_id',
  'x_kind',
] as const;
const INFO_COLUMNS = [
  'feed_publisher_name',
  'feed_publisher_url',
  'feed_lang',
  'feed_start_date',
  'feed_end_date',
  'feed_version',
  'feed_contact_email',
  'feed_contact_url',
] as const;

export function exportFeed(input: FeedInput): { files: FeedFiles; leftOut: LeftOut[] } {
  const { entries, shapes, publisher, version } = input;
  const horizon = horizonFrom(input.from);
  const places = createPlaces(shapes);
  const rows = emptyRows();
  const leftOut: LeftOut[] = [];
  for (const entry of entries.toSorted((a, b) => (a.shown.id < b.shown.id ? -1 : 1))) {
    leftOut.push(...addOffer(entry, { rows, places, horizon, publisher }));
  }
  const usesBusinessDays = rows.rules.some((row) => row.includes(BUSINESS_DAYS));
  if (usesBusinessDays) addService(rows, businessDayRows(BUSINESS_DAYS, horizon));
  const { groups, groupStops, stops } = places.tables();
  const table = (file: string, columns: readonly string[], data: Cell[][]): [string, string] => [
    file,
    tableText({ file, columns, rows: data }),
  ];
  const info: Cell[] = [
    publisher.name,
    publisher.url,
    'fr',
    feedDate(horizon.from),
    feedDate(horizon.to),
    version,
    publisher.email,
    publisher.url,
  ];
  const files = [
    table('agency.txt', AGENCY_COLUMNS, [...rows.agencies.values()]),
    table('routes.txt', ROUTE_COLUMNS, rows.routes),
    table('trips.txt', TRIP_COLUMNS, rows.trips),
    table('stop_times.txt', STOP_TIME_COLUMNS, rows.calls),
    table('stops.txt', STOP_COLUMNS, stops),
    table('calendar.txt', CALENDAR_COLUMNS, rows.calendar),
    table('calendar_dates.txt', CALENDAR_DATE_COLUMNS, rows.dates),
    table('booking_rules.txt', BOOKING_COLUMNS, rows.rules),
    table('location_groups.txt', ['location_group_id', 'location_group_name'], groups),
    table('location_group_stops.txt', ['location_group_id', 'stop_id'], groupStops),
    ['locations.geojson', places.geoJson()] as [string, string],
    table('fare_products.txt', PRODUCT_COLUMNS, rows.products),
    table('fare_leg_rules.txt', LEG_RULE_COLUMNS, rows.legRules),
    table('areas.txt', AREA_COLUMNS, rows.areas),
    table('stop_areas.txt', STOP_AREA_COLUMNS, rows.stopAreas),
    table('feed_info.txt', INFO_COLUMNS, [info]),
    [SIDECAR_FILE, sidecarText(entries.map(({ document }) => document))] as [string, string],
  ];
  return { files: new Map(files.filter(([, text]) => text !== '')), leftOut };
}
