// What do the timetables in use say, as the rows the search engine is built from?

import { asc, eq, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { feedVersion } from '#db/schema/feed.ts';
import {
  gtfsAgency,
  gtfsCalendar,
  gtfsCalendarDate,
  gtfsFrequency,
  gtfsRoute,
  gtfsStop,
  gtfsTransfer,
  gtfsTrip,
  gtfsTripCalls,
} from '#db/schema/gtfs.ts';
import type { GtfsAccess, GtfsFeed, GtfsStopAccess, GtfsStopTime } from '#domain/journey/gtfs.ts';

/** `validFrom` and `validTo`: first and last day the version covers, both included. */
export type LoadedFeed = GtfsFeed & {
  feedId: string;
  feedVersionId: number;
  validFrom: string;
  validTo: string;
};

/** One list a column, one item a call: hundreds of thousands of rows cost more to bring over than to read. */
type CallLists = [
  stops: number[],
  sequences: number[],
  arrivals: (number | null)[],
  departures: (number | null)[],
  pickups: number[] | null,
  dropOffs: number[] | null,
];

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** One feed for each active version, in order of feed id. */
export async function loadGtfsFeeds(db: Database): Promise<LoadedFeed[]> {
  const versions = await db
    .select()
    .from(feedVersion)
    .where(eq(feedVersion.active, true))
    .orderBy(asc(feedVersion.feedId));
  const feeds: LoadedFeed[] = [];
  for (const { id, feedId, validFrom, validTo } of versions) {
    feeds.push({
      feedId,
      feedVersionId: id,
      validFrom,
      validTo,
      ...(await loadNetwork(db, id)),
      ...(await loadTrips(db, id)),
      ...(await loadDays(db, id)),
      feedInfo: { publisherName: null, version: null, startsOn: validFrom, endsOn: validTo },
    });
  }
  return feeds;
}

async function loadNetwork(
  db: Database,
  id: number,
): Promise<Pick<GtfsFeed, 'agencies' | 'stops' | 'routes' | 'transfers'>> {
  const agencies = await db
    .select({
      id: gtfsAgency.agencyId,
      name: gtfsAgency.name,
      url: gtfsAgency.url,
      timezone: gtfsAgency.timezone,
      phone: gtfsAgency.phone,
    })
    .from(gtfsAgency)
    .where(eq(gtfsAgency.feedVersionId, id))
    .orderBy(asc(gtfsAgency.agencyId));
  const stops = await db
    .select({
      id: gtfsStop.stopId,
      name: gtfsStop.name,
      point: gtfsStop.point,
      kind: gtfsStop.locationType,
      parentId: gtfsStop.parentStation,
      platformCode: gtfsStop.platformCode,
      wheelchair: gtfsStop.wheelchairBoarding,
    })
    .from(gtfsStop)
    .where(eq(gtfsStop.feedVersionId, id))
    .orderBy(asc(gtfsStop.stopId));
  const routes = await db
    .select({
      id: gtfsRoute.routeId,
      agencyId: gtfsRoute.agencyId,
      shortName: gtfsRoute.shortName,
      longName: gtfsRoute.longName,
      type: gtfsRoute.routeType,
      color: gtfsRoute.colour,
    })
    .from(gtfsRoute)
    .where(eq(gtfsRoute.feedVersionId, id))
    .orderBy(asc(gtfsRoute.routeId));
  const transfers = await db
    .select({
      fromStopId: gtfsTransfer.fromStopId,
      toStopId: gtfsTransfer.toStopId,
      fromRouteId: gtfsTransfer.fromRouteId,
      toRouteId: gtfsTransfer.toRouteId,
      fromTripId: gtfsTransfer.fromTripId,
      toTripId: gtfsTransfer.toTripId,
      kind: gtfsTransfer.transferType,
      minSeconds: gtfsTransfer.minTransferSeconds,
    })
    .from(gtfsTransfer)
    .where(eq(gtfsTransfer.feedVersionId, id))
    .orderBy(asc(gtfsTransfer.position));
  return {
    agencies,
    stops: stops.map((stop) => ({ ...stop, wheelchair: accessOf(stop.wheelchair) })),
    routes,
    transfers,
  };
}

async function loadTrips(
  db: Database,
  id: number,
): Promise<Pick<GtfsFeed, 'trips' | 'stopTimes' | 'frequencies'>> {
  const trips = await db
    .select({
      id: gtfsTrip.tripId,
      routeId: gtfsTrip.routeId,
      serviceId: gtfsTrip.serviceId,
      headsign: gtfsTrip.headsign,
      shortName: gtfsTrip.shortName,
      wheelchair: gtfsTrip.wheelchairAccessible,
      blockId: gtfsTrip.blockId,
    })
    .from(gtfsTrip)
    .where(eq(gtfsTrip.feedVersionId, id))
    .orderBy(asc(gtfsTrip.tripId));
  const callsByTrip = await db
    .select({
      tripId: gtfsTripCalls.tripId,
      lists: sql<CallLists>`json_build_array(${gtfsTripCalls.stops}, ${gtfsTripCalls.sequences}, ${gtfsTripCalls.arrivals}, ${gtfsTripCalls.departures}, ${gtfsTripCalls.pickupTypes}, ${gtfsTripCalls.dropOffTypes})`,
    })
    .from(gtfsTripCalls)
    .where(eq(gtfsTripCalls.feedVersionId, id))
    .orderBy(asc(gtfsTripCalls.tripId));
  const stopIds = await loadStopIds(db, id);
  const frequencies = await db
    .select({
      tripId: gtfsFrequency.tripId,
      startSeconds: gtfsFrequency.startSeconds,
      endSeconds: gtfsFrequency.endSeconds,
      headwaySeconds: gtfsFrequency.headwaySeconds,
      exactTimes: gtfsFrequency.exactTimes,
    })
    .from(gtfsFrequency)
    .where(eq(gtfsFrequency.feedVersionId, id))
    .orderBy(asc(gtfsFrequency.tripId), asc(gtfsFrequency.startSeconds));
  return {
    trips: trips.map((trip) => ({ ...trip, wheelchair: accessOf(trip.wheelchair) })),
    stopTimes: callsByTrip.flatMap(({ tripId, lists }) => toStopTimes(tripId, lists, stopIds)),
    frequencies,
  };
}

/** Identifiers by number. */
async function loadStopIds(db: Database, id: number): Promise<string[]> {
  const stops = await db
    .select({ stopId: gtfsStop.stopId })
    .from(gtfsStop)
    .where(eq(gtfsStop.feedVersionId, id))
    .orderBy(asc(gtfsStop.number));
  return stops.map(({ stopId }) => stopId);
}

function toStopTimes(
  tripId: string,
  [stops, sequences, arrivals, departures, pickups, dropOffs]: CallLists,
  stopIds: readonly string[],
): GtfsStopTime[] {
  return stops.map((stop, index) => ({
    tripId,
    stopId: stopIds[stop] ?? null,
    sequence: sequences[index] ?? index,
    arrivalSeconds: arrivals[index] ?? null,
    departureSeconds: departures[index] ?? null,
    pickup: stopAccessOf(pickups?.[index] ?? 0),
    dropOff: stopAccessOf(dropOffs?.[index] ?? 0),
    // Times the feed left blank were shared out along the shape when it was imported.
    shapeDistance: null,
  }));
}

async function loadDays(
  db: Database,
  id: number,
): Promise<Pick<GtfsFeed, 'calendars' | 'calendarDates'>> {
  const calendars = await db
    .select({
      serviceId: gtfsCalendar.serviceId,
      weekdays: gtfsCalendar.weekdays,
      startsOn: gtfsCalendar.startDate,
      endsOn: gtfsCalendar.endDate,
    })
    .from(gtfsCalendar)
    .where(eq(gtfsCalendar.feedVersionId, id))
    .orderBy(asc(gtfsCalendar.serviceId));
  const datesByService = await db
    .select({
      serviceId: gtfsCalendarDate.serviceId,
      dates: sql<
        [date: string, runs: boolean][]
      >`json_agg(json_build_array(${gtfsCalendarDate.date}, ${gtfsCalendarDate.runs}) order by ${gtfsCalendarDate.date})`,
    })
    .from(gtfsCalendarDate)
    .where(eq(gtfsCalendarDate.feedVersionId, id))
    .groupBy(gtfsCalendarDate.serviceId)
    .orderBy(asc(gtfsCalendarDate.serviceId));
  return {
    calendars: calendars.map(({ weekdays, ...calendar }) => ({
      ...calendar,
      weekdays: WEEK.map((day) => weekdays.includes(day)),
    })),
    calendarDates: datesByService.flatMap(({ serviceId, dates }) =>
      dates.map(([date, runs]) => ({ serviceId, date, runs })),
    ),
  };
}

function accessOf(value: number): GtfsAccess {
  return value === 1 || value === 2 ? value : 0;
}

function stopAccessOf(value: number): GtfsStopAccess {
  return value === 1 || value === 2 || value === 3 ? value : 0;
}
