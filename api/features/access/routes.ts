// What can be read of the observatory: who reaches what in a territory, by commune and by square.

import { createRoute } from '@hono/zod-openapi';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { findLastJob } from '#db/queries/access/find-last-job.ts';
import { getTerritory } from '#db/queries/territory/get-territory.ts';
import type { AccessDeps } from './access-deps.ts';
import {
  accessOverviewSchema,
  accessPlacesSchema,
  accessSheetSchema,
  accessTilesSchema,
} from './answers.ts';
import { compareRoutes } from './compare-routes.ts';
import {
  accessCommuneParams,
  accessParams,
  accessPlacesQuery,
  accessTilesQuery,
} from './contract.ts';
import { daysRoutes } from './days-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { jobRoutes } from './job-routes.ts';
import { modelRoutes } from './model-routes.ts';
import { presentOverview, presentPlaces, presentSheet } from './present-figures.ts';
import { presentTiles } from './present-tiles.ts';
import { createFiguresReader } from './read-figures.ts';
import { readIndicator } from './read-indicator.ts';
import { createModelReader } from './read-model.ts';
import { tryRoutes } from './try-routes.ts';

const tags = ['access'];

const overview = createRoute({
  method: 'get',
  path: '/access/{territory}',
  tags,
  summary: 'What is known of access to care in a territory, since when, from what, how surely',
  request: { params: accessParams },
  responses: { 200: describeJson('The territory', accessOverviewSchema), ...refusals },
});

const places = createRoute({
  method: 'get',
  path: '/access/{territory}/places',
  tags,
  summary: 'One indicator in each commune of a territory',
  request: { params: accessParams, query: accessPlacesQuery },
  responses: { 200: describeJson('Communes', accessPlacesSchema), ...refusals },
});

const tiles = createRoute({
  method: 'get',
  path: '/access/{territory}/tiles',
  tags,
  summary: 'One indicator in each inhabited square of 200 m of a territory',
  request: { params: accessParams, query: accessTilesQuery },
  responses: { 200: describeJson('Squares', accessTilesSchema), ...refusals },
});

const sheet = createRoute({
  method: 'get',
  path: '/access/{territory}/communes/{insee}',
  tags,
  summary: 'All that is known of one commune: each indicator, what is near, what is published',
  request: { params: accessCommuneParams },
  responses: { 200: describeJson('The commune', accessSheetSchema), ...refusals },
});

export function accessRoutes(deps: AccessDeps) {
  const { db } = deps.database;
  const figures = createFiguresReader(deps.database);
  const models = createModelReader(deps);
  return createRoutes()
    .openapi(overview, async (c) => {
      const { code, name } = await getTerritory(db, c.req.valid('param').territory);
      const [read, job] = [await figures.find(code), await findLastJob(db, code)];
      return sendJson(c, presentOverview({ code, name }, read, job));
    })
    .openapi(places, async (c) => {
      const { code } = await getTerritory(db, c.req.valid('param').territory);
      const indicator = readIndicator(c.req.valid('query').indicator);
      return sendJson(c, presentPlaces(await figures.get(code), indicator));
    })
    .openapi(tiles, async (c) => {
      const { code } = await getTerritory(db, c.req.valid('param').territory);
      const indicator = readIndicator(c.req.valid('query').indicator);
      return sendJson(c, presentTiles(await figures.get(code), indicator));
    })
    .openapi(sheet, async (c) => {
      const { territory, insee } = c.req.valid('param');
      const { code } = await getTerritory(db, territory);
      return sendJson(c, presentSheet(await figures.get(code), code, insee));
    })
    .route('/', daysRoutes(deps, figures))
    .route('/', compareRoutes(db, figures))
    .route('/', exportRoutes(deps, figures))
    .route('/', modelRoutes(deps, models))
    .route('/', tryRoutes(deps, models))
    .route('/', jobRoutes(deps));
}
