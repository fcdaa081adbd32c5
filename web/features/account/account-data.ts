// What the pages of accounts read from the API.

import type { PasswordFault } from '#domain/account/password-rule.ts';
import type { Role, WorkspaceKind } from '#domain/account/roles.ts';
import type { ApiReply } from '#web/lib/api.ts';

export type Me = {
  userId: string;
  name: string;
  email: string;
  isDemo: boolean;
  workspaces: readonly { id: string; name: string; kind: WorkspaceKind; role: Role }[];
};

export type DemoChoice = {
  password: string;
  accounts: readonly { email: string; name: string; role: Role; workspace: string }[];
};

export type OpenSession = {
  id: string;
  userAgent: string;
  signedInAt: string;
  lastUsedAt: string;
  isCurrent: boolean;
};

export type Passkey = { id: string; name: string; createdAt: string; isSynced: boolean };

export type Invitation = {
  workspaceName: string;
  email: string;
  role: Role;
  expiresAt: string;
  hasAccount: boolean;
  isSignedIn: boolean;
};

export type Member = {
  userId: string;
  name: string;
  email: string;
  role: Role;
  isMe: boolean;
  /** Names the state that was read, for the write that follows. */
  etag: string;
};

export type Team = { roles: readonly Role[]; mayManage: boolean; members: readonly Member[] };

export type OpenInvitation = {
  id: string;
  email: string;
  role: Role;
  expiresAt: string;
  /** Sent back with what takes it back. */
  etag: string;
};

export type Organization = {
  id: string;
  name: string;
  kind: WorkspaceKind;
  territoryCodes: readonly string[];
  memberCount: number;
  managerCount: number;
  invitedUntil: string | null;
};

type Problem = { errors?: readonly { field: string; received: string }[] };

/** Which fields the API found faulty, with the word it says of each. */
export function faultsOf(reply: ApiReply): ReadonlyMap<string, string> {
  const { errors = [] } = (reply.body ?? {}) as Problem;
  return new Map(errors.map(({ field, received }) => [field, received]));
}

const PASSWORD_FAULTS: readonly string[] = [
  'too_short',
  'too_long',
  'repeated',
  'sequence',
  'common',
  'context',
] satisfies PasswordFault[];

export function isPasswordFault(word: string | undefined): word is PasswordFault {
  return word !== undefined && PASSWORD_FAULTS.includes(word);
}
