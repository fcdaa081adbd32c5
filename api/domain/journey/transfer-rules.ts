// What does a feed say of changing at a stop, for all vehicles, for those of a line, for one trip?
//
// For two vehicles the finest rule that names them both holds (transfers.txt of GTFS): trip and trip, trip
// and line, one trip, line and line, one line, then the stops alone; a platform wins over its station.

import type { GtfsFeed, GtfsTransfer } from '#domain/journey/gtfs.ts';
import type { TripLink } from '#domain/journey/linked-trips.ts';
import type { TimetableStop } from '#domain/journey/timetable.ts';

/** Stops by number. `kind` as in GTFS, 0 to 3. */
export type Transfer = { from: number; to: number; kind: number; minSeconds: number | null };

/** Which vehicles, by number of line or of trip; null: any. A trip says its line. */
export type VehicleName = { route: number | null; trip: number | null };

export type VehicleTransfer = Transfer & { arriving: VehicleName; leaving: VehicleName };

/** In order: of those that hold for two vehicles, the last is the one that counts. */
export type TransferRules = {
  all: Transfer[];
  finer: VehicleTransfer[];
  /** Trips whose riders may stay in. */
  links: TripLink[];
  /** Trips whose riders must get off, whatever vehicle goes on. */
  apart: TripLink[];
};

type Numbers = {
  stops: ReadonlyMap<string, number>;
  routes: ReadonlyMap<string, number>;
  trips: ReadonlyMap<string, number>;
};

/** From the first of these on a rule links two trips of one vehicle, and says nothing of changing. */
const STAY_IN = 4;
const GET_OFF = 5;
const ANY_VEHICLE: VehicleName = { route: null, trip: null };

/** A transfer between stations holds for every platform of each. */
export function readTransfers(
  feed: GtfsFeed,
  numbers: Numbers,
  stops: readonly TimetableStop[],
): TransferRules {
  const rules: TransferRules = { all: [], finer: [], ...readLinks(feed, numbers) };
  if (feed.transfers.length === 0) return rules;
  const ends = platformsOf(numbers.stops, stops);
  const rows = feed.transfers.flatMap((row) => {
    const [arriving, leaving] = vehiclesOf(row, numbers);
    if (row.kind >= STAY_IN || !arriving || !leaving) return [];
    const [from, to] = [ends(row.fromStopId), ends(row.toStopId)];
    const breadth = Number(from.length > 1) + Number(to.length > 1);
    return [{ row, from, to, arriving, leaving, breadth, rank: rankOf(arriving, leaving) }];
  });
  for (const { row, from, to, arriving, leaving, rank } of rows.toSorted(
    (a, b) => a.rank - b.rank || b.breadth - a.breadth,
  )) {
    const { kind, minSeconds } = row;
    for (const start of from) {
      for (const end of to) {
        const transfer = { from: start, to: end, kind, minSeconds };
        if (rank === 0) rules.all.push(transfer);
        else rules.finer.push({ ...transfer, arriving, leaving });
      }
    }
  }
  return rules;
}

/** A trip one must get off is not one to stay in, whatever else is said. */
function readLinks(
  { transfers }: GtfsFeed,
  { trips }: Numbers,
): Pick<TransferRules, 'links' | 'apart'> {
  const links = new Map<string, TripLink>();
  const apart: TripLink[] = [];
  for (const stage of [STAY_IN, GET_OFF]) {
    for (const { kind, fromTripId, toTripId } of transfers) {
      const [from, to] = [trips.get(fromTripId ?? ''), trips.get(toTripId ?? '')];
      if (kind !== stage || from === undefined || to === undefined) continue;
      if (kind === GET_OFF) {
        links.delete(`${from} ${to}`);
        apart.push({ from, to });
      } else links.set(`${from} ${to}`, { from, to });
    }
  }
  return { links: [...links.values()], apart };
}

/** Whether a rule about `named` holds for a vehicle. */
export function isNamed(named: VehicleName, vehicle: VehicleName): boolean {
  if (named.trip !== null) return named.trip === vehicle.trip;
  return named.route === null || named.route === vehicle.route;
}

/** Numbers of the stops an identifier stands for: a station is all its platforms. */
function platformsOf(
  numbers: ReadonlyMap<string, number>,
  stops: readonly TimetableStop[],
): (id: string | null) => readonly number[] {
  const platforms = new Map<number, number[]>();
  for (const number of numbers.values()) {
    const station = stops[number]?.station ?? number;
    const known = platforms.get(station);
    if (known) known.push(number);
    else platforms.set(station, [number]);
  }
  return (id) => {
    const number = id === null ? undefined : numbers.get(id);
    if (number === undefined) return [];
    return stops[number]?.station === number ? (platforms.get(number) ?? [number]) : [number];
  };
}

/** Undefined: a line or a trip of which nothing runs. */
function vehiclesOf(
  { fromRouteId, fromTripId, toRouteId, toTripId }: GtfsTransfer,
  { routes, trips }: Numbers,
): (VehicleName | undefined)[] {
  const nameOf = (routeId: string | null, tripId: string | null): VehicleName | undefined => {
    if (routeId === null && tripId === null) return ANY_VEHICLE;
    const number = tripId === null ? routes.get(routeId ?? '') : trips.get(tripId);
    if (number === undefined) return undefined;
    return tripId === null ? { route: number, trip: null } : { route: null, trip: number };
  };
  return [nameOf(fromRouteId, fromTripId), nameOf(toRouteId, toTripId)];
}

/** Of one trip and any, or one line and any, that which names the vehicle one comes with is the finer. */
function rankOf(arriving: VehicleName, leaving: VehicleName): number {
  const [from, to] = [finenessOf(arriving), finenessOf(leaving)];
  if (from === 0 && to === 0) return 0;
  const trips = Number(from === 2) + Number(to === 2);
  const routes = Number(from === 1) + Number(to === 1);
  const rank = trips === 0 ? routes : 2 * trips + routes + 1;
  return 2 * rank + Number(from > to);
}

function finenessOf({ route, trip }: VehicleName): number {
  return trip !== null ? 2 : route !== null ? 1 : 0;
}
