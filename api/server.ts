// The program: reads its configuration, opens its database, serves the API and the pages, and stops
// cleanly.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createApp } from '#api/app.ts';
import { type Config, readConfig } from '#api/config.ts';
import { openRangeFile } from '#api/http/range-file.ts';
import { createLimits } from '#api/http/rate-limit.ts';
import { createLog, type Log } from '#api/http/request-log.ts';
import { readStaticFiles } from '#api/http/static-files.ts';
import { type AccessRunner, createAccessRunner } from '#api/runtime/access-runner.ts';
import { readAuthSecret } from '#api/runtime/auth-secret.ts';
import { createMailer } from '#api/runtime/mailer.ts';
import { startOfferClock } from '#api/runtime/offer-clock.ts';
import { startReminderClock } from '#api/runtime/reminder-clock.ts';
import { type Fetch, serveHttp } from '#api/runtime/serve-http.ts';
import { createSignIn, type SignIn } from '#api/runtime/sign-in.ts';
import { createStores, type Stores } from '#api/runtime/stores.ts';
import { waitingAnswer } from '#api/runtime/waiting-answer.ts';
import { createSite, type HandlePage } from '#api/site.ts';
import { openDatabase } from '#db/client.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { openDemoAccounts, shutDemoAccounts } from '#db/queries/account/write-demo-accounts.ts';
import { listTerritories } from '#db/queries/territory/list-territories.ts';
import { runMigrations } from '#db/run-migrations.ts';
import { DEMO_PASSWORD } from '#domain/account/demo-accounts.ts';
import { AppError } from '#domain/error.ts';
import { loadDemo } from '#seeds/demo/load.ts';
import { DEMO_SOURCES } from '#seeds/demo/sources.ts';
import { readOfferFile } from '#seeds/sources/gtfs-flex/read-offer-file.ts';

const PROJECT_ROOT = join(import.meta.dirname, '..');
const WEB_DIST = join(PROJECT_ROOT, 'web', 'dist');

type ServerStep = 'database' | 'demo' | 'serve';

/** Reading a whole timetable takes seconds; a page never waits that long. */
const LONGEST_STATEMENT_MS = 20_000;

export type ServerOptions = {
  config: Config;
  /** Epoch milliseconds. */
  clock: () => number;
  log: Log;
  onStep?: (step: ServerStep, event: 'start' | 'done', changed?: boolean) => void;
  /** Resolves when the pages are built; at once by default. */
  waitForPages?: () => Promise<void>;
};

export type RunningServer = {
  /** Where it answers, on this machine. */
  url: string;
  port: number;
  database: DatabaseHandle;
  stop: () => Promise<void>;
};

/** Listens at once (a port in use is said first), answers 503 until everything is loaded. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, onStep = () => undefined } = options;
  let isStopping = false;
  let answer: Fetch = waitingAnswer;
  const http = await serveHttp({
    fetch: (request, bindings) => answer(request, bindings),
    host: config.host,
    port: config.port,
  });
  const closers: (() => Promise<void>)[] = [() => http.stop()];
  const stop = async () => {
    isStopping = true;
    for (const close of closers.splice(0)) await close();
  };
  try {
    onStep('database', 'start');
    const database = await openDatabase({
      databaseUrl: config.databaseUrl,
      dataFolder: resolve(PROJECT_ROOT, config.dataFolder),
      statementTimeoutMs: LONGEST_STATEMENT_MS,
    });
    closers.push(() => database.close());
    await runMigrations(database.pool);
    onStep('database', 'done');

    onStep('demo', 'start');
    const isDemo = await isDemoWanted(database, config);
    onStep('demo', 'done', isDemo && (await loadDemo(database)).changed);

    onStep('serve', 'start');
    const stores = createStores(database, options.log);
    closers.splice(1, 0, () => stores.close());
    // Open streams end first: the server waits for every answer under way.
    closers.unshift(async () => stores.changes.close());
    await Promise.all([stores.open(), options.waitForPages?.()]);
    const offerClock = startOfferClock({ database, clock: options.clock, log: options.log });
    closers.splice(2, 0, () => offerClock.stop());
    const { clock, log } = options;
    const parts = () => stores.planner.parts();
    // What is computed for minutes never holds a connection residents wait for.
    const computing = config.databaseUrl === null ? null : await openDatabase(computingOf(config));
    if (computing !== null) closers.push(() => computing.close());
    const access = createAccessRunner({ database: computing ?? database, parts, clock, log });
    closers.splice(2, 0, () => access.stop());
    const mailer = createMailer(config.mail);
    if (mailer !== null) {
      const { publicUrl } = config;
      const reminders = startReminderClock({ db: database.db, mailer, publicUrl, clock, log });
      closers.splice(2, 0, () => reminders.stop());
    }
    const signIn = createSignIn({
      db: database.db,
      secret: await readAuthSecret(config.authSecret, resolve(PROJECT_ROOT, config.dataFolder)),
    });
    if (isDemo) {
      const hashPassword = () => signIn.hasher.hash(DEMO_PASSWORD);
      await openDemoAccounts(database.db, hashPassword, new Date(options.clock()));
    } else await shutDemoAccounts(database.db, new Date(options.clock()));
    answer = await assemble(options, { database, stores, signIn, access }, () => isStopping);
    onStep('serve', 'done');
    return { url: localAddress(config.host, http.port), port: http.port, database, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A server's: the embedded database has one connection, which takes turns. */
const computingOf = ({ databaseUrl, dataFolder }: Config) => ({
  ...{ databaseUrl, dataFolder: resolve(PROJECT_ROOT, dataFolder) },
  ...{ poolSize: 2, statementTimeoutMs: LONGEST_STATEMENT_MS },
});

function localAddress(host: string, port: number): string {
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const name = isEverywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

async function assemble(
  { config, clock, log }: ServerOptions,
  parts: { database: DatabaseHandle; stores: Stores; signIn: SignIn; access: AccessRunner },
  isStopping: () => boolean,
): Promise<Fetch> {
  const limits = createLimits(config.requestsPerMinute);
  const api = createApp({ ...parts, config, clock, log, limits, isStopping, readOfferFile });
  const mapFile = config.baseMap.kind === 'pmtiles' ? config.baseMap.file : null;
  return createSite({
    api,
    handlePage: await loadPages(),
    files: await readStaticFiles(join(WEB_DIST, 'client')),
    baseMapFile:
      mapFile === null
        ? null
        : await openRangeFile(resolve(PROJECT_ROOT, mapFile), 'application/vnd.pmtiles'),
    config,
    clock,
    log,
    limits,
  });
}

/** The bundle is named at run time: its types are those of `HandlePage`. */
async function loadPages(): Promise<HandlePage> {
  const bundle = join(WEB_DIST, 'server', 'entry-server.js');
  if (!existsSync(bundle)) {
    throw new AppError(
      'unavailable',
      'Les pages ne sont pas construites : lancez « npm run build ».',
    );
  }
  const built: { handle: HandlePage } = await import(pathToFileURL(bundle).href);
  return built.handle;
}

/** `auto` fills or refreshes an embedded database, and leaves alone what others put there. */
async function isDemoWanted(database: DatabaseHandle, config: Config): Promise<boolean> {
  if (config.demo !== 'auto') return config.demo === 'on';
  if (database.kind !== 'embedded') return false;
  const demoSources = new Set(DEMO_SOURCES.map(({ id }) => id));
  const territories = await listTerritories(database.db);
  return territories.every(({ provenance }) => demoSources.has(provenance.sourceId));
}

if (import.meta.main) await main();

async function main(): Promise<void> {
  try {
    if (existsSync(join(PROJECT_ROOT, '.env'))) process.loadEnvFile(join(PROJECT_ROOT, '.env'));
    const config = readConfig(process.env);
    const log = createLog({
      level: config.logLevel,
      clock: Date.now,
      write: (text) => process.stdout.write(text),
    });
    const starting = startServer({ config, clock: Date.now, log, ...connectLauncher() });
    stopOnSignals(starting);
    const server = await starting;
    sayOpen(config.publicUrl ?? server.url);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** `npm start` shows the steps and says when the pages are built; alone, the server waits for nothing. */
function connectLauncher(): Pick<ServerOptions, 'onStep' | 'waitForPages'> {
  if (process.send === undefined) return {};
  // A launcher that is gone is told by `disconnect`; what it missed does not matter.
  const tell = (message: object) => process.send?.(message, undefined, undefined, () => undefined);
  return {
    onStep: (step, event, changed = true) => tell({ step, event, changed }),
    waitForPages: () => {
      const built = new Promise<void>((done) => process.once('message', () => done()));
      tell({ event: 'ask' });
      return built;
    },
  };
}

/** The launcher says it after its last step; alone, the server does. */
function sayOpen(address: string): void {
  if (process.send === undefined) console.log(`Voisoin est ouvert : ${address}`);
  else process.send({ event: 'open', address }, undefined, undefined, () => undefined);
}

/** A first signal stops cleanly, even while starting; a second one stops at once. */
function stopOnSignals(starting: Promise<RunningServer>): void {
  let isAsked = false;
  const stop = () => {
    if (isAsked) process.exit(1);
    isAsked = true;
    starting
      .then((server) => server.stop())
      .then(() => {
        console.log('Voisoin est arrêté.');
        process.exit(0);
      })
      .catch(() => process.exit(1));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  process.on('disconnect', () => isAsked || stop());
}
