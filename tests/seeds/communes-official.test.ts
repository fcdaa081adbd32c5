import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#db/database.ts';
import { findPlace } from '#db/queries/territory/find-place.ts';
import { communesFiles } from '#seeds/sources/communes/source.ts';
import { geoApiCommune, importFile, squareAround, textFile } from '#tests/seeds/territory-files.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

const ANSWER = [
  geoApiCommune('16901', 'Valbrune', 0.1, { epci: { code: '200000016', nom: 'CC du Val' } }),
  geoApiCommune('16902', 'Pré-Joli', 0.15),
  geoApiCommune('17903', 'Grange-Neuve', 0.2, { codeEpci: '200000024', population: 60 }),
];

const CODE = [
  'TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT',
  'COM,16901,75,16,16D,161,0,VALBRUNE,Valbrune,Valbrune,1601,',
  'COM,16902,75,16,16D,161,0,PRE JOLI,Pré-Joli,Pré-Joli,1601,',
  'COM,16905,75,16,16D,161,0,AILLEURS,Ailleurs,Ailleurs,1601,',
  'COMD,16904,,,,,0,BOISDROIT,Boisdroit,Boisdroit,,16901',
  'ZZZ,16906,,,,,0,X,X,X,,',
];

const MOVEMENTS = [
  'MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,LIBELLE_AP',
  '32,2019-01-01,COM,16901,0,VALBRUNE LE VIEUX,Valbrune-le-Vieux,Valbrune-le-Vieux,COM,16901,0,VALBRUNE,Valbrune,Valbrune',
  '32,2019-01-01,COM,16904,0,BOISDROIT,Boisdroit,Boisdroit,COM,16901,0,VALBRUNE,Valbrune,Valbrune',
  '32,2019-01-01,COM,16904,0,BOISDROIT,Boisdroit,Boisdroit,COMD,16904,0,BOISDROIT,Boisdroit,Boisdroit',
  '21,2021-01-01,COM,16902,0,PRE JOLI,Pré-Joli,Pré-Joli,COM,16902,0,PRE JOLI,Pré-Joli,Pré-Joli',
  '21,2021-01-01,COM,16902,0,PRE JOLI,Pré-Joli,Pré-Joli,COM,16905,0,AILLEURS,Ailleurs,Ailleurs',
  '98,2021-01-01,COM,16902,0,X,X,X,COM,16902,0,X,X,X',
  '10,2091-01-01,COM,16902,0,X,X,X,COM,16902,0,X,X,X',
];

const rows = async (db: Database, query: ReturnType<typeof sql>) => (await db.execute(query)).rows;

describeOnBoth('communes from official files', (getDb, getHandle) => {
  beforeEach(() => clearTables(getDb()));

  const bring = (name: string, content: unknown, options: Parameters<typeof importFile>[3] = {}) =>
    importFile(getHandle(), communesFiles, textFile(name, content), options);

  it('are made from nothing by an answer of geo.api.gouv.fr, and the same the second time', async () => {
    const report = await bring('communes-16.json', ANSWER, { asOf: '2026-01' });
    expect(report).toMatchObject({
      status: 'done',
      importer: 'communes:geo-api-16',
      counts: { 'communes nouvelles': 3, 'communes mises à jour': 0, 'contours officiels': 3 },
    });
    expect(
      await rows(
        getDb(),
        sql`select insee, c.name, departement, epci_siren, e.name as epci, population, population_year,
          point_kind, shape_kind, c.source_id, c.as_of from commune c left join epci e on e.siren = c.epci_siren
          where insee in ('16901', '17903') order by 1`,
      ),
    ).toEqual([
      {
        insee: '16901',
        name: 'Valbrune',
        departement: '16',
        epci_siren: '200000016',
        epci: 'CC du Val',
        population: 800,
        population_year: 2023,
        point_kind: 'area_centre',
        shape_kind: 'official',
        source_id: 'communes-geo-api',
        as_of: '2026-01',
      },
      expect.objectContaining({ insee: '17903', departement: '17', epci: 'EPCI 200000024' }),
    ]);
    expect(await findPlace(getDb(), '16902')).toMatchObject({
      name: 'Pré-Joli',
      postcode: '16100',
    });
    expect((await bring('communes-16.json', ANSWER, { asOf: '2026-01' })).status).toBe('unchanged');
    const again = await bring('communes-16.json', ANSWER, { asOf: '2026-01', again: true });
    expect(again).toMatchObject({ status: 'done', unchangedCount: 3, read: { keptCount: 3 } });
  });

  it('keep to the EPCI, the département or the commune asked', async () => {
    const report = await bring('a.json', ANSWER, { territoryCodes: ['200000024', '16902'] });
    expect(report).toMatchObject({ status: 'done', rejectedCount: 0, read: { keptCount: 2 } });
    expect(await rows(getDb(), sql`select insee from commune order by 1`)).toEqual([
      { insee: '16902' },
      { insee: '17903' },
    ]);
  });

  it('refuse a commune without a place or without people, by its position', async () => {
    const report = await bring(
      'a.json',
      [
        ...ANSWER,
        { ...ANSWER[0], code: '16907', centre: null },
        { ...ANSWER[0], code: '16908', population: '12' },
      ],
      { accept: ['rejets'] },
    );
    expect(report.rejects).toMatchObject([
      { line: 4, column: 'centre' },
      { line: 5, column: 'population', value: '12' },
    ]);
  });

  it('follow codes of the past, and say by which names people still call them', async () => {
    await bring('communes-16.json', ANSWER, { asOf: '2026' });
    const movements = await bring('v_mvt_commune_2024.csv', MOVEMENTS.join('\n'), {
      accept: ['rejets'],
    });
    expect(movements).toMatchObject({ status: 'done', read: { asOf: '2024', keptCount: 5 } });
    expect(movements.rejects).toMatchObject([
      { line: 7, column: 'MOD', value: '98' },
      { line: 8, column: 'DATE_EFF', value: '2091-01-01' },
    ]);
    const code = await bring('v_commune_2024.csv', CODE.join('\n'), { accept: ['rejets'] });
    expect(code.rejects).toMatchObject([{ line: 6, column: 'TYPECOM', value: 'ZZZ' }]);
    expect(
      await rows(
        getDb(),
        sql`select insee, name, current_insee, source_id, as_of from commune_former order by 1, 2`,
      ),
    ).toEqual([
      {
        insee: '16901',
        name: 'Valbrune-le-Vieux',
        current_insee: '16901',
        source_id: 'communes-movements',
        as_of: '2024',
      },
      expect.objectContaining({ insee: '16904', name: 'Boisdroit', current_insee: '16901' }),
    ]);
    const old = (features: object[]) => ({ type: 'FeatureCollection', features });
    const piece = (code: string, lon: number) => ({
      type: 'Feature',
      properties: { code, nom: code },
      geometry: squareAround(lon, 45.3),
    });
    const contours = await bring(
      'communes-2018.geojson',
      old([piece('16901', 0.1), piece('16904', 0.12), piece('16902', 0.15), piece('16905', 0.3)]),
      { asOf: '2018', accept: ['rejets'] },
    );
    expect(contours.rejects).toMatchObject([
      { line: 3, value: '16902', reason: expect.stringContaining('partagée entre 16902 et 16905') },
    ]);
    expect(contours.counts).toMatchObject({ 'contours officiels': 1 });
    const cut = await bring('communes-cut.geojson', old([piece('16901', 0.1)]), {
      asOf: '2018',
      accept: ['rejets', 'contours'],
    });
    expect(cut.rejects).toMatchObject([
      {
        reason: 'Contour incomplet de 16901 : la partie qui porte le code 16904 manque au fichier.',
      },
    ]);
  });

  it('are put in their EPCI by its shape when nobody said it; départements are drawn', async () => {
    await bring('a.json', [{ ...ANSWER[0], codeEpci: undefined, epci: undefined }, ANSWER[2]]);
    const epci = {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { year: '2022', epci_code: ['200000099'], epci_name: ['CC Large'] },
          geometry: squareAround(0.15, 45.3, 0.2),
        },
      ],
    };
    const report = await bring('epci.geojson', epci);
    expect(report).toMatchObject({
      status: 'done',
      read: { asOf: '2022' },
      counts: { intercommunalités: 1, 'communes rattachées': 1 },
    });
    expect(await rows(getDb(), sql`select insee, epci_siren from commune order by 1`)).toEqual([
      { insee: '16901', epci_siren: '200000099' },
      { insee: '17903', epci_siren: '200000024' },
    ]);
    const outline = {
      type: 'Feature',
      properties: { code: '16', nom: 'Charente' },
      geometry: squareAround(0.15, 45.5, 0.4),
    };
    expect(await bring('departement-16.geojson', outline)).toMatchObject({
      status: 'done',
      counts: { départements: 1 },
    });
    expect(await bring('departement-16.geojson', outline, { again: true })).toMatchObject({
      counts: { départements: 0 },
      unchangedCount: 1,
    });
  });

  it('swap nothing when a centre lies the other way round', async () => {
    const swapped = { ...ANSWER[0], centre: { type: 'Point', coordinates: [45.3, 0.1] } };
    const report = await bring('a.json', [swapped]);
    expect(report.status).toBe('failed');
    expect(report.checks.find(({ guard }) => guard === 'centres')?.detail).toBe(
      'non : 16901 (latitude et longitude inversées)',
    );
    expect(await rows(getDb(), sql`select insee from commune`)).toEqual([]);
  });
});

describe('the kinds of files of communes', () => {
  it.each([
    ['an answer', ANSWER, 'communes-geo-api'],
    [
      'contours',
      [{ code: '16901', nom: 'V', contour: squareAround(0.1, 45.3) }],
      'communes-contours',
    ],
    ['codes', CODE.join('\n'), 'communes-code'],
    ['movements', MOVEMENTS.join('\r\n'), 'communes-movements'],
    ['quoted movements', '"MOD","DATE_EFF","TYPECOM_AV"\n', 'communes-movements'],
    ['a département', { properties: { code: '2A', nom: 'X' } }, 'departements-contours'],
    ['EPCI', { features: [{ properties: { code: '200000016', nom: 'X' } }] }, 'epci-contours'],
  ])('are told apart by what they hold: %s', async (_, content, id) => {
    const file = textFile('fichier', content);
    const shape = await communesFiles.shapeOf(file);
    const options = { territoryCodes: [], feedId: null, asOf: null, accept: [], now: new Date(0) };
    expect(shape.source(file, { ...options, onProgress: () => undefined }).id).toBe(id);
  });
});
