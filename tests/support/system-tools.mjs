// Which browser and which PostgreSQL does this machine have, and can they be installed?

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CHROMIUM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a Chromium, or null. CHROMIUM_PATH names another one. */
function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  const found = [...(named ? [named] : []), ...CHROMIUM_PATHS].find((path) => existsSync(path));
  return found ?? null;
}

/** Folder of the newest `initdb` and `postgres` that come with PostGIS, or null. */
function findPostgres() {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).map(Number) : [];
  const usable = versions
    .filter((version) => existsSync(join(root, String(version), 'bin', 'initdb')))
    .filter((version) => existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`))
    .sort((a, b) => b - a);
  return usable.length === 0 ? null : join(root, String(usable[0]), 'bin');
}

/** Returns false when nothing was missing or nothing can be installed here. */
export async function installSystemTools(run) {
  const missing = findChromium() === null || findPostgres() === null;
  if (!missing || !isDebian() || process.getuid?.() !== 0) return false;
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-qq'], options);
  const packages = [
    ...(findChromium() === null ? ['chromium'] : []),
    ...(findPostgres() === null ? await postgresPackages(run) : []),
  ];
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
  return true;
}

function isDebian() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID(_LIKE)?=.*debian/m.test(release);
}

/** The version this release of Debian carries with PostGIS: 15 in bookworm. */
async function postgresPackages(run) {
  const pattern = '^postgresql-[0-9]+-postgis-3$';
  const said = await run('apt-cache', ['search', '--names-only', pattern]);
  const versions = [...said.matchAll(/^postgresql-(\d+)-postgis-3/gm)].map(([, version]) =>
    Number(version),
  );
  const version = Math.max(...versions, 0);
  return version === 0 ? [] : [`postgresql-${version}`, `postgresql-${version}-postgis-3`];
}
