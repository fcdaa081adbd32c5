// What a coordination keeps to itself: scenarios under a name, departures it was told of.

import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { requireIfMatch } from '#api/http/if-match.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { answerCreation } from '#api/runtime/answer-creation.ts';
import { type Member, requireMember } from '#api/runtime/require-member.ts';
import { requireTerritory } from '#api/runtime/require-territory.ts';
import type { Stores } from '#api/runtime/stores.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { listDepartures } from '#db/queries/access/list-departures.ts';
import { listScenarios } from '#db/queries/access/list-scenarios.ts';
import type { KeptDeparture, KeptScenario } from '#domain/access/kept-scenario.ts';
import {
  forgetDeparture,
  noteDeparture,
  presentDepartures,
  requireEntry,
} from './keep-departures.ts';
import { addScenario, changeScenario, presentScenario, removeScenario } from './keep-scenarios.ts';
import {
  departureBody,
  departureParams,
  keptDepartureSchema,
  keptScenarioSchema,
  scenarioBody,
  scenarioParams,
  workspaceParams,
} from './kept-contract.ts';
import { leavingRoutes } from './leaving-routes.ts';

type Deps = {
  database: DatabaseHandle;
  stores: Pick<Stores, 'communesOfTerritory' | 'planner'>;
  clock: () => number;
};

const tags = ['access'];
const SCENARIOS = '/workspaces/{workspaceId}/scenarios' as const;
const DEPARTURES = '/workspaces/{workspaceId}/departures' as const;
const json = <Schema extends z.ZodType>(schema: Schema) => ({
  content: { 'application/json': { schema } },
  required: true as const,
});

const listKept = createRoute({
  method: 'get',
  path: SCENARIOS,
  tags,
  summary: 'Scenarios kept, the last touched first',
  request: { params: workspaceParams },
  responses: { 200: describeJson('Scenarios', z.array(keptScenarioSchema)), ...refusals },
});

const keep = createRoute({
  method: 'post',
  path: SCENARIOS,
  tags,
  summary: 'Keep a scenario under a name',
  description: 'Idempotency-Key: the same within a day keeps one.',
  request: { params: workspaceParams, body: json(scenarioBody) },
  responses: { 201: describeJson('The scenario', keptScenarioSchema), ...refusals },
});

const rewrite = createRoute({
  method: 'put',
  path: `${SCENARIOS}/{scenarioId}`,
  tags,
  summary: 'Write a scenario otherwise',
  request: { params: scenarioParams, body: json(scenarioBody) },
  responses: { 200: describeJson('The scenario', keptScenarioSchema), ...refusals },
});

const throwAway = createRoute({
  method: 'delete',
  path: `${SCENARIOS}/{scenarioId}`,
  tags,
  summary: 'Throw a scenario away',
  request: { params: scenarioParams },
  responses: { 204: { description: 'It is no more' }, ...refusals },
});

const listTold = createRoute({
  method: 'get',
  path: DEPARTURES,
  tags,
  summary: 'Departures practitioners announced, the soonest first',
  request: { params: workspaceParams },
  responses: { 200: describeJson('Departures', z.array(keptDepartureSchema)), ...refusals },
});

const note = createRoute({
  method: 'put',
  path: `${DEPARTURES}/{entryId}`,
  tags,
  summary: 'Note a departure somebody announced',
  description: 'If-Match: "0" where nothing was noted yet.',
  request: { params: departureParams, body: json(departureBody) },
  responses: { 200: describeJson('Departures', z.array(keptDepartureSchema)), ...refusals },
});

const forget = createRoute({
  method: 'delete',
  path: `${DEPARTURES}/{entryId}`,
  tags,
  summary: 'Take a departure out',
  request: { params: departureParams },
  responses: { 204: { description: 'It is no more' }, ...refusals },
});

export function keptRoutes(deps: Deps) {
  const { db } = deps.database;
  const actOf = (member: Member) => ({
    workspaceId: member.workspace.id,
    actorId: member.person.userId,
    at: new Date(deps.clock()),
  });
  const readDepartures = async (workspaceId: string): Promise<KeptDeparture[]> =>
    presentDepartures(db, await inWorkspace(db, workspaceId, (tx) => listDepartures(tx)));
  return createRoutes()
    .openapi(listKept, async (c) => {
      const { workspaceId } = c.req.valid('param');
      await requireMember(deps, c, workspaceId, 'scenario.keep');
      const kept = await inWorkspace(db, workspaceId, (tx) => listScenarios(tx));
      return sendJson<KeptScenario[]>(c, kept.map(presentScenario), 'never');
    })
    .openapi(keep, async (c) => {
      const { workspaceId } = c.req.valid('param');
      const act = actOf(await requireMember(deps, c, workspaceId, 'scenario.keep'));
      const said = c.req.valid('json');
      requireTerritory(deps.stores, said.territoryCode);
      const reply = await answerCreation(deps, c, act, async (tx) => ({
        status: 201,
        body: await addScenario(tx, act, said),
      }));
      const kept = reply.body as KeptScenario;
      c.header('etag', kept.etag);
      c.header('cache-control', 'no-store');
      return c.json(kept, 201);
    })
    .openapi(rewrite, async (c) => {
      const { workspaceId, scenarioId } = c.req.valid('param');
      const act = actOf(await requireMember(deps, c, workspaceId, 'scenario.keep'));
      const sent = requireIfMatch(c);
      const said = c.req.valid('json');
      requireTerritory(deps.stores, said.territoryCode);
      const kept = await inWorkspace(db, workspaceId, (tx) =>
        changeScenario(tx, act, { scenarioId, sent }, said),
      );
      c.header('etag', kept.etag);
      return sendJson<KeptScenario>(c, kept, 'never');
    })
    .openapi(throwAway, async (c) => {
      const { workspaceId, scenarioId } = c.req.valid('param');
      const act = actOf(await requireMember(deps, c, workspaceId, 'scenario.keep'));
      const sent = requireIfMatch(c);
      await inWorkspace(db, workspaceId, (tx) => removeScenario(tx, act, { scenarioId, sent }));
      return c.body(null, 204);
    })
    .openapi(listTold, async (c) => {
      const { workspaceId } = c.req.valid('param');
      await requireMember(deps, c, workspaceId, 'departure.note');
      return sendJson<KeptDeparture[]>(c, await readDepartures(workspaceId), 'never');
    })
    .openapi(note, async (c) => {
      const { workspaceId, entryId } = c.req.valid('param');
      const act = actOf(await requireMember(deps, c, workspaceId, 'departure.note'));
      const sent = requireIfMatch(c);
      const said = c.req.valid('json');
      await requireEntry(db, entryId);
      await inWorkspace(db, workspaceId, (tx) => noteDeparture(tx, act, { entryId, sent }, said));
      return sendJson<KeptDeparture[]>(c, await readDepartures(workspaceId), 'never');
    })
    .openapi(forget, async (c) => {
      const { workspaceId, entryId } = c.req.valid('param');
      const act = actOf(await requireMember(deps, c, workspaceId, 'departure.note'));
      const sent = requireIfMatch(c);
      await inWorkspace(db, workspaceId, (tx) => forgetDeparture(tx, act, { entryId, sent }));
      return c.body(null, 204);
    })
    .route('/', leavingRoutes(deps));
}
