// Opens the workspace of an organization and invites the first person who manages it, for who keeps the site.

import type { Context } from 'hono';
import type { HttpEnv, Person } from '#api/http/http-env.ts';
import { ensureWorkspace } from '#db/queries/account/ensure-workspace.ts';
import { listOrganizations } from '#db/queries/account/list-organizations.ts';
import { listTerritories } from '#db/queries/territory/list-territories.ts';
import { managerOf, type WorkspaceKind } from '#domain/account/roles.ts';
import { AppError } from '#domain/error.ts';
import type { AccountDeps } from './account-deps.ts';
import { type InvitationAnswer, inviteOnce } from './invite-once.ts';

export type NewOrganization = {
  name: string;
  kind: WorkspaceKind;
  territoryCodes: readonly string[];
  /** Of the first person who manages it. */
  email: string;
};

/** Throws `conflict` for a name that is taken, `bad_request` for a territory that is none. */
export async function openOrganization(
  deps: AccountDeps,
  c: Context<HttpEnv>,
  person: Person,
  { name, kind, territoryCodes, email }: NewOrganization,
): Promise<InvitationAnswer> {
  await refuseUnknownTerritory(deps, territoryCodes);
  const at = new Date(deps.clock());
  return await inviteOnce(deps, c, { workspaceId: null, person }, async (tx) => {
    const wanted = { name, kind, territoryCodes, at, actorId: person.userId };
    const { workspace, isNew } = await ensureWorkspace(tx, wanted);
    if (!isNew) throw new AppError('conflict', `There is a workspace named « ${name} » already.`);
    return { workspace, email, role: managerOf(kind) };
  });
}

/**
 * Another link to who should manage an organization, while nobody does. Throws `not_found`, and
 * `conflict` once somebody manages it: they invite, nobody enters from outside.
 */
export async function inviteManager(
  deps: AccountDeps,
  c: Context<HttpEnv>,
  person: Person,
  { organizationId, email }: { organizationId: string; email: string },
): Promise<InvitationAnswer> {
  const at = new Date(deps.clock());
  return await inviteOnce(deps, c, { workspaceId: null, person }, async (tx) => {
    const found = (await listOrganizations(tx, at)).find(({ id }) => id === organizationId);
    if (found === undefined) throw new AppError('not_found', 'No such organization.');
    if (found.managerCount > 0) {
      throw new AppError('conflict', 'Somebody manages this organization: they invite the others.');
    }
    return { workspace: { ...found, providerId: null }, email, role: managerOf(found.kind) };
  });
}

async function refuseUnknownTerritory(
  { database }: AccountDeps,
  codes: readonly string[],
): Promise<void> {
  const known = (await listTerritories(database.db)).map(({ code }) => code);
  const unknown = codes.find((code) => !known.includes(code));
  if (unknown === undefined) return;
  const expected = `some of ${known.join(', ')}`;
  throw new AppError('bad_request', `territoryCodes: expected ${expected}, received ${unknown}`, {
    details: [{ field: 'territoryCodes', expected, received: unknown }],
  });
}
