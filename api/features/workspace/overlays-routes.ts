// What an organization says of imported lines: reserved, on booking, school services, notes.

import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { requireIfMatch } from '#api/http/if-match.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { answerCreation } from '#api/runtime/answer-creation.ts';
import { requireMember } from '#api/runtime/require-member.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { findLine, type LineDetail } from '#db/queries/transport/find-line.ts';
import { type ListedLine, listLines } from '#db/queries/transport/list-lines.ts';
import { listOverlays } from '#db/queries/workspace/list-overlays.ts';
import { isAllowed } from '#domain/account/roles.ts';
import { AppError } from '#domain/error.ts';
import { workspaceParams } from './contract.ts';
import {
  addOverlay,
  changeOverlay,
  presentOverlay,
  reachOf,
  removeOverlay,
} from './keep-overlays.ts';
import { lineDetailSchema, listedLineSchema } from './line-answers.ts';
import {
  lineQuery,
  linesQuery,
  newOverlayBody,
  type OverlayView,
  overlayBody,
  overlayParams,
  overlaySchema,
} from './overlay-body.ts';
import type { WorkspaceDeps } from './workspace-deps.ts';
import { actOf } from './write-offer.ts';

const tags = ['workspace'];
const OVERLAYS = '/workspaces/{workspaceId}/overlays' as const;
const json = <Body extends z.ZodType>(schema: Body) => ({
  content: { 'application/json': { schema } },
  required: true,
});

export type OverlaysAnswer = { overlays: OverlayView[]; mayEdit: boolean };

const list = createRoute({
  method: 'get',
  path: OVERLAYS,
  tags,
  summary: 'What the organization says of imported lines, those it cannot find any more first',
  request: { params: workspaceParams },
  responses: {
    200: describeJson(
      'Marks',
      z.object({ overlays: z.array(overlaySchema), mayEdit: z.boolean() }),
    ),
    ...refusals,
  },
});

const add = createRoute({
  method: 'post',
  path: OVERLAYS,
  tags,
  summary: 'Mark a line, a trip or a stop of an imported timetable',
  description:
    'For lines that stop in a territory of the organization, or whose agency bears its name. Kept when the timetable is imported again. Idempotency-Key: the same within a day makes one mark.',
  request: { params: workspaceParams, body: json(newOverlayBody) },
  responses: { 201: describeJson('The mark', overlaySchema), ...refusals },
});

const change = createRoute({
  method: 'put',
  path: `${OVERLAYS}/{overlayId}`,
  tags,
  summary: 'Say something else of it',
  request: { params: overlayParams, body: json(overlayBody) },
  responses: { 200: describeJson('The mark', overlaySchema), ...refusals },
});

const remove = createRoute({
  method: 'delete',
  path: `${OVERLAYS}/{overlayId}`,
  tags,
  summary: 'Say nothing of it any more',
  request: { params: overlayParams },
  responses: { 204: { description: 'It is no more' }, ...refusals },
});

const lines = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/lines',
  tags,
  summary: 'Lines of imported timetables the organization may mark, by the words of their names',
  request: { params: workspaceParams, query: linesQuery },
  responses: { 200: describeJson('Lines', z.array(listedLineSchema)), ...refusals },
});

const line = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/lines/one',
  tags,
  summary: 'The trips and stops of one of these lines',
  request: { params: workspaceParams, query: lineQuery },
  responses: { 200: describeJson('The line', lineDetailSchema), ...refusals },
});

export function overlaysRoutes(deps: WorkspaceDeps) {
  const { db } = deps.database;
  return createRoutes()
    .openapi(list, async (c) => {
      const { workspaceId } = c.req.valid('param');
      const { role } = await requireMember(deps, c, workspaceId, 'overlay.read');
      const rows = await inWorkspace(db, workspaceId, (tx) => listOverlays(tx));
      const answer = {
        overlays: rows.map(presentOverlay),
        mayEdit: isAllowed(role, 'overlay.edit'),
      };
      return sendJson<OverlaysAnswer>(c, answer, 'never');
    })
    .openapi(add, async (c) => {
      const { workspaceId } = c.req.valid('param');
      const member = await requireMember(deps, c, workspaceId, 'overlay.edit');
      const said = c.req.valid('json');
      const act = { ...actOf(deps, member), actorId: member.person.userId };
      const reach = await reachOf(db, member.workspace);
      const reply = await answerCreation(deps, c, act, async (tx) => ({
        status: 201,
        body: await addOverlay(tx, act, reach, said),
      }));
      const view = reply.body as OverlayView;
      c.header('etag', view.etag);
      c.header('cache-control', 'no-store');
      return c.json(view, 201);
    })
    .openapi(change, async (c) => {
      const { workspaceId, overlayId } = c.req.valid('param');
      const member = await requireMember(deps, c, workspaceId, 'overlay.edit');
      const ids = { overlayId, sent: requireIfMatch(c) };
      const said = c.req.valid('json');
      const act = actOf(deps, member);
      const view = await inWorkspace(db, workspaceId, (tx) => changeOverlay(tx, act, ids, said));
      c.header('etag', view.etag);
      return sendJson<OverlayView>(c, view, 'never');
    })
    .openapi(remove, async (c) => {
      const { workspaceId, overlayId } = c.req.valid('param');
      const member = await requireMember(deps, c, workspaceId, 'overlay.edit');
      const ids = { overlayId, sent: requireIfMatch(c) };
      const act = actOf(deps, member);
      await inWorkspace(db, workspaceId, (tx) => removeOverlay(tx, act, ids));
      return c.body(null, 204);
    })
    .openapi(lines, async (c) => {
      const { workspaceId } = c.req.valid('param');
      const { workspace } = await requireMember(deps, c, workspaceId, 'overlay.read');
      const { q: words, limit } = c.req.valid('query');
      const found = await listLines(db, await reachOf(db, workspace), { words, limit });
      return sendJson<ListedLine[]>(c, found, 'never');
    })
    .openapi(line, async (c) => {
      const { workspaceId } = c.req.valid('param');
      const { workspace } = await requireMember(deps, c, workspaceId, 'overlay.read');
      const { feed: feedId, route: routeId } = c.req.valid('query');
      const found = await findLine(db, await reachOf(db, workspace), { feedId, routeId });
      if (found === null) throw new AppError('not_found', 'No such line in the timetables in use.');
      return sendJson<LineDetail>(c, found, 'never');
    });
}
