// Who may open this data folder? One process: two on one embedded database corrupt it silently.

import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#domain/error.ts';

const LOCK_FILE = 'lock.json';
const ATTEMPTS = 5;

/** `startedAt`: the kernel's start time of the process, so that a reused number is not mistaken. */
type Holder = { pid: number; startedAt: string | null; nonce: string };

export type FolderLock = { release: () => Promise<void> };

/** Throws `AppError('locked')` while another living process (or this one) holds the folder. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, LOCK_FILE);
  const holder: Holder = {
    pid: process.pid,
    startedAt: await processStart(process.pid),
    nonce: crypto.randomUUID(),
  };
  const draft = `${path}.${holder.nonce}`;
  await writeFile(draft, JSON.stringify(holder));
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (await tryLink(draft, path)) return { release: () => releaseLock(path, holder.nonce) };
      const other = await readHolder(path);
      if (other !== null && (await isAlive(other))) throw lockedError(folder, other.pid);
      await removeStale(path, other);
    }
    throw lockedError(folder, (await readHolder(path))?.pid ?? 0);
  } finally {
    await rm(draft, { force: true });
  }
}

/** `link` fails when the name exists, whatever two processes do at once. */
async function tryLink(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch (error) {
    if (hasCode(error, 'ENOENT') || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Moves the lock away, and puts it back when it is no longer the stale one that was read. */
async function removeStale(path: string, stale: Holder | null): Promise<void> {
  const aside = `${path}.stale-${crypto.randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const moved = await readHolder(aside);
  if (moved?.nonce !== stale?.nonce) await tryLink(aside, path);
  await rm(aside, { force: true });
}

async function releaseLock(path: string, nonce: string): Promise<void> {
  if ((await readHolder(path))?.nonce === nonce) await rm(path, { force: true });
}

async function isAlive(holder: Holder): Promise<boolean> {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (!hasCode(error, 'EPERM')) return false;
  }
  const startedAt = await processStart(holder.pid);
  return startedAt === null || holder.startedAt === null || startedAt === holder.startedAt;
}

/** Field 22 of /proc/PID/stat; null where there is no such file. */
async function processStart(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function lockedError(folder: string, pid: number): AppError {
  return new AppError(
    'locked',
    `Le dossier de données ${folder} est déjà utilisé par un autre Voisoin (processus ${pid}). ` +
      `Arrêtez-le d'abord, ou choisissez un autre dossier. / The data folder ${folder} is already ` +
      `in use by another Voisoin (process ${pid}). Stop it first, or choose another folder.`,
  );
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
