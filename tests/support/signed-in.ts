// A person signed in, for a test that is not about signing in: rows written at once, and their cookie.

import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Database } from '#db/database.ts';
import { accountSession, accountUser, workspace, workspaceMember } from '#db/schema/account.ts';
import type { Role, WorkspaceKind } from '#domain/account/roles.ts';
import { TEST_SECRET } from '#tests/support/app.ts';

export type SignedIn = {
  userId: string;
  email: string;
  sessionId: string;
  cookie: string;
  /** For a request that writes: from our own page, in JSON. */
  headers: Record<string, string>;
};

/** A new person with a session, member of these workspaces, which exist already. */
export async function signInAs(
  db: Database,
  memberOf: Readonly<Record<string, Role>> = {},
  person: { name?: string; email?: string } = {},
): Promise<SignedIn> {
  const userId = randomUUID();
  const email = person.email ?? `${userId}@test.example`;
  await db.insert(accountUser).values({ id: userId, name: person.name ?? 'Camille Essai', email });
  for (const [workspaceId, role] of Object.entries(memberOf)) {
    await db.insert(workspaceMember).values({ workspaceId, userId, role });
  }
  const token = randomBytes(24).toString('base64url');
  const sessionId = randomUUID();
  await db.insert(accountSession).values({
    id: sessionId,
    userId,
    token,
    expiresAt: new Date(Date.now() + 3_600_000),
    userAgent: 'Test',
  });
  const signature = createHmac('sha256', TEST_SECRET).update(token).digest('base64');
  const cookie = `voisoin-session=${encodeURIComponent(`${token}.${signature}`)}`;
  const headers = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
  return { userId, email, sessionId, cookie, headers };
}

export async function addWorkspace(
  db: Database,
  id: string,
  options: { kind?: WorkspaceKind; providerId?: string; territoryCodes?: string[] } = {},
): Promise<string> {
  await db.insert(workspace).values({
    id,
    name: `Organisation ${id}`,
    kind: options.kind ?? 'carrier',
    providerId: options.providerId ?? null,
    territoryCodes: options.territoryCodes ?? [],
  });
  return id;
}
