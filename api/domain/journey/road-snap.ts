// Where does one get onto the roads from a point? On the nearest road where this mode may stop, at the
// place along it that is nearest, unless that is too far to say.

import type { LonLat } from '#domain/geo.ts';
import {
  FERRY_FLAG,
  isOnMainNetwork,
  type RoadGraph,
  UNITS_PER_DEGREE,
} from '#domain/journey/road-graph.ts';
import { eachEdgeAround, eachStep, type RoadGrid } from '#domain/journey/road-grid.ts';
import { MODE_BITS, modeNumber, ROAD_MODES, type RoadMode } from '#domain/journey/road-mode.ts';
import { shared } from '#domain/journey/road-rows.ts';

/** `along`: share of the edge behind, 0 at its first junction. `awayMeters`: from the point to the road. */
export type RoadSnap = { edge: number; along: number; awayMeters: number };

const METERS_PER_UNIT = 111_195 / UNITS_PER_DEGREE;

/**
 * `MODE_BITS` of the modes that may start or end on each edge: it is open to them, leads somewhere and
 * back, and one can get off. Nobody gets off a ferry, nor a car where nobody may walk.
 */
export function stopModes(graph: RoadGraph): Uint8Array {
  const { edgeCount, edgeFroms, edgeTos, edgeProfiles, profileFlags, profileKmh } = graph;
  const kmhOf = (profile: number, mode: RoadMode): number =>
    profileKmh[profile * ROAD_MODES.length + modeNumber(mode)] ?? 0;
  const isOpen = (profile: number, mode: RoadMode): boolean =>
    kmhOf(profile, mode) > 0 || kmhOf(profile ^ 1, mode) > 0;
  const byProfile = Uint8Array.from(profileFlags, (flags, profile) => {
    if ((flags & FERRY_FLAG) !== 0) return 0;
    const canWalk = isOpen(profile, 'walk');
    return ROAD_MODES.filter((mode) => canWalk && isOpen(profile, mode)).reduce(
      (bits, mode) => bits | MODE_BITS[mode],
      0,
    );
  });
  const modes = shared(Uint8Array, edgeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    const ends = [edgeFroms[edge] ?? 0, edgeTos[edge] ?? 0];
    for (const mode of ROAD_MODES) {
      const isMain = ends.every((junction) => isOnMainNetwork(graph, junction, mode));
      const bit = (byProfile[edgeProfiles[edge] ?? 0] ?? 0) & MODE_BITS[mode];
      if (isMain) modes[edge] = (modes[edge] ?? 0) | bit;
    }
  }
  return modes;
}

/** Null when no such road lies within the limit. Ties: the edge of the smaller number. */
export function snapToRoad(
  { graph, grid, stops }: { graph: RoadGraph; grid: RoadGrid; stops: Uint8Array },
  mode: RoadMode,
  point: LonLat,
  limitMeters: number,
): RoadSnap | null {
  const bit = MODE_BITS[mode];
  const place = { lon: point[0] * UNITS_PER_DEGREE, lat: point[1] * UNITS_PER_DEGREE };
  const shrink = Math.cos((point[1] * Math.PI) / 180);
  let nearestUnits = limitMeters / METERS_PER_UNIT;
  let nearestEdge = -1;
  eachEdgeAround(grid, point, nearestUnits, (edge) => {
    if (((stops[edge] ?? 0) & bit) === 0) return nearestUnits;
    eachStep(graph, edge, (fromLon, fromLat, toLon, toLat) => {
      const step = [fromLon, fromLat, toLon, toLat] as const;
      const { units } = nearestOnStep(place, shrink, step);
      const isNearer = units < nearestUnits || (units === nearestUnits && edge < nearestEdge);
      if (!isNearer && nearestEdge !== -1) return;
      if (units > nearestUnits) return;
      nearestUnits = units;
      nearestEdge = edge;
    });
    return nearestUnits;
  });
  if (nearestEdge === -1) return null;
  return {
    edge: nearestEdge,
    along: alongEdge(graph, nearestEdge, place, shrink),
    awayMeters: nearestUnits * METERS_PER_UNIT,
  };
}

/** The place of a step nearest to a point: how far along, from 0 to 1, and how far away. */
function nearestOnStep(
  place: { lon: number; lat: number },
  shrink: number,
  [fromLon, fromLat, toLon, toLat]: readonly [number, number, number, number],
): { share: number; units: number; length: number } {
  const x = (toLon - fromLon) * shrink;
  const y = toLat - fromLat;
  const aside = (place.lon - fromLon) * shrink;
  const above = place.lat - fromLat;
  const square = x * x + y * y;
  const share = square === 0 ? 0 : Math.max(0, Math.min(1, (aside * x + above * y) / square));
  const units = Math.hypot(aside - share * x, above - share * y);
  return { share, units, length: Math.hypot(x, y) };
}

/** Along the line as drawn: its bends left out shorten all of it alike. */
function alongEdge(
  graph: RoadGraph,
  edge: number,
  place: { lon: number; lat: number },
  shrink: number,
): number {
  let [before, passed, nearest] = [0, 0, Number.POSITIVE_INFINITY];
  eachStep(graph, edge, (fromLon, fromLat, toLon, toLat) => {
    const step = [fromLon, fromLat, toLon, toLat] as const;
    const { share, units, length } = nearestOnStep(place, shrink, step);
    if (units < nearest) {
      nearest = units;
      before = passed + share * length;
    }
    passed += length;
  });
  return passed === 0 ? 0 : before / passed;
}
