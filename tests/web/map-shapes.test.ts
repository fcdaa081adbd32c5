import { describe, expect, test } from 'vitest';
import type { LonLat } from '#domain/geo.ts';
import { boundsOf, readCommuneShapes, type ShapesDocument } from '#web/map/commune-shapes.ts';
import { entryFeatures, focusFeatures, legFeatures } from '#web/map/map-features.ts';
import { mapStyle } from '#web/map/map-style.ts';
import type { MapEntry } from '#web/map/map-types.ts';

/** A square of side 1 with its south-west corner at `corner`. */
function square(
  insee: string,
  [lon, lat]: LonLat,
  epciSiren: string,
): ShapesDocument['features'][0] {
  const corners = [
    [lon, lat],
    [lon + 1, lat],
    [lon + 1, lat + 1],
    [lon, lat + 1],
    [lon, lat],
  ];
  return {
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [corners] },
    properties: { insee, name: `Commune ${insee}`, population: 100, epciSiren },
  };
}

/** Two squares side by side, one above the first. */
const DOCUMENT: ShapesDocument = {
  type: 'FeatureCollection',
  shapeKind: 'schematic',
  features: [
    square('16001', [0, 45], 'b'),
    square('16002', [1, 45], 'b'),
    square('16003', [0, 46], 'a'),
  ],
};

describe('communes', () => {
  const shapes = readCommuneShapes(DOCUMENT);

  test('touching communes share no outer line', () => {
    const [outline] = shapes.outline.features;
    expect(outline?.geometry.coordinates).toHaveLength(8);
    const [pair] = shapes.outlineOf(new Set(['16001', '16002'])).features;
    expect(pair?.geometry.coordinates).toHaveLength(6);
    expect(shapes.outlineOf(new Set(['99999'])).features[0]?.geometry.coordinates).toEqual([]);
  });

  test('communities have two tones', () => {
    expect(shapes.cells.features.map(({ properties }) => properties)).toEqual([
      { insee: '16001', tone: 1 },
      { insee: '16002', tone: 1 },
      { insee: '16003', tone: 0 },
    ]);
  });

  test('without communities, communes that touch differ', () => {
    const alone = DOCUMENT.features.map((feature) => ({
      ...feature,
      properties: { ...feature.properties, epciSiren: null },
    }));
    const { cells } = readCommuneShapes({ ...DOCUMENT, features: alone });
    expect(cells.features.map(({ properties }) => properties['tone'])).toEqual([0, 1, 1]);
  });

  test('the nearest name is found, and the box of some', () => {
    expect(shapes.nearest([1.4, 45.2])).toBe('Commune 16002');
    expect(shapes.bounds).toEqual([0, 45, 2, 47]);
    expect(shapes.boundsOf(['16002'])).toEqual([1, 45, 2, 46]);
    expect(shapes.boundsOf(['99999'])).toBeNull();
  });

  test('a name stands where it is said to, else in the middle', () => {
    const [first, second, third] = DOCUMENT.features;
    if (first === undefined || second === undefined || third === undefined) throw new Error('3');
    const named = { ...first, properties: { ...first.properties, label: [0.1, 45.9] as const } };
    const { names } = readCommuneShapes({ ...DOCUMENT, features: [named, second] });
    expect(names.features.map((feature) => feature.geometry.coordinates)).toEqual([
      [0.1, 45.9],
      [1.5, 45.5],
    ]);
  });

  test('official contours are not called schematic', () => {
    expect(shapes.schematic).toBe(true);
    expect(readCommuneShapes({ ...DOCUMENT, shapeKind: 'official' }).schematic).toBe(false);
  });
});

test('a box around nothing is no box', () => {
  expect(boundsOf([])).toBeNull();
  expect(boundsOf([[0.5, 45]])).toEqual([0.5, 45, 0.5, 45]);
});

describe('what is drawn', () => {
  const entries: MapEntry[] = [
    { id: 'a', name: 'A', category: 'gp', point: [0, 45] },
    { id: 'b', name: 'B', category: 'nurse', point: [1, 45], approximate: true },
  ];

  test('an entry known to its commune only says so', () => {
    const drawn = entryFeatures(entries).features.map(
      ({ properties }) => properties['approximate'],
    );
    expect(drawn).toEqual([false, true]);
  });

  test('the chosen entry wins over the one under the pointer', () => {
    const roles = (selected: string | null, hovered: string | null) =>
      focusFeatures(entries, selected, hovered).features.map(({ properties }) => [
        properties['id'],
        properties['role'],
      ]);
    expect(roles(null, null)).toEqual([]);
    expect(roles('a', 'a')).toEqual([['a', 'selected']]);
    expect(roles('b', 'a')).toEqual([
      ['a', 'hovered'],
      ['b', 'selected'],
    ]);
    expect(roles('elsewhere', null)).toEqual([]);
  });

  test('a leg without a path has no line', () => {
    expect(legFeatures([{ mode: 'walk', path: [[0, 45]] }]).features).toEqual([]);
  });
});

describe('the style', () => {
  const choice = {
    theme: 'light',
    fontUrl: '/face.woff2',
    tilesUrl: null,
    tileLook: 'none',
  } as const;

  test('asks for nothing outside unless a background is configured', () => {
    const style = mapStyle({ ...choice, baseMap: null });
    expect(JSON.stringify(style)).not.toContain('://');
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
  });

  test('draws a configured background under our lines, and paper no longer covers it', () => {
    const url = 'https://example.org/{z}/{x}/{y}.png';
    const style = mapStyle({ ...choice, baseMap: { kind: 'ign', url, attribution: 'IGN' } });
    const names = style.layers.map((layer) => layer.id);
    expect(names.indexOf('base')).toBeGreaterThan(names.indexOf('communes'));
    expect(names.indexOf('base')).toBeLessThan(names.indexOf('hairlines'));
    expect(style.sources['base']).toMatchObject({ tiles: [url] });
  });

  test('every layer reads a source the style has', () => {
    for (const tileLook of ['none', 'all', 'quiet'] as const) {
      const tilesUrl = tileLook === 'none' ? null : '/tiles/{z}/{x}/{y}';
      const style = mapStyle({ ...choice, tilesUrl, tileLook, baseMap: null });
      for (const layer of style.layers) {
        if ('source' in layer) expect(Object.keys(style.sources)).toContain(layer.source);
      }
      expect(new Set(style.layers.map((layer) => layer.id)).size).toBe(style.layers.length);
    }
  });
});
