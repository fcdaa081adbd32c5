// How long by road, as the roads themselves say? From one point to many, or from many to one.
//
// One search answers for all the points asked, and stops when the last is known. Asked again from the
// same place, it goes on where it stopped: a home is searched around once for twenty places of care.

import type { LonLat } from '#domain/geo.ts';
import { doorToDoor, MOST_AWAY_METERS } from '#domain/journey/road-door.ts';
import {
  alongOneEdge,
  longestEdgeSeconds,
  type RoadEnd,
  roadEnds,
} from '#domain/journey/road-ends.ts';
import type { RoadMode } from '#domain/journey/road-mode.ts';
import type { RoadNetwork } from '#domain/journey/road-network.ts';
import { createRoadSearch, type RoadSearch } from '#domain/journey/road-search.ts';
import { type RoadSnap, snapToRoad } from '#domain/journey/road-snap.ts';
import type { RoadTime, RoadTimes } from '#domain/journey/road-times.ts';

export type RoadGraphTimes = RoadTimes & {
  /** Positions, in the list given, of the points that lie too far from any road of this mode. */
  offRoad: (mode: RoadMode, points: readonly LonLat[]) => readonly number[];
};

export type RoadLimits = { snapMeters: number; minutes: number };

export const USUAL_ROAD_LIMITS: RoadLimits = { snapMeters: MOST_AWAY_METERS, minutes: 300 };

type Direction = 'forward' | 'backward';
type Kept = { search: RoadSearch; edge: number; along: number };

/** A home, and two garages near it: each is searched around once for all places of care. */
const CARS_FROM = 3;

/** Keeps the state of the last searches of each mode and direction: for one thread. */
export function roadGraphTimes(
  network: RoadNetwork,
  limits: RoadLimits = USUAL_ROAD_LIMITS,
): RoadGraphTimes {
  const { rows } = network;
  const kept = new Map<string, Kept[]>();
  /** Of points that stay, such as stops: those of a request go with it. */
  const snaps: Readonly<Record<RoadMode, WeakMap<LonLat, RoadSnap | null>>> = {
    walk: new WeakMap(),
    cycle: new WeakMap(),
    car: new WeakMap(),
  };
  function snap(mode: RoadMode, point: LonLat): RoadSnap | null {
    const known = snaps[mode].get(point);
    if (known !== undefined) return known;
    const found = snapToRoad(network, mode, point, limits.snapMeters);
    snaps[mode].set(point, found);
    return found;
  }

  /** Of the same places: how one comes to the junctions beside them, and leaves them. */
  const besides = {
    start: new WeakMap<RoadSnap, RoadEnd[]>(),
    end: new WeakMap<RoadSnap, RoadEnd[]>(),
  };
  function endsOf(mode: RoadMode, place: RoadSnap, side: 'start' | 'end'): RoadEnd[] {
    const known = besides[side].get(place) ?? roadEnds(network, mode, place, side);
    besides[side].set(place, known);
    return known;
  }

  /** A search from this place, begun or gone on with. */
  function searchFrom(mode: RoadMode, direction: Direction, center: RoadSnap): RoadSearch {
    const key = `${mode} ${direction}`;
    const all = kept.get(key) ?? [];
    kept.set(key, all);
    const known = all.findIndex(
      ({ edge, along }) => edge === center.edge && along === center.along,
    );
    const [last] =
      known !== -1 || all.length >= mostKept(mode, direction) ? all.splice(known, 1) : [];
    const search =
      last?.search ?? createRoadSearch(rows[mode][direction], longestEdgeSeconds(network, mode));
    if (known === -1) search.begin(endsOf(mode, center, direction === 'forward' ? 'start' : 'end'));
    all.unshift({ search, edge: center.edge, along: center.along });
    return search;
  }

  /** The quickest of the ways by the ends of a place; along the same edge, without leaving it. */
  function quickest(search: RoadSearch, ends: readonly RoadEnd[]): RoadEnd {
    let best: RoadEnd = [-1, Number.POSITIVE_INFINITY, 0];
    for (const [node, seconds, meters] of ends) {
      const total = search.secondsTo(node) + seconds;
      if (total < best[1]) best = [node, total, search.metersTo(node) + meters];
    }
    return best;
  }

  function times(
    mode: RoadMode,
    direction: Direction,
    point: LonLat,
    others: readonly LonLat[],
    mostMinutes: readonly number[] = [],
  ): (RoadTime | null)[] {
    const center = others.length === 0 ? null : snap(mode, point);
    if (center === null) return others.map(() => null);
    const search = searchFrom(mode, direction, center);
    const asked = others.map((other, position) => {
      const place = snap(mode, other);
      if (place === null) return null;
      const [from, to] = direction === 'forward' ? [center, place] : [place, center];
      // A minute more: what is rounded down to the last minute told is told.
      const most = (mostMinutes[position] ?? limits.minutes) + 1;
      return {
        place,
        limitSeconds: Math.min(limits.minutes, most) * 60,
        ends: endsOf(mode, place, direction === 'forward' ? 'end' : 'start'),
        direct: alongOneEdge(network, mode, from, to),
      };
    });
    const pending = asked.flatMap((each) => each ?? []);
    const isKnown = (knownSeconds: number) => {
      for (let last = pending.at(-1); last !== undefined; last = pending.at(-1)) {
        const { ends, direct, limitSeconds } = last;
        const isPast = knownSeconds > limitSeconds;
        if (!isPast && Math.min(quickest(search, ends)[1], direct[1]) > knownSeconds) return false;
        pending.pop();
      }
      return true;
    };
    search.grow(isKnown, Math.max(0, ...pending.map(({ limitSeconds }) => limitSeconds)));
    return asked.map((each) => {
      if (each === null) return null;
      const { place, ends, direct, limitSeconds } = each;
      const far = quickest(search, ends);
      const [, seconds, meters] = direct[1] <= far[1] ? direct : far;
      if (seconds > limitSeconds) return null;
      const awayMeters = center.awayMeters + place.awayMeters;
      return doorToDoor(mode, { seconds, meters, awayMeters });
    });
  }

  return {
    fromOne: (mode, from, to, most) => times(mode, 'forward', from, to, most),
    toOne: (mode, from, to, most) => times(mode, 'backward', to, from, most),
    offRoad: (mode, points) =>
      points.flatMap((point, position) => (snap(mode, point) === null ? [position] : [])),
  };
}

function mostKept(mode: RoadMode, direction: Direction): number {
  return mode === 'car' && direction === 'forward' ? CARS_FROM : 1;
}
