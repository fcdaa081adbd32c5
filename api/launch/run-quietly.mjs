// Runs a command without its chatter; when it fails, shows what it said.

import { spawn } from 'node:child_process';
import { PROJECT_ROOT } from './project-root.mjs';

const MAX_KEPT_CHARACTERS = 20_000;

/** Rejects with the end of the command's output in the message. */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: PROJECT_ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
    });
    let said = '';
    const keep = (chunk) => {
      said = (said + chunk).slice(-MAX_KEPT_CHARACTERS);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(said);
      else reject(new Error(`${said}\n${command} ${args.join(' ')} : ${signal ?? `code ${code}`}`));
    });
  });
}
