// What does a browser need to try scenarios on a territory? Who practises is named to a coordination alone.

import { createRoute, z } from '@hono/zod-openapi';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { refusals } from '#api/http/schemas/problem.ts';
import { requireMember } from '#api/runtime/require-member.ts';
import { getTerritory } from '#db/queries/territory/get-territory.ts';
import { type AccessModel, withoutNames } from '#domain/access/access-model.ts';
import type { AccessDeps } from './access-deps.ts';
import { accessModelQuery, accessParams, namedModelQuery } from './contract.ts';
import { workspaceParams } from './kept-contract.ts';
import type { ModelReader } from './read-model.ts';

const answers = {
  200: {
    description: 'The model; numbers as base64 arrays, the least byte first',
    content: { 'application/json': { schema: z.custom<AccessModel>().meta({ type: 'object' }) } },
  },
  ...refusals,
};

const describeModel = createRoute({
  method: 'get',
  path: '/access/{territory}/model',
  tags: ['access'],
  summary: 'People, care, times between them and days without a car, to try changes on',
  request: { params: accessParams, query: accessModelQuery },
  responses: answers,
});

const describeNamed = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/access-model',
  tags: ['access'],
  summary: 'The same, with the names of who practises, for those who keep scenarios',
  request: { params: workspaceParams, query: namedModelQuery },
  responses: answers,
});

export function modelRoutes(deps: AccessDeps, models: ModelReader) {
  const { db } = deps.database;
  return createRoutes()
    .openapi(describeModel, async (c) => {
      const { code } = await getTerritory(db, c.req.valid('param').territory);
      return sendJson(c, withoutNames(await models.model(code, c.req.valid('query').profession)));
    })
    .openapi(describeNamed, async (c) => {
      await requireMember(deps, c, c.req.valid('param').workspaceId, 'scenario.keep');
      const { territory, profession } = c.req.valid('query');
      const { code } = await getTerritory(db, territory);
      return sendJson(c, await models.model(code, profession), 'never');
    });
}
