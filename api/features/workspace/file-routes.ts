// Offers that come and go as files: an archive to keep elsewhere, and what one from elsewhere would change.

import { createHash } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { HttpRefusal } from '#api/http/problem.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { answerCreation } from '#api/runtime/answer-creation.ts';
import { buildOfferFeed, feedAddress } from '#api/runtime/offer-feed.ts';
import { dayOf } from '#api/runtime/public-offer.ts';
import { requireMember } from '#api/runtime/require-member.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { findOrganization } from '#db/queries/workspace/find-organization.ts';
import { listWorkingDocuments } from '#db/queries/workspace/list-documents.ts';
import { AppError } from '#domain/error.ts';
import { webAddress } from '#domain/transport/export-gtfs/export-booking.ts';
import { hasErrors } from '#domain/transport/feed-reading.ts';
import { acceptanceQuery, workspaceParams } from './contract.ts';
import { acceptedSchema, type FileProposal, proposalSchema } from './file-answers.ts';
import { acceptOffers, proposeOffers, takenIds } from './import-offers.ts';
import { readOffersFile } from './read-offers-file.ts';
import type { WorkspaceDeps } from './workspace-deps.ts';
import { actOf } from './write-offer.ts';

export const MOST_FILE_BYTES = 20_000_000;
/** Each takes a while and some memory. */
const MOST_AT_ONCE = 2;

const tags = ['workspace'];
const FILES = '/workspaces/{workspaceId}/files' as const;
const zip = { 'application/zip': { schema: z.string().meta({ format: 'binary' }) } };

const getFile = createRoute({
  method: 'get',
  path: FILES,
  tags,
  summary: 'All the offers of an organization as they are written, drafts included, as one archive',
  request: { params: workspaceParams },
  responses: {
    200: { description: 'GTFS, GTFS-Flex and x_offers.json', content: zip },
    ...refusals,
  },
});

const postFile = createRoute({
  method: 'post',
  path: FILES,
  tags,
  summary: 'What an archive would change; nothing is kept',
  description: 'GTFS-Flex, or an archive of ours. A faulty one: 422, with file, line and field.',
  request: { params: workspaceParams, body: { content: zip, required: true } },
  responses: { 200: describeJson('Offer by offer', proposalSchema), ...refusals },
});

const acceptFile = createRoute({
  method: 'post',
  path: `${FILES}/acceptance`,
  tags,
  summary: 'Write the chosen offers of the archive as drafts; none is published',
  description: 'Idempotency-Key: the same within a day writes once.',
  request: {
    params: workspaceParams,
    query: acceptanceQuery,
    body: { content: zip, required: true },
  },
  responses: { 201: describeJson('Ids of the drafts written', acceptedSchema), ...refusals },
});

export function fileRoutes(deps: WorkspaceDeps) {
  const { db } = deps.database;
  let underWay = 0;

  /** Throws 422 with every fault, 503 when too many are read already. */
  const open = async (workspaceId: string, bytes: Uint8Array) => {
    if (underWay >= MOST_AT_ONCE) {
      throw new AppError('unavailable', 'Other files are being read: send it again in a minute.');
    }
    underWay += 1;
    try {
      const reading = await deps.readOfferFile('archive.zip', bytes);
      const organization = await findOrganization(db, workspaceId);
      if (organization === null) throw new AppError('not_found', 'No such workspace.');
      const file = await readOffersFile(db, reading, organization, new Date(deps.clock()));
      const { notices, offers } = file;
      const isNothingGood = offers.every(({ document }) => document === null);
      if (hasErrors(notices) || isNothingGood) {
        const all = [...notices, ...offers.flatMap((offer) => offer.notices)];
        const [first] = all;
        const told = first === undefined ? 'it holds no offer' : `${first.code}, ${first.file}`;
        throw new HttpRefusal('unreadable_file', `The file has faults: ${told}.`, [], {
          notices: all,
        });
      }
      return { file, ignored: reading.ignored, taken: await takenIds(db, file, workspaceId) };
    } finally {
      underWay -= 1;
    }
  };

  return createRoutes()
    .openapi(getFile, async (c) => {
      const { workspaceId } = c.req.valid('param');
      await requireMember(deps, c, workspaceId, 'file.export');
      const from = dayOf(new Date(deps.clock()));
      const { documents, organization } = await inWorkspace(db, workspaceId, async (tx) => ({
        documents: await listWorkingDocuments(tx),
        organization: await findOrganization(tx, workspaceId),
      }));
      if (organization === null) throw new AppError('not_found', 'No such workspace.');
      const { name, provider } = organization;
      const url = webAddress(provider?.url ?? null);
      const publisher = {
        name,
        url: url ?? feedAddress(deps.config.publicUrl, c.req.url),
        email: provider?.email ?? null,
      };
      const entries = documents.map((document) => ({ document, shown: document.offer }));
      const bytes = await buildOfferFeed(db, { entries, publisher, from, version: from });
      return new Response(Uint8Array.from(bytes), {
        headers: {
          'content-type': 'application/zip',
          'cache-control': 'no-store',
          'content-disposition': `attachment; filename="${workspaceId}-offres.zip"`,
        },
      });
    })
    .openapi(postFile, async (c) => {
      const { workspaceId } = c.req.valid('param');
      await requireMember(deps, c, workspaceId, 'file.import');
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      const { file, taken, ignored } = await open(workspaceId, bytes);
      const proposed = await inWorkspace(db, workspaceId, (tx) =>
        proposeOffers(tx, file, workspaceId, taken),
      );
      const offers = proposed.map(({ offer }) => offer);
      const { source, notices } = file;
      return sendJson<FileProposal>(c, { source, offers, notices, ignored: [...ignored] }, 'never');
    })
    .openapi(acceptFile, async (c) => {
      const { workspaceId } = c.req.valid('param');
      const { offers: chosen } = c.req.valid('query');
      const member = await requireMember(deps, c, workspaceId, 'file.import');
      const act = { ...actOf(deps, member), actorId: member.person.userId };
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      const sent = createHash('sha256').update(bytes).update(chosen.join()).digest('hex');
      const { file, taken } = await open(workspaceId, bytes);
      const write = async (tx: typeof db) => {
        const proposed = await proposeOffers(tx, file, workspaceId, taken);
        return { status: 201, body: { ids: await acceptOffers(tx, act, proposed, chosen) } };
      };
      const reply = await answerCreation(deps, c, act, write, sent);
      c.header('cache-control', 'no-store');
      return c.json(reply.body as { ids: string[] }, 201);
    });
}
