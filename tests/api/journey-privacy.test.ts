import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { toInstant } from '#domain/time.ts';
import { createTestDatabase, TEST_CACHE_FOLDER } from '#tests/support/database.ts';
import { TUESDAY, writeSmallTerritory } from '#tests/support/small-territory.ts';

const SCRIPT = join(import.meta.dirname, '..', 'support', 'api-until-killed.ts');

/** Nothing else on the machine is written like these. */
const NAME = 'Zzcanari du Moulin';
const [LON, LAT] = [0.123457, 45.398761];
const PROFILE = {
  ageYears: 97,
  residenceInsee: '16797',
  benefits: ['zzbenefice'],
  registrations: { zzinscription: true },
};
const CANARIES = [
  'zzcanari',
  '0.123457',
  '45.398761',
  '16797',
  'zzbenefice',
  'zzinscription',
  'zzentree',
  'zzbesoin',
  'ageYears',
  'wheelchair',
  'oxygen',
];

const person = { mode: 'no_car', profile: PROFILE, needs: ['wheelchair', 'oxygen'] };
const at = (name: string) => ({ point: [LON, LAT], name });
const appointment = { date: '2026-12-01', minute: 617, durationMinutes: 43 };
const TO = { entryId: 'gp-ouvert' };
const LINES = { accept: 'application/x-ndjson' };

type Sent = [path: string, body: unknown, status: number, headers?: Record<string, string>];

const journey = (name: string) => ({ from: at(name), to: TO, appointment, ...person });
const places = { from: at(NAME), places: [TO, at(NAME)], appointment, ...person };

const SENT: readonly Sent[] = [
  ['/api/journeys', journey(NAME), 200],
  ['/api/journeys', journey(NAME), 200, LINES],
  ['/api/journeys', places, 200],
  ['/api/journeys', { ...places, answer: 'plan' }, 200, LINES],
  ['/api/slots', { from: at(NAME), to: at(NAME), ...person, dayCount: 2 }, 200],
  ['/api/journeys/visits', { from: at(NAME), ...person, need: 'medecin-generaliste' }, 200],
  // Refused: by a field, by the form, by what is unknown.
  ['/api/journeys', { ...journey(NAME), zzcanari: PROFILE }, 400],
  ['/api/journeys', { ...journey(NAME), needs: ['zzcanari'] }, 400],
  ['/api/journeys', `{"zzcanari": ${LON}`, 400],
  ['/api/journeys', { ...journey(NAME), need: 'zzbesoin' }, 400],
  ['/api/journeys/visits', { from: at(NAME), ...person, need: 'zzbesoin' }, 400],
  ['/api/slots', { from: at(NAME), to: at(NAME), ...person, dayCount: 99 }, 400],
  ['/api/journeys', { ...journey(NAME), to: { entryId: 'zzentree' } }, 404],
  ['/api/slots', { from: at(NAME), to: { entryId: 'zzentree' }, ...person }, 404],
  ['/api/journeys', { ...places, from: { insee: '16797' } }, 404],
  ['/api/journeys', { ...places, from: { insee: '16797' } }, 404, LINES],
  // Failures: a bug, a thread that stops, a thread that hangs.
  ['/api/journeys', journey('fail'), 500],
  ['/api/journeys', { ...places, from: at('fail') }, 200],
  ['/api/journeys', journey('stop'), 503],
  ['/api/journeys', journey('hang'), 503],
];

let dataFolder = '';

beforeAll(async () => {
  const database = await createTestDatabase('embedded');
  await writeSmallTerritory(database.handle.db);
  await database.handle.close();
  dataFolder = database.dataFolder;
});

afterAll(() => rm(dataFolder, { recursive: true, force: true }));

test('where somebody lives, what they need and who they are is written nowhere', async () => {
  const now = String(toInstant({ date: TUESDAY, minute: 600 }));
  const child = spawn(process.execPath, [SCRIPT, dataFolder, TEST_CACHE_FOLDER, now], {
    env: { PATH: process.env['PATH'], TZ: 'Europe/Paris' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      written += text;
    });
  }
  const exited = once(child, 'exit');
  try {
    await expect
      .poll(() => child.exitCode ?? /^open \d+$/m.test(written), { timeout: 60_000 })
      .toBe(true);
    const url = `http://127.0.0.1:${/^open (\d+)$/m.exec(written)?.[1]}`;
    for (const [path, body, status, headers = {}] of SENT) {
      const response = await fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      await response.text();
      expect([path, body, response.status]).toEqual([path, body, status]);
    }
    const asked = `${url}/api/slots?from=16230&to=zzentree&on=2026-12-01`;
    expect((await fetch(asked)).status).toBe(404);
  } finally {
    child.kill('SIGTERM');
    await exited;
  }

  const lines = written.split('\n').filter((line) => line.startsWith('{'));
  const requests = lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'request');
  expect(requests.length).toBe(SENT.length + 1);
  expect(lines.some((line) => line.includes('"failure"'))).toBe(true);
  expect(lines.some((line) => line.includes('planner_lost'))).toBe(true);
  expectNoCanary(written);

  const stored = await everyRow(dataFolder);
  expect(stored).toContain('covoiturage-solidaire');
  expectNoCanary(stored);
}, 120_000);

function expectNoCanary(text: string): void {
  const lower = text.toLowerCase();
  expect(CANARIES.filter((canary) => lower.includes(canary.toLowerCase()))).toEqual([]);
}

/** The whole database as text. */
async function everyRow(folder: string): Promise<string> {
  const handle = await openDatabase({
    databaseUrl: null,
    dataFolder: folder,
    cacheFolder: TEST_CACHE_FOLDER,
  });
  try {
    const { rows: tables } = await handle.db.execute<{ name: string }>(
      sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'spatial_ref_sys'`,
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await handle.db.execute<{ text: string }>(
        sql.raw(`select ${name}::text as text from ${name}`),
      );
      texts.push(...rows.map(({ text }) => text));
    }
    return texts.join('\n');
  } finally {
    await handle.close();
  }
}
