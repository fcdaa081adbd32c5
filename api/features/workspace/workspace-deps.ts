// What the workspace needs: its database, the needs residents may have, the hour.

import type { Stores } from '#api/runtime/stores.ts';
import type { DatabaseHandle } from '#db/database.ts';
import type { ReadOfferFile } from '#domain/transport/feed-reading.ts';

export type WorkspaceDeps = {
  database: DatabaseHandle;
  stores: Pick<Stores, 'needs'>;
  config: { publicUrl: string | null };
  readOfferFile: ReadOfferFile;
  /** Epoch milliseconds. */
  clock: () => number;
};
