// How is the embedded database opened, kept to one process, and closed?

import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { ClientBase, Pool } from 'pg';
import { bulkOf } from '#db/bulk.ts';
import type { CopyText } from '#db/copy-text.ts';
import type { BulkTransaction, DatabaseHandle } from '#db/database.ts';
import { type EmbeddedEngine, startEngine } from '#db/embedded/engine.ts';
import { createEnginePool } from '#db/embedded/engine-pool.ts';
import { lockFolder } from '#db/embedded/folder-lock.ts';
import { type FolderOptions, prepareDatabaseFolder } from '#db/embedded/template.ts';
import { onceOnly } from '#db/once-only.ts';

export type EmbeddedOptions = Omit<FolderOptions, 'cacheFolder'> & { cacheFolder?: string };

/** Throws `AppError('locked')` when another process holds the folder. */
export async function openEmbedded(options: EmbeddedOptions): Promise<DatabaseHandle> {
  const lock = await lockFolder(options.dataFolder);
  try {
    const cacheFolder = options.cacheFolder ?? join(options.dataFolder, 'cache');
    const engine = await startEngine(await prepareDatabaseFolder({ ...options, cacheFolder }));
    const listeners = createListeners();
    const pool = createEnginePool(engine, listeners.onConnect);
    return {
      kind: 'embedded',
      db: drizzle(pool),
      pool,
      listen: (channel, onPayload) => listeners.listen(pool, channel, onPayload),
      notify: async (channel, payload) => {
        await pool.query('select pg_notify($1, $2)', [channel, payload]);
      },
      copyRows: (table, rows) => runBulk(engine, pool, (bulk) => bulk.copyRows(table, rows)),
      bulkTransaction: (work) => runBulk(engine, pool, work),
      close: onceOnly(async () => {
        await pool.end();
        await engine.close();
        await lock.release();
      }),
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

type OnPayload = (payload: string) => void;

/** The one connection hears its own notifications, and listens again should it be replaced. */
function createListeners() {
  const byChannel = new Map<string, Set<OnPayload>>();
  const ask = async (client: ClientBase, channel: string) => {
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
  };
  return {
    async onConnect(client: ClientBase): Promise<void> {
      client.on('notification', ({ channel, payload }) => {
        for (const onPayload of byChannel.get(channel) ?? []) onPayload(payload ?? '');
      });
      for (const channel of byChannel.keys()) await ask(client, channel);
    },
    async listen(pool: Pool, channel: string, onPayload: OnPayload): Promise<() => Promise<void>> {
      const client = await pool.connect();
      try {
        await ask(client, channel);
      } finally {
        client.release();
      }
      const listeners = byChannel.get(channel) ?? new Set();
      byChannel.set(channel, listeners.add(onPayload));
      return async () => {
        listeners.delete(onPayload);
        if (listeners.size === 0) byChannel.delete(channel);
      };
    },
  };
}

/** COPY goes through the engine's own channel, within the transaction held on the one connection. */
async function runBulk<T>(
  engine: EmbeddedEngine,
  pool: Pool,
  work: (bulk: BulkTransaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const copy: CopyText = async (sql, chunks) => {
    for await (const chunk of chunks) {
      if (chunk.length === 0) continue;
      const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
      await engine.ask({ kind: 'copy', sql, bytes });
    }
  };
  try {
    return await drizzle(client).transaction((db) => work(bulkOf(db, copy)));
  } finally {
    client.release();
  }
}
