import { describe, expect, test } from 'vitest';
import { type AccessModel, encodePairs, type ModelPlace } from '#domain/access/access-model.ts';
import { communeFold, foldResult } from '#domain/access/fold-communes.ts';
import { openDesk, openingPlaces, tryChanges } from '#domain/access/scenario-desk.ts';
import { pairsFromRows } from '#domain/access/travel-pairs.ts';
import { VALLEY } from '#tests/support/access-model.ts';

const square = (insee: string, number: number, population: number): ModelPlace => ({
  ...{ id: `${insee} ${number}`, insee, name: insee, point: [number, 45], isInside: true },
  ...{ population, population75Plus: 1, demand: population },
});

/** Of the first commune, the larger square reaches the only site, the smaller none. */
const PLACES = [square('16001', 0, 100), square('16002', 1, 50), square('16001', 2, 300)];
const row = { places: Uint32Array.of(1, 2), tenths: Uint16Array.of(50, 50) };
const SQUARES: AccessModel = {
  ...VALLEY,
  places: PLACES,
  sites: VALLEY.sites.slice(0, 1),
  pairs: encodePairs(pairsFromRows(PLACES.length, [row])),
  candidates: null,
};

describe('scenarios reckoned by square', () => {
  test('are told by commune: its people, and the value of the mean inhabitant', () => {
    const fold = communeFold(PLACES);
    expect(fold?.communes).toMatchObject([
      { id: '16001', population: 400, population75Plus: 2, point: [2, 45] },
      { id: '16002', population: 50 },
    ]);
    const desk = openDesk(SQUARES);
    const result = tryChanges(desk, []);
    if (fold === null) throw new Error('Squares were taken for communes');
    const told = foldResult(result, fold, desk);
    const [, , large = 0] = result.before;
    expect(result.before[0]).toBe(0);
    expect(told.before[0]).toBeCloseTo(large * 0.75, 9);
    expect(told.before[1]).toBeCloseTo(large, 9);
    expect([...told.reached]).toEqual([1, 1]);
  });

  test('name a commune once among those who lose, and say it passes when its mean does', () => {
    const desk = openDesk(SQUARES);
    const site = SQUARES.sites[0]?.id ?? '';
    const result = tryChanges(desk, [{ kind: 'retire', site, profession: 'gp', fullTime: null }]);
    const fold = communeFold(PLACES);
    if (fold === null) throw new Error('Squares were taken for communes');
    const passing = { places: [2, 1], people: 350.4 };
    const losers = { places: [2, 0, 1], people: 450 };
    const told = foldResult({ ...result, losers, dropped: passing }, fold, desk);
    expect(told.losers).toEqual({ places: [0, 1], people: 450 });
    expect(told.dropped).toEqual({ places: [0, 1], people: 350 });
    expect(told.lifted).toEqual({ places: [], people: 0 });
    // A threshold between the mean of the first commune and the value of its larger square.
    const hinge = { value: (result.before[2] ?? 0) * 0.8, kind: 'threshold' as const };
    expect(foldResult(result, fold, { ...desk, hinge }).dropped.places).toEqual([1]);
  });

  test('propose a commune once for an opening, where most of its people live', () => {
    expect(openingPlaces(SQUARES).map(({ id, point }) => [id, point])).toEqual([
      ['16001', [2, 45]],
      ['16002', [1, 45]],
    ]);
  });

  test('are left as they are where places are communes', () => {
    expect(communeFold(VALLEY.places)).toBeNull();
  });
});
