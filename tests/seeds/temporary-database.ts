// An embedded database of the test's own, thrown away at the end.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#db/client.ts';
import type { DatabaseHandle } from '#db/database.ts';

/** The template is made once and kept beside the packages. */
export const CACHE_FOLDER = join(
  import.meta.dirname,
  '..',
  '..',
  'node_modules',
  '.cache',
  'voisoin',
);

export async function openTemporaryDatabase(): Promise<{
  handle: DatabaseHandle;
  discard: () => Promise<void>;
}> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'voisoin-seeds-'));
  const handle = await openDatabase({ databaseUrl: null, dataFolder, cacheFolder: CACHE_FOLDER });
  return {
    handle,
    discard: async () => {
      await handle.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
