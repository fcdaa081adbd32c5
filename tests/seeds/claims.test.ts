import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import type { Database, DatabaseHandle } from '#db/database.ts';
import { listClaims } from '#db/queries/directory/list-claims.ts';
import { place, practice, professional } from '#db/schema/directory.ts';
import { accessibility, contactPoint } from '#db/schema/directory-details.ts';
import { claim } from '#db/schema/links.ts';
import { source } from '#db/schema/provenance.ts';
import { phoneOf } from '#domain/directory/phone.ts';
import { CLAIM_FIELDS, type ClaimField, standingClaim } from '#domain/directory/precedence.ts';
import {
  applyClaims,
  createStagedClaims,
  settleClaims,
  withdrawClaims,
} from '#seeds/derived/apply-claims.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

const NOW = new Date('2026-11-22T08:00:00Z');
const CURATED = {
  sourceId: 'mairie',
  asOf: '2025-03',
  confirmedOn: null,
  confidence: 'medium',
} as const;
const ADDRESS = {
  street: '2, rue Neuve',
  complement: null,
  postcode: '16390',
  city: 'Aubeterre-sur-Dronne',
  insee: '16020',
  point: [0.1712345, 45.2698765],
  precision: 'address',
};

type StagedRow = readonly [entryId: string, field: ClaimField, value: unknown];

async function writeEntries(db: Database): Promise<void> {
  await clearTables(db);
  await db.insert(source).values(
    ['mairie', 'rpps', 'finess', 'ameli', 'acceslibre', 'clic'].map((id) => ({
      id,
      name: `Source ${id}`,
      publisher: 'Test',
    })),
  );
  await db.insert(place).values({
    id: 'maison',
    name: 'Maison des Prés',
    category: 'health_house',
    title: 'Maison de santé',
    insee: '16020',
    ...CURATED,
  });
  await db.insert(professional).values({ id: 'p', name: 'Camille Rivière', ...CURATED });
  await db.insert(practice).values({
    id: 'cabinet',
    professionalId: 'p',
    placeId: 'maison',
    category: 'gp',
    title: 'Médecin généraliste',
    ...CURATED,
  });
  await db.insert(contactPoint).values({
    entryId: 'cabinet',
    position: 3,
    kind: 'phone',
    label: 'Secrétariat',
    value: '05 36 49 00 12',
    phone: phoneOf('05 36 49 00 12'),
    ...CURATED,
  });
}

describeOnBoth('what sources claim', (getDb, getHandle) => {
  beforeEach(() => writeEntries(getDb()));

  const apply = (sourceId: string, rows: readonly StagedRow[], asOf = '2026-10') =>
    applyTo(getHandle(), sourceId, rows, asOf);
  const inTransaction = (work: (tx: Database) => Promise<void>) =>
    getHandle().bulkTransaction(({ db }) => work(db));
  const ask = async (query: ReturnType<typeof sql>) => (await getDb().execute(query)).rows;
  const phones = () =>
    ask(
      sql`select entry_id, position, value, label, source_id from contact_point order by entry_id, position`,
    );
  const assertions = () =>
    ask(sql`select subject_id, field, source_id, as_of from assertion order by subject_id, field`);
  const claims = () => ask(sql`select entry_id, field, source_id from claim order by 1, 2, 3`);
  const everything = async () => ({
    practice: await ask(sql`select * from practice`),
    place: await ask(sql`select * from place`),
    professional: await ask(sql`select * from professional`),
    accessibility: await ask(sql`select * from accessibility`),
    contacts: await phones(),
    assertions: await assertions(),
    claims: await ask(sql`select * from claim order by 1, 2, 4`),
  });

  it('the trusted source of the phone replaces the number, and the number it replaced is kept', async () => {
    expect(await apply('ameli', [['cabinet', 'phone', phoneOf('05 36 49 00 77')]])).toEqual({
      claimed: 1,
      won: 1,
    });
    expect(await phones()).toEqual([
      {
        entry_id: 'cabinet',
        position: 3,
        value: '05 36 49 00 77',
        label: null,
        source_id: 'ameli',
      },
    ]);
    expect(await assertions()).toEqual([
      { subject_id: 'cabinet', field: 'phone', source_id: 'ameli', as_of: '2026-10' },
    ]);
    const listed = await listClaims(getDb(), 'cabinet', '2026-11-22');
    expect(
      listed.map(({ field, sourceName, stands, provenance }) => [
        field,
        sourceName,
        provenance.asOf,
        stands,
      ]),
    ).toEqual([
      ['phone', 'Source ameli', '2026-10', true],
      ['phone', 'Source mairie', '2025-03', false],
    ]);
    expect(listed[1]?.value).toMatchObject({ display: '05 36 49 00 12', label: 'Secrétariat' });
  });

  it('the same number keeps its words, and says who confirms it', async () => {
    await apply('ameli', [['cabinet', 'phone', phoneOf('05 36 49 00 12')]]);
    expect(await phones()).toMatchObject([{ label: 'Secrétariat', source_id: 'ameli' }]);
  });

  it('applying the same values twice changes nothing', async () => {
    const rows: StagedRow[] = [
      ['cabinet', 'phone', phoneOf('05 36 49 00 77')],
      ['cabinet', 'fees', { sector: 'Secteur 1', option: null, vitale: 'yes' }],
      ['cabinet', 'address', ADDRESS],
      ['maison', 'accessibility', { stepFree: 'yes', hearingLoop: 'unknown' }],
      ['maison', 'website', 'https://exemple.test'],
    ];
    expect(await apply('ameli', rows)).toEqual({ claimed: 5, won: 5 });
    const before = await everything();
    expect(before.practice).toMatchObject([
      { fee_sector: 'Secteur 1', fee_option: null, vitale_card: 'yes', street: '2, rue Neuve' },
    ]);
    expect(before.accessibility).toMatchObject([{ step_free: 'yes', hearing_loop: 'unknown' }]);
    await apply('ameli', rows);
    expect(await everything()).toEqual(before);
  });

  it('what a source no longer says goes, and the entry is as it was', async () => {
    const before = await everything();
    await apply('ameli', [
      ['cabinet', 'phone', phoneOf('05 36 49 00 77')],
      ['cabinet', 'fees', { sector: 'Secteur 1', option: 'OPTAM', vitale: 'yes' }],
      ['cabinet', 'name', 'RIVIERE Camille'],
      ['cabinet', 'title', 'Généraliste'],
      ['cabinet', 'address', ADDRESS],
      ['cabinet', 'new_patients', 'newpt'],
      ['maison', 'phone', phoneOf('05 36 49 00 78')],
      ['maison', 'accessibility', { stepFree: 'no' }],
      ['maison', 'category', 'hospital'],
    ]);
    expect((await everything()).professional).toMatchObject([{ name: 'RIVIERE Camille' }]);
    expect((await phones()).map(({ entry_id }) => entry_id)).toEqual(['cabinet', 'maison']);
    expect(await apply('ameli', [])).toEqual({ claimed: 0, won: 0 });
    expect(await everything()).toEqual(before);
  });

  it('a person’s recent check stands, and the loser is kept for the editors', async () => {
    await getDb().update(contactPoint).set({ confirmedOn: '2026-06-01' });
    expect(await apply('ameli', [['cabinet', 'phone', phoneOf('05 36 49 00 77')]])).toEqual({
      claimed: 1,
      won: 0,
    });
    expect(await phones()).toMatchObject([{ value: '05 36 49 00 12', source_id: 'mairie' }]);
    expect(await claims()).toHaveLength(2);
    await inTransaction((tx) => settleClaims(tx, { now: new Date('2027-06-02T08:00:00Z') }));
    expect(await phones()).toMatchObject([{ value: '05 36 49 00 77', source_id: 'ameli' }]);
  });

  it('what the entry’s own source writes later is its new word, and does not hide the winner', async () => {
    await apply('ameli', [['cabinet', 'phone', phoneOf('05 36 49 00 77')]]);
    await getDb()
      .update(contactPoint)
      .set({ value: '05 36 49 00 13', phone: phoneOf('05 36 49 00 13'), ...CURATED });
    await inTransaction((tx) => settleClaims(tx, { now: NOW, ownerId: 'mairie' }));
    expect(await phones()).toMatchObject([{ value: '05 36 49 00 77', source_id: 'ameli' }]);
    await inTransaction((tx) =>
      withdrawClaims(tx, { sourceId: 'ameli', entryIds: ['cabinet'], now: NOW }),
    );
    expect(await phones()).toMatchObject([{ value: '05 36 49 00 13', source_id: 'mairie' }]);
    expect(await claims()).toEqual([]);
  });

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

async function applyTo(
  handle: DatabaseHandle,
  sourceId: string,
  rows: readonly StagedRow[],
  asOf: string,
): Promise<{ claimed: number; won: number }> {
  return await handle.bulkTransaction(async (bulk) => {
    await createStagedClaims(bulk.db);
    await bulk.copyValues(
      'staged_claim',
      ['entry_id', 'field', 'value'],
      rows.map(([entryId, field, value]) => [entryId, field, JSON.stringify(value)]),
    );
    return await applyClaims({ tx: bulk.db, sourceId, now: NOW }, { asOf, confidence: 'high' });
  });
}
