// What is behind the page of scenarios: the form, the classes of the map, the files, the worker's answers.

import { describe, expect, it } from 'vitest';
import type { ScenarioChange } from '#domain/access/scenario-change.ts';
import { scenarioOn } from '#domain/access/scenario-link.ts';
import { scenarioHash } from '#domain/access/scenario-text.ts';
import { VALLEY } from '#tests/support/access-model.ts';
import { type ShapesAnswer, scaleKm } from '#web/features/access/report-shapes.ts';
import { createAnswers } from '#web/features/access/scenario-answer.ts';
import { deltaBounds, deltaClass } from '#web/features/access/scenario-classes.ts';
import { composeChange, type Draft } from '#web/features/access/scenario-compose.ts';
import { scenarioCsv, scenarioGeoJson } from '#web/features/access/scenario-files.ts';
import type { DeskModel, TriedResult } from '#web/features/access/scenario-messages.ts';
import { fr } from '#web/i18n/fr.ts';

const RETIRE = { kind: 'retire', site: 'cabinet-amont', profession: 'gp', fullTime: null } as const;
const draft = (change: Partial<Draft>): Draft => ({
  kind: 'retire',
  site: '',
  place: null,
  percent: '50',
  staff: {},
  halfDays: [0],
  stops: [],
  name: 'Maison',
  ...change,
});
const compose = (change: Partial<Draft>, changes: readonly ScenarioChange[] = []) =>
  composeChange(VALLEY, changes, draft(change));

describe('the form of a change', () => {
  it('names the first thing that is missing', () => {
    expect(compose({})).toEqual({ fault: 'site' });
    expect(compose({ kind: 'open_site' })).toEqual({ fault: 'place' });
    const place = VALLEY.places[1] ?? null;
    expect(compose({ kind: 'open_site', place })).toEqual({ fault: 'staff' });
    expect(compose({ kind: 'open_site', place, staff: { gp: 'deux' } })).toEqual({
      fault: 'staff',
    });
    expect(compose({ kind: 'mobile_unit', place })).toEqual({ fault: 'stops' });
    expect(compose({ kind: 'advanced_consultation', place, halfDays: [] })).toEqual({
      fault: 'halfDays',
    });
    expect(compose({ kind: 'reduce_activity', site: 'a', percent: '101' })).toEqual({
      fault: 'percent',
    });
  });

  it('reads who leaves, commas, and never gives one name to two places', () => {
    expect(compose({ site: 'maison-aval|1|gp-b' })).toEqual({
      change: { ...RETIRE, site: 'maison-aval', fullTime: 1 },
    });
    const opening = {
      kind: 'open_site',
      place: VALLEY.places[1] ?? null,
      staff: { gp: '1,5' },
    } as const;
    const first = compose(opening);
    expect(first).toMatchObject({ change: { id: 'Maison', staff: [{ fullTime: 1.5 }] } });
    if (!('change' in first)) throw new Error('The opening is whole');
    expect(compose(opening, [first.change])).toMatchObject({ change: { id: 'Maison 2' } });
  });

  it('counts half-days added as tenths of a full-time post', () => {
    expect(compose({ kind: 'extend_hours', site: 'a', halfDays: [1, 3, 5] })).toMatchObject({
      change: { addedFullTime: 0.3 },
    });
  });
});

describe('the classes of the map', () => {
  it('turn at a quarter, a half and one consultation, a bound in the stronger class', () => {
    const bounds = deltaBounds(true, { value: 2.5, kind: 'threshold' });
    const classes = [-1, -0.99, -0.5, -0.25, -0.1, 0, 0.1, 0.25, 0.5, 1].map((delta) =>
      deltaClass(delta, bounds),
    );
    expect(classes).toEqual([
      'lose3',
      'lose2',
      'lose2',
      'lose1',
      'small',
      'none',
      'small',
      'gain1',
      'gain2',
      'gain3',
    ]);
  });

  it('keep the same shares of the mark elsewhere, on round numbers', () => {
    expect(deltaBounds(false, { value: 59, kind: 'national_mean' })).toEqual([10, 20, 50]);
  });
});

describe('the worker', () => {
  it('opens a territory, tries, ranks, and keeps its pairs to itself', async () => {
    const answer = createAnswers(
      async () => VALLEY,
      () => 0,
    );
    await expect(answer({ ask: 'try', changes: [] })).rejects.toThrow('failed');
    const model = (await answer({
      ask: 'open',
      territory: 'vallee',
      profession: 'gp',
      space: null,
    })) as DeskModel;
    expect(Object.keys(model)).not.toContain('pairs');
    expect(model.openings.map(({ name }) => name)).toEqual(['Amont', 'Milieu', 'Aval']);
    const tried = (await answer({ ask: 'try', changes: [RETIRE] })) as TriedResult;
    expect(tried.dropped.people).toBe(1_000);
    const table = scenarioCsv({ text: fr, model, result: tried, changes: [RETIRE] });
    expect(table).toContain('16001;Amont;1000;3,8423;à portée;1,35;à portée;-2,4923;passe dessous');
    expect(table).not.toContain('Dehors');
  });

  it('says in a file where nothing is left, in which unit, of which data and of which changes', async () => {
    const answer = createAnswers(
      async () => VALLEY,
      () => 0,
    );
    const model = (await answer({
      ask: 'open',
      territory: 'vallee',
      profession: 'gp',
      space: null,
    })) as DeskModel;
    const everybody = [RETIRE, { ...RETIRE, site: 'maison-aval' }];
    const result = (await answer({ ask: 'try', changes: everybody })) as TriedResult;
    const file = { text: fr, model, result, changes: everybody };
    const [header = '', first = ''] = scenarioCsv(file).split('\r\n');
    const cells = new Map(header.split(';').map((name, i) => [name, first.split(';')[i]]));
    const { states } = fr.scenario.kept;
    expect([cells.get('etat_avant'), cells.get('etat_apres')]).toEqual([
      states.inReach,
      states.nothing,
    ]);
    expect(cells.get('profession')).toBe('médecins généralistes');
    expect(cells.get('unite_acces')).toBe(fr.scenario.result.acts);
    expect(cells.get('donnees')).toContain('2023');
    expect(cells.get('empreinte_donnees')).toBe('abc123');
    expect(cells.get('empreinte_scenario')).toBe(scenarioHash(scenarioOn(model, everybody)));
    const shapes = {
      features: [{ geometry: { type: 'Point' }, properties: { insee: '16001' } }],
    } as unknown as ShapesAnswer;
    expect(JSON.parse(scenarioGeoJson(shapes, file))).toMatchObject({
      fingerprint: 'abc123',
      unit: fr.scenario.result.acts,
      features: [{ properties: { stateAfter: states.nothing } }],
    });
  });

  it('draws a scale that fits in a quarter of the sheet', () => {
    expect(scaleKm({ width: 800, unitsAKm: 14 })).toBe(10);
    expect(scaleKm({ width: 800, unitsAKm: 300 })).toBe(1);
  });
});
