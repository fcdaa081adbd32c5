// The API of an organization in a process of its own, until it is killed:
// `node workspace-until-killed.ts DATA-FOLDER CACHE [DATABASE_URL]`. Says the port it listens on.

import { createApp } from '#api/app.ts';
import { readConfig } from '#api/config.ts';
import { createLimits } from '#api/http/rate-limit.ts';
import { createLog } from '#api/http/request-log.ts';
import { startOfferClock } from '#api/runtime/offer-clock.ts';
import { createPlannerPool } from '#api/runtime/planner-pool.ts';
import { serveHttp } from '#api/runtime/serve-http.ts';
import { createSignIn } from '#api/runtime/sign-in.ts';
import { createStores } from '#api/runtime/stores.ts';
import { openDatabase } from '#db/client.ts';
import { readOfferFile } from '#seeds/sources/gtfs-flex/read-offer-file.ts';
import { TEST_SECRET } from '#tests/support/app.ts';

const [dataFolder = '', cacheFolder = '', databaseUrl = null] = process.argv.slice(2);
const clock = Date.now;
const config = readConfig({ REQUESTS_PER_MINUTE: '0' });
const log = createLog({ level: 'error', clock, write: (line) => process.stderr.write(line) });
const database = await openDatabase({ databaseUrl, dataFolder, cacheFolder });
const stores = createStores(database, log, createPlannerPool({ log, size: 1 }));
await stores.open();
startOfferClock({ database, clock, log });
const limits = createLimits(0);
const signIn = createSignIn({ db: database.db, secret: TEST_SECRET });
const isStopping = () => false;
const api = createApp({
  database,
  stores,
  config,
  clock,
  log,
  limits,
  signIn,
  readOfferFile,
  isStopping,
});
const http = await serveHttp({
  fetch: (request, bindings) => api.fetch(request, bindings),
  host: '127.0.0.1',
  port: 0,
});
console.log(`open ${http.port}`);
