// How does a first boot take a second instead of twenty? A migrated database is made once, then copied.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { startEngine } from '#db/embedded/engine.ts';
import { createEnginePool } from '#db/embedded/engine-pool.ts';
import { MIGRATIONS_FOLDER, runMigrations } from '#db/run-migrations.ts';

const ONE_DAY = 86_400_000;
const ENGINE_PACKAGES = ['@electric-sql/pglite', '@electric-sql/pglite-postgis'];

export type FolderOptions = {
  dataFolder: string;
  /** Where the template is kept. */
  cacheFolder: string;
  onProgress: (step: 'making_template' | 'copying_template') => void;
};

/** The folder of the database inside `dataFolder`, made from the template when absent. */
export async function prepareDatabaseFolder(options: FolderOptions): Promise<string> {
  const folder = join(options.dataFolder, 'database');
  await removeLeftovers(options.dataFolder, 'database.loading-', 0);
  if (existsSync(folder)) return folder;
  const template = await ensureTemplate(options.cacheFolder, options.onProgress);
  options.onProgress('copying_template');
  // Renamed once whole: a process killed half-way leaves no half database.
  const loading = join(options.dataFolder, `database.loading-${crypto.randomUUID()}`);
  await cp(template, loading, { recursive: true });
  await rename(loading, folder);
  return folder;
}

async function ensureTemplate(
  cacheFolder: string,
  onProgress: FolderOptions['onProgress'],
): Promise<string> {
  const template = join(cacheFolder, `template-${await templateKey()}`);
  if (existsSync(template)) return template;
  onProgress('making_template');
  await mkdir(cacheFolder, { recursive: true });
  await removeLeftovers(cacheFolder, 'template-', ONE_DAY);
  const making = `${template}.making-${crypto.randomUUID()}`;
  await makeTemplate(making);
  try {
    await rename(making, template);
  } catch (error) {
    // Another process finished the same template first.
    if (!existsSync(template)) throw error;
    await rm(making, { recursive: true, force: true });
  }
  return template;
}

async function makeTemplate(folder: string): Promise<void> {
  const engine = await startEngine(folder);
  const pool = createEnginePool(engine, async () => undefined);
  try {
    await runMigrations(pool);
    await pool.query('vacuum analyze');
    await pool.query('checkpoint');
  } finally {
    await pool.end();
    await engine.close();
  }
}

/** Changes with the migrations and with the engine. */
async function templateKey(): Promise<string> {
  const hash = createHash('sha256');
  const migrations = (await readdir(MIGRATIONS_FOLDER)).filter((name) => name.endsWith('.sql'));
  for (const name of migrations.sort()) {
    hash.update(name).update(await readFile(join(MIGRATIONS_FOLDER, name)));
  }
  hash.update(await readFile(join(MIGRATIONS_FOLDER, 'meta', '_journal.json')));
  const { resolve } = createRequire(import.meta.url);
  for (const name of ENGINE_PACKAGES) {
    hash.update(await readFile(join(dirname(resolve(name)), '..', 'package.json')));
  }
  return hash.digest('hex').slice(0, 16);
}

async function removeLeftovers(folder: string, prefix: string, minAge: number): Promise<void> {
  if (!existsSync(folder)) return;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix)) continue;
    const path = join(folder, name);
    const age = Date.now() - (await stat(path)).mtimeMs;
    if (age >= minAge) await rm(path, { recursive: true, force: true });
  }
}
