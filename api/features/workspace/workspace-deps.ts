// What the workspace needs: its database, the needs residents may have, the hour.

import type { Stores } from '#api/runtime/stores.ts';
import type { DatabaseHandle } from '#db/database.ts';

export type WorkspaceDeps = {
  database: DatabaseHandle;
  stores: Pick<Stores, 'needs'>;
  /** Epoch milliseconds. */
  clock: () => number;
};
