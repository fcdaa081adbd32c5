// The workspace of an organization by its name, made when there is none.

import { randomUUID } from 'node:crypto';
import { eq, or, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import type { Workspace } from '#db/queries/account/find-membership.ts';
import { workspace } from '#db/schema/account.ts';
import { territory } from '#db/schema/territory.ts';
import { provider } from '#db/schema/transport.ts';
import type { WorkspaceKind } from '#domain/account/roles.ts';
import { AppError } from '#domain/error.ts';

export type WorkspaceWanted = {
  /** Its name, or the id of one that exists. */
  name: string;
  /** Of a new one. */
  kind: WorkspaceKind;
  territoryCodes: readonly string[];
  /** Null: the command line. */
  actorId: string | null;
  at: Date;
};

/** A carrier speaks to residents as a body: the one of that name, or a new one. */
export async function ensureWorkspace(
  db: Database,
  wanted: WorkspaceWanted,
): Promise<{ workspace: Workspace; isNew: boolean }> {
  const { name, kind, territoryCodes, actorId, at } = wanted;
  return await db.transaction(async (tx) => {
    // Of two at once, the second finds what the first made.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended('workspace ' || lower(${name}), 13))`,
    );
    const isSame = sql`lower(${workspace.name}) = lower(${name})`;
    const [found] = await tx
      .select()
      .from(workspace)
      .where(or(isSame, eq(workspace.id, name)));
    if (found !== undefined) return { workspace: found, isNew: false };
    await refuseUnknownTerritory(tx, territoryCodes);
    const id = randomUUID();
    const providerId = kind === 'carrier' ? await ensureProvider(tx, name) : null;
    const made = { id, name, kind, providerId, territoryCodes: [...territoryCodes] };
    await tx.insert(workspace).values({ ...made, createdAt: at });
    await appendAudit(tx, {
      at,
      actorId,
      workspaceId: id,
      action: 'created',
      subjectKind: 'workspace',
      subjectId: id,
      after: made,
    });
    return { workspace: made, isNew: true };
  });
}

async function ensureProvider(tx: Database, name: string): Promise<string> {
  const [found] = await tx
    .select({ id: provider.id })
    .from(provider)
    .where(sql`lower(${provider.name}) = lower(${name})`)
    .orderBy(provider.id);
  if (found !== undefined) return found.id;
  const id = randomUUID();
  await tx.insert(provider).values({ id, name, kind: 'association' });
  return id;
}

async function refuseUnknownTerritory(tx: Database, codes: readonly string[]): Promise<void> {
  const rows = await tx.select({ code: territory.code }).from(territory).orderBy(territory.code);
  const known = rows.map(({ code }) => code);
  const unknown = codes.find((code) => !known.includes(code));
  if (unknown === undefined) return;
  const expected = known.length === 0 ? 'un territoire importé' : known.join(', ');
  throw new AppError('bad_request', `Territoire inconnu : « ${unknown} ». Attendu : ${expected}.`);
}
