// How large, how old, how densely peopled is a territory, and what is published of its département?

import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { Database } from '#db/database.ts';
import { listAreas } from '#db/queries/access/list-areas.ts';
import { listDepartementApl } from '#db/queries/access/list-departement-apl.ts';
import { listPortraits } from '#db/queries/access/list-portraits.ts';
import { aplPublished } from '#db/schema/apl.ts';
import { commune } from '#db/schema/territory.ts';
import { addCommune, addSource, addTerritory, provenance } from '#tests/db/rows.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

/** A square of a hundredth of a degree at 45° north: 0.788 km by 1.111 km. */
async function drawSquare(db: Database, insee: string, kind: 'official' | 'schematic') {
  await db.execute(sql`update ${commune} set shape_kind = ${kind},
    shape = ST_Multi(ST_MakeEnvelope(0, 45, 0.01, 45.01, 4326)) where insee = ${insee}`);
}

const published = (insee: string, year: number, value: number | null) => ({
  ...{ insee, year, value, profession: 'gp' as const, variant: 'all' as const },
  ...{ sourceId: provenance.sourceId, asOf: String(year), confidence: provenance.confidence },
});

describeOnBoth('what territories are compared by', (getDb) => {
  beforeEach(async () => {
    await clearTables(getDb());
    await addSource(getDb());
  });

  it('adds the people and the ground of communes, and says when a part of it is not known', async () => {
    const db = getDb();
    await addTerritory(db, 'sud', 1);
    await addTerritory(db, 'nord', 0);
    await addTerritory(db, 'vide', 2);
    await addCommune(db, '16001', 'Un', { population: 500, territory: 'sud' });
    await addCommune(db, '16002', 'Deux', { population: 700, territory: 'sud' });
    await addCommune(db, '16003', 'Trois', { population: 900, territory: 'nord' });
    await drawSquare(db, '16001', 'official');
    await drawSquare(db, '16002', 'schematic');
    await db.execute(sql`update ${commune} set population_75_plus = null where insee = '16003'`);
    const [nord, sud, vide] = await listPortraits(db);
    expect(sud).toMatchObject({
      ...{ code: 'sud', communeCount: 2, population: 1_200, population75Plus: 180 },
      ...{ populationYear: 2022, isSchematic: true },
    });
    expect(sud?.areaKm2).toBeCloseTo(2 * 0.788 * 1.1114, 1);
    expect(nord).toMatchObject({ code: 'nord', population75Plus: null, areaKm2: null });
    expect(vide).toMatchObject({ communeCount: 0, population: 0, populationYear: null });
    expect((await listPortraits(db, ['sud'])).map(({ code }) => code)).toEqual(['sud']);
    expect(await listAreas(db, ['16001', '16003'])).toEqual([
      { insee: '16001', areaKm2: (sud?.areaKm2 ?? 0) / 2, isSchematic: false },
    ]);
  });

  it('weighs what is published of a département by people, in its newest year, and counts what is missing', async () => {
    const db = getDb();
    await addCommune(db, '16001', 'Un', { population: 100 });
    await addCommune(db, '16002', 'Deux', { population: 300 });
    await addCommune(db, '16003', 'Sans publication', { population: 900 });
    await addCommune(db, '17001', 'À côté', { population: 900 });
    await db
      .insert(aplPublished)
      .values([
        published('16001', 2023, 1),
        published('16002', 2023, 3),
        published('16003', 2023, null),
        published('16099', 2023, 9),
        published('16001', 2022, 8),
        published('97411', 2023, 2),
      ]);
    expect(await listDepartementApl(db, ['16', '17', '974'])).toEqual([
      // (1 × 100 + 3 × 300) ÷ 400; the people of 16099 are not known.
      { code: '16', year: 2023, mean: 2.5, weighedCount: 2, publishedCount: 3, silentCount: 1 },
      { code: '974', year: 2023, mean: null, weighedCount: 0, publishedCount: 1, silentCount: 0 },
    ]);
  });
});
