// Opens the accounts of the demonstration, or shuts them and whoever came in through them.

import { and, eq, inArray, isNotNull, isNull, like, notInArray, or, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { insertAccount } from '#db/queries/account/insert-account.ts';
import {
  accountCredential,
  accountPasskey,
  accountSession,
  accountUser,
  workspace,
  workspaceInvitation,
  workspaceMember,
} from '#db/schema/account.ts';
import { auditEntry } from '#db/schema/history.ts';
import {
  DEMO_ACCOUNTS,
  DEMO_USER_PREFIX,
  DEMO_WORKSPACE_IDS,
} from '#domain/account/demo-accounts.ts';

const WORKSPACE_IDS = Object.values(DEMO_WORKSPACE_IDS);
const isDemo = (column: Parameters<typeof like>[0]) => like(column, `${DEMO_USER_PREFIX}%`);

/** Writes what is missing. `hashPassword` is called only when an account must be made. */
export async function openDemoAccounts(
  db: Database,
  hashPassword: () => Promise<string>,
  at: Date,
): Promise<void> {
  const open = await db
    .select({ id: accountCredential.userId })
    .from(accountCredential)
    .where(isDemo(accountCredential.userId));
  const missing = DEMO_ACCOUNTS.filter(({ id }) => !open.some((account) => account.id === id));
  if (missing.length === 0) return;
  const passwordHash = await hashPassword();
  await db.transaction(async (tx) => {
    // A person shut out earlier comes back as they were, with the role of the demonstration.
    const ids = missing.map(({ id }) => id);
    const kept = await tx
      .select({ id: accountUser.id })
      .from(accountUser)
      .where(inArray(accountUser.id, ids));
    for (const { id, name, email, role, workspaceId } of missing) {
      if (kept.some((user) => user.id === id)) {
        await tx.insert(accountCredential).values({
          id: `${id}:password`,
          userId: id,
          accountId: id,
          providerId: 'credential',
          password: passwordHash,
          createdAt: at,
          updatedAt: at,
        });
      } else await insertAccount(tx, { id, name, email, passwordHash, at });
      await tx
        .insert(workspaceMember)
        .values({ workspaceId, userId: id, role })
        .onConflictDoUpdate({
          target: [workspaceMember.workspaceId, workspaceMember.userId],
          set: { role },
        });
    }
  });
}

/**
 * Without the demonstration nobody enters by what everybody could: its accounts lose password, keys
 * and sessions; its invitations and those they let in lose their place, in spaces its people opened too. Who was invited from the
 * command line stays. The people stay as authors of what was written.
 */
export async function shutDemoAccounts(db: Database, at: Date): Promise<void> {
  const [any] = await db
    .select({ id: accountUser.id })
    .from(accountUser)
    .where(isDemo(accountUser.id))
    .limit(1);
  if (any === undefined) return;
  await db.transaction(async (tx) => {
    for (const table of [accountCredential, accountPasskey, accountSession]) {
      await tx.delete(table).where(isDemo(table.userId));
    }
    // Those of the demonstration, and those its people opened: everybody could have.
    const opened = await tx
      .select({ id: auditEntry.subjectId })
      .from(auditEntry)
      .where(
        and(
          eq(auditEntry.subjectKind, 'workspace'),
          eq(auditEntry.action, 'created'),
          isDemo(auditEntry.actorId),
        ),
      );
    const workspaceIds = [...WORKSPACE_IDS, ...opened.map(({ id }) => id)];
    const fromCommandLine = tx
      .select({ email: workspaceInvitation.email })
      .from(workspaceInvitation)
      .where(
        and(
          inArray(workspaceInvitation.workspaceId, workspaceIds),
          isNull(workspaceInvitation.invitedBy),
          isNotNull(workspaceInvitation.acceptedAt),
          eq(workspaceInvitation.workspaceId, workspaceMember.workspaceId),
        ),
      );
    await tx
      .delete(workspaceMember)
      .where(
        and(
          inArray(workspaceMember.workspaceId, workspaceIds),
          notInArray(
            sql`(select ${accountUser.email} from ${accountUser} where ${accountUser.id} = ${workspaceMember.userId})`,
            fromCommandLine,
          ),
        ),
      );
    await tx
      .update(workspaceInvitation)
      .set({ revokedAt: at })
      .where(
        and(
          inArray(workspaceInvitation.workspaceId, workspaceIds),
          isNotNull(workspaceInvitation.invitedBy),
          or(isNull(workspaceInvitation.acceptedAt), isNull(workspaceInvitation.revokedAt)),
          isNull(workspaceInvitation.revokedAt),
        ),
      );
  });
}

/** The organizations of the demonstration, once it is loaded. */
export async function writeDemoWorkspaces(tx: Database): Promise<void> {
  const territoryCodes = ['sud-charente'];
  await tx
    .insert(workspace)
    .values([
      {
        id: DEMO_WORKSPACE_IDS.carrier,
        name: 'MOSC, Mobilité Sud et Ouest Charente',
        kind: 'carrier',
        providerId: 'mosc',
        territoryCodes,
      },
      {
        id: DEMO_WORKSPACE_IDS.coordination,
        name: 'Contrat local de santé du Sud Charente',
        kind: 'coordination',
        territoryCodes,
      },
      {
        id: DEMO_WORKSPACE_IDS.operation,
        name: 'Exploitation de Voisoin',
        kind: 'operation',
        territoryCodes: [],
      },
    ])
    .onConflictDoNothing();
}
