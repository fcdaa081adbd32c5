import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { memoryFile, readImportFile } from '#seeds/pipeline/read-file.ts';
import type { ImportFile, ImportOptions } from '#seeds/pipeline/source.ts';
import { aplSource } from '#seeds/sources/apl/source.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import {
  addAubeterre,
  addNeighbour,
  ask as askOf,
  runSource,
  tableOf,
} from '#tests/seeds/access-ground.ts';
import { type Sheet, workbookOf } from '#tests/seeds/workbook.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

describeOnBoth('the published accessibility', (getDb, getHandle) => {
  beforeEach(async () => {
    await clearTables(getDb());
    await addAubeterre(getDb());
  });

  const run = (file: ImportFile, options: Partial<ImportOptions> = {}) =>
    runSource(getHandle(), aplSource, file, options);
  const ask = async (query: ReturnType<typeof sql>) => askOf(getDb(), query);

  const values = () =>
    ask(
      sql`select insee, year, variant, value from apl_published order by insee, year, variant collate "C" desc`,
    );

  it('keeps what is not published as unknown, and refuses what is no value', async () => {
    const report = await run(
      tableOf(
        'code_insee,apl_2022,apl_2023,apl_2023_65_or_less',
        '16020,2.5,,',
        '16230,3,2.5,0',
        '1623,1,1,1',
        '16020,9,9,9',
        '16073,2,45,1',
        '16074,2,"1,5",1',
      ),
    );
    expect(await values()).toEqual([
      { insee: '16020', year: 2022, variant: 'all', value: 2.5 },
      { insee: '16020', year: 2023, variant: 'all', value: null },
      { insee: '16020', year: 2023, variant: '65_or_less', value: null },
      { insee: '16230', year: 2022, variant: 'all', value: 3 },
      { insee: '16230', year: 2023, variant: 'all', value: 2.5 },
      { insee: '16230', year: 2023, variant: '65_or_less', value: 0 },
    ]);
    expect(report.rejects.map(({ line, column, value }) => [line, column, value])).toEqual([
      [4, 'code_insee', '1623'],
      [5, 'code_insee', '16020'],
      [6, 'apl_2023', '45'],
      [7, 'apl_2023', '1,5'],
    ]);
  });

  it('keeps to the territory asked', async () => {
    await addNeighbour(getDb());
    const report = await run(tableOf('code_insee,apl_2023', '16020,2.5', '16230,3'), {
      territoryCodes: ['vallee'],
    });
    expect(report).toMatchObject({ rejectedCount: 0, read: { readCount: 2, keptCount: 1 } });
    expect(await values()).toMatchObject([{ insee: '16020', value: 2.5 }]);
  });

  it('another year or another commune is added beside those known; a table without values changes nothing', async () => {
    await run(tableOf('code_insee,apl_2022', '16020,2.5'));
    await run(tableOf('code_insee,apl_2023', '16020,2.4'));
    await run(tableOf('code_insee,apl_2023', '24001,3.1'));
    const empty = await run(tableOf('code_insee,apl_2024', '16020,'));
    expect(empty.status).toBe('failed');
    expect(await values()).toMatchObject([
      { insee: '16020', year: 2022 },
      { insee: '16020', year: 2023 },
      { insee: '24001', year: 2023 },
    ]);
  });

  const YEAR = (year: number, ...rows: Sheet['rows'][number][]): Sheet => ({
    name: `APL ${year}`,
    rows: [
      ['Accessibilité potentielle localisée'],
      [],
      [
        'Code commune INSEE',
        'Commune',
        'APL aux médecins généralistes',
        'APL aux médecins généralistes de 65 ans et moins',
        'APL aux médecins généralistes de 62 ans et moins',
      ],
      [null, null, 'C/V par hab.'],
      ...rows,
      [],
      ['Source : Insee & Drees'],
    ],
  });

  it('reads the workbook of the ministry, a sheet a year, and names the sheet of a refused row', async () => {
    const report = await run(
      workbookOf([
        { name: 'Lisez-moi', rows: [['APL < 2,5']] },
        YEAR(2022, ['16020', 'Aubeterre', 2.5, 2.25, 1], ['16230', 'Montmoreau', 0.015, 0, 0]),
        YEAR(
          2023,
          ['16020', 'Aubeterre', 3, null, 1],
          ['16020', 'Aubeterre', 3, 1, 1],
          ['2', 'Courte', 1, 1, 1],
        ),
      ]),
    );
    expect(await values()).toEqual([
      { insee: '16020', year: 2022, variant: 'all', value: 2.5 },
      { insee: '16020', year: 2022, variant: '65_or_less', value: 2.25 },
      { insee: '16020', year: 2023, variant: 'all', value: 3 },
      { insee: '16230', year: 2022, variant: 'all', value: 0.015 },
      { insee: '16230', year: 2022, variant: '65_or_less', value: 0 },
      { insee: '16230', year: 2023, variant: 'all', value: null },
    ]);
    expect(report.read).toMatchObject({ readCount: 5, keptCount: 3 });
    expect(report.rejects).toMatchObject([
      { file: 'APL 2023', line: 6, column: 'code_insee', value: '16020' },
      { file: 'APL 2023', line: 7, column: 'code_insee', value: '2' },
    ]);
  });

  it('says what a workbook lacks: the sheet of a year, a column; and what is no workbook', async () => {
    await expect(run(workbookOf([{ name: 'Feuille 1', rows: [['x']] }]))).rejects.toThrow(
      'une feuille « APL AAAA » attendue ; feuilles trouvées : Feuille 1.',
    );
    const other: Sheet = {
      name: 'APL 2023',
      rows: [['Code commune INSEE', 'APL aux infirmières']],
    };
    await expect(run(workbookOf([other]))).rejects.toThrow('feuille « APL 2023 » : colonnes');
    const html = memoryFile('apl.xlsx', new TextEncoder().encode('<!doctype html><html></html>'));
    await expect(run(html)).rejects.toThrow('« apl.xlsx »');
  });

  it('refuses a workbook that would open too large', async () => {
    const file = workbookOf([{ name: 'APL 2023', rows: [['x'.repeat(5_000)]] }]);
    const limits = { totalBytes: 4_000, ratio: 200, entries: 20 };
    await expect(run({ ...file, limits })).rejects.toThrow('plus de 4000 octets une fois ouvert');
  });

  const real0 = sharedFile(
    'data/apl/apl-gp-charente-2022-2023.csv',
    'reads the real values of Charente: 363 communes, one without',
  );
  it.skipIf(real0 === null)(
    'reads the real values of Charente: 363 communes, one without a value in 2023',
    async () => {
      const path = real0 ?? '';
      const report = await run(await readImportFile(path, ''));
      expect([report.read.keptCount, report.rejectedCount]).toEqual([363, 0]);
      expect(report.counts).toEqual({ valeurs: 1450, 'valeurs non publiées': 2 });
      expect(
        await ask(
          sql`select year, value from apl_published where insee = '16355' and variant = 'all' order by year`,
        ),
      ).toMatchObject([
        { year: 2022, value: expect.any(Number) },
        { year: 2023, value: null },
      ]);
      expect(
        await ask(
          sql`select count(*)::int as n from apl_published where year = 2023 and variant = 'all' and value < 2.5`,
        ),
      ).toEqual([{ n: 118 }]);
      const again = await run(await readImportFile(path, ''), { asOf: '2026-11' });
      expect(again.unchangedCount).toBe(1452);
    },
  );
});
