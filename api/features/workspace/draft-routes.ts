// What is being written of an offer: read, saved whole, thrown away, and what stands between it and residents.

import { createRoute } from '@hono/zod-openapi';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { requireIfMatch } from '#api/http/if-match.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { lockKeptOffer } from '#api/runtime/public-offer.ts';
import { requireMember } from '#api/runtime/require-member.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { findKeptOffer } from '#db/queries/workspace/find-kept-offer.ts';
import { checkOffer } from '#domain/transport/check-offer.ts';
import type { OfferNotice } from '#domain/transport/offer-notice.ts';
import { draftViewSchema, noticesSchema } from './answers.ts';
import { draftBody, offerParams } from './contract.ts';
import { discardDraft, writeDraft } from './edit-draft.ts';
import { type DraftView, presentDraft, revisionTag } from './present-offer.ts';
import { groundOf } from './publish-offer.ts';
import { readOfferDocument } from './read-offer-document.ts';
import type { WorkspaceDeps } from './workspace-deps.ts';
import { actOf, noOffer, requireDraft } from './write-offer.ts';

const tags = ['workspace'];
const DRAFT = '/workspaces/{workspaceId}/offers/{offerId}/draft' as const;
const draft = { 200: describeJson('The draft; its ETag is its revision', draftViewSchema) };

const getDraft = createRoute({
  method: 'get',
  path: DRAFT,
  tags,
  summary: 'What is being written of an offer, or what an edit begins from',
  request: { params: offerParams },
  responses: { ...draft, ...refusals },
});

const putDraft = createRoute({
  method: 'put',
  path: DRAFT,
  tags,
  summary: 'Save what is being written, whole',
  description:
    'If-Match holds the revision that was read. Another one is held: 412, with it in « current ».',
  request: {
    params: offerParams,
    body: { content: { 'application/json': { schema: draftBody } }, required: true },
  },
  responses: { ...draft, ...refusals },
});

const deleteDraft = createRoute({
  method: 'delete',
  path: DRAFT,
  tags,
  summary: 'Throw away what is being written: back to what residents read',
  request: { params: offerParams },
  responses: { ...draft, ...refusals },
});

const getNotices = createRoute({
  method: 'get',
  path: `${DRAFT}/notices`,
  tags,
  summary: 'What stops the publication of the draft, and what is worth a look',
  request: { params: offerParams },
  responses: { 200: describeJson('Notices, errors first', noticesSchema), ...refusals },
});

export function draftRoutes(deps: WorkspaceDeps) {
  const { db } = deps.database;
  return createRoutes()
    .openapi(getDraft, async (c) => {
      const { workspaceId, offerId } = c.req.valid('param');
      await requireMember(deps, c, workspaceId, 'offer.read');
      const view = await inWorkspace(db, workspaceId, async (tx) => {
        const kept = await findKeptOffer(tx, offerId);
        if (kept === null) throw noOffer();
        return presentDraft(offerId, await requireDraft(tx, kept));
      });
      return send(c, view);
    })
    .openapi(putDraft, async (c) => {
      const { workspaceId, offerId } = c.req.valid('param');
      const member = await requireMember(deps, c, workspaceId, 'offer.edit');
      const sent = requireIfMatch(c);
      const document = readOfferDocument(c.req.valid('json'), offerId);
      const act = { ...actOf(deps, member), actorId: member.person.userId };
      const view = await inWorkspace(db, workspaceId, async (tx) =>
        writeDraft(tx, act, await lockKeptOffer(tx, offerId), { sent, document }),
      );
      return send(c, view);
    })
    .openapi(deleteDraft, async (c) => {
      const { workspaceId, offerId } = c.req.valid('param');
      const member = await requireMember(deps, c, workspaceId, 'offer.edit');
      const sent = requireIfMatch(c);
      const act = actOf(deps, member);
      const view = await inWorkspace(db, workspaceId, async (tx) =>
        discardDraft(tx, act, await lockKeptOffer(tx, offerId), sent),
      );
      return send(c, view);
    })
    .openapi(getNotices, async (c) => {
      const { workspaceId, offerId } = c.req.valid('param');
      const member = await requireMember(deps, c, workspaceId, 'offer.read');
      const at = new Date(deps.clock());
      const notices = await inWorkspace(db, workspaceId, async (tx) => {
        const kept = await findKeptOffer(tx, offerId);
        if (kept === null) throw noOffer();
        const { document } = await requireDraft(tx, kept);
        return checkOffer(document, await groundOf(tx, deps, at, member.workspace.territoryCodes));
      });
      return sendJson<OfferNotice[]>(c, notices, 'never');
    });
}

function send(c: Parameters<typeof sendJson>[0], view: DraftView) {
  c.header('etag', revisionTag(view.revision));
  return sendJson(c, view, 'never');
}
