// Which statements does the API send for a request? Read from the pool, so that a comparison runs
// the same SQL by construction.

import { createApp } from '#api/app.ts';
import { readConfig } from '#api/config.ts';
import { createLimits } from '#api/http/rate-limit.ts';
import { createLog } from '#api/http/request-log.ts';
import { createSignIn } from '#api/runtime/sign-in.ts';
import { createStores } from '#api/runtime/stores.ts';
import { openDatabase } from '#db/client.ts';
import { readOfferFile } from '#seeds/sources/gtfs-flex/read-offer-file.ts';

export type Statement = { text: string; values: readonly unknown[] };

/** The statements of each path, in order. */
export async function recordStatements(
  databaseUrl: string,
  paths: readonly string[],
): Promise<Statement[][]> {
  const config = readConfig({ DATABASE_URL: databaseUrl, VOISOIN_DEMO: 'off' });
  const clock = () => Date.now();
  const log = createLog({ level: 'silent', clock, write: () => undefined });
  const database = await openDatabase({ databaseUrl, dataFolder: '', poolSize: 1 });
  try {
    const stores = createStores(database, log);
    await stores.open();
    const limits = createLimits(0);
    const api = createApp({
      database,
      stores,
      config,
      clock,
      log,
      limits,
      signIn: createSignIn({
        db: database.db,
        secret: 'nobody signs in to a bench, nobody at all',
      }),
      readOfferFile,
      isStopping: () => false,
    });
    const recorded: Statement[][] = [];
    const query = database.pool.query.bind(database.pool) as (...args: unknown[]) => unknown;
    Reflect.set(database.pool, 'query', (...args: unknown[]) => {
      recorded.at(-1)?.push(readStatement(args));
      return query(...args);
    });
    for (const path of paths) {
      recorded.push([]);
      const response = await api.request(path);
      if (response.status !== 200) throw new Error(`GET ${path}: received ${response.status}.`);
    }
    await stores.close();
    return recorded;
  } finally {
    await database.close();
  }
}

/** `query(text, values)` or `query({ text }, values)`. */
function readStatement([config, values]: readonly unknown[]): Statement {
  const text = typeof config === 'string' ? config : Reflect.get(Object(config), 'text');
  const given = values ?? Reflect.get(Object(config), 'values') ?? [];
  if (typeof text !== 'string' || !Array.isArray(given)) {
    throw new TypeError('Expected a statement as text with its values.');
  }
  return { text, values: given };
}
