// Are the packages of package-lock.json installed? If not, npm installs exactly those.

import { createHash } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_NODE, PROJECT_ROOT } from './project-root.mjs';
import { runQuietly } from './run-quietly.mjs';

const MIN_NODE = 20;
const LOCK = join(PROJECT_ROOT, 'package-lock.json');
const NPM_RECORD = join(PROJECT_ROOT, 'node_modules', '.package-lock.json');
const STAMP = join(PROJECT_ROOT, 'node_modules', '.voisoin-installed');

/** Throws a sentence for the person when Node is too old. */
function checkNode(version = process.versions.node) {
  if (Number.parseInt(version, 10) >= MIN_NODE) return;
  throw new Error(
    `Voisoin demande Node ${MIN_NODE} ou plus récent, cette machine a Node ${version}. ` +
      'Installez une version récente : https://nodejs.org/fr/download',
  );
}

/** Returns true when packages were installed, false when they already were. */
export async function installPackages() {
  checkNode();
  const wanted = createHash('sha256')
    .update(await readFile(LOCK))
    .digest('hex');
  if (await isInstalled(wanted)) return false;
  await rm(STAMP, { force: true });
  // A server's NODE_ENV=production would leave out the build tools and Node itself.
  await runQuietly('npm', ['ci', '--include=dev', '--no-fund', '--no-audit'], {
    shell: process.platform === 'win32',
  });
  await writeFile(STAMP, wanted);
  return true;
}

async function isInstalled(wanted) {
  const stamp = await readFile(STAMP, 'utf8').catch(() => null);
  const isWhole = (await modifiedAt(PROJECT_NODE)) > 0;
  if (!isWhole) return false;
  if (stamp !== null) return stamp === wanted;
  // Somebody ran npm themselves: its record is written last, after the lock it installed.
  return (await modifiedAt(NPM_RECORD)) >= (await modifiedAt(LOCK));
}

async function modifiedAt(path) {
  const found = await stat(path).catch(() => null);
  return found === null ? 0 : found.mtimeMs;
}
