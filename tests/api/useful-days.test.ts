// Are useful days computed once, read as they were written, and computed again when what they depend on changes?

import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { DaysOfCommune } from '#api/features/access/days-answers.ts';
import { computeUsefulDays, usefulDaysFingerprint } from '#api/runtime/access-days.ts';
import type { PlannerParts } from '#api/runtime/planner-messages.ts';
import type { Database } from '#db/database.ts';
import { findUsefulDayRun } from '#db/queries/access/find-useful-day-run.ts';
import { findUsefulDaysOf } from '#db/queries/access/find-useful-days-of.ts';
import { listCareFacts } from '#db/queries/access/list-care-facts.ts';
import { listCareSites } from '#db/queries/access/list-care-sites.ts';
import { listNoCarTimes } from '#db/queries/access/list-no-car-times.ts';
import { listUsefulDays } from '#db/queries/access/list-useful-days.ts';
import { refreshEntryProjection } from '#db/queries/directory/refresh-entry-projection.ts';
import { communeSupply } from '#db/schema/access.ts';
import { place, practice, professional } from '#db/schema/directory.ts';
import { feedVersion } from '#db/schema/feed.ts';
import { usefulDay } from '#db/schema/useful-days.ts';
import { maskOf } from '#domain/access/half-days.ts';
import { stateOf } from '#domain/access/no-car-week.ts';
import { ACCESS_PROFESSIONS } from '#domain/access/professions.ts';
import { provenance } from '#tests/db/rows.ts';
import { openTestApp } from '#tests/support/app.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';
import {
  addDrawnTerritory,
  DRAWN_COMMUNES,
  DRAWN_NOW_MS,
  drawnParts,
  inseeAt,
  tuesdays,
} from '#tests/support/drawn-days.ts';

const TUESDAY = maskOf([2, 3]);

const depsOf = (db: Database, parts: PlannerParts | null = drawnParts()) => ({
  db,
  parts: () => parts,
  clock: () => DRAWN_NOW_MS,
});

const keptRows = (db: Database) =>
  db.select().from(usefulDay).orderBy(usefulDay.insee, usefulDay.profession);

describeOnBoth('useful days', (getDb, getHandle) => {
  beforeEach(async () => {
    await clearTables(getDb());
    await addDrawnTerritory(getDb());
  });

  it('are read by territory, by commune with how and where, and as times to doctors', async () => {
    const db = getDb();
    const run = await computeUsefulDays(depsOf(db), 'drawn');
    const known = await listUsefulDays(db, 'drawn');
    expect(known?.run).toEqual(run);
    const far = known?.rows.find((row) => row.insee === inseeAt(3) && row.profession === 'gp');
    expect(far).toMatchObject({ sureMask: TUESDAY, forAllMask: TUESDAY, possibleMask: TUESDAY });
    // The commune of the doctor is walked across.
    const own = known?.rows.find((row) => row.insee === inseeAt(0) && row.profession === 'gp');
    expect(own?.sureMask).toBe(maskOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));

    const sheet = await findUsefulDaysOf(db, 'drawn', inseeAt(3));
    expect(sheet?.rows.map(({ profession }) => profession)).toEqual(
      [...ACCESS_PROFESSIONS].toSorted(),
    );
    const gp = sheet?.rows.find(({ profession }) => profession === 'gp');
    expect(gp?.ways[2]).toMatchObject({ title: 'Offre tuesdays', hours: 'usual', isSure: true });
    expect(gp && [0, 2, 10].map((each) => stateOf(gp, each))).toEqual(['no', 'yes', 'closed']);
    const pharmacy = sheet?.rows.find(({ profession }) => profession === 'pharmacy');
    expect(pharmacy).toMatchObject({ openMask: 0, sites: [] });

    const times = await listNoCarTimes(db, run, 'gp');
    expect(times.map(({ insee }) => insee)).toEqual(
      Array.from({ length: DRAWN_COMMUNES }, (_, index) => inseeAt(index)),
    );
    expect(times[0]?.sites.map(({ insee, minutes }) => [insee, minutes !== null])).toEqual([
      [inseeAt(0), true],
      [inseeAt(6), true],
    ]);
  });

  it('are told half-day by half-day, with who goes and when; a commune of elsewhere is not found', async () => {
    const db = getDb();
    const api = await openTestApp({
      now: { date: '2025-03-12', minute: 600 },
      database: getHandle(),
    });
    const days = async (insee: string) => {
      const answer = await api.get(`/api/access/drawn/communes/${insee}/days`);
      return { status: answer.status, told: (await answer.json()) as DaysOfCommune };
    };
    try {
      expect((await days(inseeAt(5))).told).toMatchObject({
        state: 'not_computed',
        professions: [],
        near: ACCESS_PROFESSIONS.map((profession) => ({ profession, sites: [] })),
      });
      await computeUsefulDays(depsOf(db), 'drawn');
      const { told } = await days(inseeAt(5));
      expect(told).toMatchObject({ state: 'done', monday: '2025-03-17' });
      expect(told.professions.map(({ profession }) => profession)).toEqual(ACCESS_PROFESSIONS);
      const [gp] = told.professions;
      expect(gp?.days).toEqual({ sure: 1, forAll: 1, possible: 1 });
      expect(gp?.halfDays.map(({ state }) => state).slice(0, 5)).toEqual([
        'no',
        'no',
        'yes',
        'yes',
        'no',
      ]);
      expect(gp?.halfDays[2]).toMatchObject({
        ...{ weekday: 2, part: 'morning' },
        way: { title: 'Offre tuesdays', siteName: 'Commune 6', hours: 'usual', isForAll: true },
      });
      const near = told.near.find(({ profession }) => profession === 'gp')?.sites;
      expect(near?.map(({ label }) => label)).toEqual(['Commune 6', 'Commune 0']);
      expect(near?.[0]).toMatchObject({
        carMinutes: null,
        noCar: { days: { forAll: 1, possible: 1 } },
        known: { basis: 'count', heads: 2 },
      });
      expect((await days('75056')).status).toBe(404);
    } finally {
      await api.close();
    }
  });

  it('know a place by who the directory names there, and by what is left of a count', async () => {
    const db = getDb();
    const insee = inseeAt(6);
    const asked = [
      { profession: 'gp', insee },
      { profession: 'gp', insee: inseeAt(0) },
      { profession: 'pharmacy', insee },
    ] as const;
    const bases = async () =>
      (await listCareFacts(db, asked)).map(({ insee: at, basis, heads }) => [at, basis, heads]);
    expect(await bases()).toEqual([
      [inseeAt(0), 'count', 2],
      [insee, 'count', 2],
    ]);
    await db.insert(professional).values({ id: 'dr', name: 'Anne Réelle', ...provenance });
    await db.insert(practice).values({
      ...{ id: 'dr-ici', professionalId: 'dr', category: 'gp', title: 'Médecin', insee },
      ...provenance,
    });
    await refreshEntryProjection(db);
    const [, , named] = await listCareFacts(db, asked);
    expect(await bases()).toEqual([
      [inseeAt(0), 'count', 2],
      [insee, 'count', 1],
      [insee, 'practice', 1],
    ]);
    expect(named).toMatchObject({ communeName: 'Commune 6', provenance: { sourceId: 'facts' } });
    expect(await listCareFacts(db, [])).toEqual([]);
  });

  it('are computed once, and again when an offer, a timetable or a place of care changes', async () => {
    const db = getDb();
    const first = await computeUsefulDays(depsOf(db), 'drawn');
    const progress: number[] = [];
    const again = await computeUsefulDays(depsOf(db), 'drawn', {
      onProgress: (done) => progress.push(done),
    });
    expect(again).toEqual(first);
    expect(progress).toEqual([]);

    const renamed = drawnParts({ offers: [tuesdays({ status: 'to_confirm' })] });
    expect(await usefulDaysFingerprint(depsOf(db, renamed), 'drawn')).not.toBe(first.fingerprint);
    const second = await computeUsefulDays(depsOf(db, renamed), 'drawn');
    const kept = await listUsefulDays(db, 'drawn');
    expect(kept?.run.fingerprint).toBe(second.fingerprint);
    const far = kept?.rows.find((row) => row.insee === inseeAt(3) && row.profession === 'gp');
    expect(far).toMatchObject({ sureMask: 0, possibleMask: TUESDAY });
    expect(await findUsefulDayRun(db, 'drawn', first.fingerprint)).toBeNull();

    await db
      .update(communeSupply)
      .set({ headCount: 0 })
      .where(eq(communeSupply.insee, inseeAt(6)));
    const third = await usefulDaysFingerprint(depsOf(db, renamed), 'drawn');
    expect(third).not.toBe(second.fingerprint);
  });

  it('are unknown, and not zero, where no timetable calls near, and stop when asked to', async () => {
    const db = getDb();
    const stopping = new AbortController();
    const stopped = computeUsefulDays(depsOf(db), 'drawn', {
      signal: stopping.signal,
      onProgress: (done) => {
        if (done === 2) stopping.abort(new Error('enough'));
      },
    });
    await expect(stopped).rejects.toThrow('enough');
    expect((await keptRows(db)).length).toBeGreaterThanOrEqual(2 * ACCESS_PROFESSIONS.length);

    await db.update(feedVersion).set({ active: false });
    const unknown = await computeUsefulDays(depsOf(db), 'drawn');
    expect(unknown).toMatchObject({ state: 'no_timetable', monday: null, feedIds: [] });
    expect(await listUsefulDays(db, 'drawn')).toEqual({ run: unknown, rows: [] });
    await expect(computeUsefulDays(depsOf(db, null), 'drawn')).rejects.toThrow('are being read');
  });

  it('lead to places of the directory, named as places, else to communes where care is counted', async () => {
    const db = getDb();
    await db.insert(place).values({
      ...{ id: 'house', name: 'Maison de santé', insee: inseeAt(6), point: [0.28, 45.3] as const },
      ...provenance,
    });
    for (const name of ['Dr Une', 'Dr Deux']) {
      await db.insert(professional).values({ id: name, name, ...provenance });
      await db.insert(practice).values({
        ...{ id: name, professionalId: name, placeId: 'house', title: 'Médecin' },
        ...{ category: 'gp' as const, ...provenance },
      });
    }
    await refreshEntryProjection(db);
    const sites = await listCareSites(db, 'drawn');
    expect(sites.map(({ profession, name, insee }) => [profession, name, insee])).toEqual([
      ['gp', 'Maison de santé', inseeAt(6)],
      ['gp', 'Commune 0', inseeAt(0)],
    ]);
    expect(sites[0]?.hours).toEqual([[], []]);
    expect(JSON.stringify(sites)).not.toContain('"name":"Dr');
  });
});
