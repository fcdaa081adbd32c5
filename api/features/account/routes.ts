// Who is signed in, how one signs in and out, where one is signed in.

import { createRoute } from '@hono/zod-openapi';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { requirePerson } from '#api/http/require-person.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { ABSOLUTE_MS } from '#api/runtime/sign-in.ts';
import { deleteSessions } from '#db/queries/account/delete-sessions.ts';
import { listDemoAccounts } from '#db/queries/account/list-demo-accounts.ts';
import { listMemberships } from '#db/queries/account/list-memberships.ts';
import { listSessions } from '#db/queries/account/list-sessions.ts';
import { DEMO_PASSWORD, isDemoUser } from '#domain/account/demo-accounts.ts';
import { ROLES } from '#domain/account/roles.ts';
import { AppError } from '#domain/error.ts';
import type { AccountDeps } from './account-deps.ts';
import { meSchema, resetSchema, sessionsSchema, signInOptionsSchema } from './answers.ts';
import { changePassword } from './change-password.ts';
import {
  idParams,
  passwordBody,
  resetBody,
  signInBody,
  signOutBody,
  tokenParams,
} from './contract.ts';
import { readReset, resetPassword } from './reset-password.ts';
import { signInWithPassword, signOut } from './sign-in-person.ts';

const tags = ['account'];
const done = { description: 'Done' } as const;
const json = <Schema>(schema: Schema) => ({
  body: { content: { 'application/json': { schema } }, required: true },
});

const options = createRoute({
  method: 'get',
  path: '/account/sign-in',
  tags,
  summary: 'What the page where one signs in must know',
  responses: { 200: describeJson('Options', signInOptionsSchema), ...refusals },
});

const signIn = createRoute({
  method: 'post',
  path: '/account/sign-in',
  tags,
  summary: 'Sign in with an e-mail address and a password',
  request: json(signInBody),
  responses: { 204: done, ...refusals },
});

const leave = createRoute({
  method: 'post',
  path: '/account/sign-out',
  tags,
  summary: 'End the session of this browser',
  description: 'Empties what the browser keeps of the site; keepUnsaved: its cache alone.',
  request: json(signOutBody),
  responses: { 204: done, ...refusals },
});

const me = createRoute({
  method: 'get',
  path: '/account/me',
  tags,
  summary: 'Who is signed in, and in which workspaces they work',
  responses: { 200: describeJson('The person', meSchema), ...refusals },
});

const sessions = createRoute({
  method: 'get',
  path: '/account/sessions',
  tags,
  summary: 'Where the person is signed in',
  responses: { 200: describeJson('Sessions', sessionsSchema), ...refusals },
});

const endOthers = createRoute({
  method: 'delete',
  path: '/account/sessions',
  tags,
  summary: 'End every session but this one',
  responses: { 204: done, ...refusals },
});

const endOne = createRoute({
  method: 'delete',
  path: '/account/sessions/{id}',
  tags,
  summary: 'End one session',
  request: { params: idParams },
  responses: { 204: done, ...refusals },
});

const password = createRoute({
  method: 'post',
  path: '/account/password',
  tags,
  summary: 'Change the password; the other sessions end',
  request: json(passwordBody),
  responses: { 204: done, ...refusals },
});

const reset = createRoute({
  method: 'get',
  path: '/account/password/{token}',
  tags,
  summary: 'Whose password a link lets choose anew',
  request: { params: tokenParams },
  responses: { 200: describeJson('The account', resetSchema), ...refusals },
});

const chooseAnew = createRoute({
  method: 'post',
  path: '/account/password/{token}',
  tags,
  summary: 'Choose another password by a link, once; every session ends',
  request: { params: tokenParams, ...json(resetBody) },
  responses: { 204: done, ...refusals },
});

export function accountRoutes(deps: AccountDeps) {
  const { db } = deps.database;
  const now = () => new Date(deps.clock());
  return createRoutes()
    .openapi(options, async (c) => {
      const accounts = await listDemoAccounts(db);
      accounts.sort((one, other) => ROLES.indexOf(one.role) - ROLES.indexOf(other.role));
      const demo = accounts.length === 0 ? null : { password: DEMO_PASSWORD, accounts };
      return sendJson(c, { demo }, 'never');
    })
    .openapi(signIn, async (c) => {
      await signInWithPassword(deps, c, c.req.valid('json'));
      return c.body(null, 204);
    })
    .openapi(leave, async (c) => {
      await signOut(deps, c, c.req.valid('json'));
      return c.body(null, 204);
    })
    .openapi(me, async (c) => {
      const { userId, name, email } = requirePerson(c);
      const memberships = await listMemberships(db, userId);
      const workspaces = memberships.map(({ workspace, role }) => ({
        ...workspace,
        territoryCodes: [...workspace.territoryCodes],
        role,
      }));
      return sendJson(c, { userId, name, email, isDemo: isDemoUser(userId), workspaces }, 'never');
    })
    .openapi(sessions, async (c) => {
      const { userId, sessionId } = requirePerson(c);
      const open = await listSessions(db, userId, {
        now: new Date(),
        signedInAfter: new Date(Date.now() - ABSOLUTE_MS),
      });
      const told = open.map((session) => ({
        ...session,
        signedInAt: session.signedInAt.toISOString(),
        lastUsedAt: session.lastUsedAt.toISOString(),
        isCurrent: session.id === sessionId,
      }));
      return sendJson(c, told, 'never');
    })
    .openapi(endOthers, async (c) => {
      const { userId, sessionId } = requirePerson(c);
      await deleteSessions(db, userId, { allBut: sessionId }, { actorId: userId, at: now() });
      return c.body(null, 204);
    })
    .openapi(endOne, async (c) => {
      const { userId } = requirePerson(c);
      const { id } = c.req.valid('param');
      const by = { actorId: userId, at: now() };
      if ((await deleteSessions(db, userId, { one: id }, by)) === 0) {
        throw new AppError('not_found', 'No such session.');
      }
      return c.body(null, 204);
    })
    .openapi(password, async (c) => {
      await changePassword(deps, c, requirePerson(c), c.req.valid('json'));
      return c.body(null, 204);
    })
    .openapi(reset, async (c) => {
      const { email } = await readReset(deps, c, c.req.valid('param').token);
      return sendJson(c, { email }, 'never');
    })
    .openapi(chooseAnew, async (c) => {
      await resetPassword(deps, c, c.req.valid('param').token, c.req.valid('json').password);
      return c.body(null, 204);
    });
}
