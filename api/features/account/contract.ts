// What people send to sign in, to answer an invitation, and to manage who works with them.

import { z } from 'zod';
import { PASSWORD_LENGTH } from '#domain/account/password-rule.ts';
import { ROLES, WORKSPACE_KINDS } from '#domain/account/roles.ts';
import { isPlainText, PLAIN_TEXT } from '#domain/plain-text.ts';

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'at most 254 characters')
  .pipe(z.email('an e-mail address'));

/** What is compared with a password kept: of any length one may have chosen. */
const givenPassword = z
  .string()
  .min(1, 'a password')
  .max(PASSWORD_LENGTH.max * 2);
/** Its rule is told in words by the answer. */
const newPassword = z.string().max(PASSWORD_LENGTH.max * 2);

export const personNameSchema = z
  .string()
  .trim()
  .min(1, 'a name')
  .max(100, 'at most 100 characters')
  .refine(isPlainText, PLAIN_TEXT);

const organizationName = z
  .string()
  .trim()
  .min(2, 'at least 2 characters')
  .max(120, 'at most 120 characters')
  .refine(isPlainText, PLAIN_TEXT);

export const signInBody = z.strictObject({ email: emailSchema, password: givenPassword });

/** Writing the browser holds that was not saved stays there when asked for. */
export const signOutBody = z.strictObject({ keepUnsaved: z.boolean().default(false) });

export const passwordBody = z.strictObject({ current: givenPassword, next: newPassword });

export const resetBody = z.strictObject({ password: newPassword });

/** Both for a new account, neither for the person signed in at that address. */
export const acceptBody = z.strictObject({
  name: personNameSchema.optional(),
  password: newPassword.optional(),
});

export const inviteBody = z.strictObject({ email: emailSchema, role: z.enum(ROLES) });

/** Who keeps the site works in no territory; the others in one at least. */
export const organizationBody = z
  .strictObject({
    name: organizationName,
    kind: z.enum(WORKSPACE_KINDS),
    territoryCodes: z.array(z.string().min(1).max(60)).max(100),
    email: emailSchema,
  })
  .refine(({ kind, territoryCodes }) => kind === 'operation' || territoryCodes.length > 0, {
    path: ['territoryCodes'],
    message: 'one territory at least',
  });

export const managerBody = z.strictObject({ email: emailSchema });

export const roleBody = z.strictObject({ role: z.enum(ROLES) });

/** What the browser's WebAuthn gives, as it gives it; the library reads it. */
const keyResponse = z.looseObject({
  id: z.string().max(1024),
  rawId: z.string().max(1024),
  type: z.literal('public-key'),
  response: z.record(z.string(), z.unknown()),
});

export const passkeyBody = z.strictObject({
  name: z.string().trim().max(60, 'at most 60 characters').refine(isPlainText, PLAIN_TEXT),
  response: keyResponse,
});

export const passkeySignInBody = z.strictObject({ response: keyResponse });

const id = z.string().regex(/^[\w.:-]{1,120}$/, 'an id');
export const idParams = z.strictObject({ id });
/** 32 random bytes in base64url; anything else is told the same as an unknown one. */
export const tokenParams = z.strictObject({ token: z.string().max(200) });
export const workspaceParams = z.strictObject({ workspaceId: id });
export const memberParams = z.strictObject({ workspaceId: id, userId: id });
export const invitationParams = z.strictObject({ workspaceId: id, invitationId: id });
export const organizationParams = z.strictObject({ workspaceId: id, organizationId: id });
