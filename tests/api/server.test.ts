import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { writeSmallTerritory } from '#tests/support/small-territory.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const LONGEST_START_MS = 60_000;
const children: ChildProcess[] = [];
let dataFolder = '';

beforeAll(async () => {
  const build = `await (await import('#api/launch/build-web.mjs')).buildWeb()`;
  execFileSync(process.execPath, ['--input-type=module', '-e', build], { cwd: ROOT });
  const database = await createTestDatabase('embedded');
  await writeSmallTerritory(database.handle.db);
  await database.handle.close();
  dataFolder = database.dataFolder;
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(dataFolder, { recursive: true, force: true });
});

describe('the program', () => {
  test('lists every fault of its configuration and does not start', async () => {
    const { child, said } = run({ PORT: 'abc', TRUSTED_PROXIES: '-1' });
    const [code] = await once(child, 'exit');
    expect(code).toBe(1);
    expect(said()).toContain('PORT: expected a whole number from 0 to 65535, received "abc"');
    expect(said()).toContain('TRUSTED_PROXIES: expected a whole number');
    expect(said()).not.toMatch(/ {4}at /);
  });

  test('serves pages and the API, keeps its data to itself, and stops when asked', async () => {
    const first = run({ VOISOIN_DATA: dataFolder });
    const url = await first.open();
    expect((await fetch(`${url}/api/ready`)).status).toBe(200);
    const page = await fetch(`${url}/`);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('De quoi avez-vous besoin');
    const needs = (await (await fetch(`${url}/api/needs`)).json()) as { id: string }[];
    // What others put in the database is left alone: no demonstration was added.
    expect(needs.map(({ id }) => id)).toEqual(['medecin-generaliste', 'dentiste']);

    const second = run({ VOISOIN_DATA: dataFolder });
    const [refused] = await once(second.child, 'exit');
    expect(refused).toBe(1);
    expect(second.said()).toContain(`Le dossier de données ${dataFolder} est déjà utilisé`);

    first.child.kill('SIGTERM');
    const [stopped] = await once(first.child, 'exit');
    expect([stopped, first.said()]).toEqual([0, expect.stringContaining('Voisoin est arrêté.')]);

    const third = run({ VOISOIN_DATA: dataFolder });
    await third.open();
    third.child.kill('SIGINT');
    expect((await once(third.child, 'exit'))[0]).toBe(0);
  }, 180_000);
});

function run(env: Record<string, string>) {
  const child = spawn(process.execPath, [join(ROOT, 'api', 'server.ts')], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      TZ: 'Europe/Paris',
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'error',
      DATABASE_URL: '',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  const open = async () => {
    const giveUpAt = performance.now() + LONGEST_START_MS;
    for (;;) {
      const address = /Voisoin est ouvert : (\S+)/.exec(text)?.[1];
      if (address !== undefined) return address;
      if (child.exitCode !== null || performance.now() > giveUpAt) {
        throw new Error(`The server did not open:\n${text}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return { child, said: () => text, open };
}
