// « Essayer » : what the draft of an offer changes to the answers residents get. Nothing is kept.

import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { requireMember } from '#api/runtime/require-member.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { findKeptOffer } from '#db/queries/workspace/find-kept-offer.ts';
import { findOrganization } from '#db/queries/workspace/find-organization.ts';
import { findVersion } from '#db/queries/workspace/find-version.ts';
import { listCases } from '#db/queries/workspace/list-cases.ts';
import { AppError } from '#domain/error.ts';
import type { OfferTrial } from '#domain/transport/offer-trial.ts';
import { offerParams } from './contract.ts';
import { trialSchema } from './trial-answers.ts';
import { draftedParts, type TrialDeps, tryOffer } from './try-offer.ts';
import { noOffer, requireDraft } from './write-offer.ts';

const tryDraft = createRoute({
  method: 'post',
  path: '/workspaces/{workspaceId}/offers/{offerId}/trial',
  tags: ['workspace'],
  summary: 'Replay the stored cases, as residents are answered now and with the draft',
  description: 'Planned with the offers of the moment; one trial at a time in a workspace (409).',
  request: {
    params: offerParams,
    body: { content: { 'application/json': { schema: z.strictObject({}) } } },
  },
  responses: { 200: describeJson('Before and after', trialSchema), ...refusals },
});

export function trialRoutes(deps: TrialDeps) {
  const underWay = new Set<string>();

  return createRoutes().openapi(tryDraft, async (c) => {
    const { workspaceId, offerId } = c.req.valid('param');
    await requireMember(deps, c, workspaceId, 'offer.read');
    const at = new Date(deps.clock());
    const found = await inWorkspace(deps.database.db, workspaceId, async (tx) => {
      const kept = await findKeptOffer(tx, offerId);
      const organization = await findOrganization(tx, workspaceId);
      if (kept === null || organization === null) throw noOffer();
      const { document, revision } = await requireDraft(tx, kept);
      const { versionInUse } = kept;
      const version = versionInUse === null ? null : await findVersion(tx, offerId, versionInUse);
      const published = version?.document ?? null;
      return { kept, organization, document, published, revision, cases: await listCases(tx) };
    });
    const { document, revision, cases } = found;
    if (underWay.has(workspaceId)) {
      throw new AppError('conflict', 'A trial is under way in this workspace: wait for its end.');
    }
    underWay.add(workspaceId);
    try {
      const before = deps.stores.offers.list({});
      const after = await draftedParts(deps, document, { ...found, at });
      const answer: OfferTrial = {
        revision,
        cases: await tryOffer(deps, { before, after, cases }),
      };
      return sendJson<OfferTrial>(c, answer, 'never');
    } finally {
      underWay.delete(workspaceId);
    }
  });
}
