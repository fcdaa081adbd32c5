// What is answered when territories are put side by side, and communes that are alike are asked for?

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  AccessAlike,
  AccessComparison,
  AccessTwins,
} from '#api/features/access/compare-views.ts';
import type { AccessOverview, AccessSheet } from '#api/features/access/views.ts';
import type { Database } from '#db/database.ts';
import { findResult } from '#db/queries/access/find-result.ts';
import { writeResult } from '#db/queries/access/write-result.ts';
import { aplPublished } from '#db/schema/apl.ts';
import { commune, territory, territoryCommune } from '#db/schema/territory.ts';
import { inseeAt, PLATEAU, writePlateau } from '#tests/support/access-ground.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { computeAccess } from '#tests/support/compute-access.ts';

const PROVENANCE = { sourceId: 'insee', asOf: '2025', confidence: 'high' } as const;
const COTEAU = 'coteau';
const BASE = '/api/access';
let site: TestApp;

/** Beside the plateau: a slope of four of its neighbours, and a territory without a commune. */
async function write(db: Database): Promise<void> {
  await writePlateau(db);
  await db.insert(territory).values(
    [COTEAU, 'vide'].map((code, index) => ({
      ...{
        code,
        name: `Le ${code}`,
        position: index + 1,
        holder: 'Pays',
        coverage: 'full' as const,
      },
      ...{ colours: { main: '#336699', soft: '#ddeeff' }, contacts: [], helpNumbers: [] },
      ...PROVENANCE,
    })),
  );
  const slope = [inseeAt(0, 0), inseeAt(0, 1), inseeAt(1, 0), inseeAt(1, 1)];
  await db
    .insert(territoryCommune)
    .values(slope.map((insee) => ({ territoryCode: COTEAU, insee })));
  // Three kilometres by three around each point.
  await db.execute(sql`update ${commune} set shape_kind = 'schematic', shape = ST_Multi(
    ST_Expand(point::geometry, 0.01915, 0.0135))`);
  const { rows } = await db.execute<{ insee: string }>(
    sql`select insee from ${commune} where insee <> ${inseeAt(2, 2)}`,
  );
  await db.insert(aplPublished).values(
    rows.map(({ insee }) => ({
      ...{ insee, year: 2023, profession: 'gp' as const, variant: 'all' as const, value: 3 },
      ...PROVENANCE,
    })),
  );
}

beforeAll(async () => {
  site = await openTestApp({ now: { date: '2026-11-24', minute: 720 }, write });
  await computeAccess(site, PLATEAU);
}, 60_000);
afterAll(() => site.close());

const read = async <Body>(path: string): Promise<Body> => {
  const response = await site.get(`${BASE}/${path}`);
  expect(response.status, path).toBe(200);
  return (await response.json()) as Body;
};

test('the figure published of the département stands beside ours, with its year and its communes', async () => {
  const { indicators } = await read<AccessOverview>(PLATEAU);
  const gp = indicators.find(({ id }) => id === 'gp_access');
  expect(gp?.departement).toMatchObject({ code: '16', year: 2023, communeCount: 64 });
  // All 3 but one commune of 2.4.
  expect(gp?.departementValue).toBeLessThan(3);
  expect(gp?.departementValue).toBeGreaterThan(2.98);
  expect(gp?.territoryPublished).toMatchObject({ year: 2023, communeCount: 16 });
  const nearest = indicators.find(({ id }) => id === 'gp_nearest');
  expect(nearest).toMatchObject({ departementValue: null, departement: null });
  const sheet = await read<AccessSheet>(`${PLATEAU}/communes/${inseeAt(2, 2)}`);
  const own = sheet.values.find(({ id }) => id === 'gp_access');
  expect(own?.departement?.code).toBe('16');
});

test('before anything is computed elsewhere, it is said so and nothing stands beside', async () => {
  const { territories, indicators, warnings } = await read<AccessComparison>(
    `${PLATEAU}/compare?with=${COTEAU},vide`,
  );
  expect(territories.map(({ code, computedAt }) => [code, computedAt === null])).toEqual([
    [PLATEAU, false],
    [COTEAU, true],
    ['vide', true],
  ]);
  expect(warnings).toEqual([]);
  for (const { values } of indicators) expect(values.slice(1)).toEqual([null, null]);
});

describe('once both are computed', () => {
  beforeAll(async () => {
    await computeAccess(site, COTEAU);
  }, 60_000);

  test('the territory most alike comes first, one without people or ground last', async () => {
    const { territory: own, twins } = await read<AccessTwins>(`${PLATEAU}/twins`);
    expect(own).toMatchObject({ code: PLATEAU, communeCount: 16, isSchematic: true });
    expect(own.density).toBeCloseTo(own.population / (16 * 9.03), 0);
    expect(twins.map(({ code }) => code)).toEqual([COTEAU, 'vide']);
    const [coteau] = twins;
    expect(coteau?.likeness.population).toBeCloseTo(
      Math.log2(own.population / (coteau?.population ?? 0)),
      9,
    );
    expect(twins[1]?.likeness).toMatchObject({ density: null, older: null, population: null });
  });

  test('each indicator bears the value, who lacks, the inequality and the vintage of each', async () => {
    const { indicators, territories } = await read<AccessComparison>(
      `${PLATEAU}/compare?with=${COTEAU}`,
    );
    const gp = indicators.find(({ id }) => id === 'gp_access');
    const overview = await read<AccessOverview>(COTEAU);
    expect(gp?.values[1]?.value).toBe(
      overview.indicators.find(({ id }) => id === 'gp_access')?.territoryValue,
    );
    for (const value of gp?.values ?? []) {
      expect(value?.spread?.worst).toBeLessThan(value?.spread?.best ?? 0);
      expect(value?.spread?.gini).toBeGreaterThan(0);
      expect(value?.concern?.share).toBeGreaterThanOrEqual(0);
      expect(value?.vintages.map(({ id }) => id)).toEqual(['population', 'supply', 'roads']);
    }
    expect(territories.map(({ isEstimated }) => isEstimated)).toEqual([true, true]);
    expect(indicators.every(({ areComparable }) => areComparable)).toBe(true);
  });

  test('the communes like one are of its density, in both territories, without itself', async () => {
    const insee = inseeAt(2, 2);
    const found = await read<AccessAlike>(`${PLATEAU}/communes/${insee}/alike?indicator=gp_access`);
    expect(found.densityClass).not.toBeNull();
    expect(found.isSchematic).toBe(true);
    expect(found.communes).toHaveLength(5);
    expect(found.communes.map((each) => each.insee)).not.toContain(insee);
    const gaps = found.communes.map(({ likeness }) => likeness.gap);
    expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
    expect(found.communes.every(({ state }) => state === 'value')).toBe(true);
  });

  test('times by the roads here and estimates there are not compared without a word', async () => {
    const { db } = site.database;
    const kept = await findResult(db, COTEAU);
    if (kept === null) throw new Error('The slope was not computed');
    await writeResult(db, COTEAU, {
      ...kept,
      fingerprint: 'by-the-roads',
      figures: { ...kept.figures, estimatedTimes: [] },
    });
    const { change } = await read<AccessOverview>(COTEAU);
    expect(change).toMatchObject({
      hasOtherTimes: true,
      hasOtherMethod: false,
      fell: [],
      rose: [],
    });
    expect(change?.since).toBe(kept.computedAt.toISOString());
    expect((await read<AccessOverview>(PLATEAU)).change).toBeNull();
    const { warnings, indicators } = await read<AccessComparison>(
      `${PLATEAU}/compare?with=${COTEAU}`,
    );
    expect(warnings).toContainEqual({
      ...{ kind: 'travel_times', estimated: [PLATEAU], measured: [COTEAU] },
    });
    expect(indicators.find(({ id }) => id === 'gp_access')?.areComparable).toBe(false);
    const { communes } = await read<AccessAlike>(
      `${PLATEAU}/communes/${inseeAt(2, 2)}/alike?indicator=gp_access`,
    );
    for (const { territory: of, hasOtherTimes } of communes) {
      expect(hasOtherTimes).toBe(of.code === COTEAU);
    }
  });
});

test.each([
  [`nulle-part/twins`, 404, 'No territory has the code nulle-part'],
  [`${PLATEAU}/compare`, 400, 'with'],
  [`${PLATEAU}/compare?with=`, 400, 'with: expected the codes of one or of 2 other territories'],
  [`${PLATEAU}/compare?with=a,b,c`, 400, 'with: expected the codes of one or of 2'],
  [`${PLATEAU}/compare?with=nulle-part`, 404, 'No territory has the code nulle-part'],
  [`${PLATEAU}/compare?with=${PLATEAU}`, 400, `${PLATEAU} is compared with others than itself`],
  [`${PLATEAU}/communes/99999/alike?indicator=gp_access`, 404, 'has the code 99999'],
  [`${PLATEAU}/communes/${inseeAt(2, 2)}/alike`, 400, 'indicator'],
  [`vide/communes/${inseeAt(2, 2)}/alike?indicator=gp_access`, 503, 'being computed'],
])('%s is refused with what was expected', async (path, status, told) => {
  const response = await site.get(`${BASE}/${path}`);
  expect(response.status).toBe(status);
  expect(await response.text()).toContain(told);
});
