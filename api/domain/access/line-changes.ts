// What rides do lines give once some are added and some leave at other hours?

import type { DaySite } from './day-sites.ts';
import {
  addRides,
  joinRides,
  type Near,
  nearStops,
  type Pattern,
  type RidesByPair,
} from './direct-rides.ts';
import { joined, type NoCarDesk } from './no-car-desk.ts';
import type { LineChange, ScenarioChange } from './scenario-change.ts';
import type { Reason } from './scenario-trial.ts';

export type LinesNow = {
  /** By home × site of the facts, those with a line that changed. */
  rides: RidesByPair;
  /** By home × fresh site. */
  freshRides: RidesByPair;
  addedPairs: ReadonlySet<number>;
  /** Why a change takes nobody to care, by its number. */
  reasons: ReadonlyMap<number, Reason>;
};

type AddedLine = Extract<LineChange, { kind: 'add_line' }>;

export function changeLines(
  desk: NoCarDesk,
  changes: readonly ScenarioChange[],
  sites: readonly DaySite[],
  fresh: readonly DaySite[],
): LinesNow {
  const reasons = new Map<number, Reason>();
  const later = new Map<string, number[]>();
  const added: RidesByPair[] = [];
  const freshRides: RidesByPair[] = [];
  const { facts, nearHomes } = desk;
  const homePoints = facts.homes.map(({ point }) => point);
  for (const [number, change] of changes.entries()) {
    if (change.kind === 'retime_line') {
      if (!desk.lines.has(change.line)) reasons.set(number, 'unknown_line');
      else shift(later, change);
    } else if (change.kind === 'add_line') {
      const stops = change.stops.map(({ at }) => at);
      const near = {
        homes: nearStops(stops, homePoints),
        sites: nearStops(
          stops,
          sites.map(({ point }) => point),
        ),
      };
      reasons.set(number, lineReason(change, near, sites));
      const patterns = patternsOf(change);
      const known = near.sites.map((each) =>
        each.filter((site) => site.number < facts.sites.length),
      );
      added.push(addRides(new Map(), patterns, { ...near, sites: known }, facts.sites.length));
      if (fresh.length > 0) {
        const open = nearStops(
          stops,
          fresh.map(({ point }) => point),
        );
        freshRides.push(addRides(new Map(), patterns, { ...near, sites: open }, fresh.length));
      }
    }
  }
  if (fresh.length > 0) {
    const open = nearStops(
      facts.stops,
      fresh.map(({ point }) => point),
    );
    for (const [id, { patterns }] of desk.lines) {
      const near = { homes: nearHomes, sites: open };
      freshRides.push(addRides(new Map(), patterns, near, fresh.length, later.get(id)));
    }
  }
  return {
    reasons,
    rides: ridesNow(desk, later, added),
    freshRides: joined(freshRides),
    addedPairs: new Set(added.flatMap((rides) => [...rides.keys()])),
  };
}

/** Shifts of one line add up. */
function shift(
  later: Map<string, number[]>,
  { line, shiftMinutes, weekdays }: Extract<LineChange, { kind: 'retime_line' }>,
): void {
  const known = later.get(line) ?? [0, 0, 0, 0, 0, 0, 0];
  later.set(
    line,
    known.map((minutes, day) => minutes + (weekdays.includes(day + 1) ? shiftMinutes : 0)),
  );
}

/** Only pairs a line that changed serves, now or before; with all the lines that serve them. */
function ridesNow(
  { lines, facts, nearHomes, nearSites }: NoCarDesk,
  later: ReadonlyMap<string, readonly number[]>,
  added: readonly RidesByPair[],
): RidesByPair {
  const changed = new Map<string, RidesByPair>();
  const near = { homes: nearHomes, sites: nearSites };
  for (const [id, shifts] of later) {
    const patterns = lines.get(id)?.patterns ?? [];
    changed.set(id, addRides(new Map(), patterns, near, facts.sites.length, shifts));
  }
  const now: RidesByPair = new Map();
  const pairs = [...changed.keys()].flatMap((id) => [...(lines.get(id)?.rides.keys() ?? [])]);
  for (const pair of [...pairs, ...added.flatMap((rides) => [...rides.keys()])]) {
    if (now.has(pair)) continue;
    const each = [...lines].map(([id, { rides }]) => (changed.get(id) ?? rides).get(pair));
    const all = [...each, ...added.map((rides) => rides.get(pair))].reduce(joinRides, undefined);
    if (all !== undefined) now.set(pair, all);
  }
  return now;
}

/** There, then back at the same pace. */
function patternsOf({ stops, departures, returnDepartures, weekdays }: AddedLine): Pattern[] {
  const days = weekdays.reduce((bits, day) => bits | (1 << (day - 1)), 0);
  const minutes = stops.map(({ minutesFromFirst }) => minutesFromFirst);
  const last = minutes.at(-1) ?? 0;
  const numbers = [...stops.keys()];
  const runsOf = (starts: readonly number[], from: readonly number[]): Pattern['runs'] =>
    starts.map((start) => {
      const calls = from.map((each) => start + each);
      return { weekdays: days, times: [...calls, ...calls] };
    });
  const back = minutes.toReversed().map((each) => last - each);
  return [
    { stops: numbers, runs: runsOf(departures, minutes) },
    { stops: numbers.toReversed(), runs: runsOf(returnDepartures, back) },
  ];
}

/** A line that ends where it began may bring people back by itself. */
function lineReason(
  { stops, returnDepartures }: AddedLine,
  near: { homes: readonly (readonly Near[])[]; sites: readonly (readonly Near[])[] },
  sites: readonly DaySite[],
): Reason {
  if (near.homes.every((each) => each.length === 0)) return 'no_home';
  const isCare = ({ number }: Near): boolean => sites[number]?.isOpen === true;
  if (!near.sites.some((each) => each.some(isCare))) return 'no_destination';
  const isLoop = new Set(stops.map(({ at }) => at.join(' '))).size < stops.length;
  return returnDepartures.length === 0 && !isLoop ? 'no_way_back' : null;
}
