// The API alone in a process of its own, on any free port, for a bench to load: says its port to
// its parent, stops with it.

import { createApp } from '#api/app.ts';
import { readConfig } from '#api/config.ts';
import { createLimits } from '#api/http/rate-limit.ts';
import { createLog } from '#api/http/request-log.ts';
import { serveHttp } from '#api/runtime/serve-http.ts';
import { createSignIn } from '#api/runtime/sign-in.ts';
import { createStores } from '#api/runtime/stores.ts';
import { openDatabase } from '#db/client.ts';
import { readOfferFile } from '#seeds/sources/gtfs-flex/read-offer-file.ts';

const config = readConfig({
  DATABASE_URL: process.env['DATABASE_URL'],
  PORT: '0',
  HOST: '127.0.0.1',
  REQUESTS_PER_MINUTE: '0',
  TRUSTED_PROXIES: process.env['TRUSTED_PROXIES'],
  LOG_LEVEL: 'error',
  VOISOIN_DEMO: 'off',
});
const clock = () => Date.now();
const log = createLog({ level: 'error', clock, write: (line) => console.error(line) });
const database = await openDatabase({
  databaseUrl: config.databaseUrl,
  dataFolder: config.dataFolder,
});
const stores = createStores(database, log);
await stores.open();
const limits = createLimits(config.requestsPerMinute);
const api = createApp({
  database,
  stores,
  config,
  clock,
  log,
  limits,
  signIn: createSignIn({ db: database.db, secret: 'nobody signs in to a bench, nobody at all' }),
  readOfferFile,
  isStopping: () => false,
});
const http = await serveHttp({
  fetch: (request, bindings) => api.fetch(request, bindings),
  host: config.host,
  port: config.port,
});
process.send?.({ port: http.port, rssMegabytes: process.memoryUsage.rss() / 2 ** 20 });
process.on('disconnect', () => process.exit(0));
