// On both databases: are marks of imported lines kept by their organization only, found again, and told gone?

import { beforeEach, expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { findLine } from '#db/queries/transport/find-line.ts';
import { findMarkTarget } from '#db/queries/transport/find-mark-target.ts';
import { listLines } from '#db/queries/transport/list-lines.ts';
import { listMarkedLines } from '#db/queries/transport/list-marked-lines.ts';
import { lineMarksQuery, loadLineMarks } from '#db/queries/transport/load-line-marks.ts';
import { listOverlays } from '#db/queries/workspace/list-overlays.ts';
import {
  deleteOverlay,
  insertOverlay,
  updateOverlay,
} from '#db/queries/workspace/write-overlay.ts';
import { workspace } from '#db/schema/account.ts';
import { feed } from '#db/schema/feed.ts';
import { source } from '#db/schema/provenance.ts';
import type { OverlayTarget } from '#domain/transport/line-overlay.ts';
import { importBytes } from '#tests/seeds/gtfs-importing.ts';
import { zipOf } from '#tests/seeds/gtfs-zip.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';
import { localFiles } from '#tests/support/local-feed.ts';
import { TERRITORY, writeSmallTerritory } from '#tests/support/small-territory.ts';

const AT = new Date('2026-11-24T10:00:00Z');
const REACH = { territoryCodes: [TERRITORY], names: [] };

function row(target: OverlayTarget, targetId: string, workspaceId = 'ours') {
  return {
    id: `${workspaceId}-${targetId}`,
    workspaceId,
    feedId: 'car',
    target,
    targetId,
    mark: { kind: 'school_only', label: `Ligne ${targetId}`, saidOn: '2026-11-24' } as const,
    note: '',
    createdAt: AT,
    createdBy: null,
  };
}

async function refused(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error ? cause.message : '';
}

describeOnBoth('marks of imported lines', (getDb, getHandle) => {
  const add = (...rows: ReturnType<typeof row>[]) =>
    inWorkspace(getDb(), 'ours', async (tx: Database) => {
      for (const each of rows) expect(await insertOverlay(tx, each)).toBe(true);
    });

  beforeEach(async () => {
    await clearTables(getDb());
    await writeSmallTerritory(getDb());
    for (const id of ['ours', 'theirs']) {
      await getDb().insert(workspace).values({ id, name: id, kind: 'carrier', territoryCodes: [] });
    }
    const report = await importBytes(getHandle(), zipOf(localFiles()));
    expect(report.status).toBe('done');
  });

  test('are seen and changed by their organization only, and read by the planner from all', async () => {
    await add(row('route', 'R'), row('trip', 'r1'), row('stop', 'AU'));
    const inside = (id: string) => inWorkspace(getDb(), id, (tx) => listOverlays(tx));
    expect((await inside('ours')).map(({ id }) => id)).toEqual(['ours-R', 'ours-r1', 'ours-AU']);
    expect(await inside('theirs')).toEqual([]);
    const written = inWorkspace(getDb(), 'theirs', (tx) => insertOverlay(tx, row('stop', 'MO')));
    expect(await refused(written)).toMatch(/row-level security/);
    await inWorkspace(getDb(), 'theirs', async (tx) => {
      await deleteOverlay(tx, 'ours-R');
      await updateOverlay(tx, 'ours-r1', { mark: row('trip', 'r1').mark, note: 'Changé' });
    });
    const all = await loadLineMarks(getDb());
    expect(all.map(({ id, kind, note, saidBy }) => [id, kind, note, saidBy])).toEqual(
      ['ours-AU', 'ours-R', 'ours-r1'].map((id) => [id, 'school_only', '', 'ours']),
    );
    expect(all[0]).not.toHaveProperty('label');
  });

  test('are one for a target and an organization', async () => {
    await add(row('route', 'R'));
    const again = inWorkspace(getDb(), 'ours', (tx) =>
      insertOverlay(tx, { ...row('route', 'R'), id: 'again' }),
    );
    expect(await again).toBe(false);
  });

  test('say which lines they are about: a stop is of each that calls there', async () => {
    await add(row('route', 'R'), row('trip', 'r2'), row('stop', 'L1'), row('route', 'gone'));
    const lines = await listMarkedLines(getDb());
    expect(
      lines.map(({ markId, routeId, departSeconds, stopName, ends }) => [
        markId,
        routeId,
        departSeconds,
        stopName,
        ends.length,
      ]),
    ).toEqual([
      ['ours-L1', 'Q', null, 'Loin', 2],
      ['ours-L1', 'T', null, 'Loin', 2],
      ['ours-R', 'R', null, null, 2],
      ['ours-r2', 'R', 12 * 3600, null, 2],
    ]);
  });

  test('are kept by imports, and told gone since the one that left their line out', async () => {
    await add(row('route', 'R'));
    const without = (version: number) => {
      const files = localFiles();
      const rename = (text = '') => text.replaceAll('R,', `N${version},`);
      const [routes, trips] = [files['routes.txt'], files['trips.txt']];
      return zipOf({ ...files, 'routes.txt': rename(routes), 'trips.txt': rename(trips) });
    };
    const held = async () => {
      const [one] = await inWorkspace(getDb(), 'ours', (tx) => listOverlays(tx));
      return [one?.isHeld, one?.goneSince?.toISOString() ?? null, one?.shortName];
    };
    expect(await held()).toEqual([true, null, '13']);
    await importBytes(getHandle(), without(1), 'car.zip', 48);
    await importBytes(getHandle(), without(2), 'car.zip', 72);
    expect(await held()).toEqual([false, '2026-11-24T08:00:00.000Z', null]);
    // The versions that held it are put away: then it is gone since it was last heard of.
    for (const hours of [96, 120]) {
      await importBytes(getHandle(), without(hours), 'car.zip', hours);
    }
    expect((await held())[0]).toBe(false);
    await importBytes(getHandle(), zipOf(localFiles()), 'car.zip', 144);
    expect(await held()).toEqual([true, null, '13']);
  });

  test('find their trip again when an edition names trips anew', async () => {
    const trip = { routeId: 'R', headsign: null, shortName: null, departSeconds: 12 * 3600 };
    const { mark, ...rest } = row('trip', 'r2');
    await add({ ...rest, mark: { ...mark, trip } } as ReturnType<typeof row>);
    const files = localFiles();
    const again = (text = '') => text.replaceAll('r2', 'hiver-7');
    await importBytes(
      getHandle(),
      zipOf({
        ...files,
        'trips.txt': again(files['trips.txt']),
        'stop_times.txt': again(files['stop_times.txt']),
      }),
      'car.zip',
      48,
    );
    const [held] = await inWorkspace(getDb(), 'ours', (tx) => listOverlays(tx));
    expect(held).toMatchObject({ isHeld: true, goneSince: null, routeId: 'R' });
    expect(await listMarkedLines(getDb())).toMatchObject([
      { markId: 'ours-r2', routeId: 'R', departSeconds: 12 * 3600 },
    ]);
    const [loaded] = await loadLineMarks(getDb());
    expect(loaded?.trip).toEqual(trip);
  });

  test('may be made on lines of the territory and of the agency, not on those an organization keeps', async () => {
    const routes = async (names: string[] = []) => {
      const reach = { ...REACH, names };
      const found = await listLines(getDb(), reach, { words: '', limit: 10 });
      return found.map(({ routeId }) => routeId);
    };
    expect(await routes()).toEqual(['R']);
    expect(await routes(['ASSOCIATION MOSC'])).toEqual(['Q', 'R']);
    const line = { feedId: 'car', routeId: 'R' };
    expect((await findLine(getDb(), REACH, line))?.trips).toHaveLength(3);
    const about = { feedId: 'car', target: 'stop', targetId: 'L1' } as const;
    expect(await findMarkTarget(getDb(), REACH, about)).toMatchObject({
      stopName: 'Loin',
      isInReach: false,
    });
    expect(await findMarkTarget(getDb(), REACH, { ...about, targetId: 'X' })).toBeNull();
    const kept = { id: 'workspace:ours', name: 'Nous', publisher: 'Nous' };
    await getDb().insert(source).values(kept);
    await getDb().update(feed).set({ sourceId: kept.id });
    expect(await routes(['ASSOCIATION MOSC'])).toEqual([]);
  });

  test('are loaded by one statement', () => {
    expect(lineMarksQuery(getDb()).toSQL().sql).toMatchInlineSnapshot(
      `"select "line_overlay"."id", "line_overlay"."feed_id", "line_overlay"."target", "line_overlay"."target_id", "line_overlay"."mark", "line_overlay"."note", "workspace"."name" from "line_overlay" inner join "workspace" on "workspace"."id" = "line_overlay"."workspace_id" order by "line_overlay"."id" asc"`,
    );
  });
});
