import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { populationFiles } from '#seeds/sources/population/source.ts';
import { addCommune, addSource, eastOf } from '#tests/db/rows.ts';
import { makeZip } from '#tests/seeds/gtfs-zip.ts';
import { importFile, textFile } from '#tests/seeds/territory-files.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

const AGES = {
  millesime: 2023,
  tranches: [0, 65, 75, 80],
  c: {
    '16901': [
      [100.5, 20, 10, 5],
      [99.5, 18, 7, 3.2],
    ],
    '16902': [
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ],
    '16903': [[1, 2, 3], [1]],
  },
};

/** The square of the grid that holds the point of Aubeterre's town hall, and its neighbours. */
const TILES = [
  'idcar_200m,idcar_1km,i_est_200,lcog_geo,ind,men,ind_65_79,ind_80p',
  'CRS3035RES200mN2515400E3552000,CRS3035RES1000mN2515000E3552000,0,16901,12.5,6,3,1.5',
  'CRS3035RES200mN2515400E3552200,CRS3035RES1000mN2515000E3552000,1,1690116902,4,2,1,0',
  'CRS3035RES200mN2515400E3552400,CRS3035RES1000mN2515000E3552000,2,16901,4,2,1,0',
  'CRS3035RES200mN2515400E3552600,CRS3035RES1000mN2515000E3552000,0,16901,quatre,2,1,0',
  'CRS9999RES200mN2515400E3552800,CRS3035RES1000mN2515000E3552000,0,16901,4,2,1,0',
  'CRS3035RES200mN2515400E3552000,CRS3035RES1000mN2515000E3552000,0,16901,12.5,6,3,1.5',
];

describeOnBoth('the population import', (getDb, getHandle) => {
  beforeEach(async () => {
    await clearTables(getDb());
    await addSource(getDb());
    await addCommune(getDb(), '16901', 'Valbrune');
    await addCommune(getDb(), '16902', 'Pré-Joli', { point: eastOf([0.1689, 45.2711], 3) });
  });

  const bring = (name: string, content: unknown, options: Parameters<typeof importFile>[3] = {}) =>
    importFile(getHandle(), populationFiles, textFile(name, content), options);
  const ask = async (query: ReturnType<typeof sql>) => (await getDb().execute(query)).rows;

  it('keeps ages by sex, and counts who lives there and who is 75 or older', async () => {
    const report = await bring('ages.json', AGES, { accept: ['rejets'] });
    expect(report).toMatchObject({
      status: 'done',
      read: { asOf: '2023', readCount: 3, keptCount: 2 },
      counts: { 'communes par âge': 2 },
    });
    expect(report.rejects).toMatchObject([{ line: 3, column: '16903' }]);
    expect(
      await ask(
        sql`select population, population_75_plus, population_year from commune where insee = '16901'`,
      ),
    ).toEqual([{ population: 263, population_75_plus: 25, population_year: 2023 }]);
    expect(
      await ask(sql`select sex, age_from, count, year, source_id from population_age
        where insee = '16901' and age_from = 80 order by sex`),
    ).toEqual([
      { sex: 'female', age_from: 80, count: 5, year: 2023, source_id: 'population-ages' },
      { sex: 'male', age_from: 80, count: 3.2, year: 2023, source_id: 'population-ages' },
    ]);
    const again = await bring('ages.json', AGES, { accept: ['rejets'], again: true });
    expect(again).toMatchObject({ unchangedCount: 2, counts: { 'communes par âge': 0 } });
  });

  it('gathers INSEE’s years of age by five, and leaves out whole a commune with a row it cannot read', async () => {
    const rows = [
      'NIVGEO;CODGEO;LIBGEO;SEXE;AGED100;NB',
      'COM;16901;Valbrune;1;000;1.5',
      'COM;16901;Valbrune;1;004;1.25',
      'COM;16901;Valbrune;2;005;2,5',
      'COM;16901;Valbrune;2;100;3',
      'COM;16902;Pré-Joli;1;020;4',
      'COM;16902;Pré-Joli;3;020;4',
    ];
    const archive = makeZip([
      { path: 'META_TD_POP1B_2021.csv', content: 'COD_VAR;LIB_VAR\n' },
      { path: 'TD_POP1B_2021.csv', content: rows.join('\r\n') },
    ]);
    const file = memoryFile('TD_POP1B_2021_csv.zip', archive);
    const report = await importFile(getHandle(), populationFiles, file, { accept: ['rejets'] });
    expect(report).toMatchObject({
      status: 'done',
      importer: 'population:ages-detailles',
      read: { asOf: '2021', readCount: 2, keptCount: 1 },
    });
    expect(report.rejects).toMatchObject([{ line: 7, column: 'SEXE', value: '3' }]);
    expect(
      await ask(
        sql`select insee, sex, age_from, count from population_age where count > 0 order by sex, age_from`,
      ),
    ).toEqual([
      { insee: '16901', sex: 'female', age_from: 5, count: 2.5 },
      { insee: '16901', sex: 'female', age_from: 95, count: 3 },
      { insee: '16901', sex: 'male', age_from: 0, count: 2.75 },
    ]);
    expect(
      await ask(sql`select count(*)::int as groups from population_age where insee = '16901'`),
    ).toEqual([{ groups: 40 }]);
  });

  it('finds legal populations, and the squares of mainland and islands, in the archives of INSEE', async () => {
    const legal = makeZip([
      { path: 'donnees_departements.csv', content: 'DEP;PMUN\n16;1\n' },
      { path: 'metadonnees_communes.csv', content: 'COD_VAR;LIB_VAR\n' },
      {
        path: 'donnees_communes.csv',
        content: 'DEPCOM;COM;PMUN;PCAP;PTOT\n16901;Valbrune;512;1;513\n',
      },
    ]);
    const counted = await importFile(
      getHandle(),
      populationFiles,
      memoryFile('ensemble.zip', legal),
      { asOf: '2023' },
    );
    expect(counted).toMatchObject({ status: 'done', counts: { populations: 1 } });
    const [header = '', first = '', second = ''] = TILES;
    const squares = makeZip([
      { path: 'carreaux_200m_met.csv', content: `${header}\n${first}\n` },
      { path: 'carreaux_200m_reun.csv', content: `${header}\n${second}\nCRS,x,0,16901,4,2,1,0\n` },
    ]);
    const drawn = await importFile(
      getHandle(),
      populationFiles,
      memoryFile('Filosofi2021_carreaux_200m_csv.zip', squares),
    );
    expect(drawn).toMatchObject({
      status: 'done',
      read: { readCount: 3, keptCount: 2, asOf: '2021' },
    });
    expect(drawn.rejects).toMatchObject([{ file: 'carreaux_200m_reun.csv', line: 3 }]);
  });

  it('does not put an older census in the place of a newer one', async () => {
    await bring('ages.json', AGES, { accept: ['rejets'] });
    const older = { ...AGES, millesime: 2017, c: { '16901': AGES.c['16901'] } };
    const report = await bring('ages-2017.json', older, { accept: ['nombre'] });
    expect(report.status).toBe('failed');
    expect(report.checks.find(({ guard }) => guard === 'annee')?.passed).toBe(false);
    await bring('legal.csv', 'DEPCOM;COM;PMUN\n16901;Valbrune;999', { asOf: '2017' });
    expect(await ask(sql`select population from commune where insee = '16901'`)).toEqual([
      { population: 263 },
    ]);
  });

  it('counts who is 75 or older by its ages, even where everybody is counted by a newer census', async () => {
    const older = { millesime: 2021, tranches: [0, 75], c: { '16901': AGES.c['16901'] } };
    const ages = (millesime: number, old: number) => ({
      ...older,
      millesime,
      c: {
        '16901': [
          [100, old],
          [100, 0.4],
        ],
      },
    });
    const counted = async () =>
      (
        await ask(sql`select c.population, c.population_75_plus as old, c.population_year as year,
          a.source_id, a.as_of from commune c left join assertion a
            on a.subject_id = c.insee and a.field = 'population75Plus' where c.insee = '16901'`)
      )[0];
    await getDb().execute(sql`update commune set population_75_plus = null`);
    await bring('legal.csv', 'DEPCOM;COM;PMUN\n16901;Valbrune;512', { asOf: '2023' });
    const report = await bring('ages.json', ages(2021, 40));
    expect(report.counts['populations mises à jour']).toBe(1);
    const dated = { population: 512, year: 2023, source_id: 'population-ages' };
    expect(await counted()).toEqual({ ...dated, old: 40, as_of: '2021' });
    await bring('ages.json', ages(2022, 45));
    expect(await counted()).toEqual({ ...dated, old: 45, as_of: '2022' });
    // Of a newer census, and not by ages held here: it stays.
    await getDb().execute(sql`update commune set population_75_plus = 77`);
    await bring('ages.json', ages(2022, 50));
    expect(await counted()).toMatchObject({ population: 512, old: 77 });
  });

  it('leaves those of 75 or older unknown where the ages do not begin a group at 75', async () => {
    await getDb().execute(sql`update commune set population_75_plus = null`);
    await bring('ages.json', { ...AGES, tranches: [0, 65, 70, 80] }, { accept: ['rejets'] });
    expect(
      await ask(sql`select population, population_75_plus from commune where insee = '16901'`),
    ).toEqual([{ population: 263, population_75_plus: null }]);
  });

  it('adds up legal populations of communes merged since; refuses one read twice', async () => {
    const csv = [
      'DEPCOM;COM;PMUN;PCAP',
      '16901;Valbrune;1 200;3',
      '16901;Boisdroit;300;1',
      '16902;Pré-Joli;80;1',
      '16902;Pré-Joli;80;1',
      '16902;Autre;beaucoup;1',
    ].join('\r\n');
    const report = await bring('populations-2024.csv', csv, { accept: ['rejets'] });
    expect(report).toMatchObject({ status: 'done', read: { asOf: '2024', keptCount: 3 } });
    expect(report.rejects).toMatchObject([
      { line: 5, column: 'DEPCOM', value: '16902' },
      { line: 6, column: 'PMUN', value: 'beaucoup' },
    ]);
    expect(
      await ask(sql`select insee, population, population_year from commune order by 1`),
    ).toEqual([
      { insee: '16901', population: 1500, population_year: 2024 },
      { insee: '16902', population: 80, population_year: 2024 },
    ]);
  });

  it('places squares by the grid, keeps which are imputed, and replaces those of a commune', async () => {
    const report = await bring('carreaux_200m_met.csv', TILES.join('\n'), {
      asOf: '2019',
      accept: ['rejets'],
    });
    expect(report).toMatchObject({ status: 'done', read: { readCount: 6, keptCount: 2 } });
    expect(report.rejects).toMatchObject([
      { line: 4, column: 'i_est_200', value: '2' },
      { line: 5, column: 'ind', value: 'quatre' },
      { line: 6, column: 'idcar_200m' },
      { line: 7, column: 'idcar_200m', reason: 'Carreau déjà lu.' },
    ]);
    const [first, second] =
      await ask(sql`select insee, population, aged_65_plus, aged_80_plus, imputed,
      round(st_x(point::geometry)::numeric, 3)::float as lon,
      round(st_y(point::geometry)::numeric, 3)::float as lat from population_tile order by id`);
    expect(first).toMatchObject({
      insee: '16901',
      population: 12.5,
      aged_65_plus: 4.5,
      aged_80_plus: 1.5,
      imputed: false,
    });
    expect(second).toMatchObject({ insee: '16901', imputed: true });
    expect(first?.['lon']).toBeCloseTo(0.184, 1);
    expect(first?.['lat']).toBeCloseTo(45.27, 1);
    const fewer = await bring('carreaux_200m_met.csv', TILES.slice(0, 2).join('\n'), {
      asOf: '2021',
      accept: ['nombre'],
    });
    expect(fewer.counts).toEqual({ carreaux: 1, 'carreaux disparus': 1 });
    const again = await bring('carreaux_200m_met.csv', TILES.slice(0, 2).join('\n'), {
      asOf: '2021',
      again: true,
    });
    expect(again).toMatchObject({ unchangedCount: 1, counts: { carreaux: 0 } });
  });

  it('swaps nothing when squares lie far from their commune', async () => {
    const far = TILES.slice(0, 2).join('\n').replace('N2515400E3552000', 'N3552000E2515400');
    const report = await bring('carreaux_200m_met.csv', far, { asOf: '2019' });
    expect(report.status).toBe('failed');
    expect(report.checks.find(({ guard }) => guard === 'coordonnees')?.detail).toContain('16901');
  });

  it.each([
    ['legal.csv', 'DEPCOM;PMUN\n16901;5', {}, 'ajoutez --date AAAA'],
    ['legal-2094.csv', 'DEPCOM;PMUN\n16901;5', {}, 'année 2094 impossible'],
    ['legal.csv', 'DEPCOM,PMUN\n16901,5', { asOf: '2020' }, 'séparateur attendu est « ; »'],
    ['ages.json', { ...AGES, millesime: 'bientôt' }, {}, 'année NaN impossible'],
    ['ages.json', { tranches: [0, 5, 3], c: {} }, {}, 'n’est pas une suite d’âges qui monte'],
    ['x.csv', '<html>', {}, 'attendu les populations légales'],
  ])('says in one sentence what is wrong with %s', async (name, content, options, said) => {
    await expect(bring(name, content, options)).rejects.toThrow(said);
    expect(await ask(sql`select population from commune where insee = '16901'`)).toEqual([
      { population: 500 },
    ]);
  });
});
