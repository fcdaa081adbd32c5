// What is laid out once of what people do without a car, so that each scenario is then told in a few milliseconds?

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import { driveMinutes } from '#domain/journey/road-estimate.ts';
import type { AccessModel } from './access-model.ts';
import { numbersIn } from './base-64.ts';
import {
  addRides,
  joinRides,
  type Near,
  nearStops,
  type Pattern,
  type RidesByPair,
  walkBetween,
} from './direct-rides.ts';
import type { HalfDayMask } from './half-days.ts';
import { MOST_WALK_MINUTES } from './no-car-bounds.ts';
import { decodeReach, type NoCarFacts, type NoCarLine, type Reach } from './no-car-model.ts';
import { rowOf, type SiteRow, type TravelPairs } from './travel-pairs.ts';

export type NoCarDesk = {
  facts: NoCarFacts;
  people: Float64Array;
  /** By home, see `NoCarFacts`. */
  reached: readonly (readonly Reach[])[];
  elsewhere: readonly (readonly Reach[])[];
  /** By home, half-days as the server computed them. */
  before: Uint16Array;
  /** Minutes by car from a home to a site of the facts; null: not known. */
  driveToSite: (home: number, site: number) => number | null;
  driveToPoint: (home: number, at: LonLat) => number | null;
  /** On foot all the way. */
  isWalked: (home: number, at: LonLat) => boolean;
  lines: ReadonlyMap<string, { patterns: readonly Pattern[]; rides: RidesByPair }>;
  nearHomes: readonly (readonly Near[])[];
  nearSites: readonly (readonly Near[])[];
  /** Of all lines together. */
  rides: RidesByPair;
};

export type CarTimes = {
  pairs: TravelPairs;
  /** To where a site may open; null: not known. */
  rowTo: (at: LonLat) => SiteRow | null;
};

/** Null: useful days are not known. Throws a `bad_request` on what is none. */
export function openNoCarDesk(model: AccessModel, car: CarTimes): NoCarDesk | null {
  const facts = model.noCar;
  if (facts.state !== 'done') return null;
  const { homes, sites, stops } = facts;
  const reached = decodeReach(facts.reached, homes.length, sites.length);
  const nearHomes = nearStops(stops, homes.map(pointOf));
  const nearSites = nearStops(stops, sites.map(pointOf));
  const near = { homes: nearHomes, sites: nearSites };
  const lines = new Map(
    facts.lines.map((line) => {
      const patterns = patternsOf(line);
      return [line.id, { patterns, rides: addRides(new Map(), patterns, near, sites.length) }];
    }),
  );
  return {
    facts,
    reached,
    elsewhere: decodeReach(facts.elsewhere, homes.length, facts.points.length),
    people: Float64Array.from(homes, ({ population }) => population),
    before: Uint16Array.from(reached, weekOf),
    ...drivesOf(model, facts, car),
    isWalked: (home, at) => walkBetween(homes[home]?.point ?? at, at, MOST_WALK_MINUTES) !== null,
    lines,
    ...{ nearHomes, nearSites },
    rides: joined([...lines.values()].map(({ rides }) => rides)),
  };
}

/** Of one home: the sites that make days useful, together. */
const weekOf = (reached: readonly Reach[]): HalfDayMask =>
  reached.reduce((all, { mask, counts }) => (counts ? all | mask : all), 0);

const pointOf = ({ point }: { point: LonLat }): LonLat => point;

export function joined(each: readonly RidesByPair[]): RidesByPair {
  const all: RidesByPair = new Map();
  for (const rides of each) {
    for (const [pair, own] of rides) all.set(pair, joinRides(all.get(pair), own) ?? own);
  }
  return all;
}

function patternsOf({ patterns }: NoCarLine): Pattern[] {
  return patterns.map(({ stops, runs }) => {
    const numbers = [...numbersIn(runs, 2)];
    const length = 1 + 2 * stops.length;
    return {
      stops,
      runs: Array.from({ length: Math.floor(numbers.length / length) }, (_, run) => ({
        weekdays: numbers[run * length] ?? 0,
        times: numbers.slice(run * length + 1, (run + 1) * length),
      })),
    };
  });
}

function drivesOf(
  { timesKind, places }: AccessModel,
  { homes, sites }: NoCarFacts,
  { pairs, rowTo }: CarTimes,
): Pick<NoCarDesk, 'driveToSite' | 'driveToPoint'> {
  const estimate = (home: number, at: LonLat): number =>
    driveMinutes(distanceMeters(homes[home]?.point ?? at, at) / 1000);
  if (timesKind === 'estimate') {
    return {
      driveToPoint: estimate,
      driveToSite: (home, site) => estimate(home, sites[site]?.point ?? [0, 0]),
    };
  }
  const minutesByPlace = (rows: readonly SiteRow[]): Float64Array => {
    const minutes = new Float64Array(places.length).fill(Number.POSITIVE_INFINITY);
    for (const { places: numbers, tenths } of rows) {
      for (const [k, place] of numbers.entries()) {
        minutes[place] = Math.min(minutes[place] ?? 0, (tenths[k] ?? 0) / 10);
      }
    }
    return minutes;
  };
  const known = (minutes: number | undefined): number | null =>
    minutes === undefined || !Number.isFinite(minutes) ? null : minutes;
  const bySite = new Map<number, Float64Array>();
  return {
    driveToPoint: (home, at) => {
      const row = rowTo(at);
      return row === null ? null : known(minutesByPlace([row])[homes[home]?.place ?? -1]);
    },
    driveToSite: (home, site) => {
      const rows = () => (sites[site]?.modelSites ?? []).map((number) => rowOf(pairs, number));
      const minutes = bySite.get(site) ?? minutesByPlace(rows());
      bySite.set(site, minutes);
      return known(minutes[homes[home]?.place ?? -1]);
    },
  };
}
