import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import type { DatabaseHandle } from '#db/database.ts';
import type { LonLat } from '#domain/geo.ts';
import { TERRITORY_COMMUNES } from '#seeds/demo/territory/territory-communes.ts';
import { DEFAULT_IMPORT_LIMITS } from '#seeds/pipeline/import-limits.ts';
import { SOURCES } from '#seeds/sources/registry.ts';
import { roadsUrl } from '#seeds/territory/official-addresses.ts';
import { departementsOf, findHalo } from '#seeds/territory/read-territory.ts';
import { territoryCommand } from '#seeds/territory/territory-command.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import { clearTables, createTestDatabase, type TestDatabase } from '#tests/support/database.ts';

type Commune = { code: string; nom: string; codeEpci: string; centre: LonLat; contour?: unknown };

const SIREN = '299999999';
const pages = new Map<string, string | Buffer>();
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  const page = pages.get((request.url ?? '').split('?')[0] ?? '');
  response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'application/json' });
  response.end(page ?? '{}');
});
let database: TestDatabase;
let handle: DatabaseHandle;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase('embedded');
  handle = database.handle;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await database.remove();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voisoin-territory-'));
  pages.clear();
  asked.length = 0;
});
afterEach(async () => {
  await clearTables(handle.db);
  await rm(folder, { recursive: true, force: true });
});

async function run(words: string[], port = (server.address() as AddressInfo).port) {
  let said = '';
  const host = `127.0.0.1:${port}`;
  const passed = await territoryCommand(handle, words, {
    sources: SOURCES,
    settings: {
      limits: DEFAULT_IMPORT_LIMITS,
      allowedHosts: [host],
      downloadFolder: join(folder, 'downloads'),
      mirror: `http://${host}`,
    },
    output: { write: (text) => (said += text) },
    now: () => new Date('2026-11-27T08:00:00Z'),
  });
  return { passed, said };
}

/** The answers of the official addresses for these communes. */
function serveCommunes(all: readonly Commune[], departement: (code: string) => string) {
  const answer = ({ code, nom, codeEpci, centre, contour }: Commune) => ({
    code,
    nom,
    codeEpci,
    codeDepartement: departement(code),
    epci: { code: codeEpci, nom: `CC ${codeEpci}` },
    population: 500,
    centre: { type: 'Point', coordinates: centre },
    codesPostaux: [`${code.slice(0, 2)}210`],
    ...(contour === undefined ? {} : { contour }),
  });
  const serve = (path: string, communes: readonly Commune[]) =>
    pages.set(`/geo.api.gouv.fr${path}`, JSON.stringify(communes.map(answer)));
  serve('/communes', all);
  for (const siren of new Set(all.map(({ codeEpci }) => codeEpci))) {
    serve(
      `/epcis/${siren}/communes`,
      all.filter(({ codeEpci }) => codeEpci === siren),
    );
  }
  for (const code of new Set(all.map((commune) => departement(commune.code)))) {
    serve(
      `/departements/${code}/communes`,
      all.filter((commune) => departement(commune.code) === code),
    );
  }
}

const twoDigits = (code: string) => code.slice(0, 2);
const listCommunes = async () =>
  (
    await handle.db.execute<{ insee: string }>(sql`select insee from commune order by insee`)
  ).rows.map(({ insee }) => insee);

describe('npm run import -- territory', () => {
  it('makes the territory and loads its communes with those within forty minutes, nothing farther', async () => {
    serveCommunes(
      [
        { code: '16990', nom: 'Le Val', codeEpci: SIREN, centre: [0.1, 45.3] },
        { code: '16991', nom: 'Les Monts', codeEpci: SIREN, centre: [0.2, 45.35] },
        { code: '24990', nom: 'La Voisine', codeEpci: '288888888', centre: [0.35, 45.3] },
        { code: '24991', nom: 'La Lointaine', codeEpci: '288888888', centre: [1.4, 45.0] },
        { code: '33990', nom: 'Ailleurs', codeEpci: '277777777', centre: [-1.1, 44.5] },
      ],
      twoDigits,
    );
    const { passed, said } = await run([SIREN]);
    expect(said).toContain('2 communes, et 1 autres à 40 minutes ou moins');
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
    for (const name of ['places', 'finess', 'ameli', 'acceslibre', 'osm']) {
      expect(said).toMatch(new RegExp(`^  ${name} : .*404`, 'm'));
    }
    expect(said).toContain('npm run import -- population FICHIER');
    expect(asked.join('\n')).not.toContain('departements/33');
  });

  it('run again, changes nothing and keeps the territory somebody named', async () => {
    serveCommunes(
      [{ code: '16990', nom: 'Le Val', codeEpci: SIREN, centre: [0.1, 45.3] }],
      twoDigits,
    );
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
    const { passed, said } = await run([SIREN], 9);
    expect(passed).toBe(false);
    for (const { name } of SOURCES) expect(said).toContain(`npm run import -- ${name} FICHIER`);
    expect(await listCommunes()).toEqual([]);
  });

  it('refuses what is no SIREN, and an answer that is no list of communes', async () => {
    await expect(run([])).rejects.toThrow('Neuf chiffres attendus');
    await expect(run(['sud-charente'])).rejects.toThrow('Reçu : « sud-charente »');
    pages.set(`/geo.api.gouv.fr/epcis/${SIREN}/communes`, '[{"code":"16990"}]');
    await expect(run([SIREN])).rejects.toThrow('attendu une liste de communes');
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
      serveCommunes(
        TERRITORY_COMMUNES.map(([code, nom, epci, lon, lat]) => ({
          code,
          nom,
          codeEpci: sirens[epci],
          centre: [lon, lat],
          contour: outlines.get(code),
        })),
        twoDigits,
      );
      const finess = SOURCES.find(({ name }) => name === 'finess')?.defaultUrl ?? '';
      const acceslibre = SOURCES.find(({ name }) => name === 'acceslibre')?.defaultUrl ?? '';
      pages.set(finess.replace('https:/', ''), await readFile(sites ?? ''));
      pages.set(acceslibre.replace('https:/', ''), await readFile(access ?? ''));
      const { said } = await run(Object.values(sirens));
      expect(said).toContain('89 communes, et 0 autres');
      expect(said).toMatch(/contours officiels : (7\d|8\d)/);
      expect(said).toMatch(/10.007 lues, 0 gardées/);
      const { rows } = await handle.db.execute(
        sql`select count(*)::int as "placeCount" from place where source_id = 'finess'`,
      );
      expect(rows).toEqual([{ placeCount: 0 }]);
    },
  );
});

describe('what lies around', () => {
  const member = (insee: string, centre: LonLat) => ({
    insee,
    departement: insee.slice(0, 2),
    centre,
  });

  it('is within the minutes of any member, members left out', () => {
    const members = [member('16001', [0, 45]), member('16002', [0.5, 45])];
    const near = member('24001', [0.7, 45]);
    const everybody = [...members, near, member('24002', [2, 45])];
    expect(findHalo(members, everybody, 40)).toEqual([near]);
    expect(findHalo(members, everybody, 5)).toEqual([]);
    expect(departementsOf([near, ...members])).toEqual(['16', '24']);
  });

  it('has its roads in the extract of its old region', () => {
    expect(roadsUrl('16')).toContain('/poitou-charentes-latest.osm.pbf');
    expect(roadsUrl('2A')).toContain('/corse-latest.osm.pbf');
    expect(roadsUrl('987')).toBeNull();
  });
});
