import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { listClaims } from '#db/queries/directory/list-claims.ts';
import { accessibility } from '#db/schema/directory-details.ts';
import { claim } from '#db/schema/links.ts';
import { phoneOf } from '#domain/directory/phone.ts';
import { CLAIM_FIELDS, standingClaim } from '#domain/directory/precedence.ts';
import { settleClaims } from '#seeds/derived/apply-claims.ts';
import {
  ADDRESS,
  CURATED,
  createClaimsHarness,
  NOW,
  writeEntries,
} from '#tests/seeds/claims-ground.ts';
import { describeOnBoth } from '#tests/support/database.ts';

describeOnBoth('which claim stands', (getDb, getHandle) => {
  beforeEach(() => writeEntries(getDb()));

  const { apply, ask, assertions, claims, everything, inTransaction } = createClaimsHarness(
    getDb,
    getHandle,
  );

  it('an answer on access the trusted source does not know is kept from another, and says so', async () => {
    await getDb()
      .insert(accessibility)
      .values({ entryId: 'maison', stepFree: 'no', adaptedParking: 'yes', ...CURATED });
    const before = await everything();
    await apply('acceslibre', [['maison', 'accessibility', { stepFree: 'yes' }]]);
    expect((await everything()).accessibility).toMatchObject([
      { step_free: 'yes', adapted_parking: 'yes', hearing_loop: 'unknown' },
    ]);
    expect(await assertions()).toMatchObject([
      { field: 'accessibility', source_id: 'acceslibre' },
      { field: 'accessibility.adaptedParking', source_id: 'mairie' },
    ]);
    await apply('acceslibre', [['maison', 'accessibility', { stepFree: 'yes' }]]);
    await apply('acceslibre', []);
    expect(await everything()).toEqual(before);
  });

  it('an address without a point keeps the point another source has at the same door, and no other', async () => {
    await ask(sql`update practice set street = '2 rue Neuve', insee = '16020', city = 'Aubeterre-sur-Dronne',
      point = 'SRID=4326;POINT(0.1712345 45.2698765)', point_precision = 'site'`);
    const before = await everything();
    const where = () =>
      ask(sql`select street, ST_X(point::geometry) as lon, point_precision from practice`);
    const unlocated = { ...ADDRESS, street: '2 R NEUVE', point: null, precision: null };
    await apply('rpps', [['cabinet', 'address', unlocated]]);
    const kept = [{ street: '2 R NEUVE', lon: 0.1712345, point_precision: 'site' }];
    expect(await where()).toEqual(kept);
    await apply('rpps', [['cabinet', 'address', unlocated]]);
    await inTransaction((tx) => settleClaims(tx, { now: NOW }));
    expect(await where()).toEqual(kept);
    await apply('rpps', [['cabinet', 'address', { ...unlocated, street: '9 RUE HAUTE' }]]);
    expect(await where()).toEqual([{ street: '9 RUE HAUTE', lon: null, point_precision: null }]);
    await apply('rpps', []);
    expect(await everything()).toEqual(before);
  });

  it('values of no entry, fees of a building and empty values are left out', async () => {
    expect(
      await apply('ameli', [
        ['nobody', 'phone', phoneOf('05 36 49 00 77')],
        ['maison', 'fees', { sector: 'Secteur 1', option: null, vitale: 'yes' }],
        ['cabinet', 'website', '  '],
        ['maison', 'accessibility', { stepFree: 'unknown' }],
      ]),
    ).toEqual({ claimed: 0, won: 0 });
    expect(await claims()).toEqual([]);
  });

  it('the database and the domain choose alike', async () => {
    const date = fc.option(
      fc.constantFrom(
        '2024',
        '2025',
        '2026',
        '2025-11',
        '2025-12',
        '2025-11-22',
        '2025-11-23',
        '2026-11-23',
      ),
      { nil: null },
    );
    const one = fc.record({
      sourceId: fc.constantFrom('mairie', 'rpps', 'finess', 'ameli', 'acceslibre', 'clic'),
      asOf: date,
      confirmedOn: date,
    });
    const several = fc.uniqueArray(one, { selector: ({ sourceId }) => sourceId, minLength: 1 });
    const samples = fc.sample(fc.tuple(fc.constantFrom(...CLAIM_FIELDS), several), {
      numRuns: 200,
      seed: 7,
    });
    await getDb()
      .insert(claim)
      .values(
        samples.flatMap(([field, said], index) =>
          said.map((each) => ({
            entryId: `e${index}`,
            field,
            value: each.sourceId,
            confidence: 'medium' as const,
            ...each,
          })),
        ),
      );
    for (const [index, [field, said]] of samples.entries()) {
      const [first] = await listClaims(getDb(), `e${index}`, '2026-11-22');
      expect(first?.provenance.sourceId).toBe(standingClaim(field, '2026-11-22', said)?.sourceId);
    }
  });
});
