// How do rules for some vehicles only become paths from stop to stop, which is all a search knows?
//
// A stop such a rule speaks of gets a twin for each kind of vehicle that it tells apart (a trip, a line, all
// the others), at the same place. Vehicles call at the twins; people come from the street to the stop itself,
// from which every twin is at no distance. What it takes to change is then a path between two twins. Kinds
// of which all rules say the same share a twin.

import type { Run } from '#domain/journey/pack-patterns.ts';
import { isNamed, type VehicleName, type VehicleTransfer } from '#domain/journey/transfer-rules.ts';
import type { TripTimes } from '#domain/journey/trip-times.ts';
import { gatheringsOf, gatherTwins, type TwinTree } from '#domain/journey/twin-tree.ts';

/** The kinds of vehicles at a stop, in the order of the twins they call at instead; one of each kind. */
export type StopTwins = { vehicles: readonly VehicleName[]; tree: TwinTree };

export type AllTwins = {
  /** By stop; those no rule tells apart are absent. */
  byStop: ReadonlyMap<number, StopTwins>;
  /** The stop each twin stands at, in order of number; then that of each gathering of twins. */
  twinOf: readonly number[];
  /** How many of them are gatherings. */
  gatheringCount: number;
};

const NOT_POSSIBLE = 1;

/** Twins take the numbers that follow `stopCount`. Gives the runs as they call at the twins. */
export function splitStops(
  rules: readonly VehicleTransfer[],
  runs: readonly Run[],
  stopCount: number,
): { twins: AllTwins; runs: readonly Run[] } {
  const none = { byStop: new Map<number, StopTwins>(), twinOf: [], gatheringCount: 0 };
  if (rules.length === 0) return { twins: none, runs };
  const kinds = new Map<number, StopKinds>();
  for (const rule of rules) {
    kindsAt(kinds, rule.from).name(rule, 'arriving');
    kindsAt(kinds, rule.to).name(rule, 'leaving');
  }
  for (const { trip, route, times } of runs) {
    for (const stop of times.stops) kinds.get(stop)?.indexOf({ route, trip });
  }
  const twinOf: number[] = [];
  const numbered = (stop: number) => stopCount + twinOf.push(stop) - 1;
  const own = [...kinds].map(([stop, at]) => {
    const { vehicles } = at;
    return { stop, vehicles, twins: vehicles.map(() => numbered(stop)) };
  });
  const twinCount = twinOf.length;
  const byStop = new Map(
    own
      .filter(({ twins }) => twins.length > 0)
      .map(({ stop, vehicles, twins }) => [
        stop,
        { vehicles, tree: gatherTwins(twins, () => numbered(stop)) },
      ]),
  );
  const moved = new Map<TripTimes, TripTimes>();
  const split = runs.map((run): Run => {
    const { trip, route, times } = run;
    if (!times.stops.some((stop) => byStop.has(stop))) return run;
    const known = moved.get(times) ?? atTwins(times, { trip, route }, kinds, byStop);
    moved.set(times, known);
    return { ...run, times: known };
  });
  return { twins: { byStop, twinOf, gatheringCount: twinOf.length - twinCount }, runs: split };
}

/** One gets off at the twin, and boards at what gathers it too. */
function atTwins(
  times: TripTimes,
  vehicle: VehicleName,
  kinds: ReadonlyMap<number, StopKinds>,
  byStop: AllTwins['byStop'],
): TripTimes {
  const calls: TripTimes = { stops: [], arrivals: [], departures: [], pickups: [], dropOffs: [] };
  const call = (stop: number, arrival: number, departure: number, pickup: number, off: number) => {
    calls.stops.push(stop);
    calls.arrivals.push(arrival);
    calls.departures.push(departure);
    calls.pickups.push(pickup);
    calls.dropOffs.push(off);
  };
  for (const [index, stop] of times.stops.entries()) {
    const [arrival = 0, departure = 0] = [times.arrivals[index], times.departures[index]];
    const [pickup = 0, dropOff = 0] = [times.pickups[index], times.dropOffs[index]];
    const tree = byStop.get(stop)?.tree;
    const twin = tree ? (kinds.get(stop)?.indexOf(vehicle) ?? 0) : 0;
    call(tree?.levels[0]?.[twin] ?? stop, arrival, departure, pickup, dropOff);
    if (!tree || pickup === NOT_POSSIBLE || index === times.stops.length - 1) continue;
    for (const gathering of gatheringsOf(tree, twin)) {
      call(gathering, departure, departure, pickup, NOT_POSSIBLE);
    }
  }
  return calls;
}

function kindsAt(kinds: Map<number, StopKinds>, stop: number): StopKinds {
  const known = kinds.get(stop) ?? new StopKinds();
  kinds.set(stop, known);
  return known;
}

/** What the rules of one stop tell apart. */
class StopKinds {
  readonly vehicles: VehicleName[] = [];
  readonly #byTrip = new Map<number, string[]>();
  readonly #byRoute = new Map<number, string[]>();
  readonly #indexes = new Map<string, number>();
  readonly #indexBySaid = new Map<string, number>();

  /** Notes what a rule says of the vehicle it names at this stop, all of it but that name. */
  name(rule: VehicleTransfer, end: 'arriving' | 'leaving'): void {
    const { [end]: named, from, to, kind, minSeconds } = rule;
    const other = rule[end === 'arriving' ? 'leaving' : 'arriving'];
    const where = end === 'arriving' ? to : from;
    const said = [end, where, kind, minSeconds, other.route, other.trip].join(' ');
    // A rule about a trip says nothing of other trips of its line.
    if (named.trip !== null) addTo(this.#byTrip, named.trip, `t ${said}`);
    else if (named.route !== null) addTo(this.#byRoute, named.route, `r ${said}`);
  }

  /** Place of its kind among `vehicles`, which takes it when it is the first. */
  indexOf({ route, trip }: VehicleName): number {
    const byRoute = route === null ? undefined : this.#byRoute.get(route);
    const byTrip = trip === null ? undefined : this.#byTrip.get(trip);
    const name: VehicleName = { route: byRoute ? route : null, trip: byTrip ? trip : null };
    const key = `${name.route} ${name.trip}`;
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    const said = [...(byRoute ?? []), ...(byTrip ?? [])].join('\n');
    const index = this.#indexBySaid.get(said) ?? this.vehicles.push(name) - 1;
    this.#indexBySaid.set(said, index);
    this.#indexes.set(key, index);
    return index;
  }
}

function addTo(lists: Map<number, string[]>, key: number, item: string): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** Places of the twins of a stop that a rule names, by line or by trip. */
export function namedTwins({ vehicles }: StopTwins): (named: VehicleName) => readonly number[] {
  const byTrip = new Map<number, number[]>();
  const byRoute = new Map<number, number[]>();
  for (const [index, { route, trip }] of vehicles.entries()) {
    if (trip !== null) byTrip.set(trip, [...(byTrip.get(trip) ?? []), index]);
    if (route !== null) byRoute.set(route, [...(byRoute.get(route) ?? []), index]);
  }
  return (named) => {
    const found =
      named.trip !== null ? byTrip.get(named.trip) : byRoute.get(named.route ?? Number.NaN);
    return (found ?? []).filter((index) => {
      const vehicle = vehicles[index];
      return vehicle !== undefined && isNamed(named, vehicle);
    });
  };
}
