import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#db/database.ts';
import { getEntry } from '#db/queries/directory/get-entry.ts';
import { place, practice, professional } from '#db/schema/directory.ts';
import { source } from '#db/schema/provenance.ts';
import { commune, communePostcode, territory, territoryCommune } from '#db/schema/territory.ts';
import { memoryFile, readImportFile } from '#seeds/pipeline/read-file.ts';
import { runImport } from '#seeds/pipeline/run-import.ts';
import type { ImportFile, ImportOptions, ImportSource } from '#seeds/pipeline/source.ts';
import { acceslibreSource } from '#seeds/sources/acceslibre/source.ts';
import { aplSource } from '#seeds/sources/apl/source.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';
import { reportNotRun } from '#tests/support/not-run.ts';

const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const OPTIONS: ImportOptions = {
  territoryCodes: [],
  feedId: null,
  asOf: '2026-10',
  accept: [],
  now: new Date('2026-11-22T08:00:00Z'),
  onProgress: () => undefined,
};
const PROVENANCE = { sourceId: 'finess', asOf: '2026-10', confidence: 'high' } as const;
const KEY = (digit: number) => `0000000${digit}-0000-4000-8000-00000000000${digit}`;

/** A real file of the folder beside the project, or null and a line in the list of what was not run. */
function realFile(...path: string[]): string | null {
  const file = join(SHARED, ...path);
  if (existsSync(file)) return file;
  reportNotRun(path.join('/'), 'no ../shared/data beside the project');
  return null;
}

const BUILDING = {
  id: KEY(1),
  name: 'Maison de santé des Prés',
  postal_code: '16390',
  commune: 'Aubeterre-sur-Dronne',
  numero: '2',
  voie: 'Rue Neuve',
  lieu_dit: '',
  code_insee: '16020',
  siret: '',
  site_internet: '',
  longitude: '0.17',
  latitude: '45.27',
  activite: 'Maison de santé ou centre de santé',
  stationnement_pmr: '',
  entree_plain_pied: '',
  entree_marches_rampe: '',
  accueil_equipements_malentendants: '',
  sanitaires_presence: '',
};
type Building = typeof BUILDING;

const quoted = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const buildings = (...rows: Partial<Building>[]): ImportFile =>
  tableOf(
    Object.keys(BUILDING).join(','),
    ...rows.map((row) =>
      Object.values({ ...BUILDING, ...row })
        .map(quoted)
        .join(','),
    ),
  );
const tableOf = (...lines: string[]): ImportFile =>
  memoryFile('table.csv', new TextEncoder().encode(`${lines.join('\n')}\n`));

describeOnBoth('acceslibre and the published accessibility', (getDb, getHandle) => {
  beforeEach(async () => {
    const db = getDb();
    await clearTables(db);
    await db.insert(source).values({ id: 'finess', name: 'FINESS', publisher: 'Test' });
    await db.insert(commune).values({
      insee: '16020',
      name: 'Aubeterre-sur-Dronne',
      departement: '16',
      point: [0.17, 45.27],
      pointKind: 'bourg',
      population: 360,
      populationYear: 2022,
      ...PROVENANCE,
    });
    await db.insert(communePostcode).values({ insee: '16020', postcode: '16390' });
  });

  const run = (
    importSource: ImportSource,
    file: ImportFile,
    options: Partial<ImportOptions> = {},
  ) =>
    runImport(
      getHandle(),
      importSource,
      file,
      { ...OPTIONS, ...options },
      {
        dryRun: false,
        clock: Date.now,
      },
    );
  const ask = async (query: ReturnType<typeof sql>) => (await getDb().execute(query)).rows;
  const links = () => ask(sql`select entry_id, rule from entity_link order by entry_id`);

  describe('acceslibre', () => {
    it('tells whether one can come in, of the place with the same SIRET, with a link to its page', async () => {
      await addPlace(getDb(), 'maison', { siret: '12345678900012' });
      const report = await run(
        acceslibreSource,
        buildings({
          siret: '12345678900012',
          entree_plain_pied: 'True',
          stationnement_pmr: 'True',
          sanitaires_presence: 'False',
          accueil_equipements_malentendants: '["bim", "lsf"]',
        }),
      );
      expect(report.counts).toMatchObject({ 'fiches rapprochées': 1 });
      expect(await links()).toEqual([{ entry_id: 'maison', rule: 'siret' }]);
      const entry = await getEntry(getDb(), 'maison', null);
      expect(entry.accessibility).toEqual({
        stepFree: 'yes',
        adaptedParking: 'yes',
        adaptedToilet: 'no',
        hearingLoop: 'yes',
        homeVisits: 'unknown',
      });
      expect(entry.accessibilityUrl).toBe(`https://acceslibre.beta.gouv.fr/uuid/${KEY(1)}/`);
      expect(entry.assertions).toMatchObject([
        { field: 'accessibility', provenance: { sourceId: 'acceslibre', asOf: '2026-10' } },
      ]);
    });

    it('keeps to the territory asked', async () => {
      await addNeighbour(getDb());
      await addPlace(getDb(), 'maison', { siret: '12345678900012' });
      await addPlace(getDb(), 'voisine', { siret: '12345678900020', insee: '16230' });
      const file = buildings(
        { siret: '12345678900012', entree_plain_pied: 'True' },
        {
          id: KEY(2),
          siret: '12345678900020',
          code_insee: '16230',
          postal_code: '16190',
          commune: 'Montmoreau',
          entree_plain_pied: 'True',
        },
      );
      const report = await run(acceslibreSource, file, { territoryCodes: ['vallee'] });
      expect(report).toMatchObject({ rejectedCount: 0, read: { readCount: 2, keptCount: 1 } });
      expect(await links()).toEqual([{ entry_id: 'maison', rule: 'siret' }]);
    });

    it('recognises the same activity at the same number of the same street, the commune found by its postcode', async () => {
      await addPlace(getDb(), 'maison', { street: '2 r. Neuve' });
      await addPlace(getDb(), 'pharmacie', { street: '2 rue Neuve', category: 'pharmacy' });
      await run(acceslibreSource, buildings({ code_insee: '', entree_plain_pied: 'False' }));
      expect(await links()).toEqual([{ entry_id: 'maison', rule: 'street_and_activity' }]);
    });

    it('a surgery’s premises are those of its professionals', async () => {
      const db = getDb();
      await addPlace(db, 'murs', { street: '2 rue Neuve', category: null });
      await db.insert(professional).values({ id: 'p', name: 'Camille Rivière', ...PROVENANCE });
      await db.insert(practice).values({
        id: 'cabinet',
        professionalId: 'p',
        placeId: 'murs',
        category: 'gp',
        title: 'Médecin généraliste',
        ...PROVENANCE,
      });
      await run(
        acceslibreSource,
        buildings({ activite: 'Médecin généraliste', entree_plain_pied: 'True' }),
      );
      const entry = await getEntry(db, 'cabinet', null);
      expect(entry.accessibility.stepFree).toBe('yes');
      expect(entry.accessibilityUrl).not.toBeNull();
    });

    it('two places that fit wait for a person', async () => {
      await addPlace(getDb(), 'une', { siret: '12345678900012' });
      await addPlace(getDb(), 'deux', { siret: '12345678900012' });
      await run(acceslibreSource, buildings({ siret: '12345678900012', voie: 'Ailleurs' }));
      expect(await links()).toEqual([]);
      expect(await ask(sql`select entry_id, rule from duplicate_candidate order by 1`)).toEqual([
        { entry_id: 'deux', rule: 'siret_several_entries' },
        { entry_id: 'une', rule: 'siret_several_entries' },
      ]);
    });

    it('refuses what it cannot read, with its line, its column and its value', async () => {
      const report = await run(
        acceslibreSource,
        buildings(
          { id: KEY(2), longitude: '45.27', latitude: '0.17' },
          { id: KEY(3), longitude: '-73.9', latitude: '40.7' },
          { id: KEY(4), siret: '1234' },
          { id: KEY(5), entree_plain_pied: 'peut-être' },
          { id: KEY(6), entree_marches_rampe: 'pliante' },
          { id: KEY(7), accueil_equipements_malentendants: '[bim]' },
          { id: KEY(8), longitude: '', latitude: '' },
          { id: KEY(8), name: 'La même' },
        ),
      );
      expect([report.read.readCount, report.read.keptCount]).toEqual([8, 1]);
      expect(report.rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
        [2, 'longitude, latitude', 'Longitude et latitude inversées.'],
        [3, 'longitude, latitude', 'Point hors de France.'],
        [4, 'siret', 'SIRET attendu : quatorze chiffres.'],
        [5, 'entree_plain_pied', 'Réponse attendue : True, False ou rien.'],
        [6, 'entree_marches_rampe', 'Rampe attendue : aucune, fixe, amovible ou rien.'],
        [7, 'accueil_equipements_malentendants', 'Liste attendue, comme ["bim", "lsf"], ou rien.'],
        [9, 'id', 'Cet identifiant est déjà plus haut dans le fichier.'],
      ]);
    });

    it('reads the real example, twice the same', async () => {
      const path = realFile('social', 'acceslibre-exemple-valide.csv');
      if (path === null) return;
      const first = await run(acceslibreSource, await readImportFile(path, ''));
      expect([
        first.status,
        first.read.readCount,
        first.read.keptCount,
        first.rejectedCount,
      ]).toEqual(['done', 6, 6, 0]);
      expect((await run(acceslibreSource, await readImportFile(path, ''))).status).toBe(
        'unchanged',
      );
      const again = await run(acceslibreSource, await readImportFile(path, ''), {
        asOf: '2026-11',
      });
      expect(again.unchangedCount).toBe(6);
    });

    it('reads the real dump of its database, points as EWKT', async () => {
      const path = realFile('social', 'acceslibre-erp-sample-200.json');
      if (path === null) return;
      const report = await run(acceslibreSource, await readImportFile(path, ''));
      expect([report.status, report.read.readCount, report.read.keptCount]).toEqual([
        'done',
        200,
        200,
      ]);
      expect(
        await ask(
          sql`select count(*)::int as n, count(point)::int as located from acceslibre_place where name !~ '\u00a0'`,
        ),
      ).toEqual([{ n: 200, located: 200 }]);
    });
  });

  describe('published accessibility', () => {
    const values = () =>
      ask(
        sql`select insee, year, variant, value from apl_published order by insee, year, variant collate "C" desc`,
      );

    it('keeps what is not published as unknown, and refuses what is no value', async () => {
      const report = await run(
        aplSource,
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
      const report = await run(aplSource, tableOf('code_insee,apl_2023', '16020,2.5', '16230,3'), {
        territoryCodes: ['vallee'],
      });
      expect(report).toMatchObject({ rejectedCount: 0, read: { readCount: 2, keptCount: 1 } });
      expect(await values()).toMatchObject([{ insee: '16020', value: 2.5 }]);
    });

    it('another year or another commune is added beside those known; a table without values changes nothing', async () => {
      await run(aplSource, tableOf('code_insee,apl_2022', '16020,2.5'));
      await run(aplSource, tableOf('code_insee,apl_2023', '16020,2.4'));
      await run(aplSource, tableOf('code_insee,apl_2023', '24001,3.1'));
      const empty = await run(aplSource, tableOf('code_insee,apl_2024', '16020,'));
      expect(empty.status).toBe('failed');
      expect(await values()).toMatchObject([
        { insee: '16020', year: 2022 },
        { insee: '16020', year: 2023 },
        { insee: '24001', year: 2023 },
      ]);
    });

    it('reads the real values of Charente: 363 communes, one without a value in 2023', async () => {
      const path = realFile('apl', 'apl-gp-charente-2022-2023.csv');
      if (path === null) return;
      const report = await run(aplSource, await readImportFile(path, ''));
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
      const again = await run(aplSource, await readImportFile(path, ''), { asOf: '2026-11' });
      expect(again.unchangedCount).toBe(1452);
    });
  });
});

async function addNeighbour(db: Database): Promise<void> {
  await db.insert(commune).values({
    insee: '16230',
    name: 'Montmoreau',
    departement: '16',
    point: [0.13, 45.4],
    pointKind: 'bourg',
    population: 2600,
    populationYear: 2022,
    ...PROVENANCE,
  });
  await db.insert(communePostcode).values({ insee: '16230', postcode: '16190' });
  await db.insert(territory).values({
    code: 'vallee',
    name: 'La vallée',
    holder: 'Test',
    colours: { main: '#000000', soft: '#ffffff' },
    contacts: [],
    helpNumbers: [],
    coverage: 'full',
    ...PROVENANCE,
  });
  await db.insert(territoryCommune).values({ territoryCode: 'vallee', insee: '16020' });
}

async function addPlace(
  db: Database,
  id: string,
  given: {
    siret?: string;
    street?: string;
    insee?: string;
    category?: 'health_house' | 'pharmacy' | null;
  },
): Promise<void> {
  await db.insert(place).values({
    id,
    name: `Lieu ${id}`,
    category: given.category === undefined ? 'health_house' : given.category,
    title: 'Lieu',
    insee: given.insee ?? '16020',
    siret: given.siret ?? null,
    street: given.street ?? null,
    ...PROVENANCE,
  });
}
