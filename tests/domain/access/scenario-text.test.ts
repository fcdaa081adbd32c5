// A scenario is one text, whose hash names it; what is no scenario is told where.

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '#domain/access/scenario-change.ts';
import { readScenario, scenarioHash, scenarioText } from '#domain/access/scenario-text.ts';
import { sha256 } from '#domain/access/sha-256.ts';
import { AppError } from '#domain/error.ts';

const SCENARIO: Scenario = {
  version: 1,
  vintages: { roads: '2026-11', population: '2023' },
  parameters: { threshold: 2.5, seed: 1, decay: 'step' },
  changes: [
    { kind: 'retire', site: 'site-1', profession: 'gp', fullTime: null },
    {
      kind: 'open_site',
      id: 'msp',
      at: [0.1, 45.4],
      staff: [{ profession: 'gp', fullTime: 2 }],
      halfDays: [0, 2, 4],
    },
    {
      kind: 'add_on_demand',
      id: 'tad',
      zone: ['16230'],
      destinations: ['16073', '2A004'],
      weekdays: [2, 4],
      fromMinute: 480,
      toMinute: 1080,
      waitMinutes: 10,
      durationFactor: 1.2,
      bookingDaysBefore: 1,
    },
  ],
};

const withChange = (change: object): string =>
  JSON.stringify({ ...SCENARIO, changes: [SCENARIO.changes[0], change] });

function faultsOf(text: string): string[] {
  try {
    readScenario(text);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.details.map((each) => `${each.field}: ${each.expected} — ${each.received}`);
  }
  return [];
}

describe('the text of a scenario', () => {
  it('is the same whatever the order of its names, and reads back as it was', () => {
    const { version, vintages, parameters, changes } = SCENARIO;
    const turned = {
      changes: changes.map(
        (each) => Object.fromEntries(Object.entries(each).reverse()) as typeof each,
      ),
      parameters: { decay: 'step', seed: 1, threshold: 2.5 },
      vintages: { population: vintages['population'] ?? '', roads: vintages['roads'] ?? '' },
      version,
    };
    expect(Object.keys(parameters).length).toBe(3);
    expect(scenarioText(turned)).toBe(scenarioText(SCENARIO));
    expect(scenarioHash(turned)).toBe(scenarioHash(SCENARIO));
    expect(readScenario(scenarioText(SCENARIO))).toEqual(SCENARIO);
  });

  it('has another hash when data, a parameter or the order of changes is another', () => {
    const others: Scenario[] = [
      { ...SCENARIO, vintages: { ...SCENARIO.vintages, roads: '2026-12' } },
      { ...SCENARIO, parameters: { ...SCENARIO.parameters, threshold: 2.6 } },
      { ...SCENARIO, changes: SCENARIO.changes.toReversed() },
    ];
    expect(new Set([SCENARIO, ...others].map(scenarioHash)).size).toBe(4);
  });
});

describe('what is no scenario', () => {
  it('is told field by field', () => {
    expect(faultsOf('[]')[0]).toMatch(/^scenario: an object with version, vintages/);
    expect(faultsOf('{')).toEqual([]);
    expect(() => readScenario('{')).toThrow('expected JSON');
    expect(faultsOf(withChange({ kind: 'fly' }))[0]).toMatch(
      /^changes\[1\]\.kind: one of retire, reduce_activity, .* — "fly"$/,
    );
    expect(
      faultsOf(
        withChange({ kind: 'reduce_activity', site: 'a', profession: 'vet', keptPercent: 120 }),
      ),
    ).toEqual([
      'changes[1].profession: one of gp, nurse, physio, dentist, midwife, pharmacy — "vet"',
      'changes[1].keptPercent: percent from 0 to 100 — 120',
    ]);
    expect(faultsOf(withChange({ kind: 'move', site: 'a', to: [200, 45], speed: 3 }))).toEqual([
      'changes[1].to: a point [longitude, latitude] — [200,45]',
      'changes[1].speed: no such field — 3',
    ]);
    expect(faultsOf(withChange({ kind: 'move', site: 'a' }))).toEqual([
      'changes[1].to: a point [longitude, latitude] — nothing',
    ]);
    expect(
      faultsOf(withChange({ ...SCENARIO.changes[2], fromMinute: 600, toMinute: 540 })),
    ).toEqual(['changes[1].toMinute: minutes after 600 — 540']);
    expect(faultsOf(withChange({ ...SCENARIO.changes[1], halfDays: [1, 1] }))[0]).toMatch(
      /none twice — \[1,1\]$/,
    );
    const line = {
      kind: 'add_line',
      id: 'navette',
      stops: [
        { at: [0.1, 45.4], minutesFromFirst: 0 },
        { at: [0.2, 45.4], minutesFromFirst: 12 },
      ],
      departures: [540],
      returnDepartures: [],
      weekdays: [1],
    };
    expect(faultsOf(withChange(line))).toEqual([]);
    expect(faultsOf(withChange({ ...line, stops: line.stops.slice(1) }))).toEqual([
      'changes[1].stops: two stops at least — 1',
    ]);
    expect(faultsOf(withChange({ ...line, stops: line.stops.toReversed() }))).toEqual([
      'changes[1].stops[0].minutesFromFirst: 0 — 12',
      'changes[1].stops[1].minutesFromFirst: minutes after 12 — 0',
    ]);
    const { returnDepartures: _, ...oneWay } = line;
    expect(faultsOf(withChange(oneWay))[0]).toMatch(
      /^changes\[1\]\.returnDepartures: none, or one/,
    );
    expect(faultsOf(withChange({ ...SCENARIO.changes[2], bookingDaysBefore: 15 }))).toEqual([
      'changes[1].bookingDaysBefore: a whole number of days from 0 to 14 — 15',
    ]);
  });
});

describe('the hash', () => {
  it('is the SHA-256 of the platform, whatever the text', () => {
    const platform = (text: string): string => createHash('sha256').update(text).digest('hex');
    for (const length of [0, 1, 54, 55, 56, 63, 64, 65, 1_000]) {
      expect(sha256('é'.repeat(length))).toBe(platform('é'.repeat(length)));
    }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(sha256(text.toWellFormed())).toBe(platform(text.toWellFormed()));
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
