// The schematic shapes of every commune that belongs to a territory.

import type { CommuneSeed } from '#seeds/demo/territory/communes.ts';
import { HALO_SEEDS, OUTLINE_SEEDS, TERRITORY_SEEDS } from '#seeds/demo/territory/communes.ts';
import { OUTLINE_NEIGHBOURS } from '#seeds/demo/territory/outline-neighbours.ts';
import { type SchematicShape, schematicShapes } from '#seeds/demo/territory/schematic-shapes.ts';
import { DEMO_TERRITORIES } from '#seeds/demo/territory/territories.ts';

/** The sea bounds nothing: the distance does. */
const FULL_RADIUS_METERS = 7_000;
const OUTLINE_RADIUS_METERS = 5_000;

export function demoShapes(): Map<string, SchematicShape> {
  const shapes = new Map(schematicShapes(TERRITORY_SEEDS, HALO_SEEDS, FULL_RADIUS_METERS));
  for (const { code, coverage, communeInsees } of DEMO_TERRITORIES) {
    if (coverage === 'full') continue;
    const members = new Set(communeInsees);
    const sites = OUTLINE_SEEDS.filter(({ insee }: CommuneSeed) => members.has(insee));
    const neighbours = (OUTLINE_NEIGHBOURS[code] ?? []).map((point) => ({ insee: '', point }));
    for (const [insee, shape] of schematicShapes(sites, neighbours, OUTLINE_RADIUS_METERS)) {
      shapes.set(insee, shape);
    }
  }
  return shapes;
}
