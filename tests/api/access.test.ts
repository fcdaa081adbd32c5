// What does the observatory answer, to whom, and what does it say of a question that makes no sense?

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DaysOfCommune } from '#api/features/access/days-answers.ts';
import type { AccessTry } from '#api/features/access/try-contract.ts';
import type {
  AccessOverview,
  AccessPlaces,
  AccessSheet,
  AccessTiles,
} from '#api/features/access/views.ts';
import { workspace } from '#db/schema/account.ts';
import { type AccessModel, decodePairs } from '#domain/access/access-model.ts';
import { decayTable } from '#domain/access/decay.ts';
import type { AccessJob } from '#domain/access/job.ts';
import { rankOpenings } from '#domain/access/rank-openings.ts';
import { openDesk, tryChanges } from '#domain/access/scenario-desk.ts';
import { twoStep } from '#domain/access/two-step.ts';
import { inseeAt, PLATEAU, writePlateau } from '#tests/support/access-ground.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { workAccessJobs } from '#tests/support/compute-access.ts';
import { signInAs } from '#tests/support/signed-in.ts';

const BASE = `/api/access/${PLATEAU}`;
let site: TestApp;

beforeAll(async () => {
  site = await openTestApp({ now: { date: '2026-11-24', minute: 720 }, write: writePlateau });
}, 60_000);
afterAll(() => site.close());

const read = async <Body>(path: string): Promise<Body> => {
  const response = await site.get(`${BASE}${path}`);
  expect(response.status, path).toBe(200);
  return (await response.json()) as Body;
};

test('before anything is computed, the overview says so and figures are not available', async () => {
  const overview = await read<AccessOverview>('');
  expect(overview).toMatchObject({ computedAt: null, indicators: [], job: null });
  const refused = await site.get(`${BASE}/places?indicator=gp_access`);
  expect(refused.status).toBe(503);
  expect(await refused.text()).toContain('being computed');
});

test('a computation is asked by the coordination of the territory, and by nobody else', async () => {
  const { db } = site.database;
  await db.insert(workspace).values([
    { id: 'ici', name: 'Ici', kind: 'coordination', territoryCodes: [PLATEAU] },
    { id: 'ailleurs', name: 'Ailleurs', kind: 'coordination', territoryCodes: ['ailleurs'] },
  ]);
  const here = await signInAs(db, { ici: 'coordinator' });
  const elsewhere = await signInAs(db, { ailleurs: 'coordinator' });
  const ask = (headers: Record<string, string>) => site.post(`${BASE}/jobs`, {}, headers);
  expect((await ask({ 'sec-fetch-site': 'same-origin' })).status).toBe(401);
  expect((await ask(elsewhere.headers)).status).toBe(403);
  const asked = await ask(here.headers);
  expect(asked.status).toBe(202);
  const job = (await asked.json()) as AccessJob;
  expect(asked.headers.get('location')).toBe(`${BASE}/jobs/${job.id}`);
  expect(((await (await ask(here.headers)).json()) as AccessJob).id).toBe(job.id);
  expect(await read<AccessJob>(`/jobs/${job.id}`)).toMatchObject({ state: 'queued' });
  expect((await read<AccessOverview>('')).job?.id).toBe(job.id);

  await workAccessJobs(site);
  expect(await read<AccessJob>(`/jobs/${job.id}`)).toMatchObject({ state: 'done' });
}, 60_000);

test('the overview gives each figure its unit, its sources with their dates, and warns about the halo', async () => {
  const overview = await read<AccessOverview>('');
  expect(overview.vintages.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['population', 'supply', 'roads', 'parameters', 'published']),
  );
  expect(overview.estimatedTimes).toEqual(['car']);
  expect(overview.indicators.map(({ id }) => id)).toContain('gp_access');
  // Without timetables, days without a car are not known, which is not « never ».
  expect(overview.indicators.map(({ id }) => id)).not.toContain('useful_days_gp');
  expect(overview.halo?.isComplete).toBe(false);
  expect(overview.halo?.missing.map(({ what }) => what)).toContain('ground');
});

test('communes come in order of their codes, with the published value beside ours', async () => {
  const { places, publishedYear } = await read<AccessPlaces>('/places?indicator=gp_access');
  expect(places.map(({ insee }) => insee)).toEqual(places.map(({ insee }) => insee).toSorted());
  expect(places).toHaveLength(16);
  expect(publishedYear).toBe(2023);
  const [first, second] = places;
  expect(first).toMatchObject({ insee: inseeAt(2, 2), published: 2.4, state: 'value' });
  expect(second?.published).toBeNull();
  for (const { low, value, high, probabilityBelow } of places) {
    expect(low ?? Number.NaN).toBeLessThanOrEqual(high ?? Number.NaN);
    expect(value).toBeGreaterThan(0);
    expect(probabilityBelow).toBeGreaterThanOrEqual(0);
    expect(probabilityBelow).toBeLessThanOrEqual(1);
  }
  expect((await read<AccessTiles>('/tiles?indicator=gp_access')).tiles).toEqual([]);
});

test('the sheet of a commune tells the residual, and where the nearest care is', async () => {
  const sheet = await read<AccessSheet>(`/communes/${inseeAt(2, 2)}`);
  const gp = sheet.values.find(({ id }) => id === 'gp_access');
  expect(gp?.published?.residual).toBeCloseTo((gp?.value ?? 0) - 2.4, 9);
  expect(sheet.publishedYears).toEqual([{ year: 2023, value: 2.4, value65OrLess: null }]);
  expect(sheet.near.find(({ kind }) => kind === 'gp')?.minutes).toBeGreaterThan(0);
});

test('a commune tells the places near it by profession, by whom they are known, and no day nobody computed', async () => {
  const told = await read<DaysOfCommune>(`/communes/${inseeAt(2, 2)}/days`);
  expect(told.state).toBe('no_timetable');
  const gp = told.near.find(({ profession }) => profession === 'gp')?.sites ?? [];
  expect(gp).toHaveLength(3);
  const minutes = gp.map(({ carMinutes }) => carMinutes ?? Number.NaN);
  expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
  expect(gp[0]).toMatchObject({
    noCar: null,
    opening: { known: [], usual: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] },
    known: { basis: 'count', heads: 1, publisher: 'Insee', date: '2025', toConfirm: false },
  });
});

test('what is tried is told with and without, as the model gives it in a browser, and a wrong change by its field', async () => {
  const model = await read<AccessModel>('/model?profession=gp');
  const [site0] = model.sites.filter(({ supply }) => supply > 0);
  const changes = [
    { kind: 'retire', site: site0?.id ?? '', profession: 'gp', fullTime: null },
    { kind: 'retire', site: 'nulle-part', profession: 'gp', fullTime: null },
  ] as const;
  const answer = await site.post(`${BASE}/try`, { profession: 'gp', changes });
  expect(answer.status).toBe(200);
  const tried = (await answer.json()) as AccessTry;
  const desk = tryChanges(openDesk(model), changes);
  const inside = model.places.flatMap(({ isInside }, place) => (isInside ? [place] : []));
  expect(tried.communes.map(({ after }) => after)).toEqual(
    inside.map((place) => desk.after[place]),
  );
  expect(tried.people.losers).toBe(desk.losers.people);
  expect(tried.people.losers).toBeGreaterThan(0);
  expect(tried.sides).toEqual(desk.sides);
  expect(tried.leftOut).toEqual([{ change: 1, reason: 'unknown_site' }]);

  const emptied = model.sites.map(({ id }) => ({ ...changes[0], site: id }));
  const ranked = await site.post(`${BASE}/openings`, {
    ...{ profession: 'gp', changes: emptied, fullTime: 1, objective: 'equity' },
  });
  const { openings } = (await ranked.json()) as { openings: unknown[] };
  expect(openings).toEqual(rankOpenings(openDesk(model), emptied, 1, 'equity'));
  expect(openings.length).toBeGreaterThan(0);

  const wrong = await site.post(`${BASE}/try`, {
    ...{ profession: 'gp', changes: [{ kind: 'retire', site: 'a', profession: 'gp' }] },
  });
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).toContain('fullTime');
});

test('the model gives the browser the very numbers the server answers', async () => {
  const model = await read<AccessModel>('/model?profession=gp');
  const pairs = decodePairs(model.pairs, model.places.length, model.sites.length);
  const { access } = twoStep(
    pairs,
    decayTable(model.decay),
    Float64Array.from(model.places, ({ demand }) => demand),
    Float64Array.from(model.sites, ({ supply }) => supply),
  );
  const { places } = await read<AccessPlaces>('/places?indicator=gp_access');
  for (const { insee, value } of places) {
    const number = model.places.findIndex(({ id }) => id === insee);
    expect((access[number] ?? 0) * model.shownTimes).toBeCloseTo(value ?? Number.NaN, 9);
  }
});

test('figures are taken away as a table, with their bounds, what is published, dates and licence', async () => {
  const csv = await (await site.get(`${BASE}/places.csv`)).text();
  const [header = [], ...rows] = csv.trimEnd().split('\r\n').map(cellsOf);
  expect(rows).toHaveLength(16);
  expect(new Set(header.map((each) => each.replace(/ \(.*\)$/, ''))).size).toBe(header.length);
  expect(header.filter((each) => !/^\uFEFF?[a-z0-9_]+( \([a-z0-9_]+\))?$/.test(each))).toEqual([]);
  const cell = (insee: string, name: string): string =>
    rows.find(([first]) => first === insee)?.[header.indexOf(name)] ?? 'no such cell';
  const number = (insee: string, name: string) => Number(cell(insee, name).replace(',', '.'));
  const here = inseeAt(2, 2);
  const value = number(here, 'gp_access (acts_a_year)');
  expect(number(here, 'gp_access_low')).toBeLessThanOrEqual(value);
  expect(number(here, 'gp_access_high')).toBeGreaterThanOrEqual(value);
  expect(header).not.toContain('gp_nearest_low');
  expect(cell(here, 'gp_access_published_drees')).toBe('2,4');
  expect(cell(here, 'gp_access_published_year')).toBe('2023');
  expect(number(here, 'gp_access_residual')).toBeCloseTo(value - 2.4, 1);
  expect(cell(inseeAt(2, 3), 'gp_access_published_drees')).toBe('');
  expect(cell(here, 'gp_robust_desert')).toMatch(/^(yes|no)$/);
  expect(cell(here, 'territory_code')).toBe(PLATEAU);
  expect(cell(here, 'editions')).toContain('population: ');
  expect(cell(here, 'licence')).toContain('Licence Ouverte 2.0');
});

test('figures are taken away as a map, in the same words', async () => {
  type Taken = { territory: { code: string }; licence: string; features: { properties: object }[] };
  const map = await read<Taken>('/places.geojson');
  expect([map.territory.code, map.licence]).toEqual([PLATEAU, expect.stringContaining('Licence')]);
  expect(map.features).toHaveLength(16);
  const { properties } =
    map.features.find((each) => Object.values(each.properties).includes(inseeAt(2, 2))) ?? {};
  expect(properties).toMatchObject({
    gp_access: { state: 'value', low: expect.any(Number), high: expect.any(Number) },
    gp_access_published: { year: 2023, value: 2.4, residual: expect.any(Number) },
    gp_robust_desert: expect.any(Boolean),
  });
});

test('an answer that did not change is not sent again', async () => {
  const first = await site.get(`${BASE}/places?indicator=gp_access`);
  const etag = first.headers.get('etag') ?? '';
  const again = await site.get(`${BASE}/places?indicator=gp_access`, { 'if-none-match': etag });
  expect(again.status).toBe(304);
});

test.each([
  ['/api/access/nulle-part', 404, 'No territory has the code nulle-part'],
  ['/api/access/nulle-part/places?indicator=gp_access', 404, 'nulle-part'],
  [`${BASE}/places?indicator=bonheur`, 400, 'indicator: expected one of gp_access'],
  [`${BASE}/places`, 400, 'indicator'],
  [`${BASE}/communes/99999`, 404, `No commune of ${PLATEAU} has the code 99999`],
  [`${BASE}/communes/16`, 400, 'insee: expected the INSEE code of a commune'],
  [`${BASE}/model?profession=barbier`, 400, 'profession: expected one of gp'],
  [`${BASE}/jobs/7`, 400, 'job: expected the id of a computation'],
  [`${BASE}/jobs/00000000-0000-4000-8000-000000000000`, 404, 'No computation'],
])('%s is refused with what was expected', async (path, status, told) => {
  const response = await site.get(path);
  expect(response.status).toBe(status);
  expect(await response.text()).toContain(told);
});

/** One line of the table; a cell between quotes may hold what separates cells. */
function cellsOf(line: string): string[] {
  const cells = line.match(/("([^"]|"")*"|[^;]*)(;|$)/g) ?? [];
  const bare = cells.map((each) => each.replace(/;$/, '').replace(/^"|"$/g, ''));
  return line.endsWith(';') ? bare : bare.slice(0, -1);
}
