// `npm start` as one types it: its steps, its address, what it refuses and how it stops.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

type Started = { process: ChildProcess; said: () => string; exit: Promise<number | null> };

const folders: string[] = [];
const running = new Set<Started>();

afterAll(async () => {
  for (const started of running) started.process.kill('SIGTERM');
  await Promise.all([...running].map(({ exit }) => exit));
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

describe('npm start', () => {
  it('says its steps and its address, is alone on its data, and stops when asked', async () => {
    const dataFolder = await createFolder();
    const first = start(dataFolder, 0);
    const url = await addressOf(first);
    expect((await fetch(url)).status).toBe(200);
    expect(first.said().split('\n').length, 'one line a step at least').toBeGreaterThan(3);

    const second = start(dataFolder, 0);
    expect(await second.exit).toBe(1);
    expect(second.said()).toContain(`Le dossier de données ${dataFolder} est déjà utilisé`);
    expect(second.said(), 'a sentence, not a trace').not.toMatch(/\n {4}at /);
    expect((await fetch(url)).status, 'the first one is not disturbed').toBe(200);

    first.process.kill('SIGTERM');
    expect(await first.exit).toBe(0);
    expect(first.said()).toContain('Voisoin est arrêté.');
  });

  it('says that the port is taken, and what to do', async () => {
    const other = createServer();
    other.listen(0, '0.0.0.0');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const refused = start(await createFolder(), port);
    expect(await refused.exit).toBe(1);
    expect(refused.said()).toContain(`Le port ${port} est déjà utilisé`);
    expect(refused.said()).toContain(`PORT=${port + 1} npm start`);
    expect(refused.said()).not.toMatch(/\n {4}at /);
    other.close();
  });
});

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'voisoin-start-'));
  folders.push(folder);
  return folder;
}

function start(dataFolder: string, port: number): Started {
  const child = spawn(process.execPath, [join(ROOT, 'api', 'launch.mjs')], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), VOISOIN_DATA: dataFolder, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      said += part.toString();
    });
  }
  const exit = once(child, 'close').then(([code]) => {
    running.delete(started);
    return code as number | null;
  });
  const started = { process: child, said: () => said, exit };
  running.add(started);
  return started;
}

async function addressOf(started: Started): Promise<string> {
  const spoken = new Promise<string>((resolve) => {
    started.process.stdout?.on('data', () => {
      const found = /Voisoin est ouvert : (\S+)/.exec(started.said())?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  const stopped = started.exit.then((code) => {
    throw new Error(`Voisoin stopped as it started (${code}):\n${started.said()}`);
  });
  return Promise.race([spoken, stopped]);
}
