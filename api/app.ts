// The API: its middleware in order, its routes, its document, and what it says when something fails.

import type { Config } from '#api/config.ts';
import { aboutRoutes } from '#api/features/about/routes.ts';
import { keptRoutes } from '#api/features/access/kept-routes.ts';
import { accessRoutes } from '#api/features/access/routes.ts';
import { memberRoutes } from '#api/features/account/member-routes.ts';
import { organizationRoutes } from '#api/features/account/organization-routes.ts';
import { passkeyRoutes } from '#api/features/account/passkey-routes.ts';
import { accountRoutes } from '#api/features/account/routes.ts';
import { directoryRoutes } from '#api/features/directory/routes.ts';
import { MAX_PLACES } from '#api/features/journey/contract.ts';
import { journeyRoutes } from '#api/features/journey/routes.ts';
import { territoryRoutes } from '#api/features/territory/routes.ts';
import { feedRoutes } from '#api/features/transport/feed-routes.ts';
import { transportRoutes } from '#api/features/transport/routes.ts';
import { changesRoutes } from '#api/features/workspace/changes-routes.ts';
import { MOST_FILE_BYTES } from '#api/features/workspace/file-routes.ts';
import { MOST_DOCUMENT_BYTES } from '#api/features/workspace/read-offer-document.ts';
import { workspaceRoutes } from '#api/features/workspace/routes.ts';
import { createRoutes } from '#api/http/create-routes.ts';
import { describeFailure } from '#api/http/describe-failure.ts';
import { type ApiDocument, renderDocs } from '#api/http/docs-page.ts';
import { sendBody, sendJson } from '#api/http/freshness.ts';
import { type LongBody, limitBody } from '#api/http/limit-body.ts';
import { methodsAt } from '#api/http/methods-at.ts';
import { HttpRefusal, sendProblem, toProblem } from '#api/http/problem.ts';
import { type Limits, limitRate } from '#api/http/rate-limit.ts';
import { type Log, logRequests } from '#api/http/request-log.ts';
import { requireJson } from '#api/http/require-json.ts';
import { requireSameOrigin } from '#api/http/same-origin.ts';
import { API_POLICY, createNonce, docsPolicy, secureAnswers } from '#api/http/security-headers.ts';
import { type AccessRunner, createAccessRunner } from '#api/runtime/access-runner.ts';
import { identify } from '#api/runtime/identify.ts';
import { createTryLimits } from '#api/runtime/limit-tries.ts';
import { createMailer } from '#api/runtime/mailer.ts';
import type { SignIn } from '#api/runtime/sign-in.ts';
import type { Stores } from '#api/runtime/stores.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { AppError } from '#domain/error.ts';
import type { ReadOfferFile } from '#domain/transport/feed-reading.ts';

const VERSION = '0.1.0';

export type AppDeps = {
  database: DatabaseHandle;
  stores: Stores;
  config: Config;
  /** Epoch milliseconds. */
  clock: () => number;
  log: Log;
  limits: Limits;
  signIn: SignIn;
  /** Computes the observatory; left out, computations are asked and wait. */
  access?: AccessRunner;
  /** Reads the archives organizations send. */
  readOfferFile: ReadOfferFile;
  /** True once the server was asked to stop: it finishes what it has and takes no more. */
  isStopping: () => boolean;
};

/** The API without a server: `app.request('/api/health')` answers. */
export function createApp(deps: AppDeps) {
  const { config, clock, log, limits } = deps;
  const { publicUrl, trustedProxies } = config;
  const app = createRoutes();
  app.use(logRequests({ log }));
  app.use(secureAnswers({ policy: API_POLICY, publicUrl, trustedProxies }));
  const counting = { trustedProxies, clock };
  app.use(limitRate({ ...counting, buckets: limits.requests, applies: isCounted }));
  app.use(limitRate({ ...counting, buckets: limits.reports, applies: isReport }));
  app.use(requireSameOrigin({ publicUrl, withoutOrigin: 'accept' }));
  app.use(limitBody(LONG_LISTS, LONG_BODIES));
  for (const path of PRIVATE_PATHS) {
    app.use(path, requireSameOrigin({ publicUrl, withoutOrigin: 'refuse' }));
    app.use(path, requireJson);
    app.use(path, identify(deps));
  }
  app.onError((error, c) => {
    const problem = toProblem(error, c.get('requestId'));
    if (problem.status >= 500) log.error({ event: 'failure', ...describeFailure(error, problem) });
    return sendProblem(c, problem);
  });
  app.notFound((c) => {
    const allowed = methodsAt(describeApi(), c.req.path);
    if (allowed.length > 0) c.header('allow', allowed.join(', '));
    return sendProblem(c, toProblem(noOperation(c.req.method, allowed), c.get('requestId')));
  });

  const parts = () => deps.stores.planner.parts();
  const waiting = { database: deps.database, parts, clock, log, isWatching: false };
  const access = deps.access ?? createAccessRunner(waiting);
  const accountDeps = {
    ...deps,
    tries: createTryLimits({
      db: deps.database.db,
      secret: deps.signIn.secret,
      trustedProxies,
      clock,
    }),
    mailer: createMailer(config.mail),
  };
  const routes = app
    .route('/api', territoryRoutes(deps))
    .route('/api', directoryRoutes(deps))
    .route('/api', transportRoutes(deps))
    .route('/api', feedRoutes(deps))
    .route('/api', journeyRoutes(deps))
    .route('/api', aboutRoutes(deps))
    .route('/api', accountRoutes(accountDeps))
    .route('/api', passkeyRoutes(accountDeps))
    .route('/api', memberRoutes(accountDeps))
    .route('/api', organizationRoutes(accountDeps))
    .route('/api', workspaceRoutes(deps))
    .route('/api', keptRoutes(deps))
    .route('/api', accessRoutes({ ...deps, access }))
    .route('/api', changesRoutes(deps));

  let document: ApiDocument | null = null;
  const describeApi = () => {
    const described: ApiDocument =
      document ?? JSON.parse(JSON.stringify(routes.getOpenAPI31Document(ABOUT_API)));
    document = described;
    return described;
  };
  app.get('/api/openapi.json', (c) => sendJson(c, describeApi(), { seconds: 300 }));
  app.get('/api/docs', (c) => {
    const nonce = createNonce();
    c.header('content-security-policy', docsPolicy(nonce));
    const page = renderDocs(describeApi(), nonce);
    return sendBody(c, page, 'text/html; charset=utf-8', 'never');
  });
  return routes;
}

export type Api = ReturnType<typeof createApp>;

/** Answered to the person signed in, and written by our own pages only. */
const PRIVATE_PATHS = [
  '/api/account/*',
  '/api/workspaces',
  '/api/workspaces/*',
  '/api/access/:territory/jobs',
];

/** Where a list is asked about: one that is too long is read far enough to be told how long it may be. */
const LONG_LISTS = new Map([['/api/journeys', `places: at most ${MAX_PLACES} in one request`]]);

/** An offer with its zones and its timetable. */
const LONG_BODIES: readonly LongBody[] = [
  { path: /^\/api\/workspaces\/[^/]+\/offers\/[^/]+\/draft$/, maxBytes: MOST_DOCUMENT_BYTES },
  { path: /^\/api\/workspaces\/[^/]+\/files(\/acceptance)?$/, maxBytes: MOST_FILE_BYTES },
];

const ABOUT_API = {
  openapi: '3.1.0',
  info: {
    title: 'Voisoin',
    version: VERSION,
    description:
      'Find care in rural France, and the way there and back. Times are local, Europe/Paris; ' +
      'prices in euro cents; points are longitude then latitude.',
  },
  servers: [{ url: '/' }],
};

/** Probes of a supervisor are not held back. */
function isCounted(_method: string, path: string): boolean {
  return path !== '/api/health' && path !== '/api/ready';
}

function isReport(method: string, path: string): boolean {
  return method === 'POST' && path === '/api/reports';
}

function noOperation(method: string, allowed: readonly string[]): Error {
  return allowed.length === 0
    ? new AppError('not_found', 'No operation at this address; see /api/docs.')
    : new HttpRefusal(
        'method_not_allowed',
        `method: expected ${allowed.join(' or ')}, received ${method}.`,
      );
}
