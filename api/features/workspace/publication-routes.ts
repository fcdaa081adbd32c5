// From a draft to residents and back: published, planned, withdrawn; older versions read, compared, put back.

import { createRoute, type z } from '@hono/zod-openapi';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { refuseStale, requireIfMatch } from '#api/http/if-match.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { answerCreation } from '#api/runtime/answer-creation.ts';
import { lockKeptOffer } from '#api/runtime/public-offer.ts';
import { requireMember } from '#api/runtime/require-member.ts';
import { offerViewSchema, publishedSchema } from './answers.ts';
import {
  offerParams,
  publicationBody,
  restorationBody,
  versionParams,
  withdrawalQuery,
} from './contract.ts';
import { type OfferView, stateTag } from './present-offer.ts';
import { cancelSchedule, publishDraft, restoreVersion, withdraw } from './publish-offer.ts';
import type { WorkspaceDeps } from './workspace-deps.ts';
import { actOf, changeState, type OfferWrite, viewOffer } from './write-offer.ts';

const tags = ['workspace'];
const OFFER = '/workspaces/{workspaceId}/offers/{offerId}' as const;
const published = { 201: describeJson('The new version', publishedSchema), ...refusals };
const state = { 200: describeJson('The offer as it is now', offerViewSchema), ...refusals };
const json = <Schema extends z.ZodType>(schema: Schema) => ({
  content: { 'application/json': { schema } },
  required: true,
});

const publish = createRoute({
  method: 'post',
  path: `${OFFER}/publication`,
  tags,
  summary: 'Publish the draft, at once or at an hour to come',
  description: 'If-Match holds the revision of the draft that was read.',
  request: { params: offerParams, body: json(publicationBody) },
  responses: published,
});

const unpublish = createRoute({
  method: 'delete',
  path: `${OFFER}/publication`,
  tags,
  summary: 'Withdraw the offer: residents read it no more; its versions stay, and can be put back',
  request: { params: offerParams, query: withdrawalQuery },
  responses: state,
});

const cancelPlanned = createRoute({
  method: 'delete',
  path: `${OFFER}/publication/planned`,
  tags,
  summary: 'Cancel the publication that waits for its hour; its words become the draft again',
  request: { params: offerParams },
  responses: state,
});

const restore = createRoute({
  method: 'post',
  path: `${OFFER}/versions/{number}/restoration`,
  tags,
  summary: 'Put an older version back, as a new one',
  description: 'If-Match holds the ETag of the offer.',
  request: { params: versionParams, body: json(restorationBody) },
  responses: published,
});

type Published = { version: number; offer: OfferView };

export function publicationRoutes(deps: WorkspaceDeps) {
  /** A new version is made once, however often it is asked for with one key. */
  async function makeVersion(
    c: Parameters<typeof requireMember>[1],
    { workspaceId, offerId }: { workspaceId: string; offerId: string },
    work: (write: OfferWrite, sent: string) => Promise<number>,
  ) {
    const member = await requireMember(deps, c, workspaceId, 'offer.publish');
    const sent = requireIfMatch(c);
    const act = { ...actOf(deps, member), actorId: member.person.userId };
    const { body } = await answerCreation(deps, c, act, async (tx) => {
      const kept = await lockKeptOffer(tx, offerId);
      const version = await work({ tx, act, kept, member }, sent);
      return { status: 201, body: { version, offer: await viewOffer(tx, act, offerId) } };
    });
    const answer = body as Published;
    c.header('etag', answer.offer.etag);
    c.header('cache-control', 'no-store');
    return answer;
  }

  return createRoutes()
    .openapi(publish, async (c) => {
      const { note, publishAt } = c.req.valid('json');
      const at = publishAt === null ? null : new Date(publishAt);
      const answer = await makeVersion(c, c.req.valid('param'), (write, sent) =>
        publishDraft(deps, write, { sent, note, publishAt: at }),
      );
      return c.json(answer, 201);
    })
    .openapi(unpublish, async (c) => {
      const { reason } = c.req.valid('query');
      const ids = c.req.valid('param');
      return send(
        c,
        await changeState(deps, c, ids, 'offer.publish', (write) => withdraw(write, reason)),
      );
    })
    .openapi(cancelPlanned, async (c) =>
      send(c, await changeState(deps, c, c.req.valid('param'), 'offer.publish', cancelSchedule)),
    )
    .openapi(restore, async (c) => {
      const { number, ...ids } = c.req.valid('param');
      const { note } = c.req.valid('json');
      const answer = await makeVersion(c, ids, async (write, sent) => {
        const { tx, act, kept } = write;
        const held = stateTag(kept);
        if (sent !== held) refuseStale(sent, held, await viewOffer(tx, act, kept.id));
        return restoreVersion(deps, write, { number, note });
      });
      return c.json(answer, 201);
    });
}

function send(c: Parameters<typeof sendJson>[0], view: OfferView) {
  c.header('etag', view.etag);
  return sendJson(c, view, 'never');
}
