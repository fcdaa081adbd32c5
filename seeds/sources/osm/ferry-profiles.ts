// How fast does each ferry go, now that its length is known? Its published duration, end to end.

import type { ByMode, RoadRule } from '#domain/journey/road-mode.ts';
import type { Roads } from '#seeds/sources/osm/cut-roads.ts';
import { lineMeters } from '#seeds/sources/osm/line-shape.ts';
import { type LocatedNodes, MISSING } from '#seeds/sources/osm/locate-nodes.ts';
import type { ProfileTable } from '#seeds/sources/osm/profile-table.ts';

const FASTEST_KMH = 80;
const SLOWEST_KMH = 1;

/** Changes `roads.profiles` where a ferry says how long it takes; the others keep a slow boat's speed. */
export function ferryProfiles(
  roads: Roads,
  ferries: ReadonlyMap<number, RoadRule>,
  { lons, lats }: LocatedNodes,
  profiles: ProfileTable,
): void {
  for (const [road, rule] of ferries) {
    if (rule.ferrySeconds === null) continue;
    const line = roads.nodes.subarray(roads.starts[road], roads.starts[road + 1]);
    if (line.some((node) => lons[node] === MISSING)) continue;
    const kmh = (lineMeters({ lons, lats }, line) / rule.ferrySeconds) * 3.6;
    // Rounded so that boats alike share a profile; a slip in the duration is no speedboat.
    const credible = Math.min(FASTEST_KMH, Math.max(SLOWEST_KMH, Math.round(kmh * 100) / 100));
    const at = (speeds: ByMode): ByMode => ({
      walk: speeds.walk > 0 ? credible : 0,
      cycle: speeds.cycle > 0 ? credible : 0,
      car: speeds.car > 0 ? credible : 0,
    });
    roads.profiles[road] = profiles.numberOf({
      ...rule,
      forward: at(rule.forward),
      backward: at(rule.backward),
    });
  }
}
