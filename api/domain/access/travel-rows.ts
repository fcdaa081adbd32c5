// How long from all places to one site, or from one place to all sites? A row of a matrix of times.
//
// One bounded search a row, backwards from a site, forwards from a place: whoever asks takes the side that has
// fewer things. What lies beyond the reach is not kept. Without roads, the labelled estimate.

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import { doorMinutes, MOST_AWAY_METERS } from '#domain/journey/road-door.ts';
import { alongOneEdge, longestEdgeSeconds, roadEnds } from '#domain/journey/road-ends.ts';
import { driveMinutes, walkMinutes } from '#domain/journey/road-estimate.ts';
import type { RoadNetwork } from '#domain/journey/road-network.ts';
import { createRoadSearch } from '#domain/journey/road-search.ts';
import { type RoadSnap, snapToRoad } from '#domain/journey/road-snap.ts';
import { type SiteRow, toTenths } from './travel-pairs.ts';

export type RowsQuestion = {
  /** Null: no roads were imported. */
  network: RoadNetwork | null;
  mode: 'car' | 'walk';
  /** `site`: a row has the times of all places to one site. `place`: those of one place to all sites. */
  rowSide: 'site' | 'place';
  /** Points of the other side, in the order of the positions rows hold. */
  columns: readonly LonLat[];
  reachMinutes: number;
};

/** The row of one thing at this point: positions of columns rising, tenths of a minute. */
export type RowMaker = (point: LonLat) => SiteRow;

export function createRowMaker(question: RowsQuestion): RowMaker {
  return question.network === null
    ? estimatedRows(question)
    : searchedRows({ ...question, network: question.network });
}

function estimatedRows({ mode, columns, reachMinutes }: RowsQuestion): RowMaker {
  const minutesOf = mode === 'car' ? driveMinutes : walkMinutes;
  return (point) =>
    keep(columns.length, reachMinutes, (column) =>
      minutesOf(distanceMeters(columns[column] ?? point, point) / 1000),
    );
}

function searchedRows(question: RowsQuestion & { network: RoadNetwork }): RowMaker {
  const { network, mode, rowSide, columns, reachMinutes } = question;
  const [direction, ownRole, otherRole] =
    rowSide === 'site'
      ? (['backward', 'end', 'start'] as const)
      : (['forward', 'start', 'end'] as const);
  const snap = (point: LonLat) => snapToRoad(network, mode, point, MOST_AWAY_METERS);
  const snaps = columns.map(snap);
  const ends = snaps.map((each) => (each === null ? [] : roadEnds(network, mode, each, otherRole)));
  const search = createRoadSearch(network.rows[mode][direction], longestEdgeSeconds(network, mode));
  const along = (center: RoadSnap, other: RoadSnap): number =>
    rowSide === 'site'
      ? alongOneEdge(network, mode, other, center)[1]
      : alongOneEdge(network, mode, center, other)[1];
  return (point) => {
    const center = snap(point);
    if (center === null) return { places: new Uint32Array(0), tenths: new Uint16Array(0) };
    search.begin(roadEnds(network, mode, center, ownRole));
    search.grow(() => false, reachMinutes * 60);
    return keep(columns.length, reachMinutes, (column) => {
      const other = snaps[column] ?? null;
      if (other === null) return Number.POSITIVE_INFINITY;
      let seconds = other.edge === center.edge ? along(center, other) : Number.POSITIVE_INFINITY;
      for (const [node, left] of ends[column] ?? []) {
        seconds = Math.min(seconds, search.secondsTo(node) + left);
      }
      return doorMinutes(mode, seconds, center.awayMeters + other.awayMeters);
    });
  };
}

function keep(count: number, reachMinutes: number, minutesTo: (column: number) => number): SiteRow {
  const places: number[] = [];
  const tenths: number[] = [];
  for (let column = 0; column < count; column++) {
    const minutes = minutesTo(column);
    if (!(minutes <= reachMinutes)) continue;
    places.push(column);
    tenths.push(toTenths(minutes));
  }
  return { places: Uint32Array.from(places), tenths: Uint16Array.from(tenths) };
}

/** Positions, in the list given, of points too far from any road: to be listed, never to vanish. */
export function offRoad(network: RoadNetwork, points: readonly LonLat[]): number[] {
  return points.flatMap((point, position) =>
    snapToRoad(network, 'car', point, MOST_AWAY_METERS) === null ? [position] : [],
  );
}
