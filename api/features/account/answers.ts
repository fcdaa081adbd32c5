// How the API's document describes people, sessions, members and invitations.

import { z } from 'zod';
import { orNull } from '#api/http/schemas/common.ts';
import { ROLES, WORKSPACE_KINDS } from '#domain/account/roles.ts';

const momentSchema = z.iso.datetime();
const roleSchema = z.enum(ROLES);

export const meSchema = z
  .object({
    userId: z.string(),
    name: z.string(),
    email: z.string(),
    isDemo: z.boolean().meta({ description: 'An account of the demonstration, shared by all' }),
    workspaces: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        kind: z.enum(WORKSPACE_KINDS),
        role: roleSchema,
        providerId: z.string().nullable(),
        territoryCodes: z.array(z.string()).readonly(),
      }),
    ),
  })
  .meta({ id: 'SignedInPerson' });

export const signInOptionsSchema = z
  .object({
    demo: orNull(
      z.object({
        password: z.string(),
        accounts: z.array(
          z.object({
            email: z.string(),
            name: z.string(),
            role: roleSchema,
            workspace: z.string(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'SignInOptions' });

export const sessionsSchema = z.array(
  z
    .object({
      id: z.string(),
      userAgent: z.string(),
      signedInAt: momentSchema,
      lastUsedAt: momentSchema,
      isCurrent: z.boolean(),
    })
    .meta({ id: 'OpenSession' }),
);

export const passkeysSchema = z.array(
  z
    .object({
      id: z.string(),
      name: z.string(),
      createdAt: momentSchema.nullable(),
      isSynced: z.boolean().meta({ description: 'Kept by an account of the maker of the device' }),
    })
    .meta({ id: 'Passkey' }),
);

/** As WebAuthn defines them: the browser passes them on. */
export const ceremonySchema: z.ZodType<{ challenge: string }> = z.looseObject({
  challenge: z.string(),
});

export const invitationSchema = z
  .object({
    workspaceName: z.string(),
    email: z.string(),
    role: roleSchema,
    expiresAt: momentSchema,
    hasAccount: z.boolean(),
    isSignedIn: z.boolean().meta({ description: 'The person it invites is the one who asks' }),
  })
  .meta({ id: 'Invitation' });

export const resetSchema = z.object({ email: z.string() }).meta({ id: 'PasswordReset' });

export const joinedSchema = z.object({ workspaceId: z.string() }).meta({ id: 'Joined' });

export const membersSchema = z.object({
  roles: z.array(roleSchema).readonly().meta({ description: 'Those members here may be given' }),
  mayManage: z.boolean(),
  members: z.array(
    z
      .object({
        userId: z.string(),
        name: z.string(),
        email: z.string(),
        role: roleSchema,
        isMe: z.boolean(),
        etag: z.string().meta({ description: 'Sent back as If-Match with what changes them' }),
      })
      .meta({ id: 'Member' }),
  ),
});

export const invitationsSchema = z.array(
  z
    .object({
      id: z.string(),
      email: z.string(),
      role: roleSchema,
      createdAt: momentSchema,
      expiresAt: momentSchema,
      etag: z.string().meta({ description: 'Sent back as If-Match to take it back' }),
    })
    .meta({ id: 'OpenInvitation' }),
);

export const sentSchema = z
  .object({
    id: z.string(),
    expiresAt: momentSchema,
    link: z.string().nullable().meta({ description: 'To hand over, once; null: sent by e-mail' }),
  })
  .meta({ id: 'SentInvitation' });

export const openedSchema = sentSchema
  .extend({ workspaceId: z.string() })
  .meta({ id: 'OpenedOrganization' });

export const organizationsSchema = z.array(
  z
    .object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(WORKSPACE_KINDS),
      territoryCodes: z.array(z.string()),
      createdAt: momentSchema,
      memberCount: z.number(),
      managerCount: z.number().meta({ description: 'Members who may invite others' }),
      invitedUntil: momentSchema.nullable().meta({ description: 'Null: no invitation waits' }),
    })
    .meta({ id: 'Organization' }),
);
