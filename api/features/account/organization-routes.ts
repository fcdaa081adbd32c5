// The organizations of a site, opened by who keeps it: their space, and the first person who manages it.

import { createRoute } from '@hono/zod-openapi';
import type { z } from 'zod';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { requireMember } from '#api/runtime/require-member.ts';
import { listOrganizations } from '#db/queries/account/list-organizations.ts';
import type { AccountDeps } from './account-deps.ts';
import { openedSchema, organizationsSchema } from './answers.ts';
import { managerBody, organizationBody, organizationParams, workspaceParams } from './contract.ts';
import { inviteManager, openOrganization } from './open-organization.ts';

const tags = ['account'];
const ORGANIZATIONS = '/workspaces/{workspaceId}/organizations' as const;
const json = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { content: { 'application/json': { schema } }, required: true },
});
const opened = { 201: describeJson('Sent, or to hand over', openedSchema), ...refusals };

const list = createRoute({
  method: 'get',
  path: ORGANIZATIONS,
  tags,
  summary: 'The organizations that have a space here',
  request: { params: workspaceParams },
  responses: { 200: describeJson('Organizations', organizationsSchema), ...refusals },
});

const open = createRoute({
  method: 'post',
  path: ORGANIZATIONS,
  tags,
  summary: 'Open the space of an organization, and invite who will manage it',
  description: 'Idempotency-Key: the same within a day opens one space, and tells the same link.',
  request: { params: workspaceParams, ...json(organizationBody) },
  responses: opened,
});

const inviteAgain = createRoute({
  method: 'post',
  path: `${ORGANIZATIONS}/{organizationId}/invitations`,
  tags,
  summary: 'Invite who will manage an organization, while nobody does',
  description: 'Idempotency-Key: the same within a day invites once, and tells the same link.',
  request: { params: organizationParams, ...json(managerBody) },
  responses: opened,
});

export function organizationRoutes(deps: AccountDeps) {
  return createRoutes()
    .openapi(list, async (c) => {
      const { workspaceId } = c.req.valid('param');
      await requireMember(deps, c, workspaceId, 'workspace.create');
      const rows = await listOrganizations(deps.database.db, new Date(deps.clock()));
      const told = rows.map(({ createdAt, invitedUntil, ...row }) => ({
        ...row,
        createdAt: createdAt.toISOString(),
        invitedUntil: invitedUntil?.toISOString() ?? null,
      }));
      return sendJson(c, told, 'never');
    })
    .openapi(open, async (c) => {
      const { workspaceId } = c.req.valid('param');
      const { person } = await requireMember(deps, c, workspaceId, 'workspace.create');
      const answer = await openOrganization(deps, c, person, c.req.valid('json'));
      c.header('cache-control', 'no-store');
      return c.json(answer, 201);
    })
    .openapi(inviteAgain, async (c) => {
      const { workspaceId, organizationId } = c.req.valid('param');
      const { person } = await requireMember(deps, c, workspaceId, 'workspace.create');
      const { email } = c.req.valid('json');
      const answer = await inviteManager(deps, c, person, { organizationId, email });
      c.header('cache-control', 'no-store');
      return c.json(answer, 201);
    });
}
