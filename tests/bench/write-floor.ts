// What would PostgreSQL alone take to write the rows an import ends with, already prepared, and to index them?

import type { Pool, PoolClient } from 'pg';
import { type Figure, told } from '#tests/bench/bench-result.ts';

/** What the search reads. */
export const PROJECTED = [
  'entry',
  'entry_service_need',
  'entry_spot',
  'entry_word',
  'entry_word_deletion',
] as const;

type FloorQuestion = {
  pool: Pool;
  /** What the import fills, the search included. */
  tables: readonly string[];
  /** A raw COPY of the rows of the file. */
  rawSeconds: number;
  /** The most an import may take, as so many raw COPY. */
  goal: number;
  name: string;
  /** What must be done before anything is written, and its share of a raw COPY. */
  first: { what: string; times: number };
};

/**
 * Seconds to copy each table from itself and to build its indexes: no file is read, nothing is compared,
 * joined or checked. An import that reads its file before it writes takes at least this and the reading.
 */
export async function floorFigures(
  { pool, tables, rawSeconds, goal, name, first }: FloorQuestion,
  tell: (line: string) => void,
): Promise<Figure[]> {
  const client = await pool.connect();
  try {
    await client.query("set maintenance_work_mem = '128MB'");
    let seconds = 0;
    for (const table of tables) seconds += await copySeconds(client, table);
    const times = seconds / rawSeconds;
    const whole = times + first.times;
    const said = whole > goal ? 'more than' : `${(goal - whole).toFixed(1)} × less than`;
    tell(
      `${name}: PostgreSQL alone takes ${seconds.toFixed(1)} s, ${times.toFixed(1)} × a raw COPY, to write and index what it ends with; after ${first.what}, ${whole.toFixed(1)} ×: ${said} the goal of ${goal} ×`,
    );
    return [told(`${name}, floor: rows of the end written and indexed, over raw COPY`, times, '×')];
  } finally {
    await client.query('reset maintenance_work_mem');
    client.release();
  }
}

async function copySeconds(client: PoolClient, table: string): Promise<number> {
  const { rows } = await client.query<{ definition: string }>(
    `select regexp_replace(indexdef, 'INDEX .* ON .* USING', 'INDEX ON bench_floor USING') as definition
     from pg_indexes where schemaname = 'public' and tablename = $1 order by indexname`,
    [table],
  );
  const startedMs = performance.now();
  await client.query(`create table bench_floor as table ${table}`);
  for (const { definition } of rows) await client.query(definition);
  const seconds = (performance.now() - startedMs) / 1000;
  await client.query('drop table bench_floor');
  return seconds;
}
