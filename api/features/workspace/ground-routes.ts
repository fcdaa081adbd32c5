// What an editor of offers must know of the territory: its communes and the needs of its people.

import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { requireMember } from '#api/runtime/require-member.ts';
import { loadGround } from '#db/queries/workspace/load-ground.ts';
import { workspaceParams } from './contract.ts';
import type { WorkspaceDeps } from './workspace-deps.ts';

const groundSchema = z
  .object({
    workspace: z.object({ id: z.string(), name: z.string() }),
    role: z.string(),
    communes: z.array(
      z.object({ insee: z.string(), name: z.string(), epciSiren: z.string().nullable() }),
    ),
    epcis: z.array(z.object({ siren: z.string(), name: z.string() })),
    needs: z.array(z.object({ id: z.string(), label: z.record(z.string(), z.string()) })),
  })
  .meta({ id: 'WorkspaceGround' });

const getGround = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/ground',
  tags: ['workspace'],
  summary: 'The communes an organization works in, and the needs an offer may answer',
  request: { params: workspaceParams },
  responses: { 200: describeJson('The ground', groundSchema), ...refusals },
});

export function groundRoutes(deps: WorkspaceDeps) {
  return createRoutes().openapi(getGround, async (c) => {
    const { workspaceId } = c.req.valid('param');
    const { workspace, role } = await requireMember(deps, c, workspaceId, 'offer.read');
    const ground = await loadGround(deps.database.db, workspace.territoryCodes);
    const needs = deps.stores.needs
      .current()
      .map(({ id, label }) => ({ id, label: label as Record<string, string> }));
    const named = { id: workspace.id, name: workspace.name };
    return sendJson(
      c,
      { workspace: named, role, communes: [...ground.communes], epcis: [...ground.epcis], needs },
      'never',
    );
  });
}
