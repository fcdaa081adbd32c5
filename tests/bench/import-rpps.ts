// How fast does the national register of professionals come in, beside a raw COPY of the same rows, and
// in how much memory?

import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openDatabase } from '#db/client.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { runMigrations } from '#db/run-migrations.ts';
import { need, needCategory } from '#db/schema/need.ts';
import { commune } from '#db/schema/territory.ts';
import { needRows } from '#seeds/demo/rows/need-rows.ts';
import { atMost, type Figure, told } from '#tests/bench/bench-result.ts';
import { runImportCommand } from '#tests/bench/import-command.ts';
import { searchAfterImport } from '#tests/bench/import-search.ts';
import { communesOf, nationalTowns } from '#tests/bench/national-towns.ts';
import { ROW_COUNT, RPPS_HEADER, writeRppsShaped } from '#tests/bench/rpps-shaped.ts';
import type { Town } from '#tests/bench/synthetic-practices.ts';
import { floorFigures, PROJECTED } from '#tests/bench/write-floor.ts';

/** What the import of the register writes. */
const WRITTEN = [
  'rpps_activity',
  'professional',
  'place',
  'practice',
  'contact_point',
  'service',
  ...PROJECTED,
];
const GOAL = 4;
/** The file ends each line with a separator. */
const RAW_COLUMNS = [...RPPS_HEADER, ''].map((_, at) => `c${at}`);

export async function rppsFigures(
  databaseUrl: string,
  tell: (line: string) => void,
): Promise<Figure[]> {
  const handle = await openDatabase({
    databaseUrl,
    dataFolder: '',
    poolSize: 2,
    statementTimeoutMs: 0,
  });
  const folder = await mkdtemp(join(tmpdir(), 'voisoin-bench-'));
  try {
    await runMigrations(handle.pool);
    const { towns, origin } = await nationalTowns();
    await loadTowns(handle, communesOf(towns));
    await loadNeeds(handle);
    const path = join(folder, 'personne-activite.txt');
    const bytes = await writeRppsShaped(path, towns);
    tell(`rpps: ${Math.round(bytes / 1e6)} MB, ${ROW_COUNT} activities over ${origin}`);
    const before = await rawCopySeconds(handle, path);
    const run = await runImportCommand(databaseUrl, ['rpps', path]);
    const after = await rawCopySeconds(handle, path);
    const raw = (before + after) / 2;
    const shownCount = await countEntries(handle);
    tell(
      `rpps: ${run.seconds.toFixed(1)} s, raw COPY ${before.toFixed(1)} then ${after.toFixed(1)} s`,
    );
    const floor = await floorFigures(
      {
        pool: handle.pool,
        tables: WRITTEN,
        rawSeconds: raw,
        goal: GOAL,
        name: 'RPPS',
        first: { what: 'a raw COPY', times: 1 },
      },
      tell,
    );
    const again = await runImportCommand(databaseUrl, ['rpps', path, '--again']);
    const same = await runImportCommand(databaseUrl, ['rpps', path]);
    const searched = await searchAfterImport(databaseUrl, towns, tell);
    return [
      atMost('RPPS, 2.2 M rows, over raw COPY of the same rows', run.seconds / raw, GOAL, '×'),
      ...floor,
      told('RPPS, whole command, search included', run.seconds, 's'),
      told('RPPS, rows a second', ROW_COUNT / run.seconds, '/s'),
      told('RPPS, practices shown', shownCount, ''),
      told('RPPS, read again, nothing changed', again.seconds, 's'),
      told('RPPS, the same file, nothing to do', same.seconds, 's'),
      atMost(
        'RPPS, peak memory of the process',
        Math.max(run.rssMegabytes, again.rssMegabytes),
        400,
        'MB',
      ),
      ...searched,
    ];
  } finally {
    await handle.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function countEntries({ pool }: DatabaseHandle): Promise<number> {
  const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from entry');
  return rows[0]?.count ?? 0;
}

/** What residents ask for, as a deployment has it: entries are found by it. */
async function loadNeeds({ copyRows }: DatabaseHandle): Promise<void> {
  const { needs, categories } = needRows();
  await copyRows(need, needs);
  await copyRows(needCategory, categories);
}

async function loadTowns(
  { pool, copyRows }: DatabaseHandle,
  towns: readonly Town[],
): Promise<void> {
  await pool.query("insert into source (id, name, publisher) values ('bench', 'Bench', 'Bench')");
  await copyRows(
    commune,
    towns.map(({ insee, name, point, population }) => ({
      insee,
      name,
      departement: insee.slice(0, 2),
      point,
      pointKind: 'bourg' as const,
      population,
      populationYear: 2023,
      sourceId: 'bench',
      confidence: 'high' as const,
    })),
  );
}

/** All columns as they are, into a table without a key: the least a load of the file can cost. */
async function rawCopySeconds(handle: DatabaseHandle, path: string): Promise<number> {
  const columns = RAW_COLUMNS.map((column) => `${column} text`).join(', ');
  await handle.pool.query(`drop table if exists bench_raw; create table bench_raw (${columns})`);
  const startedMs = performance.now();
  await handle.bulkTransaction(async ({ copyValues }) => {
    await copyValues('bench_raw', RAW_COLUMNS, linesOf(path));
  });
  const seconds = (performance.now() - startedMs) / 1000;
  await handle.pool.query('drop table bench_raw');
  return seconds;
}

async function* linesOf(path: string): AsyncGenerator<string[]> {
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Infinity,
  })) {
    yield line.split('|');
  }
}
