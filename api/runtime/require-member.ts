// May the person who asks do this in this workspace? The role is read from the database at each request.

import type { Context } from 'hono';
import type { HttpEnv, Person } from '#api/http/http-env.ts';
import { HttpRefusal } from '#api/http/problem.ts';
import { requirePerson } from '#api/http/require-person.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { findMembership, type Workspace } from '#db/queries/account/find-membership.ts';
import { isAllowed, type Permission, type Role } from '#domain/account/roles.ts';
import { AppError } from '#domain/error.ts';

export type Member = { workspace: Workspace; role: Role; person: Person };

/**
 * Throws 401 when nobody is signed in, 404 for a workspace of others as for one that does not exist,
 * 403 when the role is too weak.
 */
export async function requireMember(
  { database }: { database: DatabaseHandle },
  c: Context<HttpEnv>,
  workspaceId: string,
  permission: Permission,
): Promise<Member> {
  const person = requirePerson(c);
  const membership = await findMembership(database.db, workspaceId, person.userId);
  if (membership === null) throw new AppError('not_found', 'No such workspace.');
  const { role, workspace } = membership;
  if (!isAllowed(role, permission)) {
    throw new HttpRefusal('not_allowed', `The role « ${role} » does not allow « ${permission} ».`);
  }
  return { workspace, role, person };
}
