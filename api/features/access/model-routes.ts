// What does a browser need to try scenarios on a territory?

import { createRoute, z } from '@hono/zod-openapi';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { refusals } from '#api/http/schemas/problem.ts';
import type { PlannerParts } from '#api/runtime/planner-messages.ts';
import { findResultMark } from '#db/queries/access/find-result-mark.ts';
import { findUsefulDayRun } from '#db/queries/access/find-useful-day-run.ts';
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
  summary: 'People, care, times between them and days without a car, to try changes on',
  request: { params: accessParams, query: accessModelQuery },
  responses: {
    200: {
      description: 'The model; numbers as base64 arrays, the least byte first',
      content: { 'application/json': { schema: z.custom<AccessModel>().meta({ type: 'object' }) } },
    },
    ...refusals,
  },
});

export function modelRoutes(deps: AccessDeps) {
  const { db } = deps.database;
  /** By territory, profession, result and days; on other timetables they are other lines. */
  const kept = new Map<string, { model: AccessModel; on: PlannerParts | null }>();
  return createRoutes().openapi(describeModel, async (c) => {
    const { code } = await getTerritory(db, c.req.valid('param').territory);
    const { profession } = c.req.valid('query');
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
    return sendJson(c, model);
  });
}

function haveSameLines(a: PlannerParts | null, b: PlannerParts | null): boolean {
  const marks = [a?.marks ?? [], b?.marks ?? []] as const;
  const isUnmarked = marks.every((each) => each.length === 0);
  return a?.timetable === b?.timetable && (isUnmarked || marks[0] === marks[1]);
}
