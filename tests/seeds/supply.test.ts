import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { readImportFile } from '#seeds/pipeline/read-file.ts';
import { supplySource } from '#seeds/sources/supply/source.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import {
  addAubeterre,
  addNeighbour,
  ask as askOf,
  runSource,
  tableOf,
} from '#tests/seeds/access-ground.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

describeOnBoth('care counted by commune', (getDb, getHandle) => {
  beforeEach(async () => {
    await clearTables(getDb());
    await addAubeterre(getDb());
    await addNeighbour(getDb());
  });

  const run = (file: Parameters<typeof runSource>[2]) => runSource(getHandle(), supplySource, file);
  const counts = () =>
    askOf(
      getDb(),
      sql`select insee, kind, head_count as heads, confidence from commune_supply
        order by insee, kind collate "C"`,
    );

  it('keeps zeros as counted, refuses what is no count by its line, and the same again changes nothing', async () => {
    const lines = ['16020,2,0', '16230,6,1', '16,1,1', '16020,9,9', '16230x,1,1'];
    const file = tableOf('insee,gp,nurse', ...lines);
    const refused = await run(file);
    expect(refused.rejects.map(({ line, column }) => [line, column])).toEqual([
      [4, 'insee'],
      [5, 'insee'],
      [6, 'insee'],
    ]);
    const good = tableOf('insee,gp,nurse', '16020,2,0', '16230,6,1');
    expect((await run(good)).status).toBe('done');
    const kept = await counts();
    expect(kept).toEqual([
      { insee: '16020', kind: 'gp', heads: 2, confidence: 'high' },
      { insee: '16020', kind: 'nurse', heads: 0, confidence: 'high' },
      { insee: '16230', kind: 'gp', heads: 6, confidence: 'high' },
      { insee: '16230', kind: 'nurse', heads: 1, confidence: 'high' },
    ]);
    expect((await run(good)).status).toBe('unchanged');
    expect(await counts()).toEqual(kept);
  });

  it('keeps a count out of proportion, to be confirmed', async () => {
    await run(tableOf('insee,gp,nurse', '16020,2,1', '16230,45,27'));
    const doubtful = (await counts()).filter((row) => row['confidence'] === 'low');
    expect(doubtful.map((row) => [row['insee'], row['kind']])).toEqual([
      ['16230', 'gp'],
      ['16230', 'nurse'],
    ]);
  });

  it('refuses a file without any known column of care', async () => {
    const report = await run(tableOf('insee,coiffeurs', '16020,2'));
    expect(report.status).not.toBe('done');
    expect(report.checks.find(({ guard }) => guard === 'effectifs')?.passed).toBe(false);
    expect(await counts()).toEqual([]);
  });

  const path = sharedFile(
    'data/population/supply-and-population-halo.csv',
    'supply, the real file',
  );
  it.skipIf(path === null)('reads the real file of the halo: communes held are kept', async () => {
    const report = await run(await readImportFile(path ?? '', supplySource.expects));
    expect(report.rejectedCount).toBe(0);
    expect(report.status).toBe('done');
    const held = (await counts()).filter((row) => row['insee'] === '16020');
    expect(held).toHaveLength(8);
  });
});
