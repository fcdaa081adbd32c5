// Which database does this process use: the one kept in its data folder, or a PostgreSQL server?

import '#db/keep-compiled-code.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { openEmbedded } from '#db/embedded/open.ts';
import { openServer } from '#db/open-server.ts';

export type OpenOptions = {
  /** Null: the embedded database of `dataFolder`. */
  databaseUrl: string | null;
  dataFolder: string;
  /** Connections to a server; the embedded database has one. */
  poolSize?: number;
  /** Server only: longest statement, 0 for none. */
  statementTimeoutMs?: number;
  /** Where the template of the embedded database is kept; `cache` in the data folder by default. */
  cacheFolder?: string;
  onProgress?: (step: OpenStep) => void;
};

/** `making_template` happens once on a machine and takes about ten seconds. */
export type OpenStep = 'making_template' | 'copying_template';

/** A new embedded database comes migrated; otherwise call `runMigrations(handle.pool)`. */
export async function openDatabase(options: OpenOptions): Promise<DatabaseHandle> {
  const { databaseUrl, dataFolder, cacheFolder, poolSize, statementTimeoutMs } = options;
  if (databaseUrl !== null) return openServer({ databaseUrl, poolSize, statementTimeoutMs });
  return openEmbedded({
    dataFolder,
    ...(cacheFolder === undefined ? {} : { cacheFolder }),
    onProgress: options.onProgress ?? (() => undefined),
  });
}
