// Does the model sent to the browser hold what the server computed without a car, and say when it does not know?

import { afterAll, beforeAll, expect, it } from 'vitest';
import { computeUsefulDays } from '#api/runtime/access-days.ts';
import { listPointsReached } from '#db/queries/access/list-points-reached.ts';
import { listUsefulDays } from '#db/queries/access/list-useful-days.ts';
import type { AccessModel } from '#domain/access/access-model.ts';
import type { ScenarioChange } from '#domain/access/scenario-change.ts';
import { openDesk, tryChanges } from '#domain/access/scenario-desk.ts';
import { isSameData, scenarioOn } from '#domain/access/scenario-link.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { computeAccess } from '#tests/support/compute-access.ts';
import { addDrawnTerritory, DRAWN_NOW_MS, drawnParts, inseeAt } from '#tests/support/drawn-days.ts';

let site: TestApp;

beforeAll(async () => {
  site = await openTestApp({ now: { date: '2025-03-12', minute: 600 }, write: addDrawnTerritory });
  await computeAccess(site, 'drawn');
}, 60_000);
afterAll(() => site.close());

async function read(): Promise<AccessModel> {
  const answer = await site.get('/api/access/drawn/model?profession=gp');
  expect(answer.status).toBe(200);
  return (await answer.json()) as AccessModel;
}
const computeDays = () =>
  computeUsefulDays(
    { db: site.database.db, parts: () => drawnParts(), clock: () => DRAWN_NOW_MS },
    'drawn',
  );

/** On Fridays, from the last commune to the doctor of the seventh. */
const SERVICE: ScenarioChange = {
  kind: 'add_on_demand',
  id: 'TAD',
  zone: [inseeAt(11)],
  destinations: [inseeAt(6)],
  weekdays: [5],
  fromMinute: 480,
  toMinute: 1_080,
  waitMinutes: 10,
  durationFactor: 1.3,
  bookingDaysBefore: 1,
};

it('says that days are not known where no timetable is; changes of transport are then given back', async () => {
  const model = await read();
  expect(model.noCar).toEqual({ state: 'no_timetable' });
  expect(tryChanges(openDesk(model), [SERVICE]).leftOut).toEqual([
    { change: 0, reason: 'days_unknown' },
  ]);
});

it('holds the days of each commune to the half-day, and what a transport adds to them', async () => {
  const unknown = await read();
  const run = await computeDays();
  const model = await read();
  const facts = model.noCar;
  if (facts.state !== 'done') throw new Error('Days were computed');
  expect(facts.monday).toBe(run.monday);
  const known = await listUsefulDays(site.database.db, 'drawn');
  const { noCar } = tryChanges(openDesk(model), []);
  for (const [home, { insee, place }] of facts.homes.entries()) {
    const row = known?.rows.find((each) => each.insee === insee && each.profession === 'gp');
    expect(noCar?.before[home], insee).toBe(row?.forAllMask);
    expect(model.places[place]?.id).toBe(insee);
  }
  const tried = tryChanges(openDesk(model), [SERVICE]);
  expect(tried.noCar?.gainers.places.map((home) => facts.homes[home]?.insee)).toEqual([
    inseeAt(11),
  ]);
  expect(tried.noCar?.sides.after.byWeekday[4]).toBeGreaterThan(
    tried.noCar?.sides.before.byWeekday[4] ?? 0,
  );
  const points = await listPointsReached(site.database.db, run);
  expect(points.every(({ mask }) => mask > 0)).toBe(true);
  expect(new Set(points.map(({ lon, lat }) => `${lon} ${lat}`)).size).toBe(2);

  // A link made before days were known is of other data, and so says the page.
  const before = scenarioOn(unknown, [SERVICE]);
  expect(isSameData(before, model)).toBe(false);
  expect(isSameData(scenarioOn(model, [SERVICE]), await read())).toBe(true);
  expect(Object.keys(model.vintages)).toEqual(expect.arrayContaining(['week', 'days', 'lines']));
}, 60_000);

it('has the sites of the model by car close those where one goes without one', async () => {
  const model = await read();
  const closed = tryChanges(
    openDesk(model),
    model.sites.map(({ id }) => ({ kind: 'retire', site: id, profession: 'gp', fullTime: null })),
  );
  expect(closed.noCar?.sides.after).toMatchObject({ meanDays: 0 });
});
