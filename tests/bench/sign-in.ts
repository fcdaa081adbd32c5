// Bench: does a flood of sign-ins slow what residents search?

import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { prepareBenchDatabase } from '#tests/bench/bench-database.ts';
import { atLeast, atMost, type Figure, percentile, told } from '#tests/bench/bench-result.ts';
import { generateLoad } from '#tests/bench/http-load.ts';
import { searchPaths } from '#tests/bench/search-requests.ts';
import { startApi } from '#tests/bench/start-api.ts';
import { createTowns } from '#tests/bench/synthetic-practices.ts';
import { startTestServer } from '#tests/support/postgres.ts';

type Tell = (line: string) => void;

const PRACTICES = 10_000;
/** Residents: one after the other, as in a calm hour. */
const RESIDENTS = 1;
const ROUNDS = 3;
const SECONDS = 6;
/** Many times what can be hashed; from as many networks, each within its own limit. */
const SIGN_INS_A_SECOND = 80;

/** By status: 401 was hashed, 503 was sent away. */
type Flood = { answers: Map<number, number>; waitsMs: number[]; stop: () => Promise<void> };

export async function bench(tell: Tell): Promise<Figure[]> {
  const server = await startTestServer();
  if (server === null) throw new Error('The sign-in bench needs PostgreSQL with PostGIS.');
  const towns = createTowns(3_000);
  const paths = searchPaths(towns, 128);
  const url = await prepareBenchDatabase(server, towns, PRACTICES, tell);
  const api = await startApi(url, { TRUSTED_PROXIES: '1' });
  const search = async () =>
    (await generateLoad({ port: api.port, paths, connections: RESIDENTS, seconds: SECONDS }))
      .latenciesMs;
  try {
    await search();
    const calm: number[] = [];
    const flooded: number[] = [];
    const knocked: number[] = [];
    const answers = new Map<number, number>();
    const waitsMs: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      calm.push(...(await search()));
      const knocks = startFlood(api.port, 'no address');
      knocked.push(...(await search()));
      await knocks.stop();
      const flood = startFlood(api.port, 'somebody@test.example');
      await wait(1_000);
      flooded.push(...(await search()));
      await flood.stop();
      for (const [status, count] of flood.answers) {
        answers.set(status, (answers.get(status) ?? 0) + count);
      }
      waitsMs.push(...flood.waitsMs);
      tell(
        `p95 ${[calm, knocked, flooded].map((each) => percentile(each, 0.95).toFixed(1)).join(', ')} ms: calm, as many requests that hash nothing, flooded`,
      );
    }
    tell(`sign-ins: ${[...answers].map(([status, count]) => `${count} × ${status}`).join(', ')}`);
    const p95 = (values: readonly number[]) => percentile(values, 0.95);
    return [
      told('searches, p50 in calm', percentile(calm, 0.5), 'ms'),
      told('searches, p95 in calm', p95(calm), 'ms'),
      told('searches, p95 beside as many requests that hash nothing', p95(knocked), 'ms'),
      told('searches, p50 in a flood of sign-ins', percentile(flooded, 0.5), 'ms'),
      atMost('searches, p95 in a flood of sign-ins', p95(flooded), 15, 'ms'),
      told('p95 in a flood over p95 in calm', p95(flooded) / p95(calm), '×'),
      atMost(
        'p95 in a flood over that beside as many requests',
        p95(flooded) / p95(knocked),
        2,
        '×',
      ),
      atLeast('sign-ins refused at once', answers.get(503) ?? 0, 1, ''),
      told('sign-ins hashed a second', (answers.get(401) ?? 0) / (ROUNDS * (SECONDS + 1)), '/s'),
      told('longest wait of a sign-in', Math.max(...waitsMs) / 1000, 's'),
    ];
  } finally {
    await api.stop();
    await server.stop();
  }
}

/** People nobody knows cost as much to refuse as those with an account; what is no address costs no hash. */
function startFlood(port: number, email: string): Flood {
  const answers = new Map<number, number>();
  const waitsMs: number[] = [];
  const pending = new Set<Promise<void>>();
  const timer = setInterval(() => {
    const one = signIn(port, email)
      .then(({ status, tookMs }) => {
        answers.set(status, (answers.get(status) ?? 0) + 1);
        waitsMs.push(tookMs);
      })
      .finally(() => pending.delete(one));
    pending.add(one);
  }, 1_000 / SIGN_INS_A_SECOND);
  return {
    answers,
    waitsMs,
    async stop() {
      clearInterval(timer);
      await Promise.all(pending);
    },
  };
}

async function signIn(port: number, email: string): Promise<{ status: number; tookMs: number }> {
  const startMs = performance.now();
  const network = Array.from({ length: 4 }, () => randomInt(1, 250)).join('.');
  const response = await fetch(`http://127.0.0.1:${port}/api/account/sign-in`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      'x-forwarded-for': network,
    },
    body: JSON.stringify({
      email: email.replace('@', `-${randomInt(1e9)}@`),
      password: 'six lampes orange',
    }),
  });
  await response.arrayBuffer();
  return { status: response.status, tookMs: performance.now() - startMs };
}
