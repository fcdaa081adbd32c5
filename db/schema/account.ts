// Who signs in, with what, and in the space of which organization may they work?

import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { isOneOf, key } from '#db/columns.ts';
import { provider } from '#db/schema/transport.ts';
import { ROLES, type Role, WORKSPACE_KINDS, type WorkspaceKind } from '#domain/account/roles.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const now = (name: string) => moment(name).notNull().defaultNow();

/** A person who signs in. Residents have no account. */
export const accountUser = pgTable('account_user', {
  id: key().primaryKey(),
  name: text().notNull(),
  /** In lower case. */
  email: key().notNull().unique('account_user_email'),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text(),
  createdAt: now('created_at'),
  updatedAt: now('updated_at'),
});

const userId = () =>
  key('user_id')
    .notNull()
    .references(() => accountUser.id, { onDelete: 'cascade' });

/** The cookie holds `token` signed: the row alone opens nothing. */
export const accountSession = pgTable(
  'account_session',
  {
    id: key().primaryKey(),
    userId: userId(),
    token: key().notNull().unique('account_session_token'),
    expiresAt: moment('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: now('created_at'),
    updatedAt: now('updated_at'),
  },
  (t) => [index('account_session_user').on(t.userId)],
);

/** How a person proves who they are: an argon2id hash of a password. */
export const accountCredential = pgTable(
  'account_credential',
  {
    id: key().primaryKey(),
    userId: userId(),
    accountId: key('account_id').notNull(),
    providerId: key('provider_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text(),
    password: text(),
    createdAt: now('created_at'),
    updatedAt: now('updated_at'),
  },
  (t) => [index('account_credential_user').on(t.userId)],
);

/** Challenges that live some minutes. */
export const accountVerification = pgTable(
  'account_verification',
  {
    id: key().primaryKey(),
    identifier: key().notNull(),
    value: text().notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: now('created_at'),
    updatedAt: now('updated_at'),
  },
  (t) => [index('account_verification_identifier').on(t.identifier)],
);

/** A key kept by a phone or a computer (WebAuthn). */
export const accountPasskey = pgTable(
  'account_passkey',
  {
    id: key().primaryKey(),
    userId: userId(),
    name: text(),
    publicKey: text('public_key').notNull(),
    credentialID: key('credential_id').notNull(),
    counter: bigint({ mode: 'number' }).notNull(),
    deviceType: text('device_type').notNull(),
    backedUp: boolean('backed_up').notNull(),
    transports: text(),
    aaguid: text(),
    createdAt: now('created_at'),
  },
  (t) => [
    index('account_passkey_user').on(t.userId),
    uniqueIndex('account_passkey_credential').on(t.credentialID),
  ],
);

/** Tries at a sign-in, counted by account and by network: shared by every process. */
export const accountAttempt = pgTable(
  'account_attempt',
  {
    /** What is counted, hashed: an address or a network is not kept. */
    key: key().notNull(),
    windowStart: moment('window_start').notNull(),
    count: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.windowStart] })],
);

/** The space of one organization: its offers, its drafts, its people. */
export const workspace = pgTable(
  'workspace',
  {
    id: key().primaryKey(),
    name: text().notNull(),
    kind: text().$type<WorkspaceKind>().notNull(),
    /** The body whose name residents read on its offers; none for a coordination. */
    providerId: key('provider_id').references(() => provider.id),
    /** Codes of the territories it works in. */
    territoryCodes: text('territory_codes').array().notNull(),
    createdAt: now('created_at'),
  },
  (t) => [check('workspace_kind', isOneOf(t.kind, WORKSPACE_KINDS))],
);

export const workspaceId = () =>
  key('workspace_id')
    .notNull()
    .references(() => workspace.id);

export const workspaceMember = pgTable(
  'workspace_member',
  { workspaceId: workspaceId(), userId: userId(), role: text().$type<Role>().notNull() },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.userId] }),
    index('workspace_member_user').on(t.userId),
    check('workspace_member_role', isOneOf(t.role, ROLES)),
  ],
);

/** The link sent holds a token; only its SHA-256 is kept. */
export const workspaceInvitation = pgTable(
  'workspace_invitation',
  {
    id: key().primaryKey(),
    workspaceId: workspaceId(),
    email: text().notNull(),
    role: text().$type<Role>().notNull(),
    tokenHash: key('token_hash').notNull().unique('workspace_invitation_token'),
    /** Null: sent from the command line. */
    invitedBy: key('invited_by').references(() => accountUser.id, { onDelete: 'set null' }),
    createdAt: now('created_at'),
    expiresAt: moment('expires_at').notNull(),
    acceptedAt: moment('accepted_at'),
    revokedAt: moment('revoked_at'),
  },
  (t) => [
    index('workspace_invitation_workspace').on(t.workspaceId),
    check('workspace_invitation_role', isOneOf(t.role, ROLES)),
  ],
);
