// What scenarios do, on the worked example: who passes the threshold, who is burdened, where to open.

import { describe, expect, it } from 'vitest';
import { applyScenario } from '#domain/access/apply-scenario.ts';
import { chooseSites, rankSites } from '#domain/access/best-sites.ts';
import { type Decay, decayTable } from '#domain/access/decay.ts';
import { halfDay, maskOf } from '#domain/access/half-days.ts';
import { stackLayers } from '#domain/access/multimodal.ts';
import type { Scenario, ScenarioChange } from '#domain/access/scenario-change.ts';
import { type LayerName, type ScenarioGround, unstackRow } from '#domain/access/scenario-ground.ts';
import { scenarioLoads } from '#domain/access/scenario-load.ts';
import { scenarioOutcome } from '#domain/access/scenario-outcome.ts';
import {
  accessBase,
  currentRow,
  openScenario,
  type ScenarioState,
} from '#domain/access/scenario-state.ts';
import { readScenario, scenarioText } from '#domain/access/scenario-text.ts';
import type { SiteRow } from '#domain/access/travel-pairs.ts';
import { densePairs, numbers } from './dense.ts';

const STEPS: Decay = {
  kind: 'step',
  closed: 'right',
  steps: [
    { minutes: 10, weight: 1 },
    { minutes: 15, weight: 2 / 3 },
    { minutes: 20, weight: 1 / 3 },
  ],
};
const PEOPLE = numbers(1200, 400, 160, 4200, 80);
const base = accessBase(
  densePairs([
    [0, 18],
    [9, 25],
    [14, 30],
    [18, 0],
    [26, 38],
  ]),
  decayTable(STEPS),
  numbers(1162.5, 417.5, 185, 4000, 92.5),
  numbers(4500, 17000),
);
const row = (...minutes: (number | null)[]): SiteRow => ({
  places: Uint32Array.from(minutes.flatMap((each, place) => (each === null ? [] : [place]))),
  tenths: Uint16Array.from(minutes.flatMap((each) => (each === null ? [] : [each * 10]))),
});
const IN_B = row(9, 0, 8, 25, 19);

const ground: ScenarioGround = {
  profession: 'gp',
  supplyAFullTime: 5_000,
  placeCount: 5,
  layers: [{ mode: 'car' }],
  siteNumbers: new Map([
    ['a', 0],
    ['d', 1],
  ]),
  siteHalfDays: new Map(),
  rowsTo: (target) => ('at' in target && target.at[0] === 1 ? [IN_B] : null),
  transportRows: () => null,
};
const WEEK = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

function tried(...changes: ScenarioChange[]): { state: ScenarioState; leftOut: readonly object[] } {
  const state = openScenario(base);
  const { leftOut } = applyScenario(state, changes, ground);
  return { state, leftOut };
}

describe('when the doctor of A retires', () => {
  const { state } = tried({ kind: 'retire', site: 'a', profession: 'gp', fullTime: null });

  it('A and D have less, A and B pass below 2.5 or stay, nobody is lifted', () => {
    const found = scenarioOutcome(base.result.access, state.access, PEOPLE, 2.5);
    expect(Array.from(state.access, (each) => Number(each.toFixed(6)))).toEqual([
      1.291548, 0, 0, 3.874644, 0,
    ]);
    expect(found.dropped).toEqual({ places: [0], people: 1200 });
    expect(found.lifted).toEqual({ places: [], people: 0 });
    expect(found.before.people).toBe(640);
    expect(found.after.people).toBe(1840);
    expect(found.losers.places).toEqual([3, 0, 1, 2]);
    expect(found.delta[4]).toBe(0);
  });

  it('more people come to D, whose ratio falls as the shares of Huff say', () => {
    const [first, second] = scenarioLoads(state);
    expect(first).toMatchObject({ site: 1 });
    expect(first?.peopleBefore).toBeCloseTo(4323.626495347807, 9);
    expect(first?.peopleAfter).toBeCloseTo(5162.5, 9);
    expect(first?.ratioBefore).toBeCloseTo(3.9318844998040157, 12);
    expect(first?.ratioAfter).toBeCloseTo(3.2929782082324457, 12);
    expect(second).toMatchObject({ site: 0, peopleAfter: 0, ratioAfter: 0 });
  });
});

describe('when a health house opens in B', () => {
  const opening: ScenarioChange = {
    kind: 'open_site',
    id: 'msp',
    at: [1, 0],
    staff: [
      { profession: 'gp', fullTime: 1 },
      { profession: 'nurse', fullTime: 3 },
    ],
    halfDays: WEEK,
  };

  it('only E stays below 2.5, and nobody loses', () => {
    const { state, leftOut } = tried(opening);
    const found = scenarioOutcome(base.result.access, state.access, PEOPLE, 2.5);
    expect(leftOut).toEqual([]);
    expect(found.after.people).toBe(80);
    expect(found.lifted).toEqual({ places: [1, 2], people: 560 });
    expect(found.losers.people).toBe(0);
    expect(state.access[4]).toBeCloseTo(400 / 431, 12);
  });

  it('what comes after may name it', () => {
    const { state, leftOut } = tried(opening, {
      kind: 'reduce_activity',
      site: 'msp',
      profession: 'gp',
      keptPercent: 50,
    });
    expect(leftOut).toEqual([]);
    expect(state.supply[2]).toBe(2_500);
  });
});

describe('a change', () => {
  it('of days is worth the posts they make', () => {
    const stop = { at: [1, 0] as const, halfDays: [0, 1], everyWeeks: 2 };
    const { state } = tried(
      { kind: 'advanced_consultation', id: 'x', at: [1, 0], profession: 'gp', halfDays: [2, 4] },
      { kind: 'mobile_unit', id: 'bus', profession: 'gp', stops: [stop, stop] },
      {
        kind: 'teleconsultation_booth',
        id: 'booth',
        at: [1, 0],
        profession: 'gp',
        halfDays: WEEK,
        countsPercent: 40,
      },
      { kind: 'retire', site: 'd', profession: 'gp', fullTime: 1 },
    );
    expect(state.supply).toEqual([4500, 12_000, 1_000, 500, 500, 2_000]);
  });

  it('that cannot be applied is given back with the reason', () => {
    const { state, leftOut } = tried(
      { kind: 'retire', site: 'z', profession: 'gp', fullTime: null },
      { kind: 'retire', site: 'a', profession: 'dentist', fullTime: null },
      { kind: 'move', site: 'a', to: [7, 7] },
      { kind: 'retime_line', line: 'L13', shiftMinutes: 10, weekdays: [1] },
      { kind: 'advanced_consultation', id: 'a', at: [1, 0], profession: 'gp', halfDays: [2] },
    );
    expect(leftOut).toEqual([
      { change: 0, reason: 'unknown_site' },
      { change: 1, reason: 'other_profession' },
      { change: 2, reason: 'times_not_reckoned' },
      { change: 3, reason: 'times_not_reckoned' },
      { change: 4, reason: 'id_taken' },
    ]);
    expect(Array.from(state.access)).toEqual(Array.from(base.result.access));
  });
});

describe('those without a car', () => {
  const layers: LayerName[] = [
    { mode: 'car' },
    { mode: 'no_car', weekday: 2 },
    { mode: 'no_car', weekday: 4 },
  ];
  const byCar = [[0], [12]];
  const onFoot: (number | null)[][] = [[8], [null]];
  const stacked = stackLayers([
    { pairs: densePairs(byCar), demand: numbers(80, 80) },
    { pairs: densePairs(onFoot), demand: numbers(10, 10) },
    { pairs: densePairs(onFoot), demand: numbers(10, 10) },
  ]);
  const six = accessBase(stacked.pairs, decayTable(STEPS), stacked.demand, numbers(300));
  const rows = [row(0, 12), row(8, null), row(8, null)];
  const layered: ScenarioGround = {
    ...ground,
    placeCount: 2,
    layers,
    siteNumbers: new Map([['a', 0]]),
    siteHalfDays: new Map([['a', maskOf([halfDay(2, 'morning'), halfDay(4, 'morning')])]]),
    rowsTo: () => rows,
    communes: {
      ofPlaces: ['16020', '16010'],
      of: (target) => ('at' in target || target.site === 'a' ? '16020' : null),
    },
  };
  const onDemand: ScenarioChange = {
    kind: 'add_on_demand',
    id: 'tad',
    zone: ['16010'],
    destinations: ['16020'],
    weekdays: [4],
    fromMinute: 480,
    toMinute: 1_080,
    waitMinutes: 3,
    durationFactor: 1,
    bookingDaysBefore: 1,
  };

  it('reach care on the days of a transport on demand, and no other', () => {
    const state = openScenario(six);
    expect(state.access[3]).toBe(0);
    expect(applyScenario(state, [onDemand], layered).leftOut).toEqual([]);
    expect(state.access[3]).toBe(0);
    expect(state.access[5]).toBeCloseTo(
      ((300 / (80 + 53.333_333_333 + 20 + 6.666_666_667)) * 2) / 3,
      9,
    );
    // What they take is no longer there for the others.
    expect(state.access[0]).toBeLessThan(six.result.access[0] ?? 0);
  });

  it('reach a site opened just before, when it is open and the service runs, and no other', () => {
    const opening = (weekday: number): ScenarioChange => ({
      kind: 'advanced_consultation',
      id: 'x',
      at: [0, 0],
      profession: 'gp',
      halfDays: [halfDay(weekday, 'afternoon')],
    });
    const daysOf = (...changes: ScenarioChange[]): number[] => {
      const state = openScenario(six);
      expect(applyScenario(state, changes, layered).leftOut).toEqual([]);
      return unstackRow(layered, currentRow(state, 1)).map(({ places }) => places.length);
    };
    expect(daysOf(opening(4))).toEqual([2, 0, 1]);
    expect(daysOf(opening(4), onDemand)).toEqual([2, 0, 2]);
    expect(daysOf(opening(2), onDemand)).toEqual([2, 1, 0]);
    expect(daysOf(opening(4), { ...onDemand, toMinute: 765 })).toEqual([2, 0, 1]);
  });

  it('are told of a service that leads to no care', () => {
    const nowhere = { ...onDemand, destinations: ['24001'] };
    expect(applyScenario(openScenario(six), [nowhere], layered).leftOut).toEqual([
      { change: 0, reason: 'no_destination' },
    ]);
  });

  it('lose the days on which a site that moves or opens is closed', () => {
    const state = openScenario(six);
    const tuesday = [halfDay(2, 'morning'), halfDay(2, 'afternoon')];
    applyScenario(
      state,
      [{ kind: 'advanced_consultation', id: 'x', at: [0, 0], profession: 'gp', halfDays: tuesday }],
      layered,
    );
    const own = unstackRow(layered, currentRow(state, 1));
    expect(own.map(({ places }) => places.length)).toEqual([2, 1, 0]);
    applyScenario(
      state,
      [
        {
          kind: 'extend_hours',
          site: 'a',
          profession: 'gp',
          halfDays: [halfDay(6, 'morning')],
          addedFullTime: 0.1,
        },
      ],
      layered,
    );
    expect(state.supply[0]).toBe(800);
  });
});

describe('a scenario read again from its text', () => {
  it('gives the same figures, to the last bit', () => {
    const scenario: Scenario = {
      version: 1,
      vintages: { population: '2023' },
      parameters: { threshold: 2.5 },
      changes: [
        { kind: 'retire', site: 'a', profession: 'gp', fullTime: 0.7 },
        { kind: 'advanced_consultation', id: 'x', at: [1, 0], profession: 'gp', halfDays: [1, 3] },
      ],
    };
    const { state } = tried(...scenario.changes);
    const again = tried(...readScenario(scenarioText(scenario)).changes);
    expect(Array.from(again.state.access)).toEqual(Array.from(state.access));
    expect(scenarioLoads(again.state)).toEqual(scenarioLoads(state));
  });
});

describe('the best place for one more doctor', () => {
  const candidates = [
    { row: row(0, 9, 14, 18, 26), supply: 1_000 },
    { row: IN_B, supply: 1_000 },
    { row: row(26, 19, 25, null, 0), supply: 300 },
  ];

  it('is the one that lifts most people, or helps first those who have least', () => {
    const state = openScenario(base);
    const total = rankSites(state, candidates, PEOPLE, 2.5, 'total');
    const equity = rankSites(state, candidates, PEOPLE, 2.5, 'equity');
    for (const { candidate, liftedPeople, severityFall } of total) {
      const own = openScenario(base);
      const site = candidates[candidate];
      if (site === undefined) throw new Error(`no candidate ${candidate}`);
      chooseSites(own, [site], PEOPLE, 2.5, 'equity', 1);
      const { before, after, lifted } = scenarioOutcome(
        base.result.access,
        own.access,
        PEOPLE,
        2.5,
      );
      expect(liftedPeople).toBe(lifted.people);
      expect(severityFall).toBeCloseTo((before.severity - after.severity) * 6_040, 9);
    }
    const falling = (list: readonly number[]) => list.toSorted((a, b) => b - a);
    expect(total.map((each) => each.liftedPeople)).toEqual(
      falling(total.map((each) => each.liftedPeople)),
    );
    expect(equity.map((each) => each.severityFall)).toEqual(
      falling(equity.map((each) => each.severityFall)),
    );
    expect(Array.from(state.access)).toEqual(Array.from(base.result.access));
  });

  it('is found again after the first is open, and no further when nobody gains', () => {
    const state = openScenario(base);
    const chosen = chooseSites(
      state,
      [...candidates, candidates[1] ?? candidates[0]].flatMap((each) => (each ? [each] : [])),
      PEOPLE,
      2.5,
      'equity',
      3,
    );
    expect(new Set(chosen.map(({ candidate }) => candidate)).size).toBe(3);
    expect(state.supply.length).toBe(5);
    const far = [{ row: row(null, null, null, null, null), supply: 9_000 }];
    expect(chooseSites(state, far, PEOPLE, 2.5, 'total', 2)).toEqual([]);
  });
});
