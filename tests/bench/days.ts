// Bench: how long do the useful days of the demonstration territory take, and do those who answer residents wait for it?

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createLog } from '#api/http/request-log.ts';
import { computeUsefulDays } from '#api/runtime/access-days.ts';
import { createStores } from '#api/runtime/stores.ts';
import { openDatabase } from '#db/client.ts';
import { listUsefulDays } from '#db/queries/access/list-useful-days.ts';
import { usefulDayCounts } from '#domain/access/no-car-week.ts';
import { loadDemo } from '#seeds/demo/load.ts';
import { atMost, type Bench, told } from '#tests/bench/bench-result.ts';

const TERRITORY = 'sud-charente';
const MOST_CPU_SECONDS = 120;
const MOST_DELAY_MS = 100;

export const bench: Bench = async (tell) => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'voisoin-days-'));
  const database = await openDatabase({ databaseUrl: null, dataFolder });
  const log = createLog({ level: 'error', clock: Date.now, write: (line) => tell(line) });
  const stores = createStores(database, log);
  try {
    await loadDemo(database);
    await stores.open();
    const deps = { db: database.db, parts: stores.planner.parts, clock: Date.now };
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const [cpu, started] = [process.cpuUsage(), performance.now()];
    const run = await computeUsefulDays(deps, TERRITORY, {
      onProgress: (done, total) => {
        if (done % 20 === 0) tell(`${done} communes of ${total}`);
      },
    });
    const { user, system } = process.cpuUsage(cpu);
    const seconds = (performance.now() - started) / 1000;
    delay.disable();
    const known = await listUsefulDays(database.db, TERRITORY);
    const doctors = (known?.rows ?? []).filter(({ profession }) => profession === 'gp');
    const communesWith = (days: 'sure' | 'forAll' | 'possible') =>
      doctors.filter((row) => usefulDayCounts(row)[days] > 0).length;
    tell(`Week of ${run.monday}, ${run.state}`);
    return [
      atMost('Useful days of a territory', (user + system) / 1e6, MOST_CPU_SECONDS, 's processor'),
      told('Useful days of a territory, elapsed', seconds, 's'),
      atMost('Thread that answers, delay p99', delay.percentile(99) / 1e6, MOST_DELAY_MS, 'ms'),
      told('Communes computed', doctors.length, ''),
      told('With a sure day at a doctor', communesWith('sure'), 'communes'),
      told('With a day open to all, to confirm included', communesWith('forAll'), 'communes'),
      told('With a day on conditions too', communesWith('possible'), 'communes'),
    ];
  } finally {
    await stores.close();
    await database.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
};
