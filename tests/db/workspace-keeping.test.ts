// Are drafts, versions and public rows of an organization written behind the walls, once, and provably?

import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { answerOnce, forgetOldAnswers, type Once } from '#db/answer-once.ts';
import type { Database } from '#db/database.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import { findBrokenEntry } from '#db/queries/account/find-broken-entry.ts';
import { findOffer } from '#db/queries/transport/find-offer.ts';
import { changeKeptOffer } from '#db/queries/workspace/change-kept-offer.ts';
import { findDraft } from '#db/queries/workspace/find-draft.ts';
import { findKeptOffer } from '#db/queries/workspace/find-kept-offer.ts';
import { findScheduledVersion } from '#db/queries/workspace/find-scheduled-version.ts';
import { findVersion } from '#db/queries/workspace/find-version.ts';
import { insertKeptOffer } from '#db/queries/workspace/insert-kept-offer.ts';
import { insertVersion } from '#db/queries/workspace/insert-version.ts';
import { listDueVersions } from '#db/queries/workspace/list-due-versions.ts';
import { listHistory } from '#db/queries/workspace/list-history.ts';
import { listKeptOffers } from '#db/queries/workspace/list-kept-offers.ts';
import { listStandings } from '#db/queries/workspace/list-standings.ts';
import { listVersions } from '#db/queries/workspace/list-versions.ts';
import { saveDraft } from '#db/queries/workspace/save-draft.ts';
import { deletePublicOffer, writePublicOffer } from '#db/queries/workspace/write-public-offer.ts';
import { keptAnswer } from '#db/schema/history.ts';
import { keptOffer } from '#db/schema/offer-keeping.ts';
import { offer, provider } from '#db/schema/transport.ts';
import { blankDocument, type OfferDocument } from '#domain/transport/offer-document.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';
import { addWorkspace, signInAs } from '#tests/support/signed-in.ts';

const AT = new Date('2026-11-27T10:00:00Z');
const LATER = new Date('2026-11-27T12:00:00Z');
const ORGANIZATION = { sourceId: 'workspace:ours', name: 'Nous' };

function documentOf(id: string, name: string): OfferDocument {
  const blank = blankDocument({
    id,
    kind: 'volunteer',
    territoryCodes: [],
    provider: null,
    sourceId: 'workspace:ours',
  });
  return { ...blank, offer: { ...blank.offer, name } };
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof Error)) throw new Error('It was not refused');
  return `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`;
}

describeOnBoth('the offers an organization keeps', (getDb) => {
  let userId: string;
  const asOurs = <T>(work: (tx: Database) => Promise<T>) => inWorkspace(getDb(), 'ours', work);
  const asTheirs = <T>(work: (tx: Database) => Promise<T>) => inWorkspace(getDb(), 'theirs', work);

  beforeEach(async () => {
    const db = getDb();
    await clearTables(db);
    await db.insert(provider).values({ id: 'mosc', name: 'MOSC', kind: 'association' });
    await addWorkspace(db, 'ours', { providerId: 'mosc' });
    await addWorkspace(db, 'theirs');
    userId = (await signInAs(db, { ours: 'publisher' }, { name: 'Paule' })).userId;
    await asOurs(async (tx) => {
      await insertKeptOffer(tx, { id: 'o', workspaceId: 'ours', createdAt: AT });
      await saveDraft(tx, {
        offerId: 'o',
        workspaceId: 'ours',
        document: documentOf('o', 'Brouillon'),
        revision: 1,
        basedOn: null,
        updatedAt: AT,
        updatedBy: userId,
      });
    });
  });

  const version = (name: string, publishAt: Date | null = null) => ({
    offerId: 'o',
    workspaceId: 'ours',
    document: documentOf('o', name),
    note: '',
    authorId: userId,
    createdAt: AT,
    publishAt,
    publishedAt: publishAt === null ? AT : null,
    restores: null,
  });

  test('are listed with their draft, its author, and what is planned', async () => {
    await asOurs((tx) => insertVersion(tx, version('Plus tard', LATER)));
    const rows = await asOurs((tx) => listKeptOffers(tx));
    expect(rows).toMatchObject([
      {
        id: 'o',
        name: 'Brouillon',
        kind: 'volunteer',
        versionInUse: null,
        draft: { revision: 1, updatedByName: 'Paule' },
        scheduled: { number: 1, publishAt: LATER },
      },
    ]);
    expect(await asOurs((tx) => findScheduledVersion(tx, 'o'))).toMatchObject({ number: 1 });
    expect(await listDueVersions(getDb(), AT)).toEqual([]);
    expect(await listDueVersions(getDb(), LATER)).toEqual([
      { workspaceId: 'ours', offerId: 'o', number: 1 },
    ]);
  });

  test('are not there for another organization, by list or by id', async () => {
    await asOurs((tx) => insertVersion(tx, version('Une')));
    const seen = await asTheirs(async (tx) => [
      await listKeptOffers(tx),
      await findKeptOffer(tx, 'o', { lock: true }),
      await findDraft(tx, 'o', null),
      await findVersion(tx, 'o', 1),
      await listVersions(tx, 'o'),
    ]);
    expect(seen).toEqual([[], null, null, null, []]);
    await asTheirs((tx) => changeKeptOffer(tx, 'o', { versionInUse: 1 }));
    expect((await getDb().select().from(keptOffer))[0]?.versionInUse).toBeNull();
  });

  test('number their versions one after the other', async () => {
    const numbers = await asOurs(async (tx) => [
      await insertVersion(tx, version('Une')),
      await insertVersion(tx, version('Deux')),
    ]);
    expect(numbers).toEqual([1, 2]);
    expect((await asOurs((tx) => listVersions(tx, 'o'))).map(({ number }) => number)).toEqual([
      2, 1,
    ]);
    expect((await asOurs((tx) => findVersion(tx, 'o', 2)))?.document.offer.name).toBe('Deux');
  });

  test('are read by residents where they stood in lists, their organization left as it is', async () => {
    await asOurs((tx) => writePublicOffer(tx, documentOf('o', 'Une').offer, ORGANIZATION));
    await getDb().update(offer).set({ position: 7 }).where(eq(offer.id, 'o'));
    const mosc = { id: 'mosc', name: 'Autre nom', kind: 'company' } as const;
    const provided = { ...mosc, phone: null, email: null, url: null, address: null };
    const second = { ...documentOf('o', 'Deux').offer, provider: provided };
    await asOurs((tx) => writePublicOffer(tx, second, ORGANIZATION));
    const read = await findOffer(getDb(), 'o');
    expect(read).toMatchObject({ name: 'Deux', provider: { name: 'MOSC', kind: 'association' } });
    const [row] = await getDb().select().from(offer).where(eq(offer.id, 'o'));
    expect(row?.position).toBe(7);
    await asTheirs((tx) => deletePublicOffer(tx, 'o'));
    expect(await findOffer(getDb(), 'o')).not.toBeNull();
    expect(await refusal(asTheirs((tx) => writePublicOffer(tx, second, ORGANIZATION)))).toMatch(
      /duplicate key|row-level security/,
    );
    await asOurs((tx) => changeKeptOffer(tx, 'o', { versionInUse: 1 }));
    expect(await listStandings(getDb())).toMatchObject([
      { workspaceId: 'ours', kept: { id: 'o' }, read: { status: 'active', note: null } },
    ]);
  });

  const once = (change: Partial<Once> = {}): Once => ({
    userId,
    key: 'k',
    requestHash: 'h',
    workspaceId: 'ours',
    now: AT,
    ...change,
  });
  const add = (id: string) => async (tx: Database) => {
    await insertKeptOffer(tx, { id, workspaceId: 'ours', createdAt: AT });
    return { status: 201, body: { id } };
  };

  test('are created once for one key, and not at all when the creation fails', async () => {
    const db = getDb();
    const failing = async (tx: Database) => {
      await add('lost')(tx);
      throw new Error('cut short');
    };
    expect(await refusal(answerOnce(db, once(), failing))).toMatch(/cut short/);
    expect(await db.select().from(keptAnswer)).toEqual([]);
    const first = await answerOnce(db, once(), add('a'));
    const again = await answerOnce(db, once(), add('b'));
    const other = await answerOnce(db, once({ requestHash: 'x' }), add('c'));
    expect(first).toEqual({
      kind: 'answered',
      reply: { status: 201, body: { id: 'a' } },
      again: false,
    });
    expect(again).toEqual({ ...first, again: true });
    expect(other).toEqual({ kind: 'other_request' });
    const ids = (await db.select({ id: keptOffer.id }).from(keptOffer)).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(['a', 'o']);
    const dayAfter = new Date(AT.getTime() + 24 * 3_600_000 + 1);
    await forgetOldAnswers(db, dayAfter);
    expect(await db.select().from(keptAnswer)).toEqual([]);
  });

  test('are not created for another organization through a key', async () => {
    const theirs = answerOnce(getDb(), once({ workspaceId: 'theirs' }), add('d'));
    expect(await refusal(theirs)).toMatch(/row-level security/);
  });

  test('have a history that shows a changed byte, a broken link and a missing entry', async () => {
    const db = getDb();
    const change = (action: string) => ({
      at: AT,
      actorId: userId,
      workspaceId: 'ours',
      action,
      subjectKind: 'offer' as const,
      subjectId: 'o',
      after: { price: 10 },
    });
    const positions = await asOurs(async (tx) => [
      await appendAudit(tx, change('one')),
      await appendAudit(tx, change('two')),
      await appendAudit(tx, change('three')),
    ]);
    const [, second = 0, third = 0] = positions;
    expect(third).toBe(second + 1);
    expect((await findBrokenEntry(db)).broken).toBeNull();
    const told = await asOurs((tx) => listHistory(tx, { workspaceId: 'ours', limit: 2 }));
    expect(told.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['three', 'Paule'],
      ['two', 'Paule'],
    ]);
    expect(await asTheirs((tx) => listHistory(tx, { workspaceId: 'ours', limit: 9 }))).toEqual([]);
    for (const [statement, reason] of [
      [sql`update audit_entry set after = '{"price": 11}' where position = ${second}`, 'changed'],
      [sql`update audit_entry set previous_hash = 'x' where position = ${second}`, 'changed'],
      [sql`delete from audit_entry where position = ${second}`, 'missing'],
    ] as const) {
      const found = await db
        .transaction(async (tx) => {
          await tx.execute(sql`alter table audit_entry disable trigger audit_entry_kept`);
          await tx.execute(statement);
          const { broken } = await findBrokenEntry(tx);
          throw Object.assign(new Error('undo'), { broken });
        })
        .catch((error: unknown) => Reflect.get(error as object, 'broken'));
      expect(found).toEqual({ position: second, reason });
    }
  });
});
