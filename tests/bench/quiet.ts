// Bench: do residents wait while the observatory is computed?
//
// The demonstration territory by squares of 200 m, all computed anew: times by car and on foot, figures, then days
// without a car, as far as forty seconds go. Meanwhile two residents search, and plan a way there and back, one request after the other with
// a breath between. The same before and after, in the same run, on both kinds of database.

import { setTimeout as sleep } from 'node:timers/promises';
import { atMost, type Bench, type Figure, percentile, told } from '#tests/bench/bench-result.ts';
import { type BenchSite, startBenchSite } from '#tests/bench/start-site.ts';
import { startTestServer, type TestServer } from '#tests/support/postgres.ts';

const SQUARES_A_COMMUNE = 50;
const PHASE_MS = 15_000;
/** Times by car, on foot and figures take the first seconds, days without a car the others. */
const COMPUTING_MS = 40_000;
const WARM_MS = 4_000;
const BREATH_MS = 25;
/** A core for the residents and the database, one for who computes: half as much again is not felt. */
const MOST_RATIO = 1.5;
const HOMES = ['16020', '16073', '16230', '16028', '16046'] as const;
const NEEDS = ['medecin-generaliste', 'pharmacie', 'kinesitherapeute'] as const;
const NEXT_WEEK_MS = 7 * 86_400_000;

type Waits = { search: number[]; journey: number[] };

export const bench: Bench = async (tell) => {
  const server = await startTestServer();
  const figures = await figuresOn('embedded', null, tell);
  if (server === null) {
    tell('no PostgreSQL on this machine');
    return figures;
  }
  try {
    return [...figures, ...(await figuresOn('PostgreSQL', server, tell))];
  } finally {
    await server.stop();
  }
};

async function figuresOn(
  name: string,
  server: TestServer | null,
  tell: (line: string) => void,
): Promise<Figure[]> {
  const site = await startBenchSite(server, SQUARES_A_COMMUNE);
  try {
    tell(`${name}: ready`);
    await reside(site, WARM_MS);
    const before = await reside(site, PHASE_MS);
    const [running, ended] = [site.hear('running'), site.hear('ended')];
    site.tell('compute');
    await running;
    let isOver = false;
    void ended.then(() => {
      isOver = true;
    });
    const during = await reside(site, COMPUTING_MS, () => isOver);
    site.tell('cancel');
    const { state, seconds, megabytes } = await ended;
    tell(`${name}: the computation was ${state} after ${Math.round(seconds)} s`);
    const after = await reside(site, PHASE_MS);
    const quiet: Waits = {
      search: [...before.search, ...after.search],
      journey: [...before.journey, ...after.journey],
    };
    return [
      ...compare(`${name}, search`, quiet.search, during.search),
      ...compare(`${name}, journey`, quiet.journey, during.journey),
      told(`${name}, memory of the process, peak`, megabytes, 'MB'),
    ];
  } finally {
    await site.stop();
  }
}

function compare(name: string, quiet: readonly number[], busy: readonly number[]): Figure[] {
  const [calm, held] = [percentile(quiet, 0.95), percentile(busy, 0.95)];
  return [
    told(`${name}, p50 without`, percentile(quiet, 0.5), 'ms'),
    told(`${name}, p50 beside a computation`, percentile(busy, 0.5), 'ms'),
    told(`${name}, p95 without`, calm, 'ms'),
    told(`${name}, p95 beside a computation (${busy.length} requests)`, held, 'ms'),
    atMost(`${name}, p95 beside over without`, held / calm, MOST_RATIO, '×'),
  ];
}

async function reside(
  { url }: BenchSite,
  forMs: number,
  isOver: () => boolean = () => false,
): Promise<Waits> {
  const waits: Waits = { search: [], journey: [] };
  const untilMs = performance.now() + forMs;
  const resident = async (kind: keyof Waits) => {
    for (let turn = 0; performance.now() < untilMs && !isOver(); turn++) {
      const sentMs = performance.now();
      await (kind === 'search' ? search(url, turn) : plan(url, turn));
      waits[kind].push(performance.now() - sentMs);
      await sleep(BREATH_MS);
    }
  };
  await Promise.all([resident('search'), resident('journey')]);
  return waits;
}

async function search(url: string, turn: number): Promise<void> {
  const lon = (-0.1 + (turn % 7) * 0.05).toFixed(3);
  const need = NEEDS[turn % NEEDS.length] ?? '';
  await read(await fetch(`${url}/api/directory?need=${need}&lon=${lon}&lat=45.4&radius=30000`));
}

/** On a day a week ahead, at ten or at three. */
async function plan(url: string, turn: number): Promise<void> {
  const date = new Date(Date.now() + NEXT_WEEK_MS).toISOString().slice(0, 10);
  await read(
    await fetch(`${url}/api/journeys`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({
        from: { insee: HOMES[turn % HOMES.length] },
        to: { point: [-0.155, 45.473], name: 'Barbezieux' },
        appointment: { date, minute: turn % 2 === 0 ? 600 : 900, durationMinutes: 30 },
        mode: 'no_car',
      }),
    }),
  );
}

async function read(response: Response): Promise<void> {
  const body = await response.text();
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${body}`);
}
