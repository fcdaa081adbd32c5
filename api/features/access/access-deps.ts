// What do the routes of the observatory need?

import type { AccessRunner } from '#api/runtime/access-runner.ts';
import type { Stores } from '#api/runtime/stores.ts';
import type { DatabaseHandle } from '#db/database.ts';

export type AccessDeps = {
  database: DatabaseHandle;
  stores: Pick<Stores, 'communesOfTerritory' | 'planner'>;
  access: Pick<AccessRunner, 'ask'>;
  /** Epoch milliseconds. */
  clock: () => number;
};
