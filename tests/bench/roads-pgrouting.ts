// The same roads in PostgreSQL, for pgRouting: how long does it take from one junction to all?

import { Client } from 'pg';
import { paceOf, type RoadGraph } from '#domain/journey/road-graph.ts';
import { startTestServer } from '#tests/support/postgres.ts';

const DATABASE = 'voisoin_bench_roads';
const ROWS_A_STATEMENT = 20_000;

export type PgRouting = {
  version: string;
  /** Junctions reached within so many seconds, the farthest of them, and how long it took. */
  reach: (
    junction: number,
    limitSeconds: number,
  ) => Promise<{ reached: number; farthestSeconds: number; ms: number }>;
  close: () => Promise<void>;
};

/** Null, and the reason told, when this machine has no pgRouting. */
export async function openPgRouting(
  graph: RoadGraph,
  tell: (line: string) => void,
): Promise<PgRouting | null> {
  const server = await startTestServer();
  if (server === null) {
    tell('pgRouting: not compared, no PostgreSQL with PostGIS on this machine');
    return null;
  }
  const admin = new Client(server.url('postgres'));
  await admin.connect();
  await admin.query(`drop database if exists ${DATABASE}`);
  await admin.query(`create database ${DATABASE}`);
  await admin.end();
  const client = new Client(server.url(DATABASE));
  await client.connect();
  const close = async () => {
    await client.end();
    const last = new Client(server.url('postgres'));
    await last.connect();
    await last.query(`drop database ${DATABASE}`);
    await last.end();
    await server.stop();
  };
  const { rows: known } = await client.query<{ version: string }>(
    `select default_version as version from pg_available_extensions where name = 'pgrouting'`,
  );
  if (known[0] === undefined) {
    tell('pgRouting: not compared, its extension is not installed beside PostgreSQL');
    await close();
    return null;
  }
  await client.query('create extension pgrouting cascade');
  await loadRoads(client, graph);
  return {
    version: known[0].version,
    async reach(junction, limitSeconds) {
      const startedMs = performance.now();
      const { rows } = await client.query<{ reached: string; farthest: number }>(
        `select count(*) as reached, max(agg_cost) as farthest from pgr_drivingDistance(
           'select id, source, target, cost, reverse_cost from road', $1::bigint, $2::float8, true)`,
        [junction, limitSeconds],
      );
      const ms = performance.now() - startedMs;
      return {
        reached: Number(rows[0]?.reached),
        farthestSeconds: rows[0]?.farthest ?? Number.NaN,
        ms,
      };
    },
    close,
  };
}

async function loadRoads(client: Client, graph: RoadGraph): Promise<void> {
  await client.query(`create table road (
    id bigint primary key, source bigint not null, target bigint not null,
    cost float8 not null, reverse_cost float8 not null)`);
  const pace = paceOf(graph, 'car');
  for (let first = 0; first < graph.edgeCount; first += ROWS_A_STATEMENT) {
    const count = Math.min(ROWS_A_STATEMENT, graph.edgeCount - first);
    const edges = Array.from({ length: count }, (_, i) => first + i);
    // Closed is −1 for pgRouting.
    const cost = (edge: number, back: number) => {
      const each = pace[(graph.edgeProfiles[edge] ?? 0) ^ back] ?? 0;
      return Number.isFinite(each) ? Math.fround((graph.edgeMeters[edge] ?? 0) * each) : -1;
    };
    await client.query(
      `insert into road select * from
         unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::float8[], $5::float8[])`,
      [
        edges,
        edges.map((edge) => graph.edgeFroms[edge]),
        edges.map((edge) => graph.edgeTos[edge]),
        edges.map((edge) => cost(edge, 0)),
        edges.map((edge) => cost(edge, 1)),
      ],
    );
  }
  await client.query('analyze road');
}
