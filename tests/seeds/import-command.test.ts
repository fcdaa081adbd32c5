import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_CACHE_FOLDER } from '#tests/support/database.ts';

const PROJECT_ROOT = join(import.meta.dirname, '..', '..');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voisoin-import-'));
  // The command keeps its template in the data folder: this one is shared with the other tests.
  await mkdir(TEST_CACHE_FOLDER, { recursive: true });
  await symlink(TEST_CACHE_FOLDER, join(folder, 'cache'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** `npm run import -- words`, on a database of the test's own. */
function runCommand(...words: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join('seeds', 'run.ts'), ...words], {
      cwd: PROJECT_ROOT,
      env: { ...process.env, VOISOIN_DATA: folder, DATABASE_URL: '' },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString('utf8');
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}

describe('npm run import', () => {
  it('says how it is used when the source is missing, unknown or without its file', async () => {
    for (const words of [[], ['communs'], ['communes']]) {
      const { code, said } = await runCommand(...words);
      expect(code).toBe(1);
      expect(said).toContain('Utilisation : npm run import -- SOURCE');
    }
  });

  it('loads the demonstration once, then a file of contours, and refuses a wrong one', async () => {
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

    await writeFile(contours, JSON.stringify({ type: 'Feature', geometry: contour }));
    const fourth = await runCommand('communes', contours);
    expect(fourth.said).toContain('reçu une seule « Feature »');
    expect(fourth.said).not.toContain('    at ');
    expect(fourth.code).toBe(1);
  });
});
