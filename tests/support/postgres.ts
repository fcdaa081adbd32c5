// Where do tests find a PostgreSQL with PostGIS? At TEST_DATABASE_URL, or in a private cluster run
// from the binaries of this machine: its own folder, a socket only, gone with the tests.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type QueryResultRow } from 'pg';

/** `url(name)`: the address of one database of the server. */
export type TestServer = { url: (database: string) => string; stop: () => Promise<void> };

type Account = { uid?: number; gid?: number };

/** The folder of `postgres`, when PostGIS is installed beside it; null otherwise. */
export function findBinaries(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const folders = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(debian, version, 'bin'));
  const paths = (process.env['PATH'] ?? '').split(':');
  return [...folders, ...paths].find(hasPostgis) ?? null;
}

function hasPostgis(folder: string): boolean {
  if (!existsSync(join(folder, 'postgres')) || !existsSync(join(folder, 'initdb'))) return false;
  try {
    const share = execFileSync(join(folder, 'pg_config'), ['--sharedir'], { encoding: 'utf8' });
    return existsSync(join(share.trim(), 'extension', 'postgis.control'));
  } catch {
    return false;
  }
}

/** Null when this machine has neither an address nor binaries. */
export async function startTestServer(): Promise<TestServer | null> {
  const address = process.env['TEST_DATABASE_URL'] ?? '';
  if (address !== '')
    return { url: (database) => withDatabase(address, database), stop: async () => {} };
  const binaries = findBinaries();
  return binaries === null ? null : await startCluster(binaries);
}

function withDatabase(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url.href;
}

const SETTINGS = [
  'listen_addresses=',
  'fsync=off',
  `max_connections=${50 * availableParallelism()}`,
].flatMap((setting) => ['-c', setting]);

async function startCluster(binaries: string): Promise<TestServer> {
  const account = serverAccount();
  // A short path: the name of a socket may not pass 107 bytes.
  const folder = await mkdtemp(join(tmpdir(), 'vpg-'));
  if (account.uid !== undefined) execFileSync('chown', [`${account.uid}:${account.gid}`, folder]);
  const data = join(folder, 'data');
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '-N'],
    { ...account, stdio: 'pipe', cwd: folder },
  );
  const server = spawnTied(join(binaries, 'postgres'), ['-D', data, '-k', folder, ...SETTINGS], {
    ...account,
    cwd: folder,
  });
  const url = (database: string) => `postgresql://postgres@localhost/${database}?host=${folder}`;
  await waitForServer(server, url('postgres'));
  return {
    url,
    stop: async () => {
      const exited = once(server, 'exit');
      server.kill('SIGINT');
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs one statement on the server, outside of any database of tests. Answers its rows. */
export async function onServer<Row extends QueryResultRow>(
  server: TestServer,
  statement: string,
): Promise<Row[]> {
  const client = new Client(server.url('postgres'));
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** PostgreSQL refuses to run as root: its own account then, which Debian creates. */
function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) {
    throw new Error('Tests run as root need the account « postgres » to run PostgreSQL under');
  }
  return { uid: Number(uid), gid: Number(gid) };
}

/** Dies with this process, however this process dies. */
function spawnTied(
  command: string,
  args: readonly string[],
  options: Account & { cwd: string },
): ChildProcess {
  const setpriv = '/usr/bin/setpriv';
  return existsSync(setpriv)
    ? spawn(setpriv, ['--pdeathsig', 'INT', command, ...args], { ...options, stdio: 'ignore' })
    : spawn(command, args, { ...options, stdio: 'ignore' });
}

async function waitForServer(server: ChildProcess, url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (server.exitCode !== null) throw new Error('The test PostgreSQL stopped as it started');
    const client = new Client(url);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await sleep(50);
    }
  }
  throw new Error('The test PostgreSQL did not answer within ten seconds');
}
