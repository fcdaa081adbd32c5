// Can requests be served now? Within two seconds, whatever the database does.

import type { Stores } from '#api/runtime/stores.ts';
import type { DatabaseHandle } from '#db/database.ts';

const LONGEST_CHECK_MS = 2_000;

export type Readiness = {
  status: 'ready' | 'not_ready';
  database: boolean;
  stores: Record<string, boolean>;
  stopping: boolean;
};

export async function checkReadiness(deps: {
  database: DatabaseHandle;
  stores: Stores;
  isStopping: () => boolean;
}): Promise<Readiness> {
  const stopping = deps.isStopping();
  const database = !stopping && (await answersInTime(deps.database));
  const stores = deps.stores.readiness();
  const isReady = database && !stopping && Object.values(stores).every((loaded) => loaded);
  return { status: isReady ? 'ready' : 'not_ready', database, stores, stopping };
}

async function answersInTime({ pool }: DatabaseHandle): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, LONGEST_CHECK_MS, false);
  });
  const asked = pool.query('select 1').then(
    () => true,
    () => false,
  );
  const answered = await Promise.race([asked, late]);
  clearTimeout(timer);
  return answered;
}
