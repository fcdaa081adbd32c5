// Who works in a workspace: members, their roles, invitations; and the answer of who is invited.

import { createRoute } from '@hono/zod-openapi';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { refuseStale, requireIfMatch } from '#api/http/if-match.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { requireMember } from '#api/runtime/require-member.ts';
import { changeMember } from '#db/queries/account/change-member.ts';
import { listInvitations } from '#db/queries/account/list-invitations.ts';
import { listMembers } from '#db/queries/account/list-members.ts';
import { revokeInvitation } from '#db/queries/account/revoke-invitation.ts';
import { isAllowed, type Role, rolesOf } from '#domain/account/roles.ts';
import type { AccountDeps } from './account-deps.ts';
import { answerInvitation, readInvitation } from './answer-invitation.ts';
import {
  invitationSchema,
  invitationsSchema,
  joinedSchema,
  membersSchema,
  sentSchema,
} from './answers.ts';
import {
  acceptBody,
  invitationParams,
  inviteBody,
  memberParams,
  roleBody,
  tokenParams,
  workspaceParams,
} from './contract.ts';
import { refuseRole } from './invite-member.ts';
import { inviteOnce } from './invite-once.ts';

const tags = ['account'];
const done = { description: 'Done' } as const;
const json = <Schema>(schema: Schema) => ({
  body: { content: { 'application/json': { schema } }, required: true },
});

const read = createRoute({
  method: 'get',
  path: '/account/invitations/{token}',
  tags,
  summary: 'To what a link invites',
  request: { params: tokenParams },
  responses: { 200: describeJson('The invitation', invitationSchema), ...refusals },
});

const accept = createRoute({
  method: 'post',
  path: '/account/invitations/{token}',
  tags,
  summary: 'Accept: a new account with a name and a password, or the one signed in',
  request: { params: tokenParams, ...json(acceptBody) },
  responses: { 201: describeJson('The workspace joined', joinedSchema), ...refusals },
});

const members = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/members',
  tags,
  summary: 'Who works in a workspace',
  request: { params: workspaceParams },
  responses: { 200: describeJson('Members', membersSchema), ...refusals },
});

const setRole = createRoute({
  method: 'put',
  path: '/workspaces/{workspaceId}/members/{userId}',
  tags,
  summary: 'Give a member another role, from their next request on',
  request: { params: memberParams, ...json(roleBody) },
  responses: { 204: done, ...refusals },
});

const remove = createRoute({
  method: 'delete',
  path: '/workspaces/{workspaceId}/members/{userId}',
  tags,
  summary: 'Take a member out, from their next request on',
  request: { params: memberParams },
  responses: { 204: done, ...refusals },
});

const invitations = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/invitations',
  tags,
  summary: 'Invitations that wait for an answer',
  request: { params: workspaceParams },
  responses: { 200: describeJson('Invitations', invitationsSchema), ...refusals },
});

const invite = createRoute({
  method: 'post',
  path: '/workspaces/{workspaceId}/invitations',
  tags,
  summary: 'Invite somebody, by e-mail or by a link told once',
  description: 'Idempotency-Key: the same within a day invites once, and tells the same link.',
  request: { params: workspaceParams, ...json(inviteBody) },
  responses: { 201: describeJson('Sent, or to hand over', sentSchema), ...refusals },
});

const takeBack = createRoute({
  method: 'delete',
  path: '/workspaces/{workspaceId}/invitations/{invitationId}',
  tags,
  summary: 'Take an invitation back',
  description: 'If-Match: the ETag of the list. Answered or taken back meanwhile: 412.',
  request: { params: invitationParams },
  responses: { 204: done, ...refusals },
});

export function memberRoutes(deps: AccountDeps) {
  const { db } = deps.database;
  const now = () => new Date(deps.clock());
  return createRoutes()
    .openapi(read, async (c) => {
      const { token } = c.req.valid('param');
      const found = await readInvitation(deps, c, token);
      const { workspaceName, email, role, userId } = found;
      const told = {
        workspaceName,
        email,
        role,
        expiresAt: found.expiresAt.toISOString(),
        hasAccount: userId !== null,
        isSignedIn: userId !== null && c.get('person')?.userId === userId,
      };
      return sendJson(c, told, 'never');
    })
    .openapi(accept, async (c) => {
      const { token } = c.req.valid('param');
      const workspaceId = await answerInvitation(deps, c, token, c.req.valid('json'));
      return c.json({ workspaceId }, 201);
    })
    .openapi(members, async (c) => {
      const { workspaceId } = c.req.valid('param');
      const { workspace, role, person } = await requireMember(deps, c, workspaceId, 'member.read');
      const rows = await listMembers(db, workspaceId);
      const told = {
        roles: [...rolesOf(workspace.kind)],
        mayManage: isAllowed(role, 'member.manage'),
        members: rows.map((row) => ({
          ...row,
          isMe: row.userId === person.userId,
          etag: etagOf(row.role),
        })),
      };
      return sendJson(c, told, 'never');
    })
    .openapi(setRole, async (c) => {
      const { workspaceId, userId } = c.req.valid('param');
      const { role } = c.req.valid('json');
      const { workspace, person } = await requireMember(deps, c, workspaceId, 'member.manage');
      refuseRole(workspace, role);
      const sent = requireIfMatch(c);
      const change = { workspaceId, userId, role, actorId: person.userId, at: now() };
      await changeMember(db, change, (held) => refuseOther(sent, userId, held));
      c.header('etag', etagOf(role));
      return c.body(null, 204);
    })
    .openapi(remove, async (c) => {
      const { workspaceId, userId } = c.req.valid('param');
      const { person } = await requireMember(deps, c, workspaceId, 'member.manage');
      const sent = requireIfMatch(c);
      const change = { workspaceId, userId, role: null, actorId: person.userId, at: now() };
      await changeMember(db, change, (held) => refuseOther(sent, userId, held));
      return c.body(null, 204);
    })
    .openapi(invitations, async (c) => {
      const { workspaceId } = c.req.valid('param');
      await requireMember(deps, c, workspaceId, 'member.manage');
      const open = await listInvitations(db, workspaceId, now());
      const told = open.map((each) => ({
        ...each,
        createdAt: each.createdAt.toISOString(),
        expiresAt: each.expiresAt.toISOString(),
        etag: OPEN_ETAG,
      }));
      return sendJson(c, told, 'never');
    })
    .openapi(invite, async (c) => {
      const { workspaceId } = c.req.valid('param');
      const { workspace, person } = await requireMember(deps, c, workspaceId, 'member.manage');
      const by = { workspaceId, person };
      const asked = c.req.valid('json');
      const { workspaceId: _, ...sent } = await inviteOnce(deps, c, by, async () => ({
        ...asked,
        workspace,
      }));
      c.header('cache-control', 'no-store');
      return c.json(sent, 201);
    })
    .openapi(takeBack, async (c) => {
      const { workspaceId, invitationId } = c.req.valid('param');
      const { person } = await requireMember(deps, c, workspaceId, 'member.manage');
      const sent = requireIfMatch(c);
      const actorId = person.userId;
      await revokeInvitation(db, { workspaceId, id: invitationId, actorId, at: now() }, (held) =>
        refuseStale(sent, `"${held.state}"`, held),
      );
      return c.body(null, 204);
    });
}

/** All that changes of an invitation is that it waits no more; only those that wait are listed. */
const OPEN_ETAG = '"open"';

/** All that changes of a member here is their role. */
function etagOf(role: Role): string {
  return `"${role}"`;
}

/** Throws 412 when somebody gave this member another role since it was read. */
function refuseOther(sent: string, userId: string, role: Role): void {
  const etag = etagOf(role);
  refuseStale(sent, etag, { userId, role, etag });
}
