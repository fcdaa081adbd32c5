// Which pool do queries on the embedded database go through? The driver's own, with one connection.

import { Client, type ClientBase, Pool } from 'pg';
import type { EmbeddedEngine } from '#db/embedded/engine.ts';
import { EngineStream } from '#db/embedded/engine-stream.ts';

/** A query outside a transaction waits for the one running; past this it fails rather than hangs. */
const WAIT_FOR_CONNECTION_MS = 120_000;

/** `onConnect` ends before the first query of a new connection: two at once is not allowed. */
export function createEnginePool(
  engine: EmbeddedEngine,
  onConnect: (client: ClientBase) => Promise<void>,
): Pool {
  const pool = new Pool({
    Client,
    onConnect,
    user: 'postgres',
    database: 'postgres',
    password: '',
    ssl: false,
    stream: () => new EngineStream(engine),
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
  });
  // A failed connection is replaced at the next query, which then says what is wrong.
  pool.on('error', () => undefined);
  return pool;
}
