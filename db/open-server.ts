// How is a PostgreSQL server reached: a pool for queries, a connection to listen?

import { availableParallelism } from 'node:os';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Client, Pool } from 'pg';
import postgres, { type Sql } from 'postgres';
import { bulkOf } from '#db/bulk.ts';
import type { CopyText } from '#db/copy-text.ts';
import type { BulkTransaction, DatabaseHandle } from '#db/database.ts';
import { onceOnly } from '#db/once-only.ts';
import { copyFrom } from '#db/pg-copy.ts';
import { AppError } from '#domain/error.ts';

/** More statements at once than processors to run them only wait for each other. */
const DEFAULT_POOL_SIZE = Math.min(16, 3 * availableParallelism());
const STATEMENT_TIMEOUT_MS = 30_000;

export type ServerOptions = {
  databaseUrl: string;
  poolSize?: number | undefined;
  /** Longest statement; 0 for none, as imports need. */
  statementTimeoutMs?: number | undefined;
};

/** Throws `AppError('unavailable')` when the server does not answer. */
export async function openServer(options: ServerOptions): Promise<DatabaseHandle> {
  const pool = new Pool({
    connectionString: options.databaseUrl,
    max: options.poolSize ?? DEFAULT_POOL_SIZE,
    statement_timeout: options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'voisoin',
    // Compiling a plan, or starting workers for it, takes longer than running any of ours.
    options: '-c jit=off -c max_parallel_workers_per_gather=0 -c timezone=UTC',
  });
  // Idle clients report here when the server stops; the next query reconnects or says why not.
  pool.on('error', () => undefined);
  try {
    await pool.query('select 1');
  } catch (cause) {
    await pool.end();
    throw unreachable(options.databaseUrl, cause);
  }
  const stream = openStream(options.databaseUrl);
  return {
    kind: 'server',
    db: drizzle(pool),
    pool,
    listen: async (channel, onPayload) => {
      // What was said while the connection was lost is not said again: one word without content stands for it.
      let hasListened = false;
      const { unlisten } = await stream.listen(channel, onPayload, () => {
        if (hasListened) onPayload('');
        hasListened = true;
      });
      return unlisten;
    },
    notify: async (channel, payload) => {
      await pool.query('select pg_notify($1, $2)', [channel, payload]);
    },
    copyRows: (table, rows) => runBulk(pool, (bulk) => bulk.copyRows(table, rows)),
    bulkTransaction: (work) => runBulk(pool, work),
    close: onceOnly(async () => {
      await Promise.all([pool.end(), stream.end({ timeout: 5 })]);
    }),
  };
}

/** Reads the address as `pg` does, socket folders included. Connects at first use. */
function openStream(databaseUrl: string): Sql {
  const { host, port, user, password, database, ssl } = new Client(databaseUrl);
  return postgres({
    host,
    port,
    ...(user === undefined ? {} : { user }),
    ...(database === undefined ? {} : { database }),
    password: password ?? '',
    ssl,
    max: 1,
    onnotice: () => undefined,
  });
}

/** One connection for the whole, so that COPY and queries see each other's rows. */
async function runBulk<T>(pool: Pool, work: (bulk: BulkTransaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // Lost while nothing is asked of it: the next query says so.
  let lost: Error | undefined;
  const onError = (error: Error) => {
    lost = error;
  };
  client.on('error', onError);
  try {
    await client.query('set statement_timeout = 0');
    const copy: CopyText = (sql, chunks) => copyFrom(client, `${sql} from stdin`, chunks);
    return await drizzle(client).transaction((db) => work(bulkOf(db, copy)));
  } finally {
    if (lost === undefined) await client.query('reset statement_timeout').catch(onError);
    client.off('error', onError);
    client.release(lost);
  }
}

/** The address without its password. */
function unreachable(databaseUrl: string, cause: unknown): AppError {
  const shown = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null;
  const address = shown === null ? 'DATABASE_URL' : `${shown.hostname}${shown.pathname}`;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new AppError(
    'unavailable',
    `La base de données ${address} ne répond pas : ${reason}. / The database ${address} does not answer: ${reason}.`,
    { cause },
  );
}
