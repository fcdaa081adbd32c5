// A line an organization keeps, as the feed journeys are searched in.

import type { IdentifiedFeed } from '#domain/journey/build-timetable.ts';
import type { LineRows } from '#domain/transport/line-rows.ts';
import type { Offer } from '#domain/transport/offer.ts';

/** A bus, as GTFS numbers them. */
export const BUS = 3;

/** The feed bears the id of the offer, and so does its only route. */
export function lineFeed(offer: Offer, rows: LineRows): IdentifiedFeed {
  const agencyId = offer.provider?.id ?? offer.id;
  const routeId = offer.id;
  const ids = rows.stops.map(({ stopId }) => stopId);
  return {
    feedId: offer.id,
    agencies: [
      {
        id: agencyId,
        name: offer.provider?.name ?? offer.name,
        url: offer.provider?.url ?? null,
        timezone: 'Europe/Paris',
        phone: offer.phone,
      },
    ],
    stops: rows.stops.map(({ stopId, name, point }) => ({
      id: stopId,
      name,
      point,
      kind: 0,
      parentId: null,
      platformCode: null,
      wheelchair: 0,
    })),
    routes: [
      { id: routeId, agencyId, shortName: null, longName: offer.name, type: BUS, color: null },
    ],
    trips: rows.trips.map(({ tripId, serviceId, headsign, shortName }) => ({
      id: tripId,
      routeId,
      serviceId,
      headsign,
      shortName,
      wheelchair: 0,
    })),
    stopTimes: rows.calls.flatMap(({ tripId, stops, seconds, pickupTypes }) =>
      stops.map((stop, rank) => {
        const access = pickupTypes?.[rank] === 2 ? 2 : 0;
        return {
          tripId,
          stopId: ids[stop] ?? null,
          sequence: rank,
          arrivalSeconds: seconds[rank] ?? null,
          departureSeconds: seconds[rank] ?? null,
          pickup: access,
          dropOff: access,
          shapeDistance: null,
        } as const;
      }),
    ),
    calendars: [],
    calendarDates: rows.days.map((day) => ({ ...day, runs: true })),
    frequencies: [],
    transfers: [],
    feedInfo: {
      publisherName: null,
      version: null,
      startsOn: rows.validFrom,
      endsOn: rows.validTo,
    },
  };
}
