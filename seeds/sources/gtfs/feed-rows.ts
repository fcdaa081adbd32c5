// How are the rows of a feed written under the column names of our tables?

import type {
  gtfsAgency,
  gtfsCalendar,
  gtfsCalendarDate,
  gtfsFrequency,
  gtfsRoute,
  gtfsStop,
  gtfsStopTime,
  gtfsTransfer,
  gtfsTrip,
} from '#db/schema/gtfs.ts';
import type { GtfsFeed } from '#domain/journey/gtfs.ts';

export function agencyRows(feed: GtfsFeed, feedVersionId: number) {
  return feed.agencies.map(
    ({ id, name, url, timezone, phone }): typeof gtfsAgency.$inferInsert => ({
      feedVersionId,
      agencyId: id,
      name,
      url,
      timezone,
      phone,
    }),
  );
}

export function stopRows(feed: GtfsFeed, feedVersionId: number) {
  return feed.stops.map((stop): typeof gtfsStop.$inferInsert => ({
    feedVersionId,
    stopId: stop.id,
    name: stop.name,
    point: stop.point,
    locationType: stop.kind,
    parentStation: stop.parentId,
    wheelchairBoarding: stop.wheelchair,
    platformCode: stop.platformCode,
  }));
}

export function routeRows(feed: GtfsFeed, feedVersionId: number) {
  return feed.routes.map((route): typeof gtfsRoute.$inferInsert => ({
    feedVersionId,
    routeId: route.id,
    agencyId: route.agencyId,
    shortName: route.shortName,
    longName: route.longName,
    routeType: route.type,
    colour: route.color,
  }));
}

export function tripRows(feed: GtfsFeed, feedVersionId: number) {
  return feed.trips.map((trip): typeof gtfsTrip.$inferInsert => ({
    feedVersionId,
    tripId: trip.id,
    routeId: trip.routeId,
    serviceId: trip.serviceId,
    headsign: trip.headsign,
    shortName: trip.shortName,
    wheelchairAccessible: trip.wheelchair,
  }));
}

export function stopTimeRows(feed: GtfsFeed, feedVersionId: number) {
  return feed.stopTimes.flatMap((call): (typeof gtfsStopTime.$inferInsert)[] =>
    call.stopId === null
      ? []
      : [
          {
            feedVersionId,
            tripId: call.tripId,
            stopSequence: call.sequence,
            stopId: call.stopId,
            arrivalSeconds: call.arrivalSeconds,
            departureSeconds: call.departureSeconds,
            pickupType: call.pickup,
            dropOffType: call.dropOff,
          },
        ],
  );
}

export function calendarRows(feed: GtfsFeed, feedVersionId: number) {
  return feed.calendars.map(
    ({ serviceId, weekdays, startsOn, endsOn }): typeof gtfsCalendar.$inferInsert => ({
      feedVersionId,
      serviceId,
      weekdays: weekdays.flatMap((runs, index) => (runs ? [index + 1] : [])),
      startDate: startsOn,
      endDate: endsOn,
    }),
  );
}

export function calendarDateRows(feed: GtfsFeed, feedVersionId: number) {
  return feed.calendarDates.map((exception): typeof gtfsCalendarDate.$inferInsert => ({
    feedVersionId,
    ...exception,
  }));
}

export function frequencyRows(feed: GtfsFeed, feedVersionId: number) {
  return feed.frequencies.map((frequency): typeof gtfsFrequency.$inferInsert => ({
    feedVersionId,
    ...frequency,
  }));
}

export function transferRows(feed: GtfsFeed, feedVersionId: number) {
  return feed.transfers.map(
    ({ fromStopId, toStopId, kind, minSeconds }, position): typeof gtfsTransfer.$inferInsert => ({
      feedVersionId,
      position,
      fromStopId,
      toStopId,
      transferType: kind,
      minTransferSeconds: minSeconds,
    }),
  );
}
