// The trips an organization replays before it publishes: invented people, never residents.

import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { requireIfMatch } from '#api/http/if-match.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { answerCreation } from '#api/runtime/answer-creation.ts';
import { requireMember } from '#api/runtime/require-member.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { listCases } from '#db/queries/workspace/list-cases.ts';
import { nameCaseEnds } from '#db/queries/workspace/name-case-ends.ts';
import type { CaseView } from '#domain/transport/offer-case.ts';
import { caseBody, caseParams, caseViewSchema } from './case-body.ts';
import { workspaceParams } from './contract.ts';
import { addCase, changeCase, presentCase, refuseUnknownEnds, removeCase } from './keep-cases.ts';
import type { WorkspaceDeps } from './workspace-deps.ts';
import { actOf } from './write-offer.ts';

const tags = ['workspace'];
const body = { content: { 'application/json': { schema: caseBody } }, required: true };
const CASES = '/workspaces/{workspaceId}/cases' as const;

const list = createRoute({
  method: 'get',
  path: CASES,
  tags,
  summary: 'The trips replayed before a publication',
  request: { params: workspaceParams },
  responses: { 200: describeJson('Cases', z.array(caseViewSchema)), ...refusals },
});

const add = createRoute({
  method: 'post',
  path: CASES,
  tags,
  summary: 'Add a trip to replay',
  description: 'Idempotency-Key: the same within a day makes one case.',
  request: { params: workspaceParams, body },
  responses: { 201: describeJson('The case', caseViewSchema), ...refusals },
});

const change = createRoute({
  method: 'put',
  path: `${CASES}/{caseId}`,
  tags,
  summary: 'Say a trip otherwise',
  request: { params: caseParams, body },
  responses: { 200: describeJson('The case', caseViewSchema), ...refusals },
});

const remove = createRoute({
  method: 'delete',
  path: `${CASES}/{caseId}`,
  tags,
  summary: 'Throw a trip away',
  request: { params: caseParams },
  responses: { 204: { description: 'It is no more' }, ...refusals },
});

export function casesRoutes(deps: WorkspaceDeps) {
  const { db } = deps.database;
  return createRoutes()
    .openapi(list, async (c) => {
      const { workspaceId } = c.req.valid('param');
      await requireMember(deps, c, workspaceId, 'offer.read');
      const cases = await inWorkspace(db, workspaceId, (tx) => listCases(tx));
      const ends = await nameCaseEnds(
        db,
        cases.map(({ subject }) => subject),
      );
      return sendJson<CaseView[]>(
        c,
        cases.map((each) => presentCase(each, ends)),
        'never',
      );
    })
    .openapi(add, async (c) => {
      const { workspaceId } = c.req.valid('param');
      const member = await requireMember(deps, c, workspaceId, 'case.edit');
      const said = c.req.valid('json');
      const act = { ...actOf(deps, member), actorId: member.person.userId };
      const ends = await nameCaseEnds(db, [said.subject]);
      refuseUnknownEnds(said.subject, ends);
      const reply = await answerCreation(deps, c, act, async (tx) => ({
        status: 201,
        body: presentCase(await addCase(tx, act, said), ends),
      }));
      const view = reply.body as CaseView;
      c.header('etag', view.etag);
      c.header('cache-control', 'no-store');
      return c.json(view, 201);
    })
    .openapi(change, async (c) => {
      const { workspaceId, caseId } = c.req.valid('param');
      const member = await requireMember(deps, c, workspaceId, 'case.edit');
      const sent = requireIfMatch(c);
      const said = c.req.valid('json');
      const act = actOf(deps, member);
      const ends = await nameCaseEnds(db, [said.subject]);
      refuseUnknownEnds(said.subject, ends);
      const stored = await inWorkspace(db, workspaceId, (tx) =>
        changeCase(tx, act, { caseId, sent }, said),
      );
      const view = presentCase(stored, ends);
      c.header('etag', view.etag);
      return sendJson<CaseView>(c, view, 'never');
    })
    .openapi(remove, async (c) => {
      const { workspaceId, caseId } = c.req.valid('param');
      const member = await requireMember(deps, c, workspaceId, 'case.edit');
      const sent = requireIfMatch(c);
      const act = actOf(deps, member);
      await inWorkspace(db, workspaceId, (tx) => removeCase(tx, act, { caseId, sent }));
      return c.body(null, 204);
    });
}
