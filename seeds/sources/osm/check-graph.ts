// Is a road graph sound enough to take the place of the one in use?

import type { RoadGraph } from '#domain/journey/road-graph.ts';
import { MODE_BITS, modeNumber, ROAD_MODES, type RoadMode } from '#domain/journey/road-mode.ts';
import type { Check } from '#seeds/pipeline/source.ts';
import type { BuiltGraph } from '#seeds/sources/osm/build-graph.ts';

/** An extract cut around its roads misses a few nodes at its border; a broken one misses many. */
const MAX_MISSING_SHARE = 0.05;
/** A third of the roads apart from the others: two distant regions in one file, or a broken file. */
const MIN_MAIN_SHARE = 0.67;

const whole = new Intl.NumberFormat('fr-FR');

export function checkGraph(built: BuiltGraph): Check[] {
  const { graph, nodeCount, missingNodeCount } = built;
  const main = mainShare(graph, 'car');
  return [
    {
      guard: 'routes',
      label: 'Des routes',
      passed: graph.edgeCount > 0,
      detail: `${whole.format(graph.edgeCount)} tronçons entre ${whole.format(graph.junctionCount)} carrefours`,
    },
    {
      guard: 'points',
      label: 'Les points des routes sont dans le fichier',
      passed: missingNodeCount <= MAX_MISSING_SHARE * nodeCount,
      detail: `${whole.format(missingNodeCount)} absents sur ${whole.format(nodeCount)}`,
    },
    {
      guard: 'reseau',
      label: 'Un seul réseau pour les voitures',
      passed: main >= MIN_MAIN_SHARE,
      detail: `${Math.round(100 * main)} % des carrefours ouverts aux voitures se rejoignent`,
    },
  ];
}

/** Of the junctions a mode can touch, the share one can go to and come back from; 0 without any. */
function mainShare(graph: RoadGraph, mode: RoadMode): number {
  const touched = new Uint8Array(graph.junctionCount);
  const column = modeNumber(mode);
  const isOpen = (profile: number) =>
    (graph.profileKmh[profile * ROAD_MODES.length + column] ?? 0) > 0;
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const profile = graph.edgeProfiles[edge] ?? 0;
    if (!isOpen(profile) && !isOpen(profile ^ 1)) continue;
    touched[graph.edgeFroms[edge] ?? 0] = 1;
    touched[graph.edgeTos[edge] ?? 0] = 1;
  }
  let [touchedCount, mainCount] = [0, 0];
  for (let junction = 0; junction < graph.junctionCount; junction++) {
    if (touched[junction] === 0) continue;
    touchedCount += 1;
    if (((graph.junctionModes[junction] ?? 0) & MODE_BITS[mode]) !== 0) mainCount += 1;
  }
  return touchedCount === 0 ? 0 : mainCount / touchedCount;
}
