// `npm start`: from a bare checkout to a served site, on a machine with Node 20 and npm.
//
// Plain JavaScript without packages: it is what installs them. The server runs on the project's own
// Node; the pages are built while the database opens.

import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildWeb } from './launch/build-web.mjs';
import { installPackages } from './launch/install-packages.mjs';
import { createProgress } from './launch/progress.mjs';
import { PROJECT_NODE, PROJECT_ROOT } from './launch/project-root.mjs';

const isDev = process.argv.includes('--dev');
const progress = createProgress();

try {
  progress.start('install');
  progress.done('install', await installPackages());
  progress.start('web');
  const server = startServer();
  await buildPages(server);
  if (isDev) watchSources(server);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

/** The server waits for the message `web` before it reads the built pages. */
function startServer() {
  const watched = ['api', 'db', 'seeds', 'web/dist/server'].flatMap((folder) => [
    `--watch-path=${join(PROJECT_ROOT, folder)}`,
  ]);
  const flags = isDev ? [...watched, '--watch-preserve-output'] : [];
  const child = spawn(
    PROJECT_NODE,
    ['--disable-warning=ExperimentalWarning', ...flags, join(PROJECT_ROOT, 'api', 'server.ts')],
    {
      cwd: PROJECT_ROOT,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, TZ: 'Europe/Paris' },
    },
  );
  child.on('message', ({ step, event, changed }) => {
    if (event === 'start') progress.start(step);
    if (event === 'done') progress.done(step, changed);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
  // Ctrl + C reaches the server too: the launcher only waits for it to end.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return child;
}

async function buildPages(server) {
  try {
    progress.done('web', await buildWeb());
    server.send({ ready: 'web' });
  } catch (error) {
    server.kill('SIGTERM');
    throw error;
  }
}

/** While developing: a saved source builds the pages again, and the server starts again by itself. */
function watchSources(server) {
  let timer = null;
  const rebuild = async () => {
    try {
      progress.start('web');
      progress.done('web', await buildWeb());
      if (server.connected) server.send({ ready: 'web' });
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
    }
  };
  for (const folder of ['web', 'api/domain', 'api/features']) {
    watch(join(PROJECT_ROOT, folder), { recursive: true }, (_event, name) => {
      if (name === null || /(^|[\\/])dist([\\/]|$)/.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(rebuild, 200);
    });
  }
}
