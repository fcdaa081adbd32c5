import { PbfReader } from 'pbf';
import { describe, expect, test } from 'vitest';
import {
  createTileIndex,
  loadTileIndex,
  type TileFilter,
  type TileIndex,
} from '#api/runtime/tile-index.ts';
import type { TilePoint } from '#api/runtime/tiles/tile-columns.ts';
import { CATEGORIES } from '#domain/directory/directory.ts';
import { AppError } from '#domain/error.ts';
import { distanceMeters } from '#domain/geo.ts';

type Feature = { x: number; y: number; properties: Record<string, string | number | boolean> };

/** A reader of our own, from the Mapbox Vector Tile 2.1 text. */
function decode(bytes: Uint8Array): { layer: string; extent: number; features: Feature[] } {
  const layer = { name: '', extent: 0, keys: [] as string[], values: [] as never[] };
  const raw: { tags: number[]; geometry: number[] }[] = [];
  new PbfReader(bytes).readFields((tag, _, pbf) => {
    expect(tag).toBe(3);
    pbf.readMessage((field, target, inner) => {
      if (field === 1) target.name = inner.readString();
      if (field === 2) raw.push(inner.readMessage(readFeature, { tags: [], geometry: [] }));
      if (field === 3) target.keys.push(inner.readString());
      if (field === 4) inner.readMessage(readValue, target.values);
      if (field === 5) target.extent = inner.readVarint();
      if (field === 15) expect(inner.readVarint()).toBe(2);
    }, layer);
  }, undefined);
  return {
    layer: layer.name,
    extent: layer.extent,
    features: raw.map(({ tags, geometry }) => {
      expect(geometry[0]).toBe(9);
      const properties: Feature['properties'] = {};
      for (let i = 0; i < tags.length; i += 2) {
        properties[layer.keys[tags[i] ?? -1] ?? '?'] = layer.values[tags[i + 1] ?? -1] ?? '?';
      }
      return { x: (geometry[1] ?? 0) / 2, y: (geometry[2] ?? 0) / 2, properties };
    }),
  };
}

function readFeature(
  field: number,
  target: { tags: number[]; geometry: number[] },
  pbf: PbfReader,
): void {
  if (field === 2) pbf.readPackedVarint(target.tags);
  if (field === 3) expect(pbf.readVarint()).toBe(1);
  if (field === 4) pbf.readPackedVarint(target.geometry);
}

function readValue(field: number, target: unknown[], pbf: PbfReader): void {
  if (field === 1) target.push(pbf.readString());
  if (field === 5) target.push(pbf.readVarint());
  if (field === 7) target.push(pbf.readBoolean());
}

/** A small generator of numbers, the same at each run. */
function drawer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function somePoints(count: number, seed = 1): TilePoint[] {
  const draw = drawer(seed);
  return Array.from({ length: count }, (_, i) => ({
    id: `entry-${i}`,
    name: `Cabinet n° ${i} — été`,
    category: CATEGORIES[Math.floor(draw() * CATEGORIES.length)] ?? 'gp',
    needIds: [`need-${Math.floor(draw() * 45)}`, `need-${Math.floor(draw() * 45)}`],
    themes: draw() < 0.3 ? ['mobilite'] : [],
    lon: -0.4 + draw() * 0.8,
    lat: 45.2 + draw() * 0.5,
    demonstration: draw() < 0.5,
  }));
}

/** Mercator position on a square of side 1. */
function project(point: { lon: number; lat: number }): [number, number] {
  const y = Math.log(Math.tan(Math.PI / 4 + (point.lat * Math.PI) / 360));
  return [(point.lon + 180) / 360, 0.5 - y / (2 * Math.PI)];
}

function tilesOf(points: readonly TilePoint[], z: number): [number, number][] {
  const keys = points.map((point) => project(point).map((part) => Math.floor(part * 2 ** z)));
  return [...new Set(keys.map((key) => key.join('/')))].map(
    (key) => key.split('/').map(Number) as [number, number],
  );
}

function featuresOf(index: TileIndex, z: number, x: number, y: number, filter?: TileFilter) {
  const bytes = index.tile(z, x, y, filter);
  return bytes.length === 0 ? [] : decode(bytes).features;
}

const countOf = (feature: Feature): number => Number(feature.properties['count'] ?? 1);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

const FILTERS: { title: string; filter: TileFilter; passes: (point: TilePoint) => boolean }[] = [
  { title: 'no filter', filter: {}, passes: () => true },
  {
    title: 'two categories',
    filter: { categories: ['gp', 'pharmacy'] },
    passes: (point) => point.category === 'gp' || point.category === 'pharmacy',
  },
  {
    title: 'a need past the first 32',
    filter: { needIds: ['need-41'] },
    passes: (point) => point.needIds.includes('need-41'),
  },
  {
    title: 'a need, a category and a theme together',
    filter: { needIds: ['need-3', 'need-40'], categories: ['gp', 'nurse'], themes: ['mobilite'] },
    passes: (point) =>
      point.needIds.some((id) => id === 'need-3' || id === 'need-40') &&
      (point.category === 'gp' || point.category === 'nurse') &&
      point.themes?.includes('mobilite') === true,
  },
  { title: 'a need nobody meets', filter: { needIds: ['unknown'] }, passes: () => false },
];

describe('every point is counted once, at every zoom', () => {
  const points = somePoints(4_000);
  const index = createTileIndex(points);
  for (const { title, filter, passes } of FILTERS) {
    test(title, () => {
      const expected = points.filter(passes).length;
      for (const z of [0, 4, 7, 9, 12, 16]) {
        const counts = tilesOf(points, z).flatMap(([x, y]) =>
          featuresOf(index, z, x, y, filter).map(countOf),
        );
        expect({ z, total: sum(counts) }).toEqual({ z, total: expected });
      }
    });
  }
});

describe('a tile equals the one drawn by hand', () => {
  const points = somePoints(900, 7);
  const index = createTileIndex(points);

  for (const { title, filter, passes } of FILTERS) {
    test(title, () => {
      for (const z of [6, 10, 13]) {
        for (const [tileX, tileY] of tilesOf(points, z)) {
          const cells = new Map<string, Placed[]>();
          for (const point of points.filter(passes)) {
            const [x, y] = project(point).map((part) => part * 2 ** z) as [number, number];
            if (Math.floor(x) !== tileX || Math.floor(y) !== tileY) continue;
            const cell = `${Math.floor((y % 1) * 12)} ${Math.floor((x % 1) * 12)}`;
            const group = cells.get(cell) ?? [];
            group.push({ point, x: (x % 1) * 4096, y: (y % 1) * 4096 });
            cells.set(cell, group);
          }
          const drawn = featuresOf(index, z, tileX, tileY, filter);
          expect(drawn.length).toBe(joined(cells).length);
          for (const group of joined(cells)) {
            const x = sum(group.map((member) => member.x)) / group.length;
            const y = sum(group.map((member) => member.y)) / group.length;
            const near = drawn.filter((f) => Math.abs(f.x - x) < 1.1 && Math.abs(f.y - y) < 1.1);
            expect(near.map(countOf)).toContain(group.length);
            const [only] = group;
            if (group.length === 1 && only !== undefined) {
              const { id, name, category, demonstration } = only.point;
              expect(near.map((f) => f.properties)).toContainEqual({
                id,
                name,
                category,
                demonstration,
              });
            }
          }
        }
      }
    });
  }
});

type Placed = { point: TilePoint; x: number; y: number };

/** Reading order; a cell joins the first cell before it whose mean is nearer than 0.8 of a cell. */
function joined(cells: ReadonlyMap<string, readonly Placed[]>): Placed[][] {
  const groups: Placed[][] = [];
  const groupOf = new Map<string, Placed[]>();
  const mean = (group: readonly Placed[]): [number, number] => [
    sum(group.map((member) => member.x)) / group.length,
    sum(group.map((member) => member.y)) / group.length,
  ];
  for (let row = 0; row < 12; row++) {
    for (let column = 0; column < 12; column++) {
      const here = cells.get(`${row} ${column}`);
      if (here === undefined) continue;
      const before = [
        [0, -1],
        [-1, -1],
        [-1, 0],
        [-1, 1],
      ].map(([down, right]) => groupOf.get(`${row + (down ?? 0)} ${column + (right ?? 0)}`));
      const host = before.find((group) => {
        if (group === undefined) return false;
        const [[ax, ay], [bx, by]] = [mean(group), mean(here)];
        return Math.hypot(ax - bx, ay - by) < (0.8 * 4096) / 12;
      });
      if (host === undefined) groups.push([...here]);
      else host.push(...here);
      groupOf.set(`${row} ${column}`, host ?? groups.at(-1) ?? []);
    }
  }
  return groups;
}

const CLOSE_POINTS = somePoints(3_000, 9);
const CLOSE_INDEX = createTileIndex(CLOSE_POINTS);

test('marks keep apart: few stand over another', () => {
  const drawn = tilesOf(CLOSE_POINTS, 10).map(([x, y]) => featuresOf(CLOSE_INDEX, 10, x, y));
  const marks = drawn.flat().length;
  const covered = drawn.flatMap((features) =>
    features.filter((a, i) =>
      features.slice(i + 1).some((b) => Math.hypot(a.x - b.x, a.y - b.y) < (0.6 * 4096) / 12),
    ),
  ).length;
  expect(marks).toBeGreaterThan(200);
  expect(covered / marks).toBeLessThan(0.02);
});

test('a layer says its name and extent', () => {
  const index = createTileIndex(somePoints(3));
  expect(decode(index.tile(0, 0, 0))).toMatchObject({ layer: 'entries', extent: 4096 });
});

test('a cluster names its category when its points share one, and its members when close', () => {
  const twins = somePoints(2).map((point, i) => ({
    ...point,
    id: `twin-${1 - i}`,
    category: 'nurse' as const,
    lon: 0.1,
    lat: 45.4,
  }));
  const index = createTileIndex(twins);
  const [x, y] = tilesOf(twins, 14)[0] ?? [0, 0];
  expect(featuresOf(index, 14, x, y).map((feature) => feature.properties)).toEqual([
    {
      count: 2,
      category: 'nurse',
      ids: 'twin-0 twin-1',
      names: 'Cabinet n° 1 — été\nCabinet n° 0 — été',
    },
  ]);
  const mixed = createTileIndex([
    ...twins,
    { ...twins[0], id: 'other', category: 'gp' } as TilePoint,
  ]);
  expect(featuresOf(mixed, 3, 4, 2).map((feature) => feature.properties)).toEqual([{ count: 3 }]);
});

describe('counting around a point equals measuring every distance', () => {
  const points = somePoints(3_000, 17);
  const index = createTileIndex(points);
  for (const { title, filter, passes } of FILTERS) {
    test(title, () => {
      for (const radiusMeters of [800, 5_000, 12_345, 60_000, 150_000]) {
        for (const center of [
          [0, 45.4],
          [-0.41, 45.19],
          [0.3, 45.65],
          [3, 48],
        ] as const) {
          const near = points.filter(
            (point) =>
              passes(point) && distanceMeters(center, [point.lon, point.lat]) <= radiusMeters,
          ).length;
          expect(index.countWithin(center, radiusMeters, filter, 1e9)).toBe(near);
          expect(index.countWithin(center, radiusMeters, filter, 20)).toBe(Math.min(20, near));
        }
      }
    });
  }
});

test('an index without points has empty tiles', () => {
  expect(createTileIndex([]).tile(5, 3, 3)).toHaveLength(0);
});

test('patched, it draws what a new index would', () => {
  const before = somePoints(500, 3);
  const index = createTileIndex(before);
  const version = index.version();
  expect(sum(featuresOf(index, 0, 0, 0).map(countOf))).toBe(500);
  const moved = somePoints(60, 11).map((point) => ({
    ...point,
    needIds: ['brand-new', ...point.needIds],
  }));
  const added = somePoints(20, 5).map((point, i) => ({ ...point, id: `added-${i}` }));
  const removedIds = ['entry-100', 'entry-499', 'never-there'];
  index.patch({ upserted: [...moved, ...added], removedIds });

  const movedIds = new Set([...moved.map((point) => point.id), ...removedIds]);
  const after = [...before.filter((point) => !movedIds.has(point.id)), ...moved, ...added];
  const fresh = createTileIndex(after);
  expect(index.size()).toBe(after.length);
  expect(index.version()).toBeGreaterThan(version);
  for (const filter of [{}, { needIds: ['brand-new'] }, { categories: ['gp'] as const }]) {
    for (const z of [0, 8, 11]) {
      for (const [x, y] of tilesOf(after, z)) {
        const sorted = (which: TileIndex) =>
          featuresOf(which, z, x, y, filter)
            .map((f) => JSON.stringify(f))
            .sort();
        expect(sorted(index)).toEqual(sorted(fresh));
      }
    }
  }
});

test('loaded by chunks, it draws the same', async () => {
  const points = somePoints(300, 21);
  async function* chunks() {
    for (let start = 0; start < points.length; start += 70) yield points.slice(start, start + 70);
  }
  const loaded = await loadTileIndex(chunks());
  expect(loaded.size()).toBe(300);
  const whole = createTileIndex(points);
  for (const [x, y] of tilesOf(points, 9))
    expect(loaded.tile(9, x, y)).toEqual(whole.tile(9, x, y));
});

test('rebuilt, it forgets the kept tiles', () => {
  const index = createTileIndex(somePoints(50));
  expect(
    sum(featuresOf(index, 2, 1, 1).map(countOf)) + sum(featuresOf(index, 2, 2, 1).map(countOf)),
  ).toBe(50);
  index.rebuild(somePoints(10));
  expect(
    sum(featuresOf(index, 2, 1, 1).map(countOf)) + sum(featuresOf(index, 2, 2, 1).map(countOf)),
  ).toBe(10);
});

describe('bad input is named', () => {
  const index = createTileIndex([]);
  for (const [z, x, y, field] of [
    [17, 0, 0, 'z'],
    [-1, 0, 0, 'z'],
    [1.5, 0, 0, 'z'],
    [3, 8, 0, 'x'],
    [3, 0, -1, 'y'],
    [3, Number.NaN, 0, 'x'],
  ] as const) {
    test(`tile ${z}/${x}/${y}`, () => {
      const fault = faultOf(() => index.tile(z, x, y));
      expect(fault.code).toBe('bad_request');
      expect(fault.details.map((detail) => detail.field)).toEqual([field]);
    });
  }

  test('a point off the map', () => {
    const [point] = somePoints(1);
    const fault = faultOf(() => createTileIndex([{ ...point, lat: 91 } as TilePoint]));
    expect(fault.code).toBe('bad_import');
    expect(fault.message).toContain('entry-0');
  });

  test('an unknown category', () => {
    const [point] = somePoints(1);
    const fault = faultOf(() =>
      createTileIndex([{ ...point, category: 'x' } as unknown as TilePoint]),
    );
    expect(fault.message).toContain('“x”');
  });
});

function faultOf(act: () => unknown): AppError {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('Expected an error.');
}

test('a hundred thousand points take little room and time', () => {
  const index = createTileIndex(somePoints(100_000));
  const textBytes = sum(somePoints(100_000).map((p) => Buffer.byteLength(p.id + p.name)));
  expect(index.bytes() - textBytes).toBeLessThanOrEqual(100_000 * 26);
});
