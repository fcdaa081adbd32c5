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
let exitCode = null;

try {
  progress.start('install');
  progress.done('install', await installPackages());
} catch (error) {
  complain(error);
  process.exit(1);
}
progress.start('web');
let building = buildWeb();
const server = startServer();
try {
  progress.done('web', await building);
  if (isDev) watchSources();
} catch (error) {
  complain(error);
  exitCode = 1;
  server.kill('SIGTERM');
}

/** The server asks for the pages once it needs them, and is told when they are built. */
function startServer() {
  const folders = ['api', 'db', 'seeds', 'web/dist/server'];
  const watched = folders.map((folder) => `--watch-path=${join(PROJECT_ROOT, folder)}`);
  const flags = isDev ? [...watched, '--watch-preserve-output'] : [];
  const child = spawn(PROJECT_NODE, [...flags, join(PROJECT_ROOT, 'api', 'server.ts')], {
    cwd: PROJECT_ROOT,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, TZ: 'Europe/Paris' },
  });
  child.on('message', ({ step, event, changed, address }) => {
    if (event === 'start') progress.start(step);
    if (event === 'done') progress.done(step, changed);
    if (event === 'open') console.log(`Voisoin est ouvert : ${address} (Ctrl + C pour arrêter)`);
    if (event === 'ask') void answerWhenBuilt(child);
  });
  child.on('exit', (code) => process.exit(exitCode ?? code ?? 1));
  // Ctrl + C reaches the server too: the launcher only waits for it to end.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return child;
}

async function answerWhenBuilt(child) {
  try {
    await building;
    child.send({ ready: 'web' }, () => undefined);
  } catch {
    // Said where the pages are built; the server is being stopped.
  }
}

function complain(error) {
  console.error(error instanceof Error ? error.message : String(error));
}

/** While developing: a saved source builds the pages again, and the server starts again by itself. */
function watchSources() {
  let timer = null;
  const rebuild = async () => {
    try {
      progress.start('web');
      building = buildWeb();
      progress.done('web', await building);
    } catch (error) {
      complain(error);
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
