// The whole site, as `npm start` serves it, on a port of its own and at an hour of the test's choosing.

import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#api/config.ts';
import { createLog } from '#api/http/request-log.ts';
import { startServer } from '#api/server.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { type Moment, toInstant } from '#domain/time.ts';

export type Site = {
  url: string;
  database: DatabaseHandle;
  /** Moves the site's clock: an hour of Paris. */
  setNow: (now: Moment) => void;
  stop: () => Promise<void>;
};

const BUILT = join(import.meta.dirname, '..', '..', 'web', 'dist', 'server', 'entry-server.js');

/** Demonstration territory on the embedded database, or on the PostgreSQL of `databaseUrl`. */
export async function startSite(options: {
  databaseUrl: string | null;
  now: Moment;
}): Promise<Site> {
  if (!existsSync(BUILT)) throw new Error('The pages are not built: run `npm run build` first.');
  const dataFolder = await mkdtemp(join(tmpdir(), 'voisoin-site-'));
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    VOISOIN_DATA: dataFolder,
    VOISOIN_DEMO: 'on',
    REQUESTS_PER_MINUTE: '0',
    LOG_LEVEL: 'error',
    ...(options.databaseUrl === null ? {} : { DATABASE_URL: options.databaseUrl }),
  });
  let nowMs = toInstant(options.now);
  const server = await startServer({
    config,
    clock: () => nowMs,
    log: createLog({ level: 'error', clock: () => nowMs, write: (line) => console.error(line) }),
  });
  return {
    url: server.url,
    database: server.database,
    setNow: (now) => {
      nowMs = toInstant(now);
    },
    stop: async () => {
      await server.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
