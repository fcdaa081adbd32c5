import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import type { DatabaseHandle } from '#db/database.ts';
import { TERRITORY_COMMUNES } from '#seeds/demo/territory/territory-communes.ts';
import { loadSources } from '#seeds/sources/registry.ts';
import { NATIONAL_FILES, TIMETABLES_URL } from '#seeds/territory/official-addresses.ts';
import { territoryCommand } from '#seeds/territory/territory-command.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import { baseFiles } from '#tests/domain/journey/tiny-feed.ts';
import { makeZip, zipOf } from '#tests/seeds/gtfs-zip.ts';
import {
  mirrorSettings,
  type OfficialMirror,
  startOfficialMirror,
  timetableDataset,
} from '#tests/seeds/official-mirror.ts';
import { bytesOf, workbookOf } from '#tests/seeds/workbook.ts';
import { clearTables, createTestDatabase, type TestDatabase } from '#tests/support/database.ts';

const SOURCES = await loadSources();

const SIREN = '299999999';
let mirror: OfficialMirror;
let database: TestDatabase;
let handle: DatabaseHandle;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase('embedded');
  handle = database.handle;
  mirror = await startOfficialMirror();
});
afterAll(async () => {
  mirror.stop();
  await database.remove();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voisoin-territory-'));
  mirror.clear();
});
afterEach(async () => {
  await clearTables(handle.db);
  await rm(folder, { recursive: true, force: true });
});

async function run(words: string[], host = mirror.host) {
  let said = '';
  const passed = await territoryCommand(handle, words, {
    sources: SOURCES,
    settings: mirrorSettings(host, folder),
    output: { write: (text) => (said += text) },
    now: () => new Date('2026-11-27T08:00:00Z'),
  });
  return { passed, said };
}

const listCommunes = async () =>
  (await handle.db.execute(sql`select insee from commune order by 1`)).rows.map(
    (row) => row['insee'],
  );

describe('npm run import -- territory', () => {
  it('makes the territory and loads its communes with those within forty minutes, nothing farther', async () => {
    mirror.serveCommunes([
      { code: '16990', nom: 'Le Val', codeEpci: SIREN, centre: [0.1, 45.3] },
      { code: '16991', nom: 'Les Monts', codeEpci: SIREN, centre: [0.2, 45.35] },
      { code: '24990', nom: 'La Voisine', codeEpci: '288888888', centre: [0.35, 45.3] },
      { code: '24991', nom: 'La Lointaine', codeEpci: '288888888', centre: [1.4, 45.0] },
      { code: '33990', nom: 'Ailleurs', codeEpci: '277777777', centre: [-1.1, 44.5] },
    ]);
    const { passed, said } = await run([SIREN]);
    expect(said).toContain('2 communes, et 1 autre à 40 minutes ou moins');
    expect(await listCommunes()).toEqual(['16990', '16991', '24990']);
    const { rows } = await handle.db.execute(
      sql`select t.code, t.name, array_agg(c.insee order by c.insee) as insees
          from territory t join territory_commune c on c.territory_code = t.code group by t.code`,
    );
    expect(rows).toEqual([
      { code: `epci-${SIREN}`, name: `CC ${SIREN}`, insees: ['16990', '16991'] },
    ]);
    // The other sites answer « not found »: each is named, and the command says that it failed.
    expect(passed).toBe(false);
    for (const name of [
      'places',
      'population',
      'finess',
      'ameli',
      'acceslibre',
      'apl',
      'gtfs',
      'osm',
    ]) {
      expect(said).toMatch(new RegExp(`^  ${name} : .*404`, 'm'));
    }
    expect(said).toContain(
      'npm run import -- population --date 2023 ensemble.zip\n    sur https://www.insee.fr/fr/statistiques/8680726',
    );
    expect(said).toContain('À fournir à la main, sans adresse publique fixe');
    expect(said).toMatch(
      /-- finess-nomenclature FICHIER\n {4}la nomenclature des catégories .*, sur https/,
    );
    expect(mirror.asked.join('\n')).not.toContain('departements/33');
  });

  it('run again, changes nothing and keeps the territory somebody named', async () => {
    mirror.serveCommunes([{ code: '16990', nom: 'Le Val', codeEpci: SIREN, centre: [0.1, 45.3] }]);
    await run([SIREN]);
    await handle.db.execute(sql`update territory set name = 'Notre Val'`);
    const { said } = await run([SIREN]);
    expect(said).toContain('Rien à faire');
    expect(said).toContain('communes mises à jour');
    const { rows } = await handle.db.execute(sql`select name from territory`);
    expect(rows).toEqual([{ name: 'Notre Val' }]);
  });

  it('offline, names the files to provide and the command of each', async () => {
    // Port 9 of this machine: nobody listens.
    const { passed, said } = await run([SIREN], '127.0.0.1:9');
    expect(passed).toBe(false);
    for (const { name } of SOURCES) expect(said).toContain(`npm run import -- ${name} FICHIER`);
    expect(await listCommunes()).toEqual([]);
  });

  it('refuses what is no SIREN, and an answer that is no list of communes', async () => {
    await expect(run([])).rejects.toThrow('Neuf chiffres attendus');
    await expect(run(['sud-charente'])).rejects.toThrow('Reçu : « sud-charente »');
    mirror.pages.set(`/geo.api.gouv.fr/epcis/${SIREN}/communes`, '[{"code":"16990"}]');
    await expect(run([SIREN])).rejects.toThrow('attendu une liste de communes');
    mirror.pages.clear();
    await expect(run([SIREN])).rejects.toThrow(
      /^SIREN 299999999 : .*404.* Ce numéro est-il celui d’un EPCI \?$/,
    );
  });

  it('brings postcodes, people, published access and the timetables that serve its communes', async () => {
    mirror.serveCommunes([
      { code: '16990', nom: 'Le Val', codeEpci: SIREN, centre: [0.1, 45.6] },
      { code: '24990', nom: 'La Voisine', codeEpci: '288888888', centre: [0.35, 45.6] },
    ]);
    const serve = (url: string | undefined, page: string | Buffer) =>
      mirror.pages.set((url ?? '').replace('https:/', ''), page);
    const national = (word: string, part: string) =>
      NATIONAL_FILES.find((file) => file.word === word && file.url.includes(part))?.url;
    serve(
      national('places', 'data.gouv.fr'),
      Buffer.from(
        '#Code_commune_INSEE;Nom_de_la_commune;Code_postal;Libellé_d_acheminement;Ligne_5\n16990;LE VAL;16999;LE VAL;\n',
        'latin1',
      ),
    );
    serve(
      national('population', 'ensemble'),
      makeZip([{ path: 'donnees_communes.csv', content: 'DEPCOM;COM;PMUN\n16990;Le Val;512\n' }]),
    );
    serve(
      SOURCES.find(({ name }) => name === 'apl')?.defaultUrl ?? '',
      await bytesOf(
        workbookOf([
          {
            name: 'APL 2024',
            rows: [
              ['Code commune INSEE', 'APL aux médecins généralistes'],
              ['16990', 2.5],
            ],
          },
        ]),
      ),
    );
    const lille = (baseFiles()['stops.txt'] ?? '').replaceAll(',45.', ',50.');
    serve('https://car.example/car.zip', zipOf(baseFiles()));
    serve('https://nord.example/train.zip', zipOf({ ...baseFiles(), 'stops.txt': lille }));
    serve(
      TIMETABLES_URL,
      JSON.stringify([
        timetableDataset(
          1,
          'Cars',
          { type: 'departement', insee: '16' },
          'https://car.example/car.zip',
          'odc-odbl',
        ),
        timetableDataset(
          2,
          'Trains',
          { type: 'pays', insee: 'FR' },
          'https://nord.example/train.zip',
        ),
        timetableDataset(
          3,
          'Bus',
          { type: 'epci', insee: '211111111' },
          'https://bus.example/b.zip',
        ),
      ]),
    );
    const { said } = await run([SIREN]);
    expect(said).toContain('Trains : aucun arrêt à moins de 5 km');
    expect(said).not.toContain('bus.example');
    const { rows } = await handle.db.execute(sql`select
      (select array_agg(postcode order by postcode) from commune_postcode where insee = '16990') as postcodes,
      (select population from commune where insee = '16990') as population,
      (select value from apl_published where insee = '16990') as apl,
      (select array_agg(id) from feed) as feeds`);
    expect(rows).toEqual([
      { postcodes: ['16210', '16999'], population: 512, apl: 2.5, feeds: ['pan-1'] },
    ]);
    const licensed = await handle.db.execute(sql`
      select r.licence as "ofRun", s.licence as "ofSource", s.url from import_run r
      join source s on s.id = r.source_id where r.importer = 'gtfs:pan-1'`);
    expect(licensed.rows).toEqual([
      {
        ofRun: 'ODbL 1.0',
        ofSource: 'ODbL 1.0',
        url: 'https://transport.data.gouv.fr/datasets/1',
      },
    ]);
  });

  const contours = sharedFile(
    'data/boundaries/communes-16-charente.geojson',
    'A territory from the real outlines of Charente',
  );
  const sites = sharedFile('data/finess/etablissements-occitanie.csv', 'FINESS in a territory');
  const access = sharedFile('data/social/acceslibre-exemple-valide.csv', 'Access in a territory');

  test.runIf(contours && sites && access)(
    'Sud Charente from real files: its communes, their outlines, and no site of another region',
    async () => {
      const { features } = JSON.parse(await readFile(contours ?? '', 'utf8'));
      const outlines = new Map<string, unknown>(
        features.map((feature: { properties: { code: string }; geometry: unknown }) => [
          feature.properties.code,
          feature.geometry,
        ]),
      );
      const sirens = { '4B': '200029734', LTD: '200070282' };
      mirror.serveCommunes(
        TERRITORY_COMMUNES.map(([code, nom, epci, lon, lat]) => ({
          code,
          nom,
          codeEpci: sirens[epci],
          centre: [lon, lat],
          contour: outlines.get(code),
        })),
      );
      const finess = SOURCES.find(({ name }) => name === 'finess')?.defaultUrl ?? '';
      const acceslibre = SOURCES.find(({ name }) => name === 'acceslibre')?.defaultUrl ?? '';
      mirror.pages.set(finess.replace('https:/', ''), await readFile(sites ?? ''));
      mirror.pages.set(acceslibre.replace('https:/', ''), await readFile(access ?? ''));
      const { said } = await run(Object.values(sirens));
      expect(said).toContain('89 communes, et 0 autre');
      expect(said).toMatch(/contours officiels : (7\d|8\d)/);
      expect(said).toMatch(/10.007 lues, 0 gardées/);
      const { rows } = await handle.db.execute(
        sql`select count(*)::int as "placeCount" from place where source_id = 'finess'`,
      );
      expect(rows).toEqual([{ placeCount: 0 }]);
    },
  );
});
