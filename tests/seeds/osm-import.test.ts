import { asc, count, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Database, DatabaseHandle } from '#db/database.ts';
import {
  activeRoadGraphQuery,
  loadRoadGraph,
  roadGraphChunkQuery,
} from '#db/queries/journey/load-road-graph.ts';
import { source } from '#db/schema/provenance.ts';
import { roadGraph, roadGraphChunk } from '#db/schema/roads.ts';
import { decodeRoadGraph } from '#domain/journey/road-binary.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { runImport } from '#seeds/pipeline/run-import.ts';
import type { Progress } from '#seeds/pipeline/source.ts';
import { buildGraph } from '#seeds/sources/osm/build-graph.ts';
import { osmSource } from '#seeds/sources/osm/source.ts';
import { type OsmNode, type OsmWay, pbfOf } from '#tests/seeds/osm-pbf.ts';
import { clearTables, describeOnBoth, sqlText } from '#tests/support/database.ts';

const NOW = Date.UTC(2026, 10, 22, 8);

function importBytes(
  handle: DatabaseHandle,
  bytes: Buffer,
  { hours = 0, dryRun = false, accept = [] as string[] } = {},
) {
  const said: Progress[] = [];
  const now = NOW + hours * 3_600_000;
  const options = {
    territoryCodes: [],
    feedId: null,
    asOf: null,
    now: new Date(now),
    accept,
    onProgress: (progress: Progress) => said.push(progress),
  };
  const file = memoryFile('corse.osm.pbf', bytes);
  return runImport(handle, osmSource, file, options, { dryRun, clock: () => now }).then(
    (report) => ({ ...report, said }),
  );
}

/** A street of so many crossings, each with a lane; roads apart from it; nodes left out. */
function streetOf(crossings: number, { apart = 0, missing = 0 } = {}): Buffer {
  const nodes: OsmNode[] = [];
  const ways: OsmWay[] = [];
  const tags = { highway: 'residential' };
  const street: number[] = [];
  for (let i = 0; i < crossings; i++) {
    nodes.push(
      { id: 2 * i + 1, lon: i / 1000, lat: 45 },
      { id: 2 * i + 2, lon: i / 1000, lat: 45.001 },
    );
    street.push(2 * i + 1);
    ways.push({ id: i + 1, nodes: [2 * i + 1, 2 * i + 2], tags });
  }
  ways.push({ id: crossings + 1, nodes: street, tags });
  for (let i = 0; i < apart; i++) {
    const id = 100_000 + 2 * i;
    nodes.push({ id, lon: i, lat: 46 }, { id: id + 1, lon: i, lat: 46.01 });
    ways.push({ id, nodes: [id, id + 1], tags });
  }
  for (let i = 0; i < missing; i++) ways.push({ id: 200_000 + i, nodes: [1, 200_000 + i], tags });
  return pbfOf([{ nodes }, { ways }], { editedOn: '2026-11-20T00:00:00Z' });
}

const graphsOf = (db: Database) =>
  db
    .select({ active: roadGraph.active, junctions: roadGraph.junctionCount })
    .from(roadGraph)
    .orderBy(asc(roadGraph.id));

const loadedJunctions = async (db: Database): Promise<number | null> => {
  const loaded = await loadRoadGraph(db);
  return loaded === null ? null : decodeRoadGraph(loaded.bytes).junctionCount;
};

describeOnBoth('OpenStreetMap import', (getDb, getHandle) => {
  beforeEach(async () => {
    await clearTables(getDb());
  });

  test('what was imported is what is loaded', async () => {
    expect(await loadRoadGraph(getDb())).toBeNull();
    const bytes = streetOf(5);
    const report = await importBytes(getHandle(), bytes);
    expect(report).toMatchObject({
      status: 'done',
      licence: 'ODbL 1.0',
      read: { readCount: 6, keptCount: 6, asOf: '2026-11-20' },
      counts: { carrefours: 8, tronçons: 7 },
    });
    const readings = report.said.filter(({ done }) => done === bytes.length);
    expect(readings).toEqual([
      { step: 'routes', done: bytes.length, total: bytes.length },
      { step: 'points des routes', done: bytes.length, total: bytes.length },
    ]);
    const loaded = await loadRoadGraph(getDb());
    const { graph } = await buildGraph(memoryFile('f', bytes), null);
    expect(loaded).toMatchObject({
      sourceId: 'osm',
      asOf: '2026-11-20',
      importedAt: new Date(NOW),
    });
    expect(decodeRoadGraph(loaded?.bytes ?? new ArrayBuffer(0))).toEqual(graph);
    const [origin] = await getDb().select().from(source).where(eq(source.id, 'osm'));
    expect(origin).toMatchObject({
      publisher: '© les contributeurs d’OpenStreetMap',
      url: 'https://www.openstreetmap.org/copyright',
      date: '2026-11-20',
    });
  });

  test('the same file twice changes nothing', async () => {
    await importBytes(getHandle(), streetOf(5));
    const before = await getDb().select().from(roadGraph);
    expect((await importBytes(getHandle(), streetOf(5), { hours: 1 })).status).toBe('unchanged');
    expect(await getDb().select().from(roadGraph)).toEqual(before);
  });

  test('a newer file takes the place of the older, and three are kept', async () => {
    for (let edition = 0; edition < 5; edition++) {
      await importBytes(getHandle(), streetOf(5 + edition), { hours: edition });
      expect(await loadedJunctions(getDb())).toBe(8 + 2 * edition);
    }
    expect(await graphsOf(getDb())).toEqual([
      { active: false, junctions: 12 },
      { active: false, junctions: 14 },
      { active: true, junctions: 16 },
    ]);
    const [chunks] = await getDb().select({ all: count() }).from(roadGraphChunk);
    expect(chunks?.all).toBe(3);
  });

  test('an older file comes back into use, once', async () => {
    await importBytes(getHandle(), streetOf(5));
    await importBytes(getHandle(), streetOf(6), { hours: 1 });
    expect((await importBytes(getHandle(), streetOf(5), { hours: 2 })).status).toBe('done');
    expect(await graphsOf(getDb())).toEqual([
      { active: false, junctions: 10 },
      { active: true, junctions: 8 },
    ]);
  });

  test('roads of several pieces come back whole', async () => {
    const crossings = 80_000;
    await importBytes(getHandle(), streetOf(crossings));
    const [chunks] = await getDb().select({ all: count() }).from(roadGraphChunk);
    expect(chunks?.all).toBeGreaterThan(1);
    expect(await loadedJunctions(getDb())).toBe(2 * crossings - 2);
  });

  test('a dry run and a refused file leave the roads in use', async () => {
    await importBytes(getHandle(), streetOf(5));
    const tried = await importBytes(getHandle(), streetOf(6), { dryRun: true, hours: 1 });
    expect(tried.status).toBe('dry_run');
    await expect(importBytes(getHandle(), Buffer.from('<html>'), { hours: 2 })).rejects.toThrow(
      '« corse.osm.pbf » : attendu un extrait OpenStreetMap au format .osm.pbf ; reçu une page web (HTML).',
    );
    await expect(
      importBytes(getHandle(), pbfOf([{ nodes: [{ id: 1, lon: 0, lat: 45 }] }]), { hours: 3 }),
    ).rejects.toThrow('attendu des routes, reçu aucune');
    expect(await graphsOf(getDb())).toEqual([{ active: true, junctions: 8 }]);
  });

  test.each([
    ['reseau', streetOf(5, { apart: 8 }), '33 % des carrefours'],
    ['points', streetOf(5, { missing: 2 }), '2 absents sur 12'],
  ])(
    'the guard « %s » refuses a doubtful file, unless it is waived',
    async (guard, bytes, detail) => {
      const refused = await importBytes(getHandle(), bytes);
      expect(refused.status).toBe('failed');
      expect(refused.checks.find((check) => check.guard === guard)).toMatchObject({
        passed: false,
      });
      expect(refused.checks.find((check) => check.guard === guard)?.detail).toContain(detail);
      expect(await loadedJunctions(getDb())).toBeNull();
      const waived = await importBytes(getHandle(), bytes, { accept: [guard], hours: 1 });
      expect(waived.status).toBe('done');
    },
  );

  test('a piece missing is said, not served', async () => {
    await importBytes(getHandle(), streetOf(5));
    await getDb().delete(roadGraphChunk);
    await expect(loadRoadGraph(getDb())).rejects.toThrow(/Graphe routier n° \d+ incomplet/);
  });

  test('the statements', () => {
    expect(sqlText(activeRoadGraphQuery(getDb()))).toMatchInlineSnapshot(
      `"select "id", "source_id", "as_of", "imported_at", "byte_count" from "road_graph" where "road_graph"."active" = $1 order by "road_graph"."id" asc"`,
    );
    expect(sqlText(roadGraphChunkQuery(getDb(), 1, 0))).toMatchInlineSnapshot(
      `"select "bytes" from "road_graph_chunk" where ("road_graph_chunk"."graph_id" = $1 and "road_graph_chunk"."position" = $2)"`,
    );
  });
});
