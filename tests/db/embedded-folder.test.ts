// Is the embedded database safe from a second process, from a process killed, from a torn first boot?

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { source } from '#db/schema/provenance.ts';
import { TEST_CACHE_FOLDER } from '#tests/support/database.ts';

const WRITER = join(import.meta.dirname, '../support/write-until-killed.ts');

let dataFolder = '';
let children: ChildProcess[] = [];

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'voisoin-'));
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  children = [];
  await rm(dataFolder, { recursive: true, force: true });
});

const open = () => openDatabase({ databaseUrl: null, dataFolder, cacheFolder: TEST_CACHE_FOLDER });

/** A process that opens the folder and writes; gives the lines it says. */
function startWriter() {
  const child = spawn(process.execPath, [WRITER, dataFolder, TEST_CACHE_FOLDER], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout });
  return { child, lines: lines[Symbol.asyncIterator]() };
}

async function readUntil(lines: AsyncIterator<string>, wanted: number): Promise<number> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done === true) throw new Error('The writer stopped by itself');
    if (Number(value) >= wanted) return Number(value);
  }
}

describe('the folder of the embedded database', () => {
  it('is refused to another process while one holds it, by a sentence with folder, process and what to do', async () => {
    const { child, lines } = startWriter();
    await readUntil(lines, 1);
    const refusal = await open().then(
      () => null,
      (error: Error & { code: string }) => error,
    );
    expect(refusal?.code).toBe('locked');
    for (const part of [
      dataFolder,
      `processus ${child.pid}`,
      `process ${child.pid}`,
      'Arrêtez-le',
      'Stop it',
    ]) {
      expect(refusal?.message).toContain(part);
    }
  });

  it('is refused a second time to the process that holds it, and free once closed', async () => {
    const handle = await open();
    await expect(open()).rejects.toMatchObject({ code: 'locked' });
    await handle.close();
    expect(existsSync(join(dataFolder, 'lock.json'))).toBe(false);
    const again = await open();
    await again.close();
  });

  it('keeps every acknowledged row when its process is killed, and opens again', async () => {
    const { child, lines } = startWriter();
    const acknowledged = await readUntil(lines, 40);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(join(dataFolder, 'lock.json'))).toBe(true);
    const handle = await open();
    try {
      expect(await handle.db.$count(source)).toBeGreaterThanOrEqual(acknowledged);
    } finally {
      await handle.close();
    }
  });

  it.each([
    ['of a process number another process now has', { pid: 1, startedAt: '1', nonce: 'x' }],
    ['of a process that is gone', { pid: 4_194_303, startedAt: '1', nonce: 'x' }],
  ])('is taken over from a lock %s', async (_title, holder) => {
    await writeFile(join(dataFolder, 'lock.json'), JSON.stringify(holder));
    const handle = await open();
    const lock = JSON.parse(await readFile(join(dataFolder, 'lock.json'), 'utf8'));
    expect(lock.pid).toBe(process.pid);
    await handle.close();
  });

  it('is taken over from a lock torn by a crash', async () => {
    await writeFile(join(dataFolder, 'lock.json'), '{"pid":');
    const handle = await open();
    await handle.close();
  });

  it('is made whole when a first boot was killed while copying', async () => {
    const torn = join(dataFolder, 'database.loading-torn');
    await mkdir(torn);
    await writeFile(join(torn, 'PG_VERSION'), '18');
    const handle = await open();
    expect(await handle.db.$count(source)).toBe(0);
    await handle.close();
    expect(readdirSync(dataFolder)).toEqual(['database']);
  });

  it('answers queries no more once closed, and may be closed twice', async () => {
    const handle = await open();
    await Promise.all([handle.close(), handle.close()]);
    await expect(handle.db.$count(source)).rejects.toThrow();
  });
});
