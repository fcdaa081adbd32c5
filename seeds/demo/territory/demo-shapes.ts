// The schematic shapes of every commune that belongs to a territory.

import type { CommuneSeed } from '#seeds/demo/territory/communes.ts';
import { HALO_SEEDS, OUTLINE_SEEDS, TERRITORY_SEEDS } from '#seeds/demo/territory/communes.ts';
import { type SchematicShape, schematicShapes } from '#seeds/demo/territory/schematic-shapes.ts';
import { DEMO_TERRITORIES } from '#seeds/demo/territory/territories.ts';

/** Neighbours bound the cells of Sud Charente; elsewhere the distance does. */
const FULL_RADIUS_METERS = 7_000;
const OUTLINE_RADIUS_METERS = 4_000;

export function demoShapes(): Map<string, SchematicShape> {
  const shapes = new Map(schematicShapes(TERRITORY_SEEDS, HALO_SEEDS, FULL_RADIUS_METERS));
  for (const { coverage, communeInsees } of DEMO_TERRITORIES) {
    if (coverage === 'full') continue;
    const members = new Set(communeInsees);
    const sites = OUTLINE_SEEDS.filter(({ insee }: CommuneSeed) => members.has(insee));
    for (const [insee, shape] of schematicShapes(sites, [], OUTLINE_RADIUS_METERS)) {
      shapes.set(insee, shape);
    }
  }
  return shapes;
}
