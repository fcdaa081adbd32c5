// Are searches that found no way counted, and nothing but counted? Who may read them, and what can be told from them?

import { desc, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DemandAnswer } from '#api/features/workspace/demand-routes.ts';
import { unmetDemand } from '#db/schema/offer-keeping.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { addWorkspace, type SignedIn, signInAs } from '#tests/support/signed-in.ts';
import { TERRITORY, TUESDAY } from '#tests/support/small-territory.ts';
import { asker, signInPeople, writeOrganizations } from '#tests/support/workspace-site.ts';

const CANARY = 'Zzcanari du Moulin';
const HOME = { point: [0.131234, 45.401234], name: CANARY };
/** Too soon for the drivers, who are called three days before; too far to walk. */
const appointment = { date: '2026-11-25', minute: 600, durationMinutes: 30 };
const LATER = { date: '2026-12-01', minute: 600, durationMinutes: 30 };
const search = { from: HOME, to: { entryId: 'gp-ouvert' }, appointment, mode: 'no_car' };
const list = {
  from: HOME,
  places: [{ entryId: 'gp-ouvert' }, { entryId: 'gp-ferme' }, { entryId: 'gp-loin' }],
  appointment,
  mode: 'no_car',
};
const CELL = {
  insee: '16230',
  weekday: 3,
  halfDay: 'morning',
  needCategory: 'doctor',
  count: 1,
} as const;

let site: TestApp;
let coordinator: SignedIn;
beforeAll(async () => {
  site = await openTestApp({ now: { date: TUESDAY, minute: 600 }, write: writeOrganizations });
  const { db } = site.database;
  await addWorkspace(db, 'cls', { kind: 'coordination', territoryCodes: [TERRITORY] });
  await addWorkspace(db, 'ailleurs', { kind: 'coordination', territoryCodes: ['loin'] });
  coordinator = await signInAs(db, { cls: 'coordinator', ailleurs: 'coordinator' });
});
afterAll(() => site?.close());
beforeEach(async () => {
  await site.stores.demand.flush();
  await site.database.db.delete(unmetDemand);
});

async function asked(body: unknown, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await site.post('/api/journeys', body, headers);
  expect(response.status).toBe(200);
  return await response.text();
}

async function counted() {
  await site.stores.demand.flush();
  return site.database.db.select().from(unmetDemand).orderBy(desc(unmetDemand.halfDay));
}

describe('a search without a way', () => {
  test('is counted by commune of the home, half-day of the appointment and sort of care', async () => {
    await asked(search);
    expect(await counted()).toEqual([CELL]);
    await asked({ ...search, appointment: { ...appointment, minute: 720 } });
    await asked(search);
    expect(await counted()).toEqual([
      { ...CELL, count: 2 },
      { ...CELL, halfDay: 'afternoon' },
    ]);
  });

  test('to several places is one search, in one piece or as it comes', async () => {
    await asked(list);
    await asked(list, { accept: 'application/x-ndjson' });
    expect(await counted()).toEqual([{ ...CELL, count: 2 }]);
  });

  test('is one no more when there is a way, to one of the places at least', async () => {
    await asked({ ...search, appointment: LATER });
    await asked({ ...list, appointment: LATER });
    expect(await counted()).toEqual([]);
  });

  test('that is an example, the same again, past, refused or elsewhere is not counted', async () => {
    await asked({ ...search, counted: false });
    await asked({ ...list, counted: false });
    await asked({ ...list, appointment: null });
    await asked({ ...search, appointment: { ...appointment, date: '2026-11-23' } });
    await asked({ ...search, from: { insee: '24999' } });
    expect((await site.post('/api/journeys', { ...search, zz: 1 })).status).toBe(400);
    const nowhere = { ...search, to: { entryId: 'inconnu' } };
    expect((await site.post('/api/journeys', nowhere)).status).toBe(404);
    expect(await counted()).toEqual([]);
  });

  test('leaves nothing else in the database or in the log', async () => {
    const before = await sizes();
    const logged = site.logged.length;
    await asked(search);
    await asked({ ...list, profile: { ageYears: 97 } });
    const rows = await counted();
    expect(rows).toEqual([{ ...CELL, count: 2 }]);
    expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(Object.keys(CELL).toSorted());
    expect(await sizes()).toEqual({ ...before, unmet_demand: 1 });
    // What is drawn at random or measured may look like anything.
    const written = site.logged
      .slice(logged)
      .map((line) => JSON.stringify({ ...JSON.parse(line), requestId: '', ms: 0, time: '' }))
      .join('\n');
    expect(written).toContain('/api/journeys');
    for (const canary of [
      CANARY,
      '0.131234',
      '45.401234',
      '16230',
      'gp-ouvert',
      'ageYears',
      '97',
      'doctor',
    ]) {
      expect(written).not.toContain(canary);
    }
  });
});

async function sizes(): Promise<Record<string, number>> {
  const { db } = site.database;
  const { rows } = await db.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of rows) {
    const found = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from ${sql.identifier(name)}`,
    );
    counts[name] = found.rows[0]?.count ?? 0;
  }
  return counts;
}

describe('what is told of them', () => {
  const demand = (workspace: string, as: SignedIn, file = 'demand') =>
    site.app.request(`/api/workspaces/${workspace}/${file}`, { headers: as.headers });

  beforeEach(async () => {
    await site.database.db.insert(unmetDemand).values([
      { ...CELL, count: 5 },
      { ...CELL, weekday: 4, count: 4 },
      { ...CELL, needCategory: 'mind', count: 1 },
      { ...CELL, insee: '16020', halfDay: 'afternoon', count: 12 },
      { ...CELL, insee: '24999', count: 40 },
    ]);
  });

  test('is what was counted five times at least, in the communes of the territory', async () => {
    const answer = (await (await demand('cls', coordinator)).json()) as DemandAnswer;
    expect(answer.leastShown).toBe(5);
    expect(answer.cells).toEqual([
      {
        insee: '16020',
        communeName: 'Aubeterre-sur-Dronne',
        weekday: 3,
        halfDay: 'afternoon',
        category: 'doctor',
        count: 12,
      },
      {
        insee: '16230',
        communeName: 'Montmoreau',
        weekday: 3,
        halfDay: 'morning',
        category: 'doctor',
        count: 5,
      },
    ]);
  });

  test('lets nothing hidden be found by taking away: no figure counts a hidden cell', async () => {
    const text = await (await demand('cls', coordinator)).text();
    const figures = [...text.matchAll(/"count":(\d+)/g)].map(([, figure]) => Number(figure));
    expect(figures.toSorted()).toEqual([12, 5]);
    // 5 + 4 + 1, 5 + 4, 5 + 1: sums over a cell that is not shown.
    for (const sum of [10, 9, 6]) expect(figures).not.toContain(sum);
    const before = text;
    await site.database.db.execute(sql`delete from unmet_demand where count < 5`);
    expect(await (await demand('cls', coordinator)).text()).toBe(before);
  });

  test('is a table too, with words', async () => {
    const response = await demand('cls', coordinator, 'demand.csv');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect((await response.text()).split('\r\n').slice(1)).toEqual([
      '16020;Aubeterre-sur-Dronne;mercredi;après-midi;Médecin;12',
      '16230;Montmoreau;mercredi;matin;Médecin;5',
      '',
    ]);
  });

  test('is for who watches a territory and who runs an organization, in their own', async () => {
    const people = await signInPeople(site.database.db);
    const ask = asker(site, people);
    const status = async (workspace: string, as: SignedIn | null, file = 'demand') =>
      (await ask('GET', `/workspaces/${workspace}/${file}`, { as })).status;
    expect(await status('autre', people.stranger)).toBe(200);
    expect(await status('mosc', people.publisher)).toBe(403);
    expect(await status('mosc', people.publisher, 'demand.csv')).toBe(403);
    expect(await status('mosc', people.stranger)).toBe(404);
    expect(await status('mosc', people.stranger, 'demand.csv')).toBe(404);
    expect(await status('mosc', null)).toBe(401);
    const elsewhere = (await (await demand('ailleurs', coordinator)).json()) as DemandAnswer;
    expect(elsewhere.cells).toEqual([]);
  });
});
