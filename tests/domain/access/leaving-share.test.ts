// Which share of care leaves with those who said so: by hand, and never of fewer than three people.

import { describe, expect, test } from 'vitest';
import { APL_PARAMETERS } from '#domain/access/apl-parameters.ts';
import { decayTable } from '#domain/access/decay.ts';
import { departureChanges, leavingShares } from '#domain/access/departures.ts';
import type { GroundCommune, GroundSite } from '#domain/access/ground.ts';
import type { GroundPlace } from '#domain/access/ground-places.ts';
import { gpLeavingShares, LEAST_PRACTITIONERS } from '#domain/access/leaving-share.ts';
import { openDesk, tryChanges } from '#domain/access/scenario-desk.ts';
import { pairsFromTriples } from '#domain/access/travel-pairs.ts';
import { VALLEY } from '#tests/support/access-model.ts';

const commune = (insee: string, change: Partial<GroundCommune> = {}): GroundCommune => ({
  ...{ insee, name: `Commune ${insee}`, departement: '16', point: [0, 45], isInside: true },
  ...{ population: 100, population75Plus: null, ages: null },
  ...change,
});
const place = (insee: string, demand: number) =>
  ({ id: insee, insee, demand, population: demand }) as GroundPlace;
const site = (...names: string[]): Pick<GroundSite, 'heads' | 'practitioners'> => ({
  heads: { gp: names.length },
  practitioners: names.map((entryId) => ({ entryId, name: entryId, kind: 'gp', share: 1 })),
});

/** Two communes reach a house of three, one of them a house of two as well; the third reaches one alone. */
const QUESTION = {
  communes: [
    commune('16003'),
    commune('16001'),
    commune('16002'),
    commune('16900', { isInside: false }),
  ],
  places: [place('16001', 100), place('16002', 300), place('16003', 50), place('16900', 0)],
  sites: [site('a', 'b', 'c'), site('d', 'e'), site('f')],
  // Within ten minutes: each counts whole.
  pairs: pairsFromTriples(4, 3, {
    places: Uint32Array.of(0, 1, 1, 2),
    sites: Uint32Array.of(0, 0, 1, 2),
    tenths: Uint16Array.of(50, 50, 50, 50),
  }),
  table: decayTable(APL_PARAMETERS.gp.decay.value),
};
const shares = (...entryIds: string[]) =>
  gpLeavingShares({
    ...QUESTION,
    departures: entryIds.map((entryId) => ({ entryId, leavesOn: '2028' })),
  });
const shareAt = (found: ReturnType<typeof shares>, insee: string) =>
  found.communes.find((each) => each.insee === insee);

describe('the share of care that leaves', () => {
  test('is what those who leave give, over what all give', () => {
    const found = shares('a', 'd');
    // 3/400 each of the house, of which 1/400 leaves; and 2/300 of the other, of which 1/300.
    expect(shareAt(found, '16001')).toMatchObject({ state: 'value', value: 1 / 3 });
    const [all, gone] = [3 / 400 + 2 / 300, 1 / 400 + 1 / 300];
    expect(shareAt(found, '16002')?.value).toBeCloseTo(gone / all, 12);
    expect(found).toMatchObject({ counted: 2, elsewhere: 0 });
    // Of six people's care, that of two.
    expect(found.territory.value).toBeCloseTo(2 / 6, 12);
  });

  test('is 0 where all stay, and where those who leave are of another place', () => {
    expect(shareAt(shares(), '16001')).toMatchObject({ state: 'value', value: 0 });
    expect(shareAt(shares('d'), '16001')?.value).toBe(0);
  });

  test(`says nothing where fewer than ${LEAST_PRACTITIONERS} practise in reach, whoever leaves`, () => {
    for (const found of [shares(), shares('f'), shares('a')]) {
      expect(shareAt(found, '16003')).toMatchObject({ state: 'suppressed', value: null });
    }
    const few = commune('16001', { population: 4 });
    const found = gpLeavingShares({ ...QUESTION, communes: [few], departures: [] });
    expect(found.communes[0]).toMatchObject({ state: 'suppressed', value: null });
  });

  test('counts people and not the part of their time: two halves are two people', () => {
    const halves = { ...site('x', 'y'), heads: { gp: 1 } };
    const found = gpLeavingShares({
      ...QUESTION,
      sites: [halves, site('d', 'e'), site('f')],
      departures: [],
    });
    expect(shareAt(found, '16001')?.state).toBe('suppressed');
    expect(shareAt(found, '16002')?.state).toBe('value');
  });

  test('takes who has two practices out of both, and counts one person', () => {
    const half = (entryId: string) => ({
      ...{ entryId, personId: 'x', name: 'x', kind: 'gp' as const, share: 0.5 },
    });
    const sites = [
      { heads: { gp: 2.5 }, practitioners: [half('x1'), ...site('a', 'b').practitioners] },
      { heads: { gp: 0.5 }, practitioners: [half('x2')] },
      { heads: { gp: 1 }, practitioners: site('f').practitioners },
    ];
    const departures = ['x1', 'x2'].map((entryId) => ({ entryId, leavesOn: '2028' }));
    for (const told of [departures, departures.slice(0, 1)]) {
      const found = gpLeavingShares({ ...QUESTION, sites, departures: told });
      expect(found).toMatchObject({ counted: 1, elsewhere: 0 });
      const [all, gone] = [2.5 / 400 + 0.5 / 300, 0.5 / 400 + 0.5 / 300];
      expect(shareAt(found, '16002')?.value).toBeCloseTo(gone / all, 12);
    }
    // One person less at the house: two people in all, whatever their practices.
    const fewer = sites.with(0, {
      ...{ heads: { gp: 1.5 }, practitioners: [half('x1'), ...site('a').practitioners] },
    });
    const found = gpLeavingShares({ ...QUESTION, sites: fewer, departures: [] });
    expect(shareAt(found, '16002')?.state).toBe('suppressed');
  });

  test('tells nothing in reach from nothing told, and lists the communes of the territory in order', () => {
    const pairs = pairsFromTriples(4, 3, {
      places: Uint32Array.of(0),
      sites: Uint32Array.of(0),
      tenths: Uint16Array.of(50),
    });
    const found = gpLeavingShares({ ...QUESTION, pairs, departures: [] });
    expect(found.communes.map(({ insee, state }) => [insee, state])).toEqual([
      ['16001', 'value'],
      ['16002', 'none_in_reach'],
      ['16003', 'none_in_reach'],
    ]);
  });

  test('counts in no share who is placed nowhere, and says how many they are', () => {
    const found = shares('a', 'nobody-here');
    expect(found).toMatchObject({ counted: 1, elsewhere: 1 });
    expect(shareAt(found, '16001')?.value).toBeCloseTo(1 / 3, 12);
  });

  test('is the loss that a scenario of the same departures shows', () => {
    const desk = openDesk(VALLEY);
    const [first] = VALLEY.sites.flatMap(({ practitioners }) => practitioners);
    const departures = [{ entryId: first?.entryId ?? '', leavesOn: '2028' }];
    const { changes } = departureChanges(VALLEY, departures, 2028);
    const tried = tryChanges(desk, changes);
    const byPlace = leavingShares(tried.before, tried.after);
    const found = gpLeavingShares({
      communes: VALLEY.places.map(({ id, isInside }) => commune(id, { isInside })),
      places: VALLEY.places.map(({ id, demand }) => place(id, demand)),
      sites: VALLEY.sites.map(({ supply, practitioners }) => ({
        heads: { gp: supply / VALLEY.supplyAFullTime },
        practitioners: practitioners.map(({ entryId, name, fullTime }) => ({
          ...{ entryId, name, kind: 'gp' as const, share: fullTime },
        })),
      })),
      ...{ pairs: desk.base.pairs, table: decayTable(VALLEY.decay), departures },
    });
    expect(found.communes.length).toBeGreaterThan(0);
    for (const { insee, value, state } of found.communes) {
      if (state !== 'value') continue;
      const number = VALLEY.places.findIndex(({ id }) => id === insee);
      expect(value).toBeCloseTo(byPlace[number] ?? Number.NaN, 12);
    }
  });
});
