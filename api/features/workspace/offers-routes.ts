// The offers an organization keeps: listed, begun, put away, interrupted, said to be still true.

import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { answerCreation } from '#api/runtime/answer-creation.ts';
import { dayOf } from '#api/runtime/public-offer.ts';
import { requireMember } from '#api/runtime/require-member.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { listKeptOffers } from '#db/queries/workspace/list-kept-offers.ts';
import { offerViewSchema } from './answers.ts';
import { confirmStillTrue, resume, setArchived, setReview, suspend } from './change-standing.ts';
import {
  newOfferBody,
  offerParams,
  offerStateBody,
  suspensionBody,
  workspaceParams,
} from './contract.ts';
import { createOffer } from './create-offer.ts';
import { type OfferView, presentOffer } from './present-offer.ts';
import type { WorkspaceDeps } from './workspace-deps.ts';
import { actOf, changeState, viewOffer } from './write-offer.ts';

const tags = ['workspace'];
const body = <Schema extends z.ZodType>(schema: Schema) => ({
  content: { 'application/json': { schema } },
  required: true,
});
const state = { 200: describeJson('The offer as it is now', offerViewSchema), ...refusals };
const OFFER = '/workspaces/{workspaceId}/offers/{offerId}' as const;

const listOffers = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/offers',
  tags,
  summary: 'The offers an organization keeps, and what there is to do on each',
  request: { params: workspaceParams },
  responses: { 200: describeJson('Offers', z.array(offerViewSchema)), ...refusals },
});

const addOffer = createRoute({
  method: 'post',
  path: '/workspaces/{workspaceId}/offers',
  tags,
  summary: 'Begin an offer, blank or from another',
  description: 'Idempotency-Key: the same within a day makes one offer.',
  request: { params: workspaceParams, body: body(newOfferBody) },
  responses: { 201: describeJson('The offer', offerViewSchema), ...refusals },
});

const getOffer = createRoute({
  method: 'get',
  path: OFFER,
  tags,
  summary: 'How one offer is kept; its ETag is sent back with what changes it',
  request: { params: offerParams },
  responses: state,
});

const changeOffer = createRoute({
  method: 'patch',
  path: OFFER,
  tags,
  summary: 'Put an offer away or take it out; change how often it is reviewed',
  request: { params: offerParams, body: body(offerStateBody) },
  responses: state,
});

const suspendOffer = createRoute({
  method: 'put',
  path: `${OFFER}/suspension`,
  tags,
  summary: 'Interrupt the service, with the last day of it when it is known',
  request: { params: offerParams, body: body(suspensionBody) },
  responses: state,
});

const resumeOffer = createRoute({
  method: 'delete',
  path: `${OFFER}/suspension`,
  tags,
  summary: 'End the interruption at once',
  request: { params: offerParams },
  responses: state,
});

const verifyOffer = createRoute({
  method: 'post',
  path: `${OFFER}/verification`,
  tags,
  summary: 'Say that all residents read of it is still true',
  request: { params: offerParams },
  responses: state,
});

export function offersRoutes(deps: WorkspaceDeps) {
  const { db } = deps.database;
  return createRoutes()
    .openapi(listOffers, async (c) => {
      const { workspaceId } = c.req.valid('param');
      await requireMember(deps, c, workspaceId, 'offer.read');
      const rows = await inWorkspace(db, workspaceId, (tx) => listKeptOffers(tx));
      const today = dayOf(new Date(deps.clock()));
      return sendJson<OfferView[]>(
        c,
        rows.map((row) => presentOffer(row, today)),
        'never',
      );
    })
    .openapi(addOffer, async (c) => {
      const { workspaceId } = c.req.valid('param');
      const member = await requireMember(deps, c, workspaceId, 'offer.edit');
      const act = { ...actOf(deps, member), actorId: member.person.userId };
      const wanted = c.req.valid('json');
      const reply = await answerCreation(deps, c, act, async (tx) => {
        const id = await createOffer(tx, act, wanted);
        return { status: 201, body: await viewOffer(tx, act, id) };
      });
      c.header('cache-control', 'no-store');
      return c.json(reply.body as OfferView, 201);
    })
    .openapi(getOffer, async (c) => {
      const { workspaceId, offerId } = c.req.valid('param');
      const member = await requireMember(deps, c, workspaceId, 'offer.read');
      const act = actOf(deps, member);
      return send(c, await inWorkspace(db, workspaceId, (tx) => viewOffer(tx, act, offerId)));
    })
    .openapi(changeOffer, async (c) => {
      const { archived, reviewEveryDays } = c.req.valid('json');
      const permission = archived === undefined ? 'offer.confirm' : 'offer.publish';
      const view = await changeState(deps, c, c.req.valid('param'), permission, async (write) => {
        if (archived !== undefined) await setArchived(write, archived);
        if (reviewEveryDays !== undefined) await setReview(write, reviewEveryDays);
      });
      return send(c, view);
    })
    .openapi(suspendOffer, async (c) => {
      const suspension = c.req.valid('json');
      const ids = c.req.valid('param');
      return send(
        c,
        await changeState(deps, c, ids, 'offer.publish', (write) => suspend(write, suspension)),
      );
    })
    .openapi(resumeOffer, async (c) =>
      send(c, await changeState(deps, c, c.req.valid('param'), 'offer.publish', resume)),
    )
    .openapi(verifyOffer, async (c) =>
      send(c, await changeState(deps, c, c.req.valid('param'), 'offer.confirm', confirmStillTrue)),
    );
}

function send(c: Parameters<typeof sendJson>[0], view: OfferView) {
  c.header('etag', view.etag);
  return sendJson(c, view, 'never');
}
