// A plateau of sixteen communes and the fifty around, three kilometres apart, care counted in some of them.

import type { PlannerParts } from '#api/runtime/planner-messages.ts';
import type { Database } from '#db/database.ts';
import { communeSupply } from '#db/schema/access.ts';
import { aplPublished } from '#db/schema/apl.ts';
import { source } from '#db/schema/provenance.ts';
import { commune, territory, territoryCommune } from '#db/schema/territory.ts';
import { SUPPLY_KINDS } from '#domain/access/supply.ts';

export const PLATEAU = 'plateau';
const SIDE = 8;
const ORIGIN = [0.1, 45.2] as const;
const PROVENANCE = { sourceId: 'insee', asOf: '2025', confidence: 'high' } as const;
/** Three kilometres, north and east. */
const STEP = [0.0383, 0.027] as const;

/** What a planner that knows no offer, no timetable and no road plans with. */
export const NO_PARTS: PlannerParts = {
  offers: [],
  timetable: null,
  roads: null,
  communes: new Map(),
  marks: [],
};

export const inseeAt = (x: number, y: number): string => `16${String(100 + x * SIDE + y)}`;
const isInside = (x: number, y: number): boolean => x >= 2 && x < 6 && y >= 2 && y < 6;

export async function writePlateau(db: Database): Promise<void> {
  await db.insert(source).values({ id: 'insee', name: 'Comptages', publisher: 'Insee' });
  await db.insert(territory).values({
    code: PLATEAU,
    name: 'Le Plateau',
    holder: 'Pays du Plateau',
    colours: { main: '#336699', soft: '#ddeeff' },
    contacts: [],
    helpNumbers: [],
    coverage: 'full',
    ...PROVENANCE,
  });
  const squares = Array.from(
    { length: SIDE * SIDE },
    (_, n) => [n % SIDE, Math.floor(n / SIDE)] as const,
  );
  await db.insert(commune).values(
    squares.map(([x, y]) => ({
      insee: inseeAt(x, y),
      name: `Commune ${x} ${y}`,
      departement: '16',
      point: [ORIGIN[0] + x * STEP[0], ORIGIN[1] + y * STEP[1]] as const,
      pointKind: 'bourg' as const,
      population: 200 + 50 * ((x * 3 + y * 5) % 7),
      population75Plus: 30 + ((x + y) % 5),
      populationYear: 2023,
      ...PROVENANCE,
    })),
  );
  await db
    .insert(territoryCommune)
    .values(
      squares
        .filter(([x, y]) => isInside(x, y))
        .map(([x, y]) => ({ territoryCode: PLATEAU, insee: inseeAt(x, y) })),
    );
  await db.insert(communeSupply).values(
    squares.flatMap(([x, y]) =>
      SUPPLY_KINDS.map((kind, k) => ({
        insee: inseeAt(x, y),
        kind,
        headCount: (x * 2 + y + k) % 5 === 0 ? 1 : 0,
        ...PROVENANCE,
      })),
    ),
  );
  await db.insert(aplPublished).values({
    insee: inseeAt(2, 2),
    year: 2023,
    profession: 'gp',
    variant: 'all',
    value: 2.4,
    ...PROVENANCE,
  });
}
