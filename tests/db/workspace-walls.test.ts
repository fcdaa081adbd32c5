// Does the database refuse what an organization may not write or see, whatever the application forgot?

import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import { writeOffers } from '#db/queries/transport/write-offers.ts';
import { workspace, workspaceInvitation, workspaceMember } from '#db/schema/account.ts';
import { keptOffer, offerCase, offerDraft, offerVersion } from '#db/schema/offer-keeping.ts';
import { source } from '#db/schema/provenance.ts';
import { offer, offerCondition } from '#db/schema/transport.ts';
import { blankDocument } from '#domain/transport/offer-document.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

const SOURCE = { id: 'ours', name: 'Nous', publisher: 'Nous', url: null, licence: null };

function documentOf(id: string) {
  return blankDocument({
    id,
    kind: 'volunteer',
    territoryCodes: [],
    provider: null,
    sourceId: SOURCE.id,
  });
}

async function setUp(db: Database): Promise<void> {
  await db.insert(source).values(SOURCE);
  for (const id of ['ours', 'theirs']) {
    await db.insert(workspace).values({ id, name: id, kind: 'carrier', territoryCodes: [] });
    await inWorkspace(db, id, async (tx) => {
      const document = documentOf(`offer-${id}`);
      await tx.insert(keptOffer).values({ id: document.offer.id, workspaceId: id });
      await tx.insert(offerDraft).values({ offerId: document.offer.id, workspaceId: id, document });
      await writeOffers(tx, 'kept', [{ ...document.offer, conditions: ['Appeler'] }]);
    });
  }
}

/** What the driver says of a statement that was refused. */
async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof Error)) throw new Error('The statement was not refused');
  return `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`;
}

describeOnBoth('the walls between workspaces', (getDb) => {
  beforeEach(async () => {
    await clearTables(getDb());
    await setUp(getDb());
  });

  test('let an organization write its own drafts and offers', async () => {
    const changed = await inWorkspace(getDb(), 'ours', (tx) =>
      tx.update(offer).set({ name: 'Nouveau' }).where(eq(offer.id, 'offer-ours')).returning(),
    );
    expect(changed).toHaveLength(1);
  });

  test('show private rows in their workspace only', async () => {
    const seen = await inWorkspace(getDb(), 'ours', async (tx) => ({
      drafts: await tx.select({ id: offerDraft.offerId }).from(offerDraft),
      kept: await tx.select({ id: keptOffer.id }).from(keptOffer),
      workspaces: await tx.select({ id: workspace.id }).from(workspace),
    }));
    expect(seen).toEqual({
      drafts: [{ id: 'offer-ours' }],
      kept: [{ id: 'offer-ours' }],
      workspaces: [{ id: 'ours' }],
    });
  });

  test('show the public offers of everybody', async () => {
    const seen = await inWorkspace(getDb(), 'ours', (tx) =>
      tx.select({ id: offer.id }).from(offer).orderBy(offer.id),
    );
    expect(seen.map(({ id }) => id)).toEqual(['offer-ours', 'offer-theirs']);
  });

  test('change nothing of another organization, even by its id', async () => {
    await inWorkspace(getDb(), 'ours', async (tx) => {
      await tx.update(offer).set({ name: 'Pris' }).where(eq(offer.id, 'offer-theirs'));
      await tx.delete(offer).where(eq(offer.id, 'offer-theirs'));
      await tx.delete(offerDraft).where(eq(offerDraft.offerId, 'offer-theirs'));
      await tx.delete(offerCondition).where(eq(offerCondition.offerId, 'offer-theirs'));
    });
    const db = getDb();
    expect(await db.select().from(offerDraft)).toHaveLength(2);
    expect(await db.select().from(offerCondition)).toHaveLength(2);
    const [theirs] = await db.select().from(offer).where(eq(offer.id, 'offer-theirs'));
    expect(theirs?.name).toBe('');
  });

  test('refuse rows added to another organization', async () => {
    const theirs = { offerId: 'offer-theirs', workspaceId: 'theirs' };
    const tries: ((tx: Database) => Promise<unknown>)[] = [
      (tx) => tx.insert(keptOffer).values({ id: 'new', workspaceId: 'theirs' }),
      (tx) =>
        tx
          .insert(offerVersion)
          .values({ ...theirs, number: 1, document: documentOf('offer-theirs'), note: '' }),
      (tx) => tx.insert(offerCondition).values({ offerId: 'offer-theirs', position: 9, text: 'x' }),
      (tx) =>
        tx.update(keptOffer).set({ workspaceId: 'theirs' }).where(eq(keptOffer.id, 'offer-ours')),
    ];
    for (const attempt of tries) {
      const said = await refusal(inWorkspace(getDb(), 'ours', attempt));
      expect(said).toMatch(/row-level security/);
    }
  });

  test('refuse a draft of ours that hangs on an offer of theirs', async () => {
    const said = await refusal(
      inWorkspace(getDb(), 'ours', (tx) =>
        tx.insert(offerVersion).values({
          offerId: 'offer-theirs',
          workspaceId: 'ours',
          number: 1,
          document: documentOf('offer-theirs'),
          note: '',
        }),
      ),
    );
    expect(said).toMatch(/offer_version_owned/);
  });

  test('refuse every row when no workspace is said', async () => {
    const db = getDb();
    const said = await refusal(
      db.transaction(async (tx) => {
        await tx.execute(sql`set local role voisoin_editor`);
        await tx.insert(offerCase).values({
          id: 'c',
          workspaceId: 'ours',
          position: 0,
          label: '',
          subject: {} as never,
        });
      }),
    );
    expect(said).toMatch(/row-level security/);
  });

  test('hide sessions, passwords and passkeys from what an organization runs', async () => {
    for (const table of ['account_session', 'account_credential', 'account_passkey']) {
      const said = await refusal(
        inWorkspace(getDb(), 'ours', (tx) => tx.execute(sql.raw(`select * from ${table}`))),
      );
      expect(said).toMatch(/permission denied/);
    }
  });

  test('let no organization invite into another, nor name itself a member there', async () => {
    await getDb().execute(
      sql`insert into account_user (id, name, email) values ('u', 'U', 'u@x.fr')`,
    );
    const tries: ((tx: Database) => Promise<unknown>)[] = [
      (tx) =>
        tx.insert(workspaceMember).values({ workspaceId: 'theirs', userId: 'u', role: 'admin' }),
      (tx) =>
        tx.insert(workspaceInvitation).values({
          id: 'i',
          workspaceId: 'theirs',
          email: 'u@x.fr',
          role: 'admin',
          tokenHash: 'h',
          expiresAt: new Date(0),
        }),
    ];
    for (const attempt of tries) {
      expect(await refusal(inWorkspace(getDb(), 'ours', attempt))).toMatch(/row-level security/);
    }
  });

  test('keep a history that is only added to, and not in the name of another', async () => {
    const db = getDb();
    const change = {
      at: new Date('2026-11-27T10:00:00.123Z'),
      actorId: null,
      workspaceId: 'ours',
      action: 'tested',
      subjectKind: 'offer',
      subjectId: 'offer-ours',
    } as const;
    await inWorkspace(db, 'ours', (tx) => appendAudit(tx, change));
    expect(
      await refusal(
        inWorkspace(db, 'ours', (tx) => appendAudit(tx, { ...change, workspaceId: 'theirs' })),
      ),
    ).toMatch(/another workspace/);
    for (const statement of [
      'update audit_entry set action = $$x$$',
      'delete from audit_entry',
      'truncate audit_entry',
    ]) {
      expect(await refusal(db.execute(sql.raw(statement)))).toMatch(/only added to/);
      expect(
        await refusal(inWorkspace(db, 'ours', (tx) => tx.execute(sql.raw(statement)))),
      ).toMatch(/permission denied/);
    }
  });
});
