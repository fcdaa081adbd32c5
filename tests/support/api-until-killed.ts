// The API in a process of its own, all it writes on its outputs, until it is stopped:
// `node api-until-killed.ts DATA-FOLDER CACHE EPOCH-MS`. Its planning threads misbehave on demand.

import { createApp } from '#api/app.ts';
import { readConfig } from '#api/config.ts';
import { createLimits } from '#api/http/rate-limit.ts';
import { createLog } from '#api/http/request-log.ts';
import { createPlannerPool } from '#api/runtime/planner-pool.ts';
import { serveHttp } from '#api/runtime/serve-http.ts';
import { createSignIn } from '#api/runtime/sign-in.ts';
import { createStores } from '#api/runtime/stores.ts';
import { openDatabase } from '#db/client.ts';
import { readOfferFile } from '#seeds/sources/gtfs-flex/read-offer-file.ts';
import { TEST_SECRET } from '#tests/support/app.ts';

const [dataFolder = '', cacheFolder = '', epochMs = ''] = process.argv.slice(2);
const clock = () => Number(epochMs);
const config = readConfig({ REQUESTS_PER_MINUTE: '0', JOURNEY_BUDGET_MS: '3000' });
const log = createLog({ level: 'info', clock, write: (line) => process.stdout.write(line) });
const database = await openDatabase({ databaseUrl: null, dataFolder, cacheFolder });
const planner = createPlannerPool({
  log,
  size: 1,
  stuckMs: 4_000,
  entry: new URL('./planner-until-killed.ts', import.meta.url),
});
const stores = createStores(database, log, planner);
await stores.open();
const limits = createLimits(0);
const api = createApp({
  database,
  stores,
  config,
  clock,
  log,
  limits,
  signIn: createSignIn({ db: database.db, secret: TEST_SECRET }),
  readOfferFile,
  isStopping: () => false,
});
const http = await serveHttp({
  fetch: (request, bindings) => api.fetch(request, bindings),
  host: '127.0.0.1',
  port: 0,
});
console.log(`open ${http.port}`);
process.once('SIGTERM', async () => {
  await http.stop();
  await stores.close();
  await database.close();
});
