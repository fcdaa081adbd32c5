// Are people who practise named to a coordination alone, and kept nowhere on the way?

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { refreshEntryProjection } from '#db/queries/directory/refresh-entry-projection.ts';
import { workspace } from '#db/schema/account.ts';
import { practice, professional } from '#db/schema/directory.ts';
import type { AccessModel } from '#domain/access/access-model.ts';
import { inseeAt, PLATEAU, writePlateau } from '#tests/support/access-ground.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { computeAccess } from '#tests/support/compute-access.ts';
import { signInAs } from '#tests/support/signed-in.ts';

const PROVENANCE = { sourceId: 'insee', asOf: '2026', confidence: 'high' } as const;
const HERE = inseeAt(3, 3);
const NAMED = `access-model?territory=${PLATEAU}&profession=gp`;
let site: TestApp;

async function write(db: Database): Promise<void> {
  await writePlateau(db);
  const ids = ['dr-a', 'dr-b'];
  await db.insert(professional).values(ids.map((id) => ({ id, name: `Nom ${id}`, ...PROVENANCE })));
  await db.insert(practice).values(
    ids.map((id) => ({
      ...{ id, professionalId: id, category: 'gp' as const, title: 'Médecin', insee: HERE },
      ...PROVENANCE,
    })),
  );
  await refreshEntryProjection(db);
  await db.insert(workspace).values([
    { id: 'ici', name: 'Ici', kind: 'coordination', territoryCodes: [PLATEAU] },
    { id: 'bus', name: 'Bus', kind: 'carrier', territoryCodes: [] },
  ]);
}

beforeAll(async () => {
  site = await openTestApp({ now: { date: '2026-11-24', minute: 720 }, write });
  await computeAccess(site, PLATEAU);
}, 60_000);
afterAll(() => site.close());

test('everybody reads how much care a place has, and the name nor the id of nobody, signed in or not', async () => {
  const { headers } = await signInAs(site.database.db, { ici: 'coordinator' });
  for (const asked of [{}, headers]) {
    const answer = await site.get(`/api/access/${PLATEAU}/model?profession=gp`, asked);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    const text = await answer.text();
    expect(text).not.toMatch(/Nom dr|"dr-/);
    const model = JSON.parse(text) as AccessModel;
    expect(model.sites.length).toBeGreaterThan(1);
    expect(model.sites.filter(({ supply }) => supply > 0)).toHaveLength(model.sites.length);
  }
});

test('a coordination reads the same model with their names, and nothing on the way keeps it', async () => {
  const { headers } = await signInAs(site.database.db, { ici: 'coordinator' });
  const answer = await site.get(`/api/workspaces/ici/${NAMED}`, headers);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(answer.headers.get('etag')).toBeNull();
  const named = (await answer.json()) as AccessModel;
  expect(
    named.sites.flatMap(({ practitioners }) => practitioners.map(({ name }) => name)).toSorted(),
  ).toEqual(['Nom dr-a', 'Nom dr-b']);
  const known = await site.get(`/api/access/${PLATEAU}/model?profession=gp`);
  const open = (await known.json()) as AccessModel;
  expect(open).toEqual({
    ...named,
    sites: named.sites.map((each) => ({ ...each, practitioners: [] })),
  });
});

test('who keeps no scenario, or nothing here, is refused', async () => {
  const { headers } = await signInAs(site.database.db, { bus: 'admin' });
  expect((await site.get(`/api/workspaces/bus/${NAMED}`, headers)).status).toBe(403);
  expect((await site.get(`/api/workspaces/ici/${NAMED}`, headers)).status).toBe(404);
  expect((await site.get(`/api/workspaces/ici/${NAMED}`)).status).toBe(401);
});
