// Which drafts do the lines of a feed make, each with its stops, its days and its trips?

import type { LonLat } from '#domain/geo.ts';
import type {
  GtfsCalendar,
  GtfsCalendarDate,
  GtfsRoute,
  GtfsStopTime,
  GtfsTrip,
} from '#domain/journey/gtfs.ts';
import type { Provider, ServiceCalendar } from '#domain/transport/offer.ts';
import {
  blankDocument,
  type LineDirection,
  type LineTimetable,
  type LineTrip,
  type OfferDocument,
} from '#domain/transport/offer-document.ts';

export type LineNetwork = {
  agencies: readonly { id: string; name: string; phone: string | null; url: string | null }[];
  stops: readonly { id: string; name: string; point: LonLat }[];
  routes: readonly GtfsRoute[];
  trips: readonly (GtfsTrip & { direction: 0 | 1 })[];
  /** In order within each trip. */
  calls: readonly GtfsStopTime[];
  calendars: readonly GtfsCalendar[];
  calendarDates: readonly GtfsCalendarDate[];
};

export type LineGround = {
  provider: Provider | null;
  territoryCodes: readonly string[];
  sourceId: string;
};

type Trip = LineNetwork['trips'][number];
type Call = GtfsStopTime & { stopId: string };

/** Asked of the agency, or of the driver. */
const ASKED = 2;

/** Routes without a trip at printed times make none. `idOf`: the id of the offer of a route. */
export function lineDocuments(
  network: LineNetwork,
  ground: LineGround,
  idOf: (routeId: string) => string,
): OfferDocument[] {
  const placed = new Set(network.stops.map(({ id }) => id));
  const calls = Map.groupBy(
    network.calls.filter((call): call is Call => call.stopId !== null && placed.has(call.stopId)),
    ({ tripId }) => tripId,
  );
  return network.routes.flatMap((route) => {
    const trips = network.trips.filter(
      ({ id, routeId }) => routeId === route.id && (calls.get(id)?.length ?? 0) > 1,
    );
    if (trips.length === 0) return [];
    const timetable = timetableOf(network, trips, calls);
    const isAsked = timetable.trips.some(({ booked }) => booked?.includes(true));
    const blank = blankDocument({
      ...ground,
      id: idOf(route.id),
      kind: isAsked ? 'virtual_line' : 'scheduled_line',
    });
    const name = [route.shortName, route.longName].filter((each) => each !== null).join(' ');
    return { ...blank, offer: { ...blank.offer, name }, timetable };
  });
}

/** The document held, with the timetable the feed gives. */
export function updatedByLine(held: OfferDocument, read: OfferDocument): OfferDocument {
  return { ...held, offer: { ...held.offer, name: read.offer.name }, timetable: read.timetable };
}

function timetableOf(
  network: LineNetwork,
  trips: readonly Trip[],
  calls: ReadonlyMap<string, readonly Call[]>,
): LineTimetable {
  const orders = ([0, 1] as const).map((direction) =>
    mergedOrder(
      trips
        .filter((trip) => trip.direction === direction)
        .map(({ id }) => placesOf(calls.get(id) ?? [])),
    ),
  ) as [string[], string[]];
  const used = new Set(orders.flat().map(stopOf));
  const services = [...new Set(trips.map(({ serviceId }) => serviceId))];
  const direction = (which: 0 | 1): LineDirection => ({
    headsign: trips.find((trip) => trip.direction === which)?.headsign ?? '',
    stopIds: orders[which].map(stopOf),
  });
  return {
    stops: network.stops
      .filter(({ id }) => used.has(id))
      .map(({ id, name, point }) => ({ id, name, insee: null, point })),
    directions: [direction(0), direction(1)],
    calendars: services.map((name) => ({ name, calendar: calendarOf(network, name) })),
    trips: trips.map((trip) => tripOf(trip, calls.get(trip.id) ?? [], orders[trip.direction])),
  };
}

function tripOf(trip: Trip, calls: readonly Call[], order: readonly string[]): LineTrip {
  const places = placesOf(calls);
  const at = order.map((place) => calls[places.indexOf(place)]);
  const booked = at.map(
    (call) => call !== undefined && (call.pickup >= ASKED || call.dropOff >= ASKED),
  );
  return {
    id: trip.id,
    direction: trip.direction,
    calendar: trip.serviceId,
    minutes: at.map((call) => {
      const seconds = call?.departureSeconds ?? call?.arrivalSeconds ?? null;
      return seconds === null ? null : Math.floor(seconds / 60);
    }),
    ...(booked.includes(true) ? { booked } : {}),
    note: trip.shortName,
  };
}

/** A stop called at twice is two places of the line. */
function placesOf(calls: readonly Call[]): string[] {
  const seen = new Map<string, number>();
  return calls.map(({ stopId }) => {
    const rank = (seen.get(stopId) ?? 0) + 1;
    seen.set(stopId, rank);
    return `${rank} ${stopId}`;
  });
}

const stopOf = (place: string): string => place.slice(place.indexOf(' ') + 1);

/** The longest trip first; what others add stands after the stop they come from. */
function mergedOrder(trips: readonly (readonly string[])[]): string[] {
  const order: string[] = [];
  for (const places of trips.toSorted((a, b) => b.length - a.length)) {
    let after = -1;
    for (const place of places) {
      const at = order.indexOf(place);
      if (at === -1) order.splice(after + 1, 0, place);
      after = at === -1 ? after + 1 : Math.max(at, after);
    }
  }
  return order;
}

function calendarOf({ calendars, calendarDates }: LineNetwork, serviceId: string): ServiceCalendar {
  const calendar = calendars.find((each) => each.serviceId === serviceId);
  return {
    weekdays: calendar?.weekdays.flatMap((runs, index) => (runs ? [index + 1] : [])) ?? [],
    holidays: 'runs',
    school: 'any',
    nthOfMonth: null,
    startsOn: calendar?.startsOn ?? null,
    endsOn: calendar?.endsOn ?? null,
    exceptions: calendarDates
      .filter((each) => each.serviceId === serviceId)
      .map(({ date, runs }) => ({ date, runs, label: '' })),
  };
}
