// Bench: the directory's search over a million practices on PostgreSQL, through the API.

import { join } from 'node:path';
import { MAX_RADIUS_METERS } from '#api/features/directory/contract.ts';
import { prepareBenchDatabase } from '#tests/bench/bench-database.ts';
import { atLeast, atMost, type Figure, percentile, told } from '#tests/bench/bench-result.ts';
import { generateLoad, type LoadResult } from '#tests/bench/http-load.ts';
import { MAX_SCRIPTS, runPgbench } from '#tests/bench/pgbench.ts';
import { recordStatements } from '#tests/bench/record-statements.ts';
import { searchPaths, suggestPaths, tilePaths } from '#tests/bench/search-requests.ts';
import { type ApiProcess, startApi } from '#tests/bench/start-api.ts';
import { createTowns } from '#tests/bench/synthetic-practices.ts';
import { findBinaries, startTestServer } from '#tests/support/postgres.ts';

type Tell = (line: string) => void;

const MANY = 1_000_000;
const FEW = 10_000;
const CONNECTIONS = 32;
const ROUNDS = 3;
const SECONDS = 8;

/** A calm hour: fewer people at once than the server has processors to serve them. */
const CALM_CONNECTIONS = 2;

const towns = createTowns(3_000);
const paths = searchPaths(towns, MAX_SCRIPTS);
const manyPaths = searchPaths(towns, 128);
/** Few practices lie far apart: a wide radius gives them as many answers to rank and send. */
const widePaths = paths.map((path) => `${path}&radius=${MAX_RADIUS_METERS}`);

export async function bench(tell: Tell): Promise<Figure[]> {
  const binaries = findBinaries();
  const server = await startTestServer();
  if (server === null || binaries === null) {
    throw new Error('The search bench needs PostgreSQL with PostGIS and pgbench on this machine.');
  }
  try {
    const few = await prepareBenchDatabase(server, towns, FEW, tell);
    const many = await prepareBenchDatabase(server, towns, MANY, tell);
    const pgbench = join(binaries, 'pgbench');
    const smallRate = await withApi(few, tell, async (api) => {
      const wide = () => load(api, CONNECTIONS, widePaths);
      await wide();
      return median(await repeat(async () => (await wide()).requestsPerSecond));
    });
    return await withApi(many, tell, async (api) => [
      ...(await throughputFigures(api, many, pgbench, smallRate, tell)),
      ...(await calmFigures(api)),
      ...(await suggestFigures(api)),
      ...(await tileFigures(api)),
      told('memory of the API once open', api.rssMegabytes, 'MB'),
    ]);
  } finally {
    await server.stop();
  }
}

/** API and pgbench in turn, so that both meet the same machine. */
async function throughputFigures(
  api: ApiProcess,
  databaseUrl: string,
  binary: string,
  smallRate: number,
  tell: Tell,
): Promise<Figure[]> {
  const requests = await recordStatements(databaseUrl, paths);
  const statements = requests.reduce((sum, each) => sum + each.length, 0) / requests.length;
  const comparison = { binary, databaseUrl, requests, connections: CONNECTIONS };
  await load(api, CONNECTIONS);
  await runPgbench({ ...comparison, seconds: 3 });
  const rounds = await repeat(async () => {
    const loaded = await load(api, CONNECTIONS);
    const alone = await runPgbench({ ...comparison, seconds: SECONDS });
    tell(`${Math.round(loaded.requestsPerSecond)}/s by the API, ${Math.round(alone)}/s by pgbench`);
    return { loaded, alone };
  });
  const latencies = rounds.flatMap(({ loaded }) => loaded.latenciesMs);
  const rate = median(rounds.map(({ loaded }) => loaded.requestsPerSecond));
  const ratio = median(rounds.map(({ loaded, alone }) => loaded.requestsPerSecond / alone));
  return [
    atLeast(`API over pgbench, ${CONNECTIONS} connections`, ratio, 0.6, '×'),
    told(`searches a second, ${CONNECTIONS} connections`, rate, '/s'),
    told('statements a search', statements, ''),
    told(`p50 at ${CONNECTIONS} connections`, percentile(latencies, 0.5), 'ms'),
    atMost(`p99 at ${CONNECTIONS} connections`, percentile(latencies, 0.99), 15, 'ms'),
    atMost('growth from 10 k to 1 M', smallRate / rate, 2, '×'),
  ];
}

async function calmFigures(api: ApiProcess): Promise<Figure[]> {
  const { latenciesMs } = await load(api, CALM_CONNECTIONS, manyPaths);
  return [
    told(`p50 at ${CALM_CONNECTIONS} connections`, percentile(latenciesMs, 0.5), 'ms'),
    atMost(`p99 at ${CALM_CONNECTIONS} connections`, percentile(latenciesMs, 0.99), 15, 'ms'),
  ];
}

async function suggestFigures(api: ApiProcess): Promise<Figure[]> {
  const typos = suggestPaths(towns, MANY, 300);
  const { latenciesMs } = await generateLoad({
    port: api.port,
    paths: typos,
    connections: 1,
    seconds: SECONDS,
  });
  const common = await generateLoad({
    port: api.port,
    paths: typos.map((path) => path.replace(/q=[^&]*/, 'q=dr')),
    connections: 1,
    seconds: 3,
  });
  return [
    told('typeahead with a typo, p50', percentile(latenciesMs, 0.5), 'ms'),
    atMost('typeahead with a typo, p95', percentile(latenciesMs, 0.95), 15, 'ms'),
    atMost('typeahead, a word of every name, p95', percentile(common.latenciesMs, 0.95), 15, 'ms'),
  ];
}

/** Every zoom: the first answer, then the usual one, and its size. */
async function tileFigures(api: ApiProcess): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const zoom of [0, 3, 5, 7, 8, 10, 12, 14, 16]) {
    const once = { port: api.port, connections: 1 };
    const first = await generateLoad({ ...once, paths: tilePaths(towns, zoom, 1), seconds: 0.001 });
    const many = await generateLoad({ ...once, paths: tilePaths(towns, zoom, 200), seconds: 1 });
    const bytes = many.bytes / many.latenciesMs.length;
    figures.push(
      told(`tile z${zoom}, first`, first.latenciesMs[0] ?? Number.NaN, 'ms'),
      told(`tile z${zoom}, p50`, percentile(many.latenciesMs, 0.5), 'ms'),
      told(`tile z${zoom}, mean size`, bytes, 'bytes'),
    );
  }
  return figures;
}

async function withApi<T>(
  databaseUrl: string,
  tell: Tell,
  use: (api: ApiProcess) => Promise<T>,
): Promise<T> {
  const startedMs = performance.now();
  const api = await startApi(databaseUrl);
  tell(`the API is open after ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
  try {
    return await use(api);
  } finally {
    await api.stop();
  }
}

const load = (
  api: ApiProcess,
  connections: number,
  asked: readonly string[] = paths,
): Promise<LoadResult> =>
  generateLoad({ port: api.port, paths: asked, connections, seconds: SECONDS });

async function repeat<T>(run: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let round = 0; round < ROUNDS; round++) results.push(await run());
  return results;
}

const median = (values: readonly number[]): number => percentile(values, 0.5);
