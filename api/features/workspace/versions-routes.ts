// What an offer said before, field by field, and who changed what in the workspace.

import { createRoute, z } from '@hono/zod-openapi';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { requireMember } from '#api/runtime/require-member.ts';
import type { Database } from '#db/database.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { findKeptOffer, type KeptOffer } from '#db/queries/workspace/find-kept-offer.ts';
import { findVersion } from '#db/queries/workspace/find-version.ts';
import { listHistory } from '#db/queries/workspace/list-history.ts';
import { listVersions } from '#db/queries/workspace/list-versions.ts';
import { AppError } from '#domain/error.ts';
import { diffDocuments } from '#domain/transport/diff-documents.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';
import { comparisonSchema, historySchema, versionRowSchema, versionSchema } from './answers.ts';
import {
  comparisonQuery,
  historyQuery,
  offerParams,
  versionParams,
  workspaceParams,
} from './contract.ts';
import { isoOf } from './present-offer.ts';
import { tellHistory } from './tell-history.ts';
import type { WorkspaceDeps } from './workspace-deps.ts';
import { noOffer, requireDraft } from './write-offer.ts';

const tags = ['workspace'];
const OFFER = '/workspaces/{workspaceId}/offers/{offerId}' as const;

const versions = createRoute({
  method: 'get',
  path: `${OFFER}/versions`,
  tags,
  summary: 'The versions of an offer, the newest first',
  request: { params: offerParams },
  responses: { 200: describeJson('Versions', z.array(versionRowSchema)), ...refusals },
});

const version = createRoute({
  method: 'get',
  path: `${OFFER}/versions/{number}`,
  tags,
  summary: 'What one version said',
  request: { params: versionParams },
  responses: { 200: describeJson('The document', versionSchema), ...refusals },
});

const comparison = createRoute({
  method: 'get',
  path: `${OFFER}/comparison`,
  tags,
  summary: 'What differs between two versions, or a version and the draft, field by field',
  request: { params: offerParams, query: comparisonQuery },
  responses: { 200: describeJson('Fields', comparisonSchema), ...refusals },
});

const history = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/history',
  tags,
  summary: 'Who changed what, when, from what to what: the newest first',
  description: 'Saves of one person in a row are told as one. The history itself holds each.',
  request: { params: workspaceParams, query: historyQuery },
  responses: { 200: describeJson('Entries', historySchema), ...refusals },
});

export function versionsRoutes(deps: WorkspaceDeps) {
  const { db } = deps.database;

  /** Inside the workspace, on an offer that is there. */
  async function onOffer<Result>(
    c: Parameters<typeof requireMember>[1],
    { workspaceId, offerId }: { workspaceId: string; offerId: string },
    work: (tx: Database, kept: KeptOffer) => Promise<Result>,
  ): Promise<Result> {
    await requireMember(deps, c, workspaceId, 'offer.read');
    return inWorkspace(db, workspaceId, async (tx) => {
      const kept = await findKeptOffer(tx, offerId);
      if (kept === null) throw noOffer();
      return work(tx, kept);
    });
  }

  return createRoutes()
    .openapi(versions, async (c) => {
      const rows = await onOffer(c, c.req.valid('param'), async (tx, kept) =>
        (await listVersions(tx, kept.id)).map(
          ({ authorName, createdAt, publishAt, publishedAt, cancelledAt, ...row }) => ({
            ...row,
            author: authorName,
            createdAt: createdAt.toISOString(),
            publishAt: isoOf(publishAt),
            publishedAt: isoOf(publishedAt),
            cancelledAt: isoOf(cancelledAt),
            inUse: row.number === kept.versionInUse,
          }),
        ),
      );
      return sendJson(c, rows, 'never');
    })
    .openapi(version, async (c) => {
      const { number, ...ids } = c.req.valid('param');
      const document = await onOffer(c, ids, (tx, kept) => documentOf(tx, kept, number));
      return sendJson(c, { number, document: document as { schema: 1 } & OfferDocument }, 'never');
    })
    .openapi(comparison, async (c) => {
      const { from, to } = c.req.valid('query');
      const changes = await onOffer(c, c.req.valid('param'), async (tx, kept) =>
        diffDocuments(await documentOf(tx, kept, from), await documentOf(tx, kept, to)),
      );
      return sendJson(c, changes, 'never');
    })
    .openapi(history, async (c) => {
      const { workspaceId } = c.req.valid('param');
      const { offer, before, limit } = c.req.valid('query');
      await requireMember(deps, c, workspaceId, 'history.read');
      const filter = { workspaceId, offerId: offer, before, limit };
      const found = await inWorkspace(db, workspaceId, (tx) => listHistory(tx, filter));
      return sendJson(c, tellHistory(found, limit), 'never');
    });
}

async function documentOf(
  tx: Database,
  kept: KeptOffer,
  which: number | 'draft',
): Promise<OfferDocument> {
  if (which === 'draft') return (await requireDraft(tx, kept)).document;
  const found = await findVersion(tx, kept.id, which);
  if (found === null) throw new AppError('not_found', `No version ${which} of this offer.`);
  return found.document;
}
