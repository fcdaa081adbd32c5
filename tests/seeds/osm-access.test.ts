import { describe, expect, test } from 'vitest';
import { FERRY_FLAG, paceOf } from '#domain/journey/road-graph.ts';
import { build, EAST_METERS, minutes, pointOf, RESIDENTIAL } from '#tests/seeds/osm-drawn.ts';
import { nearestJunction, secondsFrom } from '#tests/seeds/osm-search.ts';

describe('who goes where', () => {
  test('a roundabout turns one way', async () => {
    const built = await build([
      ['b0 c1 b2 a1 b0', { highway: 'primary', junction: 'roundabout' }],
      ['b0 c0', RESIDENTIAL],
      ['b2 c2', RESIDENTIAL],
      ['a1 a2', RESIDENTIAL],
    ]);
    const there = await minutes(built, 'car', 'c0', 'c2');
    const back = await minutes(built, 'car', 'c2', 'c0');
    expect(Number.isFinite(there) && Number.isFinite(back)).toBe(true);
    const [toA, fromA] = [
      await minutes(built, 'car', 'c0', 'a2'),
      await minutes(built, 'car', 'a2', 'c0'),
    ];
    expect(toA - fromA).toBeGreaterThan(2);
  });

  test('searching backwards takes the same streets the other way', async () => {
    const { graph } = await build([
      ['a0 b0 c0', RESIDENTIAL],
      ['c0 c1 b1 a1 a0', { ...RESIDENTIAL, oneway: 'yes' }],
      ['b0 b1', { ...RESIDENTIAL, oneway: '-1' }],
    ]);
    for (let goal = 0; goal < graph.junctionCount; goal++) {
      const toGoal = secondsFrom(graph, 'car', goal, true);
      for (let start = 0; start < graph.junctionCount; start++) {
        expect(toGoal[start]).toBeCloseTo(secondsFrom(graph, 'car', start)[goal] ?? Number.NaN, 6);
      }
    }
  });

  test('a private road, a closed road and what is no road are not there', async () => {
    const built = await build([
      ['a0 b0', RESIDENTIAL],
      ['b0 c0', { ...RESIDENTIAL, access: 'private' }],
      ['b0 b1', { highway: 'construction' }],
      ['b1 c1', { building: 'yes' }],
    ]);
    expect(built.graph.edgeCount).toBe(1);
    expect([built.wayCount, built.roadCount, built.nodeCount]).toEqual([4, 1, 2]);
  });

  test('a bollard stops cars on both of its sides, and nobody else', async () => {
    const built = await build([['a0 b0 c0', RESIDENTIAL]], { b0: { barrier: 'bollard' } });
    const { graph } = built;
    expect([graph.junctionCount, graph.edgeCount]).toEqual([5, 4]);
    const seconds = secondsFrom(graph, 'car', nearestJunction(graph, null, pointOf('a0')));
    const reached = [...seconds].filter((each) => Number.isFinite(each));
    expect(reached).toHaveLength(2);
    expect(Math.max(...reached)).toBeCloseTo((EAST_METERS * 3.6) / 26, 0);
    expect(await minutes(built, 'walk', 'a0', 'c0')).toBeCloseTo((2 * EAST_METERS) / 75, 0);
    expect(await minutes(built, 'car', 'a0', 'c0')).toBe(Number.POSITIVE_INFINITY);
  });

  test('a barrier where roads meet stops cars between all of them', async () => {
    const built = await build(
      [
        ['a1 b1 c1', RESIDENTIAL],
        ['b0 b1', RESIDENTIAL],
        ['b1 b2', { highway: 'footway' }],
      ],
      { b1: { barrier: 'bollard' } },
    );
    for (const [from, to] of [
      ['a1', 'c1'],
      ['b0', 'a1'],
    ] as const) {
      expect(await minutes(built, 'car', from, to)).toBe(Number.POSITIVE_INFINITY);
      expect(await minutes(built, 'walk', from, to)).toBeLessThan(30);
    }
    expect(await minutes(built, 'walk', 'a1', 'b2')).toBeLessThan(30);
  });

  test('a wall stops everybody; an open gate and a cattle grid stop nobody', async () => {
    const wall = await build([['a0 b0 c0', RESIDENTIAL]], { b0: { barrier: 'wall' } });
    expect(await minutes(wall, 'walk', 'a0', 'c0')).toBe(Number.POSITIVE_INFINITY);
    for (const barrier of ['gate', 'cattle_grid']) {
      const open = await build([['a0 b0 c0', RESIDENTIAL]], { b0: { barrier } });
      expect([open.graph.junctionCount, open.graph.edgeCount]).toEqual([2, 1]);
    }
  });

  test('a ferry takes the time it publishes, whatever junctions lie on its way', async () => {
    const built = await build([
      ['a0 b0', RESIDENTIAL],
      ['b0 c0 c1 c2', { route: 'ferry', duration: '00:30', motor_vehicle: 'yes' }],
      ['c2 d2', RESIDENTIAL],
      ['c1 d1', { highway: 'footway' }],
    ]);
    const { graph } = built;
    expect(built.ferryCount).toBe(1);
    const start = nearestJunction(graph, null, pointOf('b0'));
    const end = nearestJunction(graph, null, pointOf('c2'));
    for (const mode of ['walk', 'cycle', 'car'] as const) {
      expect(secondsFrom(graph, mode, start)[end]).toBeCloseTo(1800, 0);
    }
    const flags = [...graph.edgeProfiles].map((profile) => graph.profileFlags[profile]);
    expect(flags.filter((flag) => flag === FERRY_FLAG)).toHaveLength(2);
  });

  test('walkers take footways and steps that cars do not', async () => {
    const built = await build([
      ['a0 b0', { highway: 'footway' }],
      ['b0 c0', { highway: 'steps' }],
    ]);
    expect(await minutes(built, 'walk', 'a0', 'c0')).toBeCloseTo(
      EAST_METERS / 75 + (EAST_METERS * 60) / 2000,
      0,
    );
    expect([...paceOf(built.graph, 'car')].every((pace) => pace === Number.POSITIVE_INFINITY)).toBe(
      true,
    );
  });
});
