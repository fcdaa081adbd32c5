// How is the embedded database opened, kept to one process, and closed?

import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { ClientBase, Pool } from 'pg';
import { prepareCopy } from '#db/copy-text.ts';
import type { DatabaseHandle, Rows } from '#db/database.ts';
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
      copyRows: (table, rows) => copyThrough(engine, pool, table, rows),
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

/** COPY through the engine's own channel, inside a transaction held on the one connection. */
async function copyThrough<T extends PgTable>(
  engine: EmbeddedEngine,
  pool: Pool,
  table: T,
  rows: Rows<T>,
): Promise<number> {
  const copy = await prepareCopy(table, rows);
  if (copy === null) return 0;
  const client = await pool.connect();
  try {
    await client.query('begin');
    for await (const chunk of copy.chunks) {
      const bytes = new TextEncoder().encode(chunk);
      await engine.ask({ kind: 'copy', sql: copy.sql, bytes });
    }
    await client.query('commit');
    return copy.rowCount();
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
