// Keys kept by a phone or a computer (WebAuthn): add one, list them, remove one, sign in with one.

import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import type { HttpEnv } from '#api/http/http-env.ts';
import { requirePerson } from '#api/http/require-person.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import type { KeyAnswer } from '#api/runtime/sign-in.ts';
import { orRefusal } from '#api/runtime/sign-in-refusal.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import { deletePasskey } from '#db/queries/account/delete-passkey.ts';
import { listPasskeys } from '#db/queries/account/list-passkeys.ts';
import { type AccountDeps, callsFor, passCookies } from './account-deps.ts';
import { ceremonySchema, passkeysSchema } from './answers.ts';
import { refuseDemo } from './change-password.ts';
import { idParams, passkeyBody, passkeySignInBody } from './contract.ts';
import { signInWithPasskey } from './sign-in-person.ts';

const tags = ['account'];
const done = { description: 'Done' } as const;
const json = <Schema>(schema: Schema) => ({
  body: { content: { 'application/json': { schema } }, required: true },
});

const list = createRoute({
  method: 'get',
  path: '/account/passkeys',
  tags,
  summary: 'The keys of the person signed in',
  responses: { 200: describeJson('Keys', passkeysSchema), ...refusals },
});

const addOptions = createRoute({
  method: 'post',
  path: '/account/passkeys/options',
  tags,
  summary: 'What the browser must ask of a new key; the session must be a few minutes old at most',
  responses: { 200: describeJson('Options of WebAuthn', ceremonySchema), ...refusals },
});

const add = createRoute({
  method: 'post',
  path: '/account/passkeys',
  tags,
  summary: 'Keep the key the browser made',
  description:
    'Takes no Idempotency-Key: the challenge of the options answers once, and a key sent again is refused.',
  request: json(passkeyBody),
  responses: { 204: done, ...refusals },
});

const remove = createRoute({
  method: 'delete',
  path: '/account/passkeys/{id}',
  tags,
  summary: 'Remove a key',
  request: { params: idParams },
  responses: { 204: done, ...refusals },
});

const signInOptions = createRoute({
  method: 'post',
  path: '/account/passkeys/sign-in/options',
  tags,
  summary: 'What the browser must ask of a key to sign in',
  responses: { 200: describeJson('Options of WebAuthn', ceremonySchema), ...refusals },
});

const signIn = createRoute({
  method: 'post',
  path: '/account/passkeys/sign-in',
  tags,
  summary: 'Sign in with a key',
  request: json(passkeySignInBody),
  responses: { 204: done, ...refusals },
});

export function passkeyRoutes(deps: AccountDeps) {
  const { db } = deps.database;
  return createRoutes()
    .openapi(list, async (c) => {
      const keys = await listPasskeys(db, requirePerson(c).userId);
      const told = keys.map((key) => ({ ...key, createdAt: key.createdAt.toISOString() }));
      return sendJson(c, told, 'never');
    })
    .openapi(addOptions, async (c) => {
      const { userId, email } = requirePerson(c);
      refuseDemo(userId);
      const { headers, response } = await orRefusal(
        callsFor(deps, c).generatePasskeyRegistrationOptions({
          query: { name: email },
          headers: c.req.raw.headers,
          returnHeaders: true,
        }),
      );
      passCookies(c, headers);
      return sendJson(c, response, 'never');
    })
    .openapi(add, async (c) => {
      await addPasskey(deps, c, c.req.valid('json'));
      return c.body(null, 204);
    })
    .openapi(remove, async (c) => {
      const { userId } = requirePerson(c);
      await deletePasskey(db, userId, c.req.valid('param').id, new Date(deps.clock()));
      return c.body(null, 204);
    })
    .openapi(signInOptions, async (c) => {
      await deps.tries.take(c, null);
      const { headers, response } = await orRefusal(
        callsFor(deps, c).generatePasskeyAuthenticationOptions({
          // Without the cookies: whoever is signed in, any key of this site may answer.
          headers: new Headers(),
          returnHeaders: true,
        }),
      );
      passCookies(c, headers);
      // The library would do without knowing who holds the key.
      return sendJson(c, { ...response, userVerification: 'required' }, 'never');
    })
    .openapi(signIn, async (c) => {
      await signInWithPasskey(deps, c, c.req.valid('json').response);
      return c.body(null, 204);
    });
}

async function addPasskey(
  deps: AccountDeps,
  c: Context<HttpEnv>,
  { name, response }: { name: string; response: object },
): Promise<void> {
  const { userId } = requirePerson(c);
  refuseDemo(userId);
  const { headers, response: key } = await orRefusal(
    callsFor(deps, c).verifyPasskeyRegistration({
      body: { name, response: response as KeyAnswer },
      headers: c.req.raw.headers,
      returnHeaders: true,
    }),
  );
  passCookies(c, headers);
  await deps.database.db.transaction((tx) =>
    appendAudit(tx, {
      at: new Date(deps.clock()),
      actorId: userId,
      workspaceId: null,
      action: 'added',
      subjectKind: 'passkey',
      subjectId: key.id,
      after: { name },
    }),
  );
}
