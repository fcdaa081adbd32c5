import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { createPlannerEngine } from '#api/runtime/planner-engine.ts';
import type { LaidOutDay } from '#api/runtime/planner-messages.ts';
import { createPlannerParts } from '#api/runtime/planner-parts.ts';
import { createPlannerPool, type PlannerPool } from '#api/runtime/planner-pool.ts';
import type { JourneyPlan } from '#domain/journey/journey.ts';
import { SearchCut } from '#domain/journey/search-cut.ts';
import { toShared } from '#domain/journey/share-timetable.ts';
import { journeyRequest, lineTimetable, town, volunteers } from '#tests/domain/plan/drawn-plan.ts';

const ENTRY = new URL('../support/planner-until-killed.ts', import.meta.url);
const LONG_MS = 30_000;
const NOW = { date: '2025-01-27', minute: 600 };
const folder = mkdtempSync(join(tmpdir(), 'voisoin-planner-'));
const logged: object[] = [];
let pool: PlannerPool;

afterEach(() => pool.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function openPool(options: { size?: number; stuckMs?: number } = {}): Promise<void> {
  logged.length = 0;
  const log = { info: () => undefined, error: (line: object) => void logged.push(line) };
  pool = createPlannerPool({ log, entry: ENTRY, size: 1, ...options });
  await pool.open();
  pool.replace('offers', [volunteers()]);
  pool.replace('timetable', toShared(lineTimetable()));
  pool.replace('roads', null);
  pool.replace('communes', new Map());
}

/** From a place whose name says what the thread does. */
function task(name: string) {
  const { from, ...request } = journeyRequest({});
  return {
    name: 'plan',
    request: { ...request, from: { ...from, name } },
    now: NOW,
    brief: true,
  } as const;
}

function planFrom(name: string, limitMs = LONG_MS): Promise<JourneyPlan> {
  const session = pool.begin(limitMs);
  return session
    .run(task(name))
    .then(({ plan }) => plan)
    .finally(session.end);
}

const kindsOf = (plan: JourneyPlan) => plan.options.map(({ kind }) => kind);

describe('a planning thread', () => {
  test('plans with the offers and timetables it was given', async () => {
    await openPool();
    const plan = await planFrom('Chez moi');
    expect(plan.request.fromName).toBe('Chez moi');
    expect(kindsOf(plan)).toContain('volunteer');
    expect(plan.options.some(({ outbound }) => outbound.legs.some((leg) => leg.line))).toBe(true);
  });

  test('that stops is replaced, and its task is done by the next', async () => {
    await openPool();
    const plan = await planFrom(`stop once ${join(folder, 'stopped')}`);
    expect(kindsOf(plan)).toContain('volunteer');
    expect(logged).toEqual([{ event: 'planner_lost', started: true }]);
  });

  test('that stops twice on a task is not given it a third time, and serves the others', async () => {
    await openPool();
    const [refused, other] = await Promise.allSettled([planFrom('stop'), planFrom('Chez moi')]);
    expect(refused).toMatchObject({
      status: 'rejected',
      reason: { code: 'unavailable', message: expect.stringContaining('stopped twice') },
    });
    expect(other.status).toBe('fulfilled');
    expect(logged.length).toBe(2);
  });

  test('that never answers is stopped; who waits is told in time, who comes after is answered', async () => {
    await openPool({ stuckMs: 300 });
    const refused = planFrom('hang', 200);
    await expect(refused).rejects.toMatchObject({
      code: 'unavailable',
      message: 'The planner did not answer in time; try again in a few seconds.',
    });
    expect(kindsOf(await planFrom('Chez moi'))).toContain('volunteer');
    expect(logged).toEqual([{ event: 'planner_lost', started: true }]);
  });

  test('that meets a bug says where it is, not what was asked, and goes on', async () => {
    await openPool();
    const failure = await planFrom('fail').catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'TypeError', message: 'A plan could not be computed' });
    expect(String(failure instanceof Error && failure.stack)).toMatch(/at .+\.ts:\d+/);
    expect(kindsOf(await planFrom('Chez moi'))).toContain('volunteer');
    expect(logged).toEqual([]);
  });

  test('that cannot start leaves the program running, and is said to be missing', async () => {
    const log = { info: () => undefined, error: (line: object) => void logged.push(line) };
    logged.length = 0;
    pool = createPlannerPool({
      log,
      entry: new URL('./no-such-file.ts', import.meta.url),
      size: 1,
    });
    await pool.open();
    pool.replace('offers', []);
    pool.replace('timetable', null);
    pool.replace('roads', null);
    pool.replace('communes', new Map());
    expect(pool.isReady()).toBe(false);
    await expect(planFrom('Chez moi', 100)).rejects.toMatchObject({ code: 'unavailable' });
    expect(logged[0]).toEqual({ event: 'planner_lost', started: false });
  });
});

describe('facts no thread can read', () => {
  test('stop each that starts, less and less often, until others come', async () => {
    await openPool();
    pool.replace('timetable', {} as never);
    await sleep(1_000);
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.length).toBeLessThan(6);
    pool.replace('timetable', null);
    expect(kindsOf(await planFrom('Chez moi'))).toContain('volunteer');
  });
});

describe('a request under way', () => {
  test('ends on the version it began with; the next has the new one', async () => {
    await openPool();
    const before = pool.begin(LONG_MS);
    const first = before.run(task('wait 50'));
    pool.replace('offers', []);
    pool.replace('timetable', null);
    const second = before.run(task('Chez moi'));
    const after = planFrom('Chez moi');
    for (const { plan } of [await first, await second]) {
      expect(kindsOf(plan)).toContain('volunteer');
      expect(plan.options.some(({ outbound }) => outbound.legs.some((leg) => leg.line))).toBe(true);
    }
    before.end();
    const { options, almost } = await after;
    expect([...options, ...almost].map(({ kind }) => kind)).not.toContain('volunteer');
  });

  test('takes turns with the others: twenty places do not hold back one', async () => {
    await openPool();
    const many = pool.begin(LONG_MS);
    const order: string[] = [];
    const told = (name: string) => () => order.push(name);
    const places = Array.from({ length: 20 }, () => many.run(task('wait 5')).then(told('many')));
    const one = planFrom('Chez moi').then(told('one'));
    await Promise.all([...places, one]);
    many.end();
    expect(order.indexOf('one')).toBeLessThan(4);
  });

  test('that was dropped leaves nothing to compute', async () => {
    await openPool();
    const dropped = pool.begin(LONG_MS);
    const runs = Array.from({ length: 50 }, () => dropped.run(task('wait 200')));
    dropped.end();
    for (const run of await Promise.allSettled(runs)) expect(run.status).toBe('rejected');
    expect(kindsOf(await planFrom('Chez moi', 5_000))).toContain('volunteer');
  });

  test('is told when the program stops', async () => {
    await openPool();
    const waiting = expect(planFrom('hang')).rejects.toMatchObject({ code: 'unavailable' });
    await pool.close();
    await waiting;
    expect(() => pool.begin(LONG_MS)).toThrow('The planner is being prepared');
  });

  test('asks to come back before the first version is there', async () => {
    const log = { info: () => undefined, error: () => undefined };
    pool = createPlannerPool({ log, entry: ENTRY, size: 1 });
    pool.replace('offers', []);
    expect(() => pool.begin(LONG_MS)).toThrow('The planner is being prepared');
  });
});

describe('a day', () => {
  test('laid out in one thread serves the others as it is', () => {
    const said: LaidOutDay[] = [];
    const parts = { offers: 1, timetable: 2, roads: 3, communes: 4 };
    const engines = [0, 1].map(() => {
      const engine = createPlannerEngine((day) => void said.push(day));
      engine.hold({ name: 'offers', number: 1, value: [] });
      engine.hold({ name: 'timetable', number: 2, value: toShared(lineTimetable()) });
      engine.hold({ name: 'roads', number: 3, value: null });
      engine.hold({ name: 'communes', number: 4, value: new Map() });
      return engine;
    });
    const first = engines[0]?.run(task('Chez moi'), parts, () => false);
    expect(said.map(({ number, date }) => [number, date])).toEqual([
      [2, journeyRequest({}).appointment.date],
    ]);
    for (const day of said.splice(0)) engines[1]?.holdDay(structuredClone(day));
    expect(engines[1]?.run(task('Chez moi'), parts, () => false)).toEqual(first);
    expect(said).toEqual([]);
  });
});

describe('a task whose time is over', () => {
  const parts = { offers: 1, timetable: 2, roads: 3, communes: 4 };
  const engine = createPlannerEngine(() => undefined);
  engine.hold({ name: 'offers', number: 1, value: [volunteers()] });
  engine.hold({ name: 'timetable', number: 2, value: toShared(lineTimetable()) });
  engine.hold({ name: 'roads', number: 3, value: null });
  engine.hold({ name: 'communes', number: 4, value: new Map() });
  const request = journeyRequest({ from: town });
  const asked = { name: 'plan', request, now: NOW, brief: false } as const;
  const kinds = (answer: unknown) => kindsOf((answer as { plan: JourneyPlan }).plan);

  test('tells a whole plan as far as it was found, and says so', () => {
    const whole = engine.run(asked, parts, () => false);
    const cut = engine.run(asked, parts, () => true);
    expect([whole, cut]).toMatchObject([{ isCut: false }, { isCut: true }]);
    expect(kinds(whole)).toContain('scheduled_line');
    expect(kinds(cut)).toEqual(kinds(whole).filter((kind) => kind !== 'scheduled_line'));
  });

  test('gives no card and no hours that might not be the right ones', () => {
    const { appointment, ...person } = request;
    const slots = { ...person, fromDate: appointment.date, dayCount: 1, durationMinutes: 30 };
    for (const task of [
      { ...asked, brief: true },
      { name: 'slots', request: slots, now: NOW } as const,
    ]) {
      expect(() => engine.run(task, parts, () => true)).toThrow(SearchCut);
      engine.run(task, parts, () => false);
    }
  });

  test('is answered by the thread itself, which is then free', async () => {
    await openPool();
    const session = pool.begin(45);
    const card = { ...asked, brief: true };
    await expect(session.run(card)).rejects.toMatchObject({ code: 'unavailable' });
    expect(kindsOf(await planFrom('Chez moi'))).toContain('volunteer');
    expect(logged).toEqual([]);
  });
});

describe('a version of the facts', () => {
  test('is held as long as a request uses it, then forgotten', () => {
    const said: string[] = [];
    const parts = createPlannerParts({
      onHeld: ({ name, number }) => void said.push(`hold ${name} ${number}`),
      onForgotten: (numbers) => void said.push(`forget ${numbers.join(' ')}`),
    });
    parts.replace('offers', []);
    expect(parts.begin()).toBeNull();
    parts.replace('timetable', null);
    parts.replace('roads', null);
    parts.replace('communes', new Map());
    const version = parts.begin();
    parts.replace('offers', []);
    expect(said.slice(-2)).toEqual(['hold communes 4', 'hold offers 5']);
    expect(parts.all().map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    version?.release();
    version?.release();
    expect(said.at(-1)).toBe('forget 1');
    parts.replace('offers', []);
    expect(said.slice(-2)).toEqual(['hold offers 6', 'forget 5']);
  });
});
