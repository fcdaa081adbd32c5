// Does the desk say what full sums say, whatever was tried, and to whom?

import { describe, expect, test } from 'vitest';
import { decodePairs, encodePairs } from '#domain/access/access-model.ts';
import { decayTable } from '#domain/access/decay.ts';
import { departureChanges, leavingShares, listPeople } from '#domain/access/departures.ts';
import { rankOpenings } from '#domain/access/rank-openings.ts';
import { openDesk, openingPlaces, tryChanges } from '#domain/access/scenario-desk.ts';
import { shortfall } from '#domain/access/shortfall.ts';
import { twoStep } from '#domain/access/two-step.ts';
import { VALLEY } from '#tests/support/access-model.ts';

const desk = openDesk(VALLEY);
const retireA = {
  kind: 'retire',
  site: 'cabinet-amont',
  profession: 'gp',
  fullTime: null,
} as const;
const openMiddle = {
  kind: 'open_site',
  id: 'msp',
  at: VALLEY.places[1]?.point ?? [0, 0],
  staff: [{ profession: 'gp', fullTime: 2 }],
  halfDays: [0, 2, 10],
} as const;

/** Of the valley, with this access. */
function lackOf(access: Float64Array): { severity: number } {
  const people = Float64Array.from(VALLEY.places, (at) => (at.isInside ? at.population : 0));
  const { severity } = shortfall(access, people, VALLEY.hinge?.value ?? 0);
  return { severity: severity * sum(people) };
}
const sum = (values: Float64Array): number => values.reduce((all, each) => all + each, 0);

describe('the desk of scenarios', () => {
  test('sends pairs and reads them back as they were', () => {
    const pairs = decodePairs(VALLEY.pairs, 4, 2);
    expect(encodePairs(pairs)).toEqual(VALLEY.pairs);
    expect([...pairs.places]).toEqual([0, 1, 2, 0, 1, 2, 3].slice(0, pairs.places.length));
    expect(() => decodePairs(VALLEY.pairs, 4, 3)).toThrow('expected those of 3 sites');
  });

  test('says of a retirement what a whole sum without that practice says', () => {
    const result = tryChanges(desk, [retireA]);
    const pairs = decodePairs(VALLEY.pairs, 4, 2);
    const demand = Float64Array.from(VALLEY.places, (place) => place.demand);
    const whole = twoStep(pairs, decayTable(VALLEY.decay), demand, Float64Array.of(0, 10_800));
    expect([...result.after]).toEqual([...whole.access]);
    expect(result.losers.places.length).toBeGreaterThan(0);
    expect(result.gainers.places).toEqual([]);
    expect(result.sides.before.fullTime - result.sides.after.fullTime).toBeCloseTo(1, 12);
  });

  test('counts people of the territory alone, not those around it', () => {
    const result = tryChanges(desk, [{ ...retireA, site: 'maison-aval' }]);
    expect(result.losers.places).not.toContain(3);
    expect(result.losers.people).toBeLessThanOrEqual(3_500);
    expect(result.sides.before.below).toBeLessThanOrEqual(3_500);
  });

  test('finds the people who pass the threshold, both ways', () => {
    const result = tryChanges(desk, [retireA]);
    for (const place of result.dropped.places) {
      expect(result.before[place]).toBeGreaterThanOrEqual(2.5);
      expect(result.after[place]).toBeLessThan(2.5);
    }
    // Amont: 5,400 / 2,167 + 10,800 / 2,667 × 1/3 = 3.84, then 1.35; Milieu keeps 10,800 / 2,667 × 2/3 = 2.7.
    expect(result.dropped.people).toBe(1_000);
    expect(tryChanges(desk, [retireA, openMiddle]).dropped.people).toBe(0);
  });

  test('gives the whole territory the care that was opened, no more and no less', () => {
    const opened = tryChanges(desk, [openMiddle]);
    const added = opened.after.map(
      (value, place) => (value - (opened.before[place] ?? 0)) * (VALLEY.places[place]?.demand ?? 0),
    );
    expect(sum(added)).toBeCloseTo(10_800, 6);
  });

  test('sends those of a practice that closes to the one that stays', () => {
    const { loads } = tryChanges(desk, [retireA]);
    const stays = loads.find(({ label }) => label.startsWith('Maison'));
    expect(stays?.peopleAfter).toBeGreaterThan(stays?.peopleBefore ?? 0);
    expect(loads.find(({ label }) => label.startsWith('Cabinet'))?.peopleAfter).toBe(0);
  });

  test('counts by weekday only practices known to be open then', () => {
    const { sides } = tryChanges(desk, [openMiddle]);
    expect(sides.before.reachedByDay[0]).toBeGreaterThan(0);
    // Saturday: only the one opened receives people then.
    expect(sides.before.reachedByDay[5]).toBe(0);
    expect(sides.after.reachedByDay[5]).toBeGreaterThan(0);
  });

  test('says which change could not be tried, and why', () => {
    const { leftOut } = tryChanges(desk, [
      { ...retireA, site: 'nulle-part' },
      { ...retireA, profession: 'nurse' },
    ]);
    expect(leftOut.map(({ reason }) => reason)).toEqual(['unknown_site', 'other_profession']);
  });

  test('opens only where times are known, once roads are', () => {
    const roads = { ...VALLEY, timesKind: 'roads' as const };
    const one = { places: [1], pairs: encodePairs(rowTo(1)) };
    const known = openDesk({ ...roads, candidates: one });
    expect(openingPlaces(known.model).map(({ name }) => name)).toEqual(['Milieu']);
    expect(tryChanges(known, [openMiddle]).leftOut).toEqual([]);
    const elsewhere = { ...openMiddle, at: [0.07, 45.3] as const };
    expect(tryChanges(known, [elsewhere]).leftOut).toEqual([
      { change: 0, reason: 'times_not_reckoned' },
    ]);
  });

  test('ranks where to open by people brought up, or by those farthest below', () => {
    const total = rankOpenings(desk, [retireA], 2, 'total');
    expect(total.map(({ name }) => name).sort()).toEqual(['Amont', 'Aval', 'Milieu']);
    expect(total[0]?.liftedPeople).toBeGreaterThanOrEqual(total[1]?.liftedPeople ?? 0);
    const equity = rankOpenings(desk, [retireA], 2, 'equity');
    expect(equity[0]?.severityFall).toBeGreaterThanOrEqual(equity[1]?.severityFall ?? 0);
    const best = total[0];
    // Squared shares lacked: what one more place mends, over what all of them lack.
    const { severity: lacking } = lackOf(tryChanges(desk, [retireA]).after);
    for (const { lackShare, severityFall } of total) {
      expect(lackShare).toBeCloseTo(severityFall / lacking, 9);
      expect(lackShare).toBeLessThanOrEqual(1);
    }
    const opened = tryChanges(desk, [
      retireA,
      { ...openMiddle, at: best?.point ?? [0, 0], staff: [{ profession: 'gp', fullTime: 2 }] },
    ]);
    const without = tryChanges(desk, [retireA]);
    expect(without.sides.after.below - opened.sides.after.below).toBe(best?.liftedPeople);
  });

  test('takes somebody who leaves out of all their practices, once', () => {
    const sites = VALLEY.sites.map((site) => ({
      ...site,
      practitioners: [
        { entryId: `${site.id}-x`, personId: 'x', name: 'Dr X', fullTime: 0.5 },
        ...site.practitioners,
      ],
    }));
    expect(listPeople({ sites }).map(({ name }) => name)).toEqual(['Dr X', 'Dr A', 'Dr B', 'Dr C']);
    const twice = ['cabinet-amont-x', 'maison-aval-x'].map((entryId) => ({
      ...{ entryId, leavesOn: '2027' },
    }));
    const leaving = { kind: 'retire', profession: 'gp', fullTime: 0.5 };
    expect(departureChanges({ ...VALLEY, sites }, twice, 2028)).toEqual({
      changes: [
        { ...leaving, site: 'cabinet-amont' },
        { ...leaving, site: 'maison-aval' },
      ],
      elsewhere: 0,
    });
  });

  test('reads the share that leaves from what was announced, up to a year', () => {
    const announced = [
      { entryId: 'gp-b', leavesOn: '2027-06' },
      { entryId: 'gp-a', leavesOn: '2030' },
      { entryId: 'ailleurs', leavesOn: '2026-12-31' },
    ];
    const { changes, elsewhere } = departureChanges(VALLEY, announced, 2028);
    expect(changes).toEqual([{ ...retireA, site: 'maison-aval', fullTime: 1 }]);
    expect(elsewhere).toBe(1);
    const result = tryChanges(desk, changes);
    const shares = leavingShares(result.before, result.after);
    for (const share of shares.slice(0, 3)) expect(share).toBeGreaterThanOrEqual(0);
    expect(Math.max(...shares.map((share) => share ?? 0))).toBeLessThanOrEqual(0.5);
  });
});

function rowTo(place: number) {
  const point = VALLEY.places[place]?.point ?? [0, 0];
  const opened = openDesk({
    ...VALLEY,
    sites: VALLEY.sites.map((site, i) => (i === 0 ? { ...site, point } : site)),
  });
  const row = opened.ground.rowsTo({ at: point })?.[0];
  return {
    placeCount: 4,
    siteCount: 1,
    siteStarts: Uint32Array.of(0, row?.places.length ?? 0),
    places: row?.places ?? new Uint32Array(0),
    tenths: row?.tenths ?? new Uint16Array(0),
  };
}
