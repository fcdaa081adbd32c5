// What does a browser need to try scenarios on a territory?

import { createRoute, z } from '@hono/zod-openapi';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { refusals } from '#api/http/schemas/problem.ts';
import { findResultMark } from '#db/queries/access/find-result-mark.ts';
import { getTerritory } from '#db/queries/territory/get-territory.ts';
import type { AccessModel } from '#domain/access/access-model.ts';
import type { AccessDeps } from './access-deps.ts';
import { buildModel } from './build-model.ts';
import { accessModelQuery, accessParams } from './contract.ts';

/** Two territories, all professions. */
const MOST_KEPT = 12;

const describeModel = createRoute({
  method: 'get',
  path: '/access/{territory}/model',
  tags: ['access'],
  summary: 'People, care and times between them, to try changes on: numbers as base64 arrays',
  request: { params: accessParams, query: accessModelQuery },
  responses: {
    200: {
      description: 'The model; least byte first in its arrays',
      content: { 'application/json': { schema: z.custom<AccessModel>().meta({ type: 'object' }) } },
    },
    ...refusals,
  },
});

export function modelRoutes(deps: AccessDeps) {
  const { db } = deps.database;
  /** By territory, profession and result: those of a result stay what they were. */
  const kept = new Map<string, AccessModel>();
  return createRoutes().openapi(describeModel, async (c) => {
    const { code } = await getTerritory(db, c.req.valid('param').territory);
    const { profession } = c.req.valid('query');
    const mark = await findResultMark(db, code);
    const key = `${code} ${profession} ${mark?.fingerprint ?? ''}`;
    const model = kept.get(key) ?? (await buildModel(deps, code, profession));
    kept.delete(key);
    if (mark !== null) kept.set(key, model);
    for (const old of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(old);
    return sendJson(c, model);
  });
}
