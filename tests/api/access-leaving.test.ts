// Is the care that leaves with those who said so told to who was told, and to nobody else?

import { beforeEach, expect, it } from 'vitest';
import type { LeavingAnswer } from '#api/features/access/leaving-share.ts';
import type { Database } from '#db/database.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { saveDeparture } from '#db/queries/access/write-departure.ts';
import { refreshEntryProjection } from '#db/queries/directory/refresh-entry-projection.ts';
import { workspace } from '#db/schema/account.ts';
import { practice, professional } from '#db/schema/directory.ts';
import { inseeAt, PLATEAU, writePlateau } from '#tests/support/access-ground.ts';
import { openTestApp } from '#tests/support/app.ts';
import { computeAccess } from '#tests/support/compute-access.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';
import { signInAs } from '#tests/support/signed-in.ts';

const PROVENANCE = { sourceId: 'insee', asOf: '2026', confidence: 'high' } as const;
const HERE = inseeAt(3, 3);
const PATH = `/api/workspaces/ici/leaving-share?territory=${PLATEAU}`;

/** Four practise by name in one commune. */
async function writeDoctors(db: Database): Promise<void> {
  const ids = ['dr-a', 'dr-b', 'dr-c', 'dr-d'];
  await db.insert(professional).values(ids.map((id) => ({ id, name: `Nom ${id}`, ...PROVENANCE })));
  await db.insert(practice).values(
    ids.map((id) => ({
      ...{ id, professionalId: id, category: 'gp' as const, title: 'Médecin', insee: HERE },
      ...PROVENANCE,
    })),
  );
  await refreshEntryProjection(db);
}

const note = (db: Database, entryId: string, leavesOn: string) =>
  inWorkspace(db, 'ici', (tx) =>
    saveDeparture(tx, {
      ...{ workspaceId: 'ici', entryId, leavesOn, note: null, notedBy: null },
      notedAt: new Date('2026-11-20T10:00:00Z'),
    }),
  );

describeOnBoth('the care that leaves', (getDb, getHandle) => {
  beforeEach(async () => {
    await clearTables(getDb());
    await writePlateau(getDb());
    await writeDoctors(getDb());
    await getDb()
      .insert(workspace)
      .values(
        ['ici', 'ailleurs'].map((id) => ({
          ...{ id, name: id, kind: 'coordination' as const, territoryCodes: [PLATEAU] },
        })),
      );
  });

  it('is reckoned from the departures noted up to a year, told to who noted them and in nothing public', async () => {
    const db = getDb();
    const now = { date: '2026-11-24', minute: 720 };
    const site = await openTestApp({ now, database: getHandle() });
    try {
      const { headers } = await signInAs(db, { ici: 'coordinator' });
      const read = async (query = '') => {
        const answer = await site.get(`${PATH}${query}`, headers);
        expect(answer.headers.get('cache-control')).toBe('no-store');
        return { status: answer.status, told: (await answer.json()) as LeavingAnswer };
      };
      expect((await read()).told).toMatchObject({
        ...{ year: 2031, noted: 0, notedAt: null, communes: [] },
        whole: { value: null, state: 'unknown' },
      });
      await note(db, 'dr-a', '2028-06');
      await note(db, 'dr-b', '2033');
      await note(db, 'dr-parti', '2027');
      expect((await read()).status).toBe(503);

      await computeAccess(site, PLATEAU);
      const { told } = await read();
      expect(told).toMatchObject({
        ...{ noted: 2, counted: 1, elsewhere: 1, notedAt: '2026-11-20T10:00:00.000Z' },
        whole: { state: 'value' },
      });
      expect(told.communes).toHaveLength(16);
      const here = told.communes.find(({ insee }) => insee === HERE)?.value ?? 0;
      expect(here).toBeGreaterThan(0);
      expect(here).toBeLessThan(0.25);
      const later = (await read('&year=2033')).told;
      const then = later.communes.find(({ insee }) => insee === HERE)?.value;
      expect(then).toBeCloseTo(2 * here, 9);

      for (const path of ['', `/communes/${HERE}`, `/communes/${HERE}/days`, '/places.csv']) {
        const text = await (await site.get(`/api/access/${PLATEAU}${path}`)).text();
        expect(text).not.toMatch(/leav|depart[^e]|2028/);
      }
      const asked = `/api/access/${PLATEAU}/places?indicator=gp_leaving_share`;
      expect((await site.get(asked)).status).toBe(400);

      expect((await site.get(`${PATH}&year=bientôt`, headers)).status).toBe(400);
      const typo = await site.get(PATH.replace(PLATEAU, 'nulle-part'), headers);
      expect([typo.status, await typo.text()]).toEqual([
        400,
        expect.stringContaining('territory: expected an id of /api/territories'),
      ]);
    } finally {
      await site.close();
    }
  }, 60_000);

  it('is not told to another coordination, nor to who is not signed in', async () => {
    const db = getDb();
    const now = { date: '2026-11-24', minute: 720 };
    const site = await openTestApp({ now, database: getHandle() });
    try {
      await note(db, 'dr-a', '2028');
      const other = await signInAs(db, { ailleurs: 'coordinator' });
      expect((await site.get(PATH, other.headers)).status).toBe(404);
      expect((await site.get(PATH)).status).toBe(401);
      const theirs = PATH.replace('/ici/', '/ailleurs/');
      const none = (await (await site.get(theirs, other.headers)).json()) as LeavingAnswer;
      expect(none.noted).toBe(0);
    } finally {
      await site.close();
    }
  }, 60_000);
});
