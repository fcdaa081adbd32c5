import { sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/database.ts';
import { listTerritoryGroupsQuery } from '#db/queries/about/list-territory-groups.ts';
import { importRun } from '#db/schema/provenance.ts';
import { epci, territoryEpci } from '#db/schema/territory.ts';
import { listCommand } from '#seeds/pipeline/list-command.ts';
import { IMPORT_USAGE } from '#seeds/pipeline/read-arguments.ts';
import { register } from '#seeds/pipeline/register.ts';
import { findSource, loadSources, SOURCE_NAMES } from '#seeds/sources/registry.ts';
import { addCommune, addSource, addTerritory, provenance } from '#tests/db/rows.ts';
import { clearTables, createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { lineSource } from '#tests/support/line-source.ts';

const SOURCES = await loadSources();

const NOW = new Date('2026-11-27T08:00:00Z');
const LINES = register(
  { ...lineSource(), feedOf: () => 'x' },
  {
    name: 'lines',
    title: { fr: 'Des lignes', en: 'Lines' },
    publisher: 'Essai',
    licence: null,
    cadence: { fr: 'chaque mois', en: 'every month' },
    page: 'https://lignes.example',
    takes: { fr: 'une table en CSV', en: 'a CSV table' },
    defaultUrl: null,
    oldAfterDays: 30,
  },
);

let database: TestDatabase;
let handle: DatabaseHandle;

beforeAll(async () => {
  database = await createTestDatabase('embedded');
  handle = database.handle;
});
afterAll(() => database.remove());
beforeEach(() => handle.db.execute(sql`truncate import_run, import_reject restart identity`));

async function list(...words: string[]): Promise<string> {
  let said = '';
  const say = (text: string) => {
    said += text.replaceAll(/[\u202f\u00a0]/g, ' ');
  };
  await listCommand(handle, words, [LINES], { now: NOW, say });
  return said;
}

type NewRun = typeof importRun.$inferInsert;

const ran = (day: string, run: Partial<NewRun> = {}) =>
  handle.db.insert(importRun).values({
    importer: 'lines',
    status: 'done',
    startedAt: new Date(`${day}T08:00:00Z`),
    finishedAt: new Date(`${day}T08:00:09Z`),
    readCount: 1_200,
    keptCount: 1_000,
    rejectedCount: 200,
    ...run,
  });

describe('the list of sources', () => {
  it('names who publishes each, under which licence, how often, and the command to run', async () => {
    expect(await list()).toBe(
      [
        'lines — Des lignes',
        '  Essai ; licence selon le fichier ; paraît chaque mois',
        '  jamais importé',
        '  fichier : une table en CSV',
        '  https://lignes.example',
        '  npm run import -- lines FICHIER',
        '',
      ].join('\n'),
    );
  });

  it('says the last import, the age of its data, and that a later try failed', async () => {
    await ran('2026-09-10', { asOf: '2026-08' });
    await ran('2026-11-20', { asOf: '2026-11-01', territories: 'a,b' });
    await ran('2026-11-26', { status: 'failed', message: 'raison' });
    const said = await list();
    expect(said).toContain(
      '  importé le 20/11/2026, données de 2026-11-01, 7 jours : 1 000 gardées, 200 refusées sur 1 200\n    lues ; dernier essai refusé le 26/11/2026',
    );
    expect(said).toContain('npm run import -- lines FICHIER --territory a,b');
    expect(Math.max(...said.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('says that data are old, and which feed a run is of', async () => {
    await ran('2026-10-20', { importer: 'lines:ouest', asOf: '2025', licence: 'ODbL 1.0' });
    await ran('2026-11-27', { importer: 'lines:est' });
    await ran('2026-11-27', { importer: 'linesmen' });
    const said = await list();
    expect(said).toContain(
      'lines:ouest : importé le 20/10/2026, ODbL 1.0, données de 2025, ÂGÉ de 38 jours',
    );
    expect(said).toContain('lines:est : importé le 27/11/2026, du jour');
    expect(said).toContain('npm run import -- lines FICHIER --feed ouest');
    expect(said).not.toContain('linesmen');
  });

  it('says a run that never ended, and a check without change', async () => {
    await ran('2026-10-20');
    await ran('2026-11-24', { status: 'unchanged' });
    await ran('2026-11-25', { importer: 'lines:x', status: 'interrupted' });
    const said = (await list()).replaceAll(/\s+/g, ' ');
    expect(said).toContain('importé le 20/10/2026, 3 jours :');
    expect(said).toContain('lues ; vérifié, sans changement, le 24/11/2026');
    expect(said).toContain('lines:x : jamais mené à bien ; dernier essai interrompu le 25/11/2026');
  });

  it('names the command that loads a territory, not its hundreds of communes', async () => {
    const codes = Array.from({ length: 12 }, (_, at) => `169${at + 10}`);
    await addSource(handle.db);
    for (const [siren, code] of [
      ['200000016', 'val'],
      ['200000024', 'monts'],
    ] as const) {
      await addTerritory(handle.db, code);
      await handle.db.insert(epci).values({ siren, name: code, ...provenance });
      await handle.db.insert(territoryEpci).values({ territoryCode: code, siren });
    }
    for (const insee of codes) await addCommune(handle.db, insee, insee, { territory: 'val' });
    await addCommune(handle.db, '16999', 'Loin', { territory: 'monts' });
    await ran('2026-11-20', { territories: codes.join(',') });
    const around = codes.map((code) => `17${code.slice(2)}`).join(',');
    await ran('2026-11-20', { importer: 'lines:autour', territories: around });
    await ran('2026-11-20', { importer: 'lines:peu', territories: codes.slice(0, 2).join(',') });
    const said = await list();
    expect(said.match(/^ {2}npm run import -- territory 200000016$/gm)).toHaveLength(2);
    expect(said).not.toContain('17910');
    expect(said).toContain('npm run import -- lines FICHIER --feed peu --territory 16910,16911');
    await clearTables(handle.db);
    expect(new PgDialect().sqlToQuery(listTerritoryGroupsQuery()).sql).toMatchInlineSnapshot(`
      "select array_agg(distinct e.siren order by e.siren) as sirens,
        array_agg(distinct c.insee order by c.insee) as insees
      from territory_epci e join territory_commune c on c.territory_code = e.territory_code
      group by e.territory_code order by e.territory_code"
    `);
  });

  it('says the same in JSON', async () => {
    await ran('2026-11-20', { asOf: '2026-11-01', sha256: 'abc' });
    const { sources, feeds } = JSON.parse(await list('--json'));
    expect(feeds).toEqual([]);
    expect(sources).toMatchObject([
      {
        official: { name: 'lines', publisher: 'Essai' },
        commands: ['npm run import -- lines FICHIER'],
        runs: [{ served: { ageDays: 7, isOld: false, sha256: 'abc' }, latest: { status: 'done' } }],
      },
    ]);
    await expect(list('--xml')).rejects.toThrow('Utilisation : npm run import -- list');
  });

  it('is told the validity of the timetables in use', async () => {
    await handle.db.execute(sql`
      insert into source (id, name, publisher) values ('s', 'S', 'S');
      insert into feed (id, name, source_id) values ('bus', 'Les bus', 's');
      insert into feed_version (feed_id, valid_from, valid_to, sha256, imported_at, active)
        values ('bus', '2026-01-01', '2026-11-26', 'x', now(), true)`);
    expect(await list()).toContain(
      'bus (horaires) : Les bus, du 01/01/2026 au 26/11/2026, EXPIRÉ ; 1 version gardée',
    );
  });
});

describe('every registered source', () => {
  it('has a word of its own, by which it is found, and downloads over https', async () => {
    expect(SOURCES.map(({ name }) => name)).toEqual(SOURCE_NAMES);
    for (const source of SOURCES) {
      expect(source.name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect((await findSource(source.name))?.name).toBe(source.name);
      if (source.defaultUrl !== null) expect(source.defaultUrl).toMatch(/^https:/);
    }
    expect(await findSource('toString')).toBeNull();
  });

  it('is named in what the command says of itself', () => {
    for (const { name } of SOURCES) expect(IMPORT_USAGE).toMatch(new RegExp(`^  ${name} `, 'm'));
  });
});
