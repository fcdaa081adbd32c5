// With what are session cookies signed? What the operator gave, or what this machine drew once and keeps.

import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#domain/error.ts';

const FILE_NAME = 'auth-secret';
/** Characters of 32 bytes in base64url. */
const LENGTH = 43;

/** Processes that start together end with the same one. Throws `bad_config` for a file cut short. */
export async function readAuthSecret(given: string | null, dataFolder: string): Promise<string> {
  if (given !== null) return given;
  const path = join(dataFolder, FILE_NAME);
  const kept = (await readIfThere(path)) ?? (await drawSecret(dataFolder, path));
  if (kept.length >= LENGTH) return kept;
  throw new AppError(
    'bad_config',
    `${path}: expected at least ${LENGTH} characters, found ${kept.length}. Remove the file (everybody signs in again) or set AUTH_SECRET.`,
  );
}

async function drawSecret(folder: string, path: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return (await readFile(path, 'utf8')).trim();
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && Reflect.get(error, 'code') === code;
