// What can be asked about the way there and back.

import { createRoute } from '@hono/zod-openapi';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import type { Stores } from '#api/runtime/stores.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { journeyPlanSchema, summariesSchema } from './answers.ts';
import { journeyBody, summariesBody } from './contract.ts';
import { planVisit } from './plan-visit.ts';
import { summarizeJourneys } from './summarize-journeys.ts';

const plan = createRoute({
  method: 'post',
  path: '/journeys',
  tags: ['journey'],
  summary: 'The ways from home to care and back, for one appointment',
  description: 'No way that day is an answer, not an error: both lists may be empty.',
  request: { body: { content: { 'application/json': { schema: journeyBody } }, required: true } },
  responses: { 200: describeJson('Ways, in the published order', journeyPlanSchema), ...refusals },
});

const summaries = createRoute({
  method: 'post',
  path: '/journeys/summaries',
  tags: ['journey'],
  summary: 'The first ways to each of some entries, as a list of results shows them',
  request: { body: { content: { 'application/json': { schema: summariesBody } }, required: true } },
  responses: { 200: describeJson('Ways by entry', summariesSchema), ...refusals },
});

export type JourneyDeps = { database: DatabaseHandle; stores: Stores; clock: () => number };

export function journeyRoutes({ database, stores, clock }: JourneyDeps) {
  const { db } = database;
  return createRoutes()
    .openapi(plan, async (c) =>
      sendJson(c, await planVisit(db, stores, c.req.valid('json'), clock()), 'never'),
    )
    .openapi(summaries, async (c) =>
      sendJson(c, await summarizeJourneys(db, stores, c.req.valid('json'), clock()), 'never'),
    );
}
