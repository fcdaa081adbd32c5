// What does a GTFS-Flex archive say, whichever of its dialects it speaks?

import type { Validity } from '#domain/journey/service-calendar.ts';
import type { FlexFeed, FlexPlace, FlexService, FlexTrip } from '#domain/transport/flex-feed.ts';
import type { FeedArchive } from '#seeds/sources/gtfs/archive.ts';
import type { FeedLog } from '#seeds/sources/gtfs/feed-log.ts';
import {
  calendarDateTable,
  calendarTable,
  feedInfoTable,
} from '#seeds/sources/gtfs/map-calendar.ts';
import { agencyTable } from '#seeds/sources/gtfs/map-network.ts';
import { bookingRuleTable } from '#seeds/sources/gtfs-flex/map-booking.ts';
import { type FlexCallRow, flexCallTable } from '#seeds/sources/gtfs-flex/map-calls.ts';
import { type FlexRouteRow, flexRouteTable } from '#seeds/sources/gtfs-flex/map-network.ts';
import { type FlexTripRow, flexTripTable } from '#seeds/sources/gtfs-flex/map-places.ts';
import { readPlaces } from '#seeds/sources/gtfs-flex/read-places.ts';
import { type ReadRows, rowsOf } from '#seeds/sources/gtfs-flex/read-rows.ts';

export const FLEX_FILES = [
  'agency.txt',
  'stops.txt',
  'routes.txt',
  'trips.txt',
  'stop_times.txt',
  'calendar.txt',
  'calendar_dates.txt',
  'feed_info.txt',
  'locations.geojson',
  'location_groups.txt',
  'location_group_stops.txt',
  'stop_areas.txt',
  'booking_rules.txt',
] as const;

/** `covers` is for the database to say. */
export type ReadFlex = {
  model: Omit<FlexFeed, 'covers'>;
  validity: Validity | null;
  version: string | null;
  /** First line of each trip in stop_times.txt. */
  lines: ReadonlyMap<string, number>;
};

export async function readFlex(archive: FeedArchive, log: FeedLog): Promise<ReadFlex> {
  const readRows = rowsOf(archive, log);
  const agencies = await readRows(agencyTable());
  const routeRows = await readRows(flexRouteTable());
  const routes = routeRows.map(({ route }) => route);
  const places = await readPlaces(archive, readRows, log.refuse);
  const bookingRules = await readRows(bookingRuleTable());
  const ruleIds = new Set(bookingRules.map(({ id }) => id));
  const calls = await readRows(
    flexCallTable({ ...places, isBookingRule: (id) => ruleIds.has(id) }),
  );
  const callsByTrip = Map.groupBy(calls, ({ tripId }) => tripId);
  const routeIds = new Set(routes.map(({ id }) => id));
  const tripRows = await readRows(flexTripTable((id) => callsByTrip.has(id)));
  refuseUnknown({ callsByTrip, tripRows, routeIds }, log);
  refuseContinuous(routeRows, new Set(tripRows.map(({ routeId }) => routeId)), log);
  const trips = tripRows
    .filter(({ routeId }) => routeIds.has(routeId))
    .map((row) => toTrip(row, callsByTrip.get(row.id) ?? []));

  const services = await readServices(
    readRows,
    new Set([
      ...trips.map(({ serviceId }) => serviceId),
      ...bookingRules.flatMap(({ serviceId }) => serviceId ?? []),
    ]),
  );
  const info = (await readRows(feedInfoTable()))[0] ?? null;
  const served = new Set(trips.flatMap((trip) => trip.calls.map(({ placeId }) => placeId)));
  const usedRoutes = new Set(trips.map(({ routeId }) => routeId));
  const used = new Set(trips.map(({ serviceId }) => serviceId));
  return {
    model: {
      agencies,
      routes: routes.filter(({ id }) => usedRoutes.has(id)),
      trips,
      services,
      bookingRules,
      places: [...served].map(places.find).filter((place): place is FlexPlace => !!place),
      publisherName: info?.publisherName ?? null,
    },
    validity: validityOf(services.filter(({ id }) => used.has(id))),
    version: info?.version ?? null,
    lines: new Map([...callsByTrip].map(([id, [call]]) => [id, call?.line ?? 1])),
  };
}

function refuseUnknown(
  {
    callsByTrip,
    tripRows,
    routeIds,
  }: {
    callsByTrip: ReadonlyMap<string, readonly FlexCallRow[]>;
    tripRows: readonly FlexTripRow[];
    routeIds: ReadonlySet<string>;
  },
  log: FeedLog,
): void {
  const code = 'foreign_key_violation';
  const known = new Set(tripRows.map(({ id }) => id));
  for (const [tripId, [call]] of callsByTrip) {
    if (known.has(tripId) || call === undefined) continue;
    const reason = 'identifiant absent de trips.txt, ou refusé';
    const { line } = call;
    log.refuse({ code, file: 'stop_times.txt', line, column: 'trip_id', value: tripId, reason });
  }
  for (const { routeId, line } of tripRows) {
    if (routeIds.has(routeId)) continue;
    const reason = 'identifiant absent de routes.txt, ou refusé';
    log.refuse({ code, file: 'trips.txt', line, column: 'route_id', value: routeId, reason });
  }
}

/** A route with a trip on demand is boarded where it is asked, never along its way. */
function refuseContinuous(
  rows: readonly FlexRouteRow[],
  onDemand: ReadonlySet<string>,
  log: FeedLog,
): void {
  for (const { route, line, continuous } of rows) {
    if (continuous === null || !onDemand.has(route.id)) continue;
    const code = 'forbidden_continuous_pickup_drop_off';
    const reason = 'montée ou descente en chemin interdite avec une plage';
    log.refuse({ code, file: 'routes.txt', line, ...continuous, reason });
  }
}

/** Lines may come in any order; those of one sequence keep the order of the file. */
function toTrip({ line: _, ...trip }: FlexTripRow, rows: readonly FlexCallRow[]): FlexTrip {
  const ordered = rows.toSorted((a, b) => a.sequence - b.sequence || a.line - b.line);
  return {
    ...trip,
    durationFactor: trip.durationFactor ?? ordered[0]?.durationFactor ?? null,
    durationOffsetSeconds: trip.durationOffsetSeconds ?? ordered[0]?.durationOffsetSeconds ?? null,
    calls: ordered.map(
      ({
        tripId: __,
        sequence: ___,
        line: ____,
        durationFactor: _____,
        durationOffsetSeconds: ______,
        ...call
      }) => call,
    ),
  };
}

async function readServices(
  readRows: ReadRows,
  wanted: ReadonlySet<string>,
): Promise<FlexService[]> {
  const services = new Map<string, FlexService>();
  for (const { serviceId: id, weekdays, startsOn, endsOn } of await readRows(calendarTable())) {
    if (!wanted.has(id)) continue;
    const days = weekdays.flatMap((runs, index) => (runs ? [index + 1] : []));
    services.set(id, { id, weekdays: days, startsOn, endsOn, exceptions: [] });
  }
  const dates = (await readRows(calendarDateTable())).filter(({ serviceId }) =>
    wanted.has(serviceId),
  );
  for (const [id, rows] of Map.groupBy(dates, ({ serviceId }) => serviceId)) {
    const known = services.get(id) ?? { id, weekdays: [], startsOn: null, endsOn: null };
    const exceptions = rows
      .map(({ date, runs }) => ({ date, runs, label: '' }))
      .sort((a, b) => (a.date < b.date ? -1 : 1));
    services.set(id, { ...known, exceptions });
  }
  return [...services.values()];
}

function validityOf(services: readonly FlexService[]): Validity | null {
  const days = services.flatMap(({ startsOn, endsOn, exceptions }) => [
    ...(startsOn === null || endsOn === null ? [] : [startsOn, endsOn]),
    ...exceptions.filter(({ runs }) => runs).map(({ date }) => date),
  ]);
  const [from] = days.sort();
  const to = days.at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}
