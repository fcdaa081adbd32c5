// Are the built pages those of these sources? If not, they are built again.

import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { PROJECT_NODE, PROJECT_ROOT } from './project-root.mjs';
import { runQuietly } from './run-quietly.mjs';

const STAMP = join(PROJECT_ROOT, 'web', 'dist', '.built-from');
const NEVER_READ = new Set(['dist', 'node_modules']);

/** Returns true when the pages were built, false when they were up to date. */
export async function buildWeb() {
  const wanted = await hashSources();
  if ((await readFile(STAMP, 'utf8').catch(() => null)) === wanted) return false;
  await runQuietly(PROJECT_NODE, [join('web', 'build.ts')]);
  await writeFile(STAMP, wanted);
  return true;
}

/** Everything that can end up in a page: the web, the domain, the contracts, the packages. */
async function hashSources() {
  const files = [
    join(PROJECT_ROOT, 'package-lock.json'),
    ...(await listFiles(join(PROJECT_ROOT, 'web'))),
    ...(await listFiles(join(PROJECT_ROOT, 'api', 'domain'))),
    ...(await listFiles(join(PROJECT_ROOT, 'api', 'features'))).filter((path) =>
      path.endsWith('contract.ts'),
    ),
  ].sort();
  const hash = createHash('sha256');
  for (const path of files) {
    hash.update(`${relative(PROJECT_ROOT, path)}\0`).update(await readFile(path));
  }
  return hash.digest('hex');
}

async function listFiles(folder) {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const inside = found
    .filter((item) => !NEVER_READ.has(item.name) && !item.name.startsWith('.'))
    .map((item) =>
      item.isDirectory() ? listFiles(join(folder, item.name)) : [join(folder, item.name)],
    );
  return (await Promise.all(inside)).flat();
}
