// What does a browser need to try scenarios on a territory? Who practises is named to a coordination alone.

import { createRoute, z } from '@hono/zod-openapi';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { refusals } from '#api/http/schemas/problem.ts';
import type { PlannerParts } from '#api/runtime/planner-messages.ts';
import { requireMember } from '#api/runtime/require-member.ts';
import { findResultMark } from '#db/queries/access/find-result-mark.ts';
import { findUsefulDayRun } from '#db/queries/access/find-useful-day-run.ts';
import { getTerritory } from '#db/queries/territory/get-territory.ts';
import { type AccessModel, withoutNames } from '#domain/access/access-model.ts';
import type { AccessProfession } from '#domain/access/professions.ts';
import type { AccessDeps } from './access-deps.ts';
import { buildModel } from './build-model.ts';
import { accessModelQuery, accessParams, namedModelQuery } from './contract.ts';
import { workspaceParams } from './kept-contract.ts';

/** Two territories, all professions. */
const MOST_KEPT = 12;

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

export function modelRoutes(deps: AccessDeps) {
  const { db } = deps.database;
  /** By territory, profession, result and days; on other timetables they are other lines. */
  const kept = new Map<string, { model: AccessModel; on: PlannerParts | null }>();
  return createRoutes()
    .openapi(describeModel, async (c) => {
      const { code } = await getTerritory(db, c.req.valid('param').territory);
      return sendJson(c, withoutNames(await read(code, c.req.valid('query').profession)));
    })
    .openapi(describeNamed, async (c) => {
      await requireMember(deps, c, c.req.valid('param').workspaceId, 'scenario.keep');
      const { territory, profession } = c.req.valid('query');
      const { code } = await getTerritory(db, territory);
      return sendJson(c, await read(code, profession), 'never');
    });

  async function read(code: string, profession: AccessProfession): Promise<AccessModel> {
    const mark = await findResultMark(db, code);
    const days = await findUsefulDayRun(db, code);
    const key = [code, profession, mark?.fingerprint, days?.fingerprint, days?.computedAt].join(
      ' ',
    );
    const parts = deps.stores.planner.parts();
    const known = kept.get(key);
    const isSame = known !== undefined && haveSameLines(known.on, parts);
    const model = isSame ? known.model : await buildModel(deps, code, profession);
    kept.delete(key);
    if (mark !== null) kept.set(key, { model, on: parts });
    for (const old of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(old);
    return model;
  }
}

function haveSameLines(a: PlannerParts | null, b: PlannerParts | null): boolean {
  const marks = [a?.marks ?? [], b?.marks ?? []] as const;
  const isUnmarked = marks.every((each) => each.length === 0);
  return a?.timetable === b?.timetable && (isUnmarked || marks[0] === marks[1]);
}
