// The whole site on the demonstration territory, in a process of its own that computes the observatory when told
// to: `node site-process.ts DATABASE-OR-FOLDER SQUARES-A-COMMUNE`. Stops with its parent.

import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { readConfig } from '#api/config.ts';
import { createLog } from '#api/http/request-log.ts';
import { startServer } from '#api/server.ts';
import { askJob } from '#db/queries/access/ask-job.ts';
import { findLastJob } from '#db/queries/access/find-last-job.ts';
import { findResultMark } from '#db/queries/access/find-result-mark.ts';

export const TERRITORY = 'sud-charente';

export type ToSite = 'settle' | 'compute' | 'cancel';
export type FromSite =
  | { said: 'ready'; url: string }
  | { said: 'settled' }
  | { said: 'running' }
  | { said: 'figures' }
  /** `state` of the computation. */
  | { said: 'ended'; state: string; seconds: number; megabytes: number };

const LOOK_MS = 100;
const [address = '', squares = '0'] = process.argv.slice(2);
const isServer = address.startsWith('postgres');
const server = await startServer({
  config: readConfig({
    ...{ PORT: '0', HOST: '127.0.0.1', VOISOIN_DEMO: 'on', REQUESTS_PER_MINUTE: '0' },
    LOG_LEVEL: 'error',
    ...(isServer ? { DATABASE_URL: address } : { VOISOIN_DATA: address }),
  }),
  clock: Date.now,
  log: createLog({ level: 'error', clock: Date.now, write: (line) => console.error(line) }),
});
const { db } = server.database;
await writeSquares(Number(squares));
const say = (message: FromSite) => process.send?.(message);
let asked = 0;

process.on('message', (message: ToSite) => void answer(message));
process.on('disconnect', () => process.exit(0));
say({ said: 'ready', url: server.url });

async function answer(message: ToSite): Promise<void> {
  if (message === 'settle') {
    while ((await findResultMark(db, TERRITORY)) === null) await sleep(LOOK_MS);
    await cancel();
    say({ said: 'settled' });
    return;
  }
  if (message === 'cancel') return cancel();
  for (const table of ['travel_matrix', 'access_result', 'useful_day_run']) {
    await db.execute(sql`delete from ${sql.identifier(table)}`);
  }
  asked += 1;
  await askJob(db, { territoryCode: TERRITORY, kind: 'indicators', fingerprint: `bench ${asked}` });
  await until((state) => state !== 'queued');
  const startedMs = performance.now();
  say({ said: 'running' });
  while ((await findResultMark(db, TERRITORY)) === null) await sleep(LOOK_MS);
  say({ said: 'figures' });
  const state = await until((each) => each !== 'running');
  say({
    said: 'ended',
    state,
    seconds: (performance.now() - startedMs) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
  });
}

/** Who computes sees it at its next sign of life. */
async function cancel(): Promise<void> {
  await db.execute(sql`update access_job set state = 'cancelled', ended_at = now()
    where state in ('queued', 'running')`);
}

async function until(isMet: (state: string) => boolean): Promise<string> {
  for (;;) {
    const state = (await findLastJob(db, TERRITORY))?.state ?? 'none';
    if (isMet(state)) return state;
    await sleep(LOOK_MS);
  }
}

/** So many squares in rows around the centre of each commune of the territory, of eight people each. */
async function writeSquares(count: number): Promise<void> {
  await db.execute(sql`
    insert into population_tile (id, insee, point, population, households, aged_65_plus, aged_80_plus, imputed, year, source_id)
    select 'square ' || c.insee || ' ' || n, c.insee,
      ST_Translate(c.point::geometry, (n % 8 - 4) * 0.0026, (n / 8 - 3) * 0.0018)::geography,
      8, 4, 2, 1, true, 2021, c.source_id
    from commune c join territory_commune t on t.insee = c.insee, generate_series(1, ${count}) n
    where t.territory_code = ${TERRITORY} on conflict do nothing`);
}
