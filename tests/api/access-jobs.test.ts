// Is a territory computed once, by one at a time, and the same whatever stopped the computation?

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '#api/http/request-log.ts';
import { type AccessRunner, createAccessRunner } from '#api/runtime/access-runner.ts';
import { openDatabase } from '#db/client.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { askJob } from '#db/queries/access/ask-job.ts';
import { beatJob } from '#db/queries/access/beat-job.ts';
import { endJob } from '#db/queries/access/end-job.ts';
import { findLastJob } from '#db/queries/access/find-last-job.ts';
import { findResult } from '#db/queries/access/find-result.ts';
import { takeJob } from '#db/queries/access/take-job.ts';
import { inseeAt, NO_PARTS, PLATEAU, writePlateau } from '#tests/support/access-ground.ts';
import {
  availableKinds,
  createTestDatabase,
  TEST_CACHE_FOLDER,
  type TestDatabase,
} from '#tests/support/database.ts';

const KILLED_AT = 20;
const KILLED = join(import.meta.dirname, '../support/access-until-killed.ts');
const log = createLog({ level: 'silent', clock: Date.now, write: () => undefined });
const job = (fingerprint: string) => ({
  territoryCode: PLATEAU,
  kind: 'indicators' as const,
  fingerprint,
});

describe.each(availableKinds('the computations of the observatory'))('%s database', (kind) => {
  let made: TestDatabase;
  let handle: DatabaseHandle;
  let runner: AccessRunner;

  const open = () =>
    openDatabase({
      databaseUrl: made.databaseUrl,
      dataFolder: made.dataFolder,
      cacheFolder: TEST_CACHE_FOLDER,
      poolSize: 4,
    });
  const createRunner = (staleSeconds: number) =>
    createAccessRunner({
      database: handle,
      parts: () => NO_PARTS,
      clock: Date.now,
      log,
      isWatching: false,
      staleSeconds,
    });
  const rowMarks = async () =>
    new Map(
      (
        await handle.db.execute<{ id: string; mark: string }>(
          sql`select row_id as id, xmin::text as mark from travel_row`,
        )
      ).rows.map(({ id, mark }) => [id, mark]),
    );
  const figures = async () => (await findResult(handle.db, PLATEAU))?.figures ?? null;

  beforeAll(async () => {
    made = await createTestDatabase(kind);
    await writePlateau(made.handle.db);
    await made.handle.close();
    await killAt(made.databaseUrl ?? made.dataFolder, KILLED_AT);
    handle = await open();
    runner = createRunner(0);
  }, 120_000);
  afterAll(async () => {
    await runner?.stop();
    await handle?.close();
    await made?.remove();
  });

  test('a computation killed on its way is taken again, keeps its rows, and ends as one never stopped', async () => {
    const before = await rowMarks();
    expect(before.size).toBeGreaterThanOrEqual(KILLED_AT);
    expect((await findLastJob(handle.db, PLATEAU))?.state).toBe('running');
    await runner.work();
    const last = await findLastJob(handle.db, PLATEAU);
    expect(last).toMatchObject({ state: 'done', message: null });
    expect(last?.done).toBe(last?.total);
    const after = await rowMarks();
    expect(after.size).toBeGreaterThan(before.size);
    for (const [id, mark] of before) expect(after.get(id)).toBe(mark);

    const resumed = await figures();
    await handle.db.execute(sql`delete from travel_matrix`);
    await handle.db.execute(sql`delete from access_result`);
    await runner.check();
    await runner.work();
    expect(await figures()).toEqual(resumed);
    expect(resumed?.places).toHaveLength(16);
  }, 120_000);

  test('what is kept is asked again only when the data would give something else', async () => {
    const count = async () =>
      (await handle.db.execute<{ n: number }>(sql`select count(*)::int as n from access_job`))
        .rows[0]?.n ?? 0;
    const asked = await count();
    await runner.check();
    expect(await count()).toBe(asked);

    const rows = await rowMarks();
    const before = await figures();
    await handle.db.execute(
      sql`update commune_supply set head_count = 9 where insee = ${inseeAt(3, 3)} and kind = 'gp'`,
    );
    await runner.check();
    expect(await count()).toBe(asked + 1);
    await runner.work();
    const after = await figures();
    expect(after?.territory.gp_access).toBeGreaterThan(before?.territory.gp_access ?? 0);
    expect(after?.territory.pharmacy_nearest).toBe(before?.territory.pharmacy_nearest);
    // Times of before hold: none was computed again.
    const kept = await rowMarks();
    for (const [id, mark] of rows) expect(kept.get(id)).toBe(mark);
  }, 60_000);

  test('what failed is tried again, later each time it fails again', async () => {
    const { db } = handle;
    const last = async () => await findLastJob(db, PLATEAU);
    const count = async () =>
      (await db.execute<{ n: number }>(sql`select count(*)::int as n from access_job`)).rows[0]?.n;
    const age = (minutes: number) =>
      db.execute(sql`update access_job set ended_at = now() - ${minutes} * interval '1 minute'
        where state = 'failed'`);
    await db.execute(sql`delete from access_result`);
    await runner.check();
    const fail = async () => {
      const { id = '' } = (await takeJob(db, 60)) ?? {};
      await endJob(db, id, 'failed', 'unexpected');
      expect(await last()).toMatchObject({ id, state: 'failed' });
    };
    await fail();
    const asked = await count();
    await runner.check();
    expect(await count()).toBe(asked);
    await age(6);
    await runner.check();
    expect(await count()).toBe((asked ?? 0) + 1);
    await fail();
    await age(6);
    await runner.check();
    expect(await count()).toBe((asked ?? 0) + 1);
    await age(21);
    await runner.check();
    expect(await count()).toBe((asked ?? 0) + 2);
    await runner.work();
    expect(await last()).toMatchObject({ state: 'done' });
  }, 60_000);

  test('squares that come are walked from, once, and communes without are not known', async () => {
    const { db } = handle;
    const insee = inseeAt(3, 3);
    await db.execute(sql`
      insert into population_tile (id, insee, point, population, households, aged_65_plus, aged_80_plus, imputed, year, source_id)
      select 'square of ' || insee || n, insee, ST_Translate(point::geometry, n * 0.02, 0)::geography, 100, 40, 20, 8, false, 2021, 'insee'
      from commune, generate_series(0, 2) n where insee = ${insee}
      union all select 'square of ' || insee, insee, point, 100, 40, 20, 8, false, 2021, 'insee'
      from commune where insee = ${inseeAt(0, 0)}`);
    await runner.check();
    await runner.work();
    const found = await figures();
    const walked = found?.places.filter(({ values }) => values.gp_walk?.state === 'value') ?? [];
    expect(walked.map((place) => place.insee)).toEqual([insee]);
    // One square of three stands where the doctor does.
    expect(walked[0]?.values.gp_walk?.value).toBeCloseTo(100 / 3, 6);
    expect(found?.territory.pharmacy_walk).toEqual(expect.any(Number));
    expect(found?.estimatedTimes).toEqual(['car', 'walk']);

    // Whole communes around, as the ministry counts them.
    const [columns] = (
      await db.execute<{ ids: string[] }>(
        sql`select column_ids as ids from travel_matrix where mode = 'car' order by id desc limit 1`,
      )
    ).rows;
    expect(columns?.ids).toEqual(expect.arrayContaining([inseeAt(0, 0), `square of ${insee}0`]));
    expect(columns?.ids).toHaveLength(66);

    const marks = async () =>
      (
        await db.execute<{ id: string; mark: string }>(sql`
          select row_id as id, r.xmin::text as mark from travel_row r join travel_matrix m on m.id = r.matrix_id
          where m.mode = 'walk' order by row_id`)
      ).rows;
    const before = await marks();
    expect(before.length).toBeGreaterThan(0);
    await db.execute(
      sql`update commune_supply set head_count = 3 where insee = ${insee} and kind = 'gp'`,
    );
    await runner.check();
    await runner.work();
    expect(await marks()).toEqual(before);
    await db.execute(sql`delete from population_tile`);
  }, 60_000);

  test('one computation runs in a territory at a time, and the same asked twice is one', async () => {
    const first = await askJob(handle.db, job('one'));
    expect((await askJob(handle.db, job('one'))).id).toBe(first.id);
    const second = await askJob(handle.db, job('two'));
    expect((await takeJob(handle.db, 60))?.id).toBe(first.id);
    expect(await takeJob(handle.db, 60)).toBeNull();
    await expect(
      handle.db.execute(sql`update access_job set state = 'running' where id = ${second.id}`),
    ).rejects.toThrow();
    await endJob(handle.db, first.id, 'done', null);
    expect((await takeJob(handle.db, 60))?.id).toBe(second.id);
    expect(await beatJob(handle.db, second.id, { done: 1, total: 2 })).toBe(true);
    await handle.db.execute(sql`update access_job set state = 'cancelled' where id = ${second.id}`);
    expect(await beatJob(handle.db, second.id, { done: 2, total: 2 })).toBe(false);
  });

  test('who holds a computation and is silent for a minute loses it, who says a word does not', async () => {
    const asked = await askJob(handle.db, job('silent'));
    expect((await takeJob(handle.db, 60))?.id).toBe(asked.id);
    // Within a transaction no time passes, however slow the machine.
    await handle.db.transaction(async (tx) => {
      await tx.execute(
        sql`update access_job set beat_at = now() - interval '59 seconds' where id = ${asked.id}`,
      );
      expect(await takeJob(tx, 60)).toBeNull();
    });
    await handle.db.execute(
      sql`update access_job set beat_at = now() - interval '61 seconds' where id = ${asked.id}`,
    );
    expect((await takeJob(handle.db, 60))?.id).toBe(asked.id);
    await endJob(handle.db, asked.id, 'done', null);
  });
});

/** Ends once the process is killed, its last word being that so many rows are done. */
async function killAt(address: string, rows: number): Promise<void> {
  const child = spawn(process.execPath, [KILLED, address, String(rows)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let failure = '';
  child.stderr.on('data', (text: Buffer) => {
    failure += text.toString();
  });
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString();
    const counts = said.split('\n').slice(0, -1).map(Number);
    if (counts.some((count) => count >= rows)) child.kill('SIGKILL');
  });
  const signal = await new Promise((resolve) => child.on('close', (_, by) => resolve(by)));
  if (signal !== 'SIGKILL') throw new Error(`The process was to be killed: ${failure}`);
}
