// The same E2SFCA in PostgreSQL: how long does the sum over all pairs take there?

import { Client } from 'pg';
import type { Country } from '#tests/bench/catchment-country.ts';
import { onServer, startTestServer } from '#tests/support/postgres.ts';

const DATABASE = 'voisoin_bench_catchment';
const ROWS_A_STATEMENT = 40_000;

export type SqlSums = { accessSum: number; suppliedSum: number; ms: number };

export type CatchmentSql = { sum: () => Promise<SqlSums>; close: () => Promise<void> };

/** Weights as the steps of the indicator; the rows stay in the server, only two sums come back. */
const SUM = `
  with weighted as (
    select place, site,
      case when tenths <= 100 then 1::float8
           when tenths <= 150 then 2::float8 / 3
           when tenths <= 200 then 1::float8 / 3 else 0 end as weight
    from travel
  ), ratio as (
    select w.site, s.supply / nullif(sum(p.demand * w.weight), 0) as ratio
    from weighted w join place p on p.id = w.place join site s on s.id = w.site
    group by w.site, s.supply
  ), access as (
    select w.place, sum(r.ratio * w.weight) as access
    from weighted w join ratio r on r.site = w.site
    group by w.place
  )
  select sum(a.access) as "accessSum", sum(a.access * p.demand) as "suppliedSum"
  from access a join place p on p.id = a.place`;

/** Null, and the reason told, when this machine has no PostgreSQL. */
export async function openCatchmentSql(
  country: Country,
  tell: (line: string) => void,
): Promise<CatchmentSql | null> {
  const server = await startTestServer();
  if (server === null) {
    tell('SQL: not compared, no PostgreSQL on this machine');
    return null;
  }
  await onServer(server, `drop database if exists ${DATABASE}`);
  await onServer(server, `create database ${DATABASE}`);
  const client = new Client(server.url(DATABASE));
  await client.connect();
  await client.query(`set work_mem = '256MB'`);
  await loadCountry(client, country);
  return {
    async sum() {
      const startedMs = performance.now();
      const { rows } = await client.query<{ accessSum: number; suppliedSum: number }>(SUM);
      const ms = performance.now() - startedMs;
      const [row] = rows;
      if (row === undefined) throw new Error('SQL: expected one row of sums, received none');
      return { ...row, ms };
    },
    async close() {
      await client.end();
      await onServer(server, `drop database ${DATABASE}`);
      await server.stop();
    },
  };
}

async function loadCountry(client: Client, { pairs, demand, supply }: Country): Promise<void> {
  await client.query(`
    create unlogged table place (id int primary key, demand float8 not null);
    create unlogged table site (id int primary key, supply float8 not null);
    create unlogged table travel (place int not null, site int not null, tenths int not null)`);
  await client.query(
    'insert into place select o - 1, d from unnest($1::float8[]) with ordinality as t(d, o)',
    [[...demand]],
  );
  await client.query(
    'insert into site select o - 1, s from unnest($1::float8[]) with ordinality as t(s, o)',
    [[...supply]],
  );
  const sites = new Uint32Array(pairs.places.length);
  for (let site = 0; site < pairs.siteCount; site++) {
    sites.fill(site, pairs.siteStarts[site], pairs.siteStarts[site + 1]);
  }
  for (let first = 0; first < sites.length; first += ROWS_A_STATEMENT) {
    const part = [pairs.places, sites, pairs.tenths].map((each) => [
      ...each.subarray(first, first + ROWS_A_STATEMENT),
    ]);
    await client.query(
      'insert into travel select * from unnest($1::int[], $2::int[], $3::int[])',
      part,
    );
  }
  await client.query('alter table travel add primary key (site, place)');
  await client.query('vacuum analyze');
}
