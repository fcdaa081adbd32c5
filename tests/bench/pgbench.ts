// How fast does PostgreSQL alone answer the same statements? pgbench, prepared, one script a request.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Statement } from '#tests/bench/record-statements.ts';

/** Each connection plans each script: few, so that the run answers more than it plans. */
export const MAX_SCRIPTS = 16;

/** As the API asks of its own connections, which have had the time to settle on one plan. */
const SETTINGS =
  '-c jit=off -c max_parallel_workers_per_gather=0 -c plan_cache_mode=force_generic_plan';

/** Requests a second; a request is all its statements. */
export async function runPgbench(options: {
  binary: string;
  databaseUrl: string;
  requests: readonly (readonly Statement[])[];
  connections: number;
  seconds: number;
}): Promise<number> {
  const { binary, databaseUrl, requests, connections, seconds } = options;
  const folder = await mkdtemp(join(tmpdir(), 'voisoin-pgbench-'));
  try {
    const files = requests.map((_, i) => join(folder, `${i}.sql`));
    await Promise.all(files.map((file, i) => writeFile(file, scriptOf(requests[i] ?? []))));
    const output = await run(binary, [
      ...['-n', '-M', 'prepared', '-c', String(connections), '-j', '2', '-T', String(seconds)],
      ...files.flatMap((file) => ['-f', file]),
      databaseUrl,
    ]);
    const perSecond = Number(/^tps = ([\d.]+)/m.exec(output)?.[1]);
    const failed = Number(/^number of failed transactions: (\d+)/m.exec(output)?.[1] ?? 0);
    if (!(perSecond > 0) || failed > 0) throw new Error(`pgbench did not finish:\n${output}`);
    return perSecond;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Numbers become variables, which pgbench binds; texts and arrays can only be written in place. */
export function scriptOf(statements: readonly Statement[]): string {
  const lines: string[] = [];
  statements.forEach(({ text, values }, statement) => {
    const written = values.map((value, i) => {
      if (typeof value !== 'number') return literal(value);
      lines.push(`\\set s${statement}p${i} ${value}`);
      return `:s${statement}p${i}`;
    });
    lines.push(`${text.replace(/\$(\d+)/g, (_, rank) => written[Number(rank) - 1] ?? 'null')};`);
  });
  return `${lines.join('\n')}\n`;
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return quoted(`{${value.map((item) => `"${item}"`).join(',')}}`);
  return quoted(String(value));
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

async function run(binary: string, args: readonly string[]): Promise<string> {
  const child = spawn(binary, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PGOPTIONS: SETTINGS },
  });
  let output = '';
  let complaint = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  child.stderr.on('data', (data) => {
    complaint += data;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`pgbench stopped with code ${code}:\n${complaint}`);
  return output;
}
