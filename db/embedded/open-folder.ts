// With which extensions and settings does the embedded database run?

import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { postgis } from '@electric-sql/pglite-postgis';

/** Small buffers cost nothing measurable on a million rows and save a hundred megabytes. */
const SETTINGS = ['shared_buffers=16MB', 'max_wal_size=128MB', 'timezone=UTC', 'jit=off'];

/** Opens, and creates when empty. The caller holds the lock of the data folder. */
export async function openEmbeddedFolder(folder: string): Promise<PGlite> {
  return await PGlite.create({
    dataDir: folder,
    extensions: { postgis, pg_trgm, unaccent, btree_gist },
    startParams: [...PGlite.defaultStartParams, ...SETTINGS.flatMap((setting) => ['-c', setting])],
    initDbStartParams: ['--wal-segsize=1'],
  });
}
