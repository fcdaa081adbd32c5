// Which stops has an organization already written, so that another line calls at the same ones?

import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { requireMember } from '#api/runtime/require-member.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { listWorkingDocuments } from '#db/queries/workspace/list-documents.ts';
import { type KnownStop, knownStops } from '#domain/transport/known-stops.ts';
import { workspaceParams } from './contract.ts';
import type { WorkspaceDeps } from './workspace-deps.ts';

const stopsSchema: z.ZodType<KnownStop[]> = z
  .array(
    z.object({
      name: z.string(),
      insee: z.string().nullable(),
      point: z.tuple([z.number(), z.number()]).meta({ description: 'Longitude, latitude' }),
      offerId: z.string(),
      line: z.string().meta({ description: 'The name of the line that calls there' }),
    }),
  )
  .meta({ id: 'KnownStops' });

const getStops = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/stops',
  tags: ['workspace'],
  summary: 'The stops of the lines of an organization, as they are being written',
  request: { params: workspaceParams },
  responses: { 200: describeJson('Each stop once', stopsSchema), ...refusals },
});

export function stopsRoutes(deps: WorkspaceDeps) {
  return createRoutes().openapi(getStops, async (c) => {
    const { workspaceId } = c.req.valid('param');
    await requireMember(deps, c, workspaceId, 'offer.read');
    const { db } = deps.database;
    const documents = await inWorkspace(db, workspaceId, (tx) => listWorkingDocuments(tx));
    return sendJson(c, knownStops(documents), 'never');
  });
}
