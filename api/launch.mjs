// `npm start`: from a bare checkout to a served site, on a machine with Node 20 and npm.
//
// Plain JavaScript without packages: it is what installs them. The server runs on the project's own
// Node; the pages are built while the database opens.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
let server = startServer();
// Ctrl + C reaches the server too: the launcher only waits for it to end.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => (server === null ? process.exit(0) : server.kill('SIGTERM')));
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
  const child = spawn(PROJECT_NODE, [join(PROJECT_ROOT, 'api', 'server.ts')], {
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
  child.on('exit', (code, signal) => {
    const fell = code !== 0 && signal === null;
    if (child !== server || (isDev && fell && exitCode === null)) return;
    process.exit(exitCode ?? code ?? 1);
  });
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

/** While developing: a saved source builds the pages again if need be, and starts the server again. */
function watchSources() {
  let timer = null;
  const again = async () => {
    try {
      progress.start('web');
      building = buildWeb();
      progress.done('web', await building);
      await restartServer();
    } catch (error) {
      complain(error);
    }
  };
  for (const folder of ['api', 'db', 'seeds', 'web']) {
    watch(join(PROJECT_ROOT, folder), { recursive: true }, (_event, name) => {
      if (name === null || /(^|[\\/])dist([\\/]|$)/.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(again, 200);
    });
  }
}

/** The old one lets go of its port and of its data folder first. A server that fell is started again. */
async function restartServer() {
  const old = server;
  server = null;
  if (old.exitCode === null && old.signalCode === null) {
    const ended = once(old, 'exit');
    old.kill('SIGTERM');
    await ended;
  }
  server = startServer();
}
