// Is what one finds at an address what was put in it?

import { describe, expect, test } from 'vitest';
import {
  changedSources,
  isSameData,
  readScenarioLink,
  scenarioLink,
  scenarioOn,
} from '#domain/access/scenario-link.ts';
import { VALLEY } from '#tests/support/access-model.ts';

const scenario = scenarioOn(VALLEY, [
  { kind: 'retire', site: 'maison-aval', profession: 'gp', fullTime: 1 },
  {
    kind: 'open_site',
    id: 'Maison de l’Été 😀',
    at: [0.05, 45.3],
    staff: [{ profession: 'gp', fullTime: 0.5 }],
    halfDays: [0, 13],
  },
]);

describe('the link of a scenario', () => {
  test('gives back the scenario, its accents too, in letters an address leaves alone', () => {
    const link = scenarioLink(scenario);
    expect(link).toMatch(/^[\w-]+\.[0-9a-f]{32}$/);
    expect(readScenarioLink(link)).toEqual(scenario);
  });

  test('is the same whatever the order of the names', () => {
    const turned = Object.fromEntries(Object.entries(scenario).reverse()) as typeof scenario;
    expect(scenarioLink(turned)).toBe(scenarioLink(scenario));
  });

  test('is refused when it was cut, changed by hand, or is no scenario', () => {
    const link = scenarioLink(scenario);
    const forged = `${scenarioLink({ ...scenario, changes: [] }).split('.')[0]}.${link.split('.')[1]}`;
    for (const broken of ['', 'x', link.slice(40), link.slice(0, -3), forged, '€€', '.']) {
      expect(() => readScenarioLink(broken)).toThrow(/expected/);
    }
  });

  test('says when the data are no longer those it was reckoned on, and which', () => {
    expect(isSameData(scenario, VALLEY)).toBe(true);
    const since = {
      ...VALLEY,
      fingerprint: 'def',
      vintages: { population: '2024', supply: '2026-11-01' },
    };
    expect(isSameData(scenario, since)).toBe(false);
    expect(changedSources(scenario, since)).toEqual(['population']);
  });
});
