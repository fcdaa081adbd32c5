// `npm test`: sets up what the tests need, runs them, and says plainly what was not run.
//
// Plain JavaScript without packages: it installs them. On Debian as root it also installs Chromium and
// PostgreSQL with PostGIS; elsewhere it uses what is there. Arguments go to vitest.

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWeb } from '#api/launch/build-web.mjs';
import { installPackages } from '#api/launch/install-packages.mjs';
import { PROJECT_NODE, PROJECT_ROOT } from '#api/launch/project-root.mjs';
import { runQuietly } from '#api/launch/run-quietly.mjs';
import { installSystemTools } from '#tests/support/system-tools.mjs';

const folder = await mkdtemp(join(tmpdir(), 'voisoin-tests-'));
let exitCode = 1;
try {
  exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit(exitCode);

async function main(vitestArguments) {
  await step('Packages', installPackages);
  await step('Chromium, PostgreSQL and PostGIS', () => installSystemTools(runQuietly));
  await step('Pages', buildWeb);

  const skippedFile = join(folder, 'skipped');
  const code = await runVitest(vitestArguments, skippedFile);
  const notRun = await readSkipped(skippedFile);
  if (notRun.length > 0) {
    console.log(`\nNot run:\n${notRun.map((line) => `  - ${line}`).join('\n')}`);
  } else if (code === 0) {
    console.log('\nEverything asked for was run.');
  }
  return code;
}

async function step(name, action) {
  const startedAt = performance.now();
  const changed = await action();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${name}: ${changed === false ? 'already there' : 'ready'} (${seconds} s)`);
}

/** Tests that cannot run here add a line, saying which and why, to the file VOISOIN_SKIPPED. */
function runVitest(vitestArguments, skippedFile) {
  const vitest = join(PROJECT_ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const config = join('tests', 'vitest.config.ts');
  const child = spawn(PROJECT_NODE, [vitest, 'run', '--config', config, ...vitestArguments], {
    cwd: PROJECT_ROOT,
    stdio: 'inherit',
    env: { ...process.env, TZ: 'Europe/Paris', VOISOIN_SKIPPED: skippedFile },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function readSkipped(file) {
  const text = await readFile(file, 'utf8').catch(() => '');
  return [...new Set(text.split('\n').filter((line) => line.trim() !== ''))];
}
