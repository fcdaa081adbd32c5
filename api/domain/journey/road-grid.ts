// Which roads pass near a point? A grid of square cells, each with the roads that cross it.

import type { LonLat } from '#domain/geo.ts';
import { graphBounds, type RoadGraph, UNITS_PER_DEGREE } from '#domain/journey/road-graph.ts';
import { shared } from '#domain/journey/road-rows.ts';

/** Columns go east from `west`, rows north from `south`, in ten-millionths of a degree. */
export type RoadGrid = {
  west: number;
  south: number;
  cellUnits: number;
  columnCount: number;
  rowCount: number;
  /** Edges of cell c: `cellEdges[cellStarts[c]]` … `cellStarts[c + 1]` excluded, once each. */
  cellStarts: Uint32Array;
  cellEdges: Uint32Array;
};

/** About 400 m from south to north. */
const CELL_UNITS = 0.004 * UNITS_PER_DEGREE;
const MOST_CELLS = 2 ** 21;

export function buildRoadGrid(graph: RoadGraph): RoadGrid {
  const [west, south, east, north] = (graphBounds(graph) ?? [0, 0, 0, 0]).map((degrees) =>
    Math.round(degrees * UNITS_PER_DEGREE),
  ) as [number, number, number, number];
  let cellUnits = CELL_UNITS;
  const cellsAlong = (units: number) => Math.floor(units / cellUnits) + 1;
  while (cellsAlong(east - west) * cellsAlong(north - south) > MOST_CELLS) cellUnits *= 2;
  const [columnCount, rowCount] = [cellsAlong(east - west), cellsAlong(north - south)];
  const grid = { west, south, cellUnits, columnCount, rowCount };

  const cellStarts = shared(Uint32Array, columnCount * rowCount + 1);
  eachCellOfEdges(graph, grid, (cell) => {
    cellStarts[cell + 1] = (cellStarts[cell + 1] ?? 0) + 1;
  });
  for (let cell = 0; cell < columnCount * rowCount; cell++) {
    cellStarts[cell + 1] = (cellStarts[cell + 1] ?? 0) + (cellStarts[cell] ?? 0);
  }
  const cellEdges = shared(Uint32Array, cellStarts[columnCount * rowCount] ?? 0);
  const next = cellStarts.slice();
  eachCellOfEdges(graph, grid, (cell, edge) => {
    cellEdges[next[cell] ?? 0] = edge;
    next[cell] = (next[cell] ?? 0) + 1;
  });
  return { ...grid, cellStarts, cellEdges };
}

type Cells = Omit<RoadGrid, 'cellStarts' | 'cellEdges'>;

/** Cells of the box of each step of each edge; a bend may stand out of the box of the junctions. */
function eachCellOfEdges(
  graph: RoadGraph,
  { west, south, cellUnits, columnCount, rowCount }: Cells,
  tell: (cell: number, edge: number) => void,
): void {
  const lastEdge = new Int32Array(columnCount * rowCount).fill(-1);
  const column = (lon: number) => clamp(Math.floor((lon - west) / cellUnits), columnCount);
  const row = (lat: number) => clamp(Math.floor((lat - south) / cellUnits), rowCount);
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    eachStep(graph, edge, (fromLon, fromLat, toLon, toLat) => {
      const [right, top] = [column(Math.max(fromLon, toLon)), row(Math.max(fromLat, toLat))];
      for (let y = row(Math.min(fromLat, toLat)); y <= top; y++) {
        for (let x = column(Math.min(fromLon, toLon)); x <= right; x++) {
          const cell = y * columnCount + x;
          if (lastEdge[cell] === edge) continue;
          lastEdge[cell] = edge;
          tell(cell, edge);
        }
      }
    });
  }
}

const clamp = (index: number, count: number): number => Math.max(0, Math.min(count - 1, index));

/** The straight steps of an edge, from its first junction to its last. */
export function eachStep(
  graph: RoadGraph,
  edge: number,
  tell: (fromLon: number, fromLat: number, toLon: number, toLat: number) => void,
): void {
  const { junctionLons, junctionLats, edgeFroms, edgeTos, shapeStarts, shapePoints } = graph;
  const [from, to] = [edgeFroms[edge] ?? 0, edgeTos[edge] ?? 0];
  let [lon, lat] = [junctionLons[from] ?? 0, junctionLats[from] ?? 0];
  const end = shapeStarts[edge + 1] ?? 0;
  for (let i = shapeStarts[edge] ?? 0; i < end; i++) {
    const [bendLon, bendLat] = [shapePoints[2 * i] ?? 0, shapePoints[2 * i + 1] ?? 0];
    tell(lon, lat, bendLon, bendLat);
    [lon, lat] = [bendLon, bendLat];
  }
  tell(lon, lat, junctionLons[to] ?? 0, junctionLats[to] ?? 0);
}

/**
 * Edges of the cells around a point, ring after ring; an edge may come again. `tell` answers how near a
 * road it has found, in units of latitude: rings farther than that are not looked at.
 */
export function eachEdgeAround(
  { west, south, cellUnits, columnCount, rowCount, cellStarts, cellEdges }: RoadGrid,
  [lon, lat]: LonLat,
  radiusUnits: number,
  tell: (edge: number) => number,
): void {
  const shrink = Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  const centerX = Math.floor((lon * UNITS_PER_DEGREE - west) / cellUnits);
  const centerY = Math.floor((lat * UNITS_PER_DEGREE - south) / cellUnits);
  let nearest = radiusUnits;
  // Cells are narrower from west to east: what lies beyond ring r is at least r narrow cells away.
  for (let ring = 0; (ring - 1) * cellUnits * shrink <= nearest; ring++) {
    for (let y = Math.max(0, centerY - ring); y <= Math.min(rowCount - 1, centerY + ring); y++) {
      const isEdgeRow = Math.abs(y - centerY) === ring;
      const step = isEdgeRow || ring === 0 ? 1 : 2 * ring;
      for (let x = centerX - ring; x <= centerX + ring; x += step) {
        if (x < 0 || x >= columnCount) continue;
        const cell = y * columnCount + x;
        const end = cellStarts[cell + 1] ?? 0;
        for (let i = cellStarts[cell] ?? 0; i < end; i++) {
          nearest = Math.min(nearest, tell(cellEdges[i] ?? 0));
        }
      }
    }
  }
}
