// The files of this repository, as a commit would hold them.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Paths from the root, ignored files left out, deleted ones too. */
export function repositoryFiles(): string[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
    { cwd: root, encoding: 'utf8', maxBuffer: 64_000_000 },
  );
  const files = [...new Set(listed.split('\0'))].filter((path) => path !== '');
  if (files.length === 0) throw new Error(`git lists no file under ${root}`);
  return files.filter((path) => existsSync(join(root, path)));
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Text of a file, or null when it is binary. */
export function readText(path: string): string | null {
  const bytes = readFileSync(join(root, path));
  return bytes.subarray(0, 8000).includes(0) ? null : bytes.toString('utf8');
}
