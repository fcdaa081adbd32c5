// What do searches of the roads need, made once of a road graph? The graph, where its roads pass, and
// the rows of each mode. Numbers only, in memory all threads may read: a message sends it without a copy.

import type { RoadGraph } from '#domain/journey/road-graph.ts';
import { buildRoadGrid, type RoadGrid } from '#domain/journey/road-grid.ts';
import type { RoadMode } from '#domain/journey/road-mode.ts';
import { type ModeRows, modeRows } from '#domain/journey/road-rows.ts';
import { stopModes } from '#domain/journey/road-snap.ts';

/** The graph is shared when its bytes are: see `decodeRoadGraph`. */
export type RoadNetwork = {
  graph: RoadGraph;
  grid: RoadGrid;
  /** `MODE_BITS` by edge of those who may start or end on it. */
  stops: Uint8Array;
  rows: Readonly<Record<RoadMode, ModeRows>>;
};

export function buildRoadNetwork(graph: RoadGraph): RoadNetwork {
  return {
    graph,
    grid: buildRoadGrid(graph),
    stops: stopModes(graph),
    rows: {
      walk: modeRows(graph, 'walk'),
      cycle: modeRows(graph, 'cycle'),
      car: modeRows(graph, 'car'),
    },
  };
}
