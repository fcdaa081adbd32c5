// Bench: how long do times between all communes of a region take, when the process is killed on the way?
//
// 4,300 communes, each a place where people live and a site of care; a road graph of a million junctions; twenty
// minutes by car. The process that computes is killed at a third of the rows, and another goes on.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atLeast, atMost, type Bench, told } from '#tests/bench/bench-result.ts';
import { onServer, startTestServer } from '#tests/support/postgres.ts';

export const COMMUNES = 4_300;
const KILL_AT = COMMUNES / 3;

type Line =
  | { said: 'ready'; prepareMs: number }
  | { said: 'rows'; done: number }
  | { said: 'done'; rows: number; pairs: number; megabytes: number; cpuMs: number };

export const bench: Bench = async (tell) => {
  const folder = await mkdtemp(join(tmpdir(), 'voisoin-matrix-'));
  const server = await startTestServer();
  const name = `voisoin_matrix_${crypto.randomUUID().replaceAll('-', '')}`;
  if (server !== null) await onServer(server, `create database ${name}`);
  tell(server === null ? 'on the embedded database' : 'on a PostgreSQL server');
  const database = server === null ? folder : server.url(name);
  try {
    let killedAt = 0;
    let startedMs = 0;
    const first = await runProcess(database, (line, kill) => {
      if (line.said === 'ready') {
        startedMs = performance.now();
        tell(`roads prepared in ${Math.round(line.prepareMs / 1000)} s`);
      }
      if (line.said !== 'rows' || line.done < KILL_AT) return;
      killedAt = line.done;
      kill();
    });
    if (first !== null) throw new Error('The process that was to be killed ended by itself');
    const firstMs = performance.now() - startedMs;
    tell(`killed after ${killedAt} rows, ${Math.round(firstMs / 1000)} s`);
    let found = -1;
    let secondStartMs = 0;
    const last = await runProcess(database, (line) => {
      if (line.said === 'ready') secondStartMs = performance.now();
      if (line.said === 'rows' && found === -1) found = line.done;
    });
    if (last === null) throw new Error('The second process ended before its last row');
    const secondMs = performance.now() - secondStartMs;
    return [
      atMost('all rows, without what prepares the roads', (firstMs + secondMs) / 1000, 60, 's'),
      atMost('memory of the process that computes, peak', last.megabytes, 1024, 'MB'),
      atLeast('rows the second process found done', found, Math.floor(KILL_AT) - 40, 'rows'),
      atLeast('rows at the end', last.rows, COMMUNES, 'rows'),
      told('pairs within twenty minutes', last.pairs, 'pairs'),
      told('processor time of the second process, roads included', last.cpuMs / 1000, 's'),
    ];
  } finally {
    if (server !== null) {
      await onServer(server, `drop database if exists ${name} with (force)`);
      await server.stop();
    }
    await rm(folder, { recursive: true, force: true });
  }
};

/** Null when it was killed. */
async function runProcess(
  database: string,
  onLine: (line: Line, kill: () => void) => void,
): Promise<Extract<Line, { said: 'done' }> | null> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'matrix-process.ts'), database],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let last: Extract<Line, { said: 'done' }> | null = null;
  let rest = '';
  let isKilled = false;
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text: string) => {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    for (const each of lines) {
      const line = JSON.parse(each) as Line;
      if (line.said === 'done') last = line;
      else if (!isKilled) {
        onLine(line, () => {
          isKilled = true;
          child.kill('SIGKILL');
        });
      }
    }
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (!isKilled && code !== 0) throw new Error(`The process of the matrix ended with ${code}`);
  return isKilled ? null : last;
}
