import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_CACHE_FOLDER } from '#tests/support/database.ts';

/** Each command opens the database: seconds, on a busy machine tens of them. */
const SLOW_MS = 300_000;
const PROJECT_ROOT = join(import.meta.dirname, '..', '..');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voisoin-import-'));
  // The command keeps its template in the data folder: this one is shared with the other tests.
  await mkdir(TEST_CACHE_FOLDER, { recursive: true });
  await symlink(TEST_CACHE_FOLDER, join(folder, 'cache'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Ended = { code: number | null; said: string };

/** `npm run import -- words`, on a database of the test's own. */
const runCommand = (...words: string[]) => runCommandWith({}, ...words);

const runCommandWith = (env: Record<string, string>, ...words: string[]) =>
  start(env, ...words).ended;

function start(env: Record<string, string>, ...words: string[]) {
  const child = spawn(process.execPath, [join('seeds', 'run.ts'), ...words], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, VOISOIN_DATA: folder, DATABASE_URL: '', ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
  return { process: child, ended };
}

describe('npm run import', () => {
  it('says how it is used when the source is missing, unknown or without its file', async () => {
    for (const words of [[], ['communs'], ['communes']]) {
      const { code, said } = await runCommand(...words);
      expect(code).toBe(1);
      expect(said).toContain('Utilisation : npm run import -- SOURCE');
    }
    expect((await runCommand('communs')).said).toContain('Vouliez-vous dire « communes » ?');
  });

  it('tells how it is used to whoever asks, and that is no failure', async () => {
    for (const words of [['--help'], ['rpps', '-h'], ['aide']]) {
      const { code, said } = await runCommand(...words);
      expect(said).toMatch(/^Utilisation : npm run import -- SOURCE/);
      expect(code).toBe(0);
    }
  });

  it(
    'loads the demonstration once, then a file of contours, and refuses a wrong one',
    async () => {
      const first = await runCommand('demo');
      expect(first.said).toContain('Démonstration chargée : 742 communes');
      expect(first.code).toBe(0);
      const second = await runCommand('demo');
      expect(second).toEqual({ code: 0, said: expect.stringContaining('Rien à faire') });

      const contours = join(folder, 'contours.json');
      const ring = [
        [-0.06, 45.46],
        [-0.03, 45.46],
        [-0.03, 45.49],
        [-0.06, 45.46],
      ];
      const contour = { type: 'Polygon', coordinates: [ring] };
      await writeFile(contours, JSON.stringify([{ nom: 'Angeduc', code: '16014', contour }]));
      const third = await runCommand('communes', contours, '--date', '2026');
      expect(third.said).toContain('contours officiels : 1');
      expect(third.code).toBe(0);

      await writeFile(contours, '<!doctype html>');
      const fourth = await runCommand('communes', contours);
      expect(fourth.said).toContain('« contours.json »');
      expect(fourth.said).not.toContain('    at ');
      expect(fourth.code).toBe(1);

      const listed = await runCommand('list');
      expect(listed.code).toBe(0);
      expect(listed.said).toContain('communes — Communes');
      expect(listed.said).toMatch(/importé le \d\d\/\d\d\/\d{4}, données de 2026/);
      const rejects = await runCommand('rejects', 'communes');
      expect(rejects).toEqual({ code: 0, said: '\uFEFFFichier;Ligne;Colonne;Valeur;Motif\r\n' });
    },
    SLOW_MS,
  );

  it(
    'downloads from an address that is allowed, and from no private one',
    async () => {
      const ring = [
        [-0.06, 45.46],
        [-0.03, 45.46],
        [-0.03, 45.49],
        [-0.06, 45.46],
      ];
      const contour = { type: 'Polygon', coordinates: [ring] };
      const body = JSON.stringify([{ nom: 'Angeduc', code: '16014', contour }]);
      const server = createServer((_, response) => {
        response.writeHead(200, { 'last-modified': 'Sun, 22 Nov 2026 06:00:00 GMT' }).end(body);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      try {
        const { port } = server.address() as AddressInfo;
        const address = `http://127.0.0.1:${port}/contours.json`;
        const refused = await runCommand('communes', address);
        expect(refused.said).toContain('n’est pas une adresse publique');
        expect(refused.code).toBe(1);
        const env = { IMPORT_ALLOWED_HOSTS: `127.0.0.1:${port}` };
        const done = await runCommandWith(env, 'communes', address, '--again', '--dry-run');
        expect(done.said).toContain('… téléchargement');
        expect(done.said).toContain('Essai réussi');
        expect(done.said).toContain('Données  2026-11-22');
        expect(done.code).toBe(0);
      } finally {
        server.close();
      }
    },
    SLOW_MS,
  );

  it(
    'leaves at Ctrl-C, says that nothing changed, and may be started again',
    async () => {
      const asked = Promise.withResolvers<void>();
      const server = createServer(() => asked.resolve());
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      try {
        const { port } = server.address() as AddressInfo;
        const child = start(
          { IMPORT_ALLOWED_HOSTS: '127.0.0.1' },
          'communes',
          `http://127.0.0.1:${port}/contours.json`,
        );
        await asked.promise;
        child.process.kill('SIGINT');
        const { code, said } = await child.ended;
        expect(said).toContain('Import interrompu : les données d’avant restent en service.');
        expect(code).toBe(130);
        expect((await runCommand('list')).code).toBe(0);
      } finally {
        server.closeAllConnections();
        server.close();
      }
    },
    SLOW_MS,
  );

  it('names a setting that is wrong', async () => {
    const { code, said } = await runCommandWith({ IMPORT_MAX_RATIO: 'dix' }, 'list');
    expect(code).toBe(1);
    expect(said).toContain('IMPORT_MAX_RATIO : un nombre entier positif est attendu');
  });
});
