// Does a coordination keep its scenarios and the departures it was told of, and nobody else read them?

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inWorkspace } from '#db/in-workspace.ts';
import type { KeptDeparture, KeptScenario } from '#domain/access/kept-scenario.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { addWorkspace, type SignedIn, signInAs } from '#tests/support/signed-in.ts';
import { TERRITORY } from '#tests/support/small-territory.ts';
import {
  type Ask,
  asker,
  signInPeople,
  writeOrganizations,
} from '#tests/support/workspace-site.ts';

const KEPT = '/workspaces/cls/scenarios';
const TOLD = '/workspaces/cls/departures';
const SCENARIO = {
  name: 'Un départ',
  territoryCode: TERRITORY,
  changes: [{ kind: 'retire', site: 'gp-ouvert', profession: 'gp', fullTime: 1 }],
  vintage: 'abc123',
};

let site: TestApp;
let ask: Ask;
let coordinator: SignedIn;
let neighbour: SignedIn;

beforeAll(async () => {
  site = await openTestApp({
    now: { date: '2026-11-24', minute: 720 },
    write: async (db) => {
      await writeOrganizations(db);
      for (const id of ['cls', 'voisin']) {
        await addWorkspace(db, id, { kind: 'coordination', territoryCodes: [TERRITORY] });
      }
    },
  });
  const { db } = site.database;
  coordinator = await signInAs(db, { cls: 'coordinator' }, { name: 'Claire Coordonne' });
  neighbour = await signInAs(db, { voisin: 'coordinator' });
  const plain = asker(site, await signInPeople(db));
  ask = (method, path, options) => plain(method, path, { as: coordinator, ...options });
});
afterAll(() => site.close());

describe('the scenarios a coordination keeps', () => {
  test('are kept once however often they are sent, said otherwise, and thrown away', async () => {
    const first = await ask<KeptScenario>('POST', KEPT, { body: SCENARIO, key: 'k1' });
    const again = await ask<KeptScenario>('POST', KEPT, { body: SCENARIO, key: 'k1' });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    const list = await ask<KeptScenario[]>('GET', KEPT);
    expect(list.body).toEqual([first.body]);
    expect(list.headers.get('cache-control')).toBe('no-store');

    const path = `${KEPT}/${first.body.id}`;
    const renamed = await ask<KeptScenario>('PUT', path, {
      body: { ...SCENARIO, name: 'Deux départs' },
      etag: first.etag,
    });
    expect([renamed.status, renamed.body.name, renamed.etag]).toEqual([200, 'Deux départs', '"2"']);
    const late = await ask<{ current: KeptScenario }>('PUT', path, {
      body: SCENARIO,
      etag: first.etag,
    });
    expect([late.status, late.body.current.name]).toEqual([412, 'Deux départs']);
    expect((await ask('DELETE', path)).status).toBe(428);
    expect((await ask('DELETE', path, { etag: renamed.etag })).status).toBe(204);
    expect((await ask<KeptScenario[]>('GET', KEPT)).body).toEqual([]);
  });

  test('are refused with the field at fault', async () => {
    const wrong = await ask<{ detail: string }>('POST', KEPT, {
      body: {
        ...SCENARIO,
        changes: [{ kind: 'retire', site: '', profession: 'gp', fullTime: -1 }],
      },
    });
    expect(wrong.status).toBe(400);
    expect(wrong.body.detail).toContain('changes[0].site: expected a text of 1 to 80 characters');
    const nowhere = await ask('POST', KEPT, { body: { ...SCENARIO, territoryCode: 'ailleurs' } });
    expect(nowhere.status).toBe(400);
    expect((await ask('POST', KEPT, { body: { ...SCENARIO, name: '  ' } })).status).toBe(400);
  });

  test('are seen by nobody else, the database itself refusing', async () => {
    const kept = await ask<KeptScenario>('POST', KEPT, { body: SCENARIO });
    const theirs = `/workspaces/voisin/scenarios/${kept.body.id}`;
    const stolen = await ask('DELETE', theirs, { etag: kept.etag, as: neighbour });
    expect(stolen.status).toBe(404);
    expect((await ask('GET', KEPT, { as: neighbour })).status).toBe(404);
    const { rows } = await inWorkspace(site.database.db, 'voisin', (tx) =>
      tx.execute<{ count: string }>(sql`select count(*) from access_scenario`),
    );
    expect(Number(rows[0]?.count)).toBe(0);
    await expect(
      inWorkspace(site.database.db, 'voisin', (tx) =>
        tx.execute(sql`update access_scenario set workspace_id = 'voisin' returning id`),
      ),
    ).resolves.toMatchObject({ rows: [] });
  });
});

describe('the departures a coordination was told of', () => {
  test('are noted by name, said otherwise by who read them, and taken out', async () => {
    const path = `${TOLD}/gp-ouvert`;
    const said = { leavesOn: '2027-06', note: 'Dit en réunion' };
    const noted = await ask<KeptDeparture[]>('PUT', path, { body: said, etag: '"0"' });
    expect(noted.status).toBe(200);
    expect(noted.body).toEqual([
      expect.objectContaining({ entryId: 'gp-ouvert', notedBy: 'Claire Coordonne', ...said }),
    ]);
    expect(noted.body[0]?.entryName).toEqual(expect.any(String));
    expect((await ask('PUT', path, { body: said, etag: '"0"' })).status).toBe(412);
    const etag = noted.body[0]?.etag ?? '';
    expect((await ask('DELETE', path, { etag })).status).toBe(204);
    expect((await ask<KeptDeparture[]>('GET', TOLD)).body).toEqual([]);
  });

  test('leave in the history neither a name nor a date', async () => {
    const { rows } = await site.database.db.execute<{ text: string }>(
      sql`select e::text as text from audit_entry e where subject_kind = 'departure'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/gp-ouvert|2027|réunion/);
  });

  test('are refused of people nobody knows, and on days that are none', async () => {
    const body = { leavesOn: '2027', note: null };
    const etag = '"0"';
    expect((await ask('PUT', `${TOLD}/personne`, { body, etag })).status).toBe(400);
    for (const leavesOn of ['bientôt', '27', '2027-13', '1999']) {
      const wrong = await ask('PUT', `${TOLD}/gp-ouvert`, { body: { leavesOn, note: null }, etag });
      expect(wrong.status).toBe(400);
    }
  });
});
