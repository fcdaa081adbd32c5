// The API on an embedded database of its own, at an hour of the test's choosing; its log is kept.

import { createApp } from '#api/app.ts';
import { type Environment, readConfig } from '#api/config.ts';
import { createLimits } from '#api/http/rate-limit.ts';
import { createLog } from '#api/http/request-log.ts';
import { createSignIn } from '#api/runtime/sign-in.ts';
import { createStores, type Stores } from '#api/runtime/stores.ts';
import type { Database, DatabaseHandle } from '#db/database.ts';
import { type Moment, toInstant } from '#domain/time.ts';
import { readOfferFile } from '#seeds/sources/gtfs-flex/read-offer-file.ts';
import { createTestDatabase } from '#tests/support/database.ts';

/** Signs the cookies of a test. */
export const TEST_SECRET = 'a secret of the tests, long enough to sign cookies with';

export type TestApp = {
  app: ReturnType<typeof createApp>;
  database: DatabaseHandle;
  stores: Stores;
  /** Epoch milliseconds; a test may move it. */
  clock: { nowMs: number };
  logged: string[];
  stopping: { asked: boolean };
  get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>;
  close: () => Promise<void>;
};

export async function openTestApp(options: {
  now: Moment;
  env?: Environment;
  write?: (db: Database) => Promise<void>;
  /** One that is there already, and stays when the app closes. */
  database?: DatabaseHandle;
}): Promise<TestApp> {
  const { handle, remove } =
    options.database === undefined
      ? await createTestDatabase('embedded')
      : { handle: options.database, remove: async () => {} };
  await options.write?.(handle.db);
  const clock = { nowMs: toInstant(options.now) };
  const stopping = { asked: false };
  const logged: string[] = [];
  // A busy machine is no reason to leave a place out.
  const patient = { REQUESTS_PER_MINUTE: '0', JOURNEY_BUDGET_MS: '20000' };
  const config = readConfig({ ...patient, ...options.env });
  const log = createLog({
    level: 'info',
    clock: () => clock.nowMs,
    write: (line) => logged.push(line),
  });
  const stores = createStores(handle, log);
  await stores.open();
  const app = createApp({
    database: handle,
    stores,
    config,
    clock: () => clock.nowMs,
    log,
    limits: createLimits(config.requestsPerMinute),
    signIn: createSignIn({ db: handle.db, secret: TEST_SECRET }),
    readOfferFile,
    isStopping: () => stopping.asked,
  });
  return {
    app,
    database: handle,
    stores,
    clock,
    logged,
    stopping,
    get: async (path, headers = {}) => app.request(path, { headers }),
    post: async (path, body, headers = {}) =>
      app.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    close: async () => {
      await stores.close();
      await remove();
    },
  };
}
