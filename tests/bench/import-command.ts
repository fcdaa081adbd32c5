// Runs `npm run import -- …` as an operator does, in a process of its own: how long, in how much memory?

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

const PROJECT_ROOT = join(import.meta.dirname, '../..');

export type CommandRun = { seconds: number; rssMegabytes: number; said: string };

/** Throws with all it said when the command fails. */
export async function runImportCommand(
  databaseUrl: string,
  words: readonly string[],
): Promise<CommandRun> {
  const { scripts } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8'));
  const [, ...command] = String(scripts.import).split(' ');
  const preload = join(import.meta.dirname, 'say-peak.ts');
  const startedMs = performance.now();
  const child = spawn(process.execPath, ['--import', preload, ...command, ...words], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [, out, err, peak] = child.stdio as unknown as [null, Readable, Readable, Readable];
  const [[code], said, failed, rss] = await Promise.all([
    once(child, 'exit'),
    text(out),
    text(err),
    text(peak),
  ]);
  if (code !== 0) throw new Error(`import ${words.join(' ')} ended with ${code}\n${said}${failed}`);
  return { seconds: (performance.now() - startedMs) / 1000, rssMegabytes: Number(rss), said };
}
