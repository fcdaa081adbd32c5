// Where facts come from, what people report as wrong, and codes to scan; is the server well?

import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Config } from '#api/config.ts';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendBody, sendJson } from '#api/http/freshness.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { readKey } from '#api/runtime/answer-creation.ts';
import type { Stores } from '#api/runtime/stores.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { listSources } from '#db/queries/about/list-sources.ts';
import { editionsSchema, readinessSchema, sourcesSchema, storedReportSchema } from './answers.ts';
import { checkReadiness } from './check-readiness.ts';
import { qrQuery, reportBody } from './contract.ts';
import { listEditions } from './list-editions.ts';
import { renderQr } from './render-qr.ts';
import { storeReport } from './store-report.ts';

const sources = createRoute({
  method: 'get',
  path: '/sources',
  tags: ['about'],
  summary: 'The public documents and files every fact was read in',
  responses: { 200: describeJson('Sources', sourcesSchema), ...refusals },
});

const editions = createRoute({
  method: 'get',
  path: '/sources/editions',
  tags: ['about'],
  summary: 'What is held of each official source, how old it is, and the command that refreshes it',
  responses: { 200: describeJson('Sources and their editions', editionsSchema), ...refusals },
});

const reports = createRoute({
  method: 'post',
  path: '/reports',
  tags: ['about'],
  summary: 'Report a mistake in an entry or an offer; somebody reviews it',
  description: 'With an `Idempotency-Key`, the same report sent twice is kept once.',
  request: { body: { content: { 'application/json': { schema: reportBody } }, required: true } },
  responses: { 201: describeJson('Stored for review', storedReportSchema), ...refusals },
});

const qr = createRoute({
  method: 'get',
  path: '/qr.svg',
  tags: ['about'],
  summary: 'A code to scan that opens one of our pages',
  request: { query: qrQuery },
  responses: {
    200: { description: 'SVG', content: { 'image/svg+xml': { schema: z.string() } } },
    ...refusals,
  },
});

const health = createRoute({
  method: 'get',
  path: '/health',
  tags: ['about'],
  summary: 'The process answers; nothing else is looked at',
  responses: { 200: describeJson('Alive', z.object({ status: z.literal('ok') })) },
});

const ready = createRoute({
  method: 'get',
  path: '/ready',
  tags: ['about'],
  summary: 'Whether requests can be served: database, lists in memory, not stopping',
  responses: {
    200: describeJson('Ready', readinessSchema),
    503: describeJson('Not ready', readinessSchema),
  },
});

export type AboutDeps = {
  database: DatabaseHandle;
  stores: Stores;
  config: Config;
  clock: () => number;
  isStopping: () => boolean;
};

export function aboutRoutes(deps: AboutDeps) {
  const { database, config, clock } = deps;
  return createRoutes()
    .openapi(sources, async (c) => sendJson(c, await listSources(database.db), { seconds: 300 }))
    .openapi(editions, async (c) =>
      sendJson(c, await listEditions(database.db, clock()), { seconds: 300 }),
    )
    .openapi(reports, async (c) => {
      const stored = await storeReport(database.db, c.req.valid('json'), {
        nowMs: clock(),
        key: readKey(c),
      });
      c.header('cache-control', 'no-store');
      return c.json(stored, 201);
    })
    .openapi(qr, (c) => {
      const origin = config.publicUrl ?? new URL(c.req.url).origin;
      const svg = renderQr(origin, c.req.valid('query').path);
      return sendBody(c, svg, 'image/svg+xml; charset=utf-8', { seconds: 3600 });
    })
    .openapi(health, (c) => {
      c.header('cache-control', 'no-store');
      return c.json({ status: 'ok' } as const, 200);
    })
    .openapi(ready, async (c) => {
      const readiness = await checkReadiness(deps);
      c.header('cache-control', 'no-store');
      return c.json(readiness, readiness.status === 'ready' ? 200 : 503);
    });
}
