// On both databases: are counts added together, reports kept within limits, reminders sent once?

import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { createLog } from '#api/http/request-log.ts';
import { createDemandCounter } from '#api/runtime/demand-counter.ts';
import type { Message } from '#api/runtime/mailer.ts';
import { startReminderClock } from '#api/runtime/reminder-clock.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { insertReport } from '#db/queries/about/insert-report.ts';
import { findBrokenEntry } from '#db/queries/account/find-broken-entry.ts';
import { writeOffers } from '#db/queries/transport/write-offers.ts';
import { listDemand } from '#db/queries/workspace/list-demand.ts';
import { listReports } from '#db/queries/workspace/list-reports.ts';
import { listTripCounts } from '#db/queries/workspace/list-trip-counts.ts';
import { reviewReport } from '#db/queries/workspace/review-report.ts';
import { saveTripCounts } from '#db/queries/workspace/save-trip-counts.ts';
import { keptOffer, unmetDemand } from '#db/schema/offer-keeping.ts';
import { source } from '#db/schema/provenance.ts';
import { report } from '#db/schema/report.ts';
import { toInstant } from '#domain/time.ts';
import { blankDocument } from '#domain/transport/offer-document.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';
import { addWorkspace, signInAs } from '#tests/support/signed-in.ts';
import { TERRITORY, writeSmallTerritory } from '#tests/support/small-territory.ts';

const AT = new Date('2026-11-27T10:00:00Z');
const CELL = { insee: '16230', weekday: 2, halfDay: 'morning', category: 'doctor' } as const;
const COUNTS = {
  trips: 3,
  kilometres: 90,
  drivers: 2,
  beneficiariesByResidence: 2,
  beneficiariesByMeans: 1,
  refused: 0,
};

function quiet() {
  const lines: string[] = [];
  const log = createLog({ level: 'info', clock: () => 0, write: (line) => lines.push(line) });
  return { log, lines };
}

describeOnBoth('what is watched over', (getDb) => {
  beforeEach(async () => {
    const db = getDb();
    await clearTables(db);
    await writeSmallTerritory(db);
    await addWorkspace(db, 'ours', { territoryCodes: [TERRITORY] });
    await addWorkspace(db, 'theirs');
    await db.insert(source).values({ id: 'workspace:ours', name: 'Nous', publisher: 'Nous' });
    const blank = blankDocument({
      id: 'o',
      kind: 'volunteer',
      territoryCodes: [TERRITORY],
      provider: null,
      sourceId: 'workspace:ours',
    });
    await db.insert(keptOffer).values({
      id: 'o',
      workspaceId: 'ours',
      versionInUse: 1,
      verifiedOn: '2026-05-01',
    });
    await writeOffers(db, 'kept', [{ ...blank.offer, name: 'Transport solidaire' }], 10);
  });

  test('searches of several processes add up, and wait for no moment of their own', async () => {
    const { log } = quiet();
    const counters = [0, 1].map((value) =>
      createDemandCounter({ db: getDb(), log, random: () => value }),
    );
    for (const counter of counters) {
      for (let turn = 0; turn < 3; turn += 1) counter.add(CELL);
      counter.add({ ...CELL, halfDay: 'afternoon' });
    }
    expect(await getDb().select().from(unmetDemand)).toEqual([]);
    await Promise.all(counters.map((counter) => counter.close()));
    expect(await listDemand(getDb(), [TERRITORY], 1)).toMatchObject([
      { ...CELL, communeName: 'Montmoreau', count: 6 },
      { ...CELL, halfDay: 'afternoon', count: 2 },
    ]);
    expect(await listDemand(getDb(), [TERRITORY], 5)).toHaveLength(1);
    expect(await listDemand(getDb(), ['ailleurs'], 1)).toEqual([]);
  });

  test('the same error told by many at once is kept five times', async () => {
    const kept = await Promise.all(
      Array.from({ length: 9 }, (_, rank) =>
        insertReport(getDb(), {
          id: `r${rank}`,
          entryId: null,
          offerId: 'o',
          kind: 'price',
          text: '',
          createdAt: AT,
        }),
      ),
    );
    expect(kept.filter((outcome) => outcome === 'kept')).toHaveLength(5);
    expect(await getDb().select().from(report)).toHaveLength(5);
  });

  test('a report is seen and answered behind the wall of the organization it concerns', async () => {
    const { userId } = await signInAs(getDb(), { ours: 'publisher' }, { name: 'Paule' });
    const about = { entryId: null, offerId: 'o', kind: 'price', text: 'cher', createdAt: AT };
    await insertReport(getDb(), { id: 'r', ...about });
    const read = (workspaceId: string) =>
      inWorkspace(getDb(), workspaceId, (tx) => listReports(tx, { kind: 'own' }, { limit: 9 }));
    expect(await read('theirs')).toEqual([]);
    const review = {
      status: 'accepted',
      reviewedBy: userId,
      reviewedAt: AT,
      reviewNote: null,
    } as const;
    await inWorkspace(getDb(), 'theirs', (tx) => reviewReport(tx, 'r', review));
    expect(await read('ours')).toMatchObject([{ status: 'new', name: 'Transport solidaire' }]);
    await inWorkspace(getDb(), 'ours', (tx) => reviewReport(tx, 'r', review));
    expect(await read('ours')).toMatchObject([{ status: 'accepted', reviewedByName: 'Paule' }]);
  });

  test('trips of a month are written over, and seen by nobody else', async () => {
    const key = { workspaceId: 'ours', offerId: 'o', month: '2026-10' };
    const save = (trips: number) =>
      inWorkspace(getDb(), 'ours', (tx) => saveTripCounts(tx, key, { ...COUNTS, trips }, AT));
    await save(3);
    await save(4);
    const read = (workspaceId: string) =>
      inWorkspace(getDb(), workspaceId, (tx) =>
        listTripCounts(tx, { from: '2026-01', to: '2026-12' }),
      );
    expect(await read('ours')).toMatchObject([
      { offerId: 'o', month: '2026-10', counts: { ...COUNTS, trips: 4 } },
    ]);
    expect(await read('theirs')).toEqual([]);
    const asTheirs = inWorkspace(getDb(), 'theirs', (tx) => saveTripCounts(tx, key, COUNTS, AT));
    await expect(asTheirs).rejects.toThrow();
  });

  test('offers past their verification are told once a week to those who publish, by one process', async () => {
    const db = getDb();
    const paule = await signInAs(db, { ours: 'publisher' });
    const ada = await signInAs(db, { ours: 'admin' });
    await signInAs(db, { ours: 'editor' });
    await signInAs(db, { theirs: 'admin' });
    const sent: Message[] = [];
    let isDown = true;
    const { log, lines } = quiet();
    let nowMs = toInstant({ date: '2026-11-30', minute: 7 * 60 });
    const clocks = [1, 2].map(() =>
      startReminderClock({
        db,
        mailer: async (message) => {
          if (isDown) throw new Error(`550 ${message.to}`);
          sent.push(message);
        },
        publicUrl: 'https://voisoin.example',
        clock: () => nowMs,
        log,
        everyMs: null,
      }),
    );
    const lookAll = () => Promise.all(clocks.map((clock) => clock.look()));
    await lookAll();
    expect(lines).toEqual([]);
    nowMs += 3_600_000;
    await lookAll();
    expect(lines.join()).toContain('reminder_failed');
    expect(lines.join()).not.toContain('@');
    isDown = false;
    await lookAll();
    await lookAll();
    const people = [paule.email, ada.email].toSorted();
    expect(sent.map(({ to }) => to).toSorted()).toEqual(people);
    expect(sent[0]?.subject).toBe('Voisoin : une offre est à vérifier');
    expect(sent[0]?.text).toContain('- Transport solidaire (vérifiée le 01/05/2026)');
    expect(sent[0]?.text).toContain('https://voisoin.example/espace/ours');
    nowMs += 6 * 24 * 3_600_000;
    await lookAll();
    expect(sent).toHaveLength(2);
    nowMs += 24 * 3_600_000;
    await lookAll();
    expect(sent).toHaveLength(4);
    // Verified, it is no more spoken of.
    await db.update(keptOffer).set({ verifiedOn: '2026-12-07' }).where(eq(keptOffer.id, 'o'));
    nowMs += 8 * 24 * 3_600_000;
    await lookAll();
    expect(sent).toHaveLength(4);
    for (const clock of clocks) await clock.stop();
    expect(await findBrokenEntry(db)).toMatchObject({ broken: null });
  });
});
