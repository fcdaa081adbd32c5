// Classes and colours of the observatory: where a value falls, and whether everybody can tell them apart.

import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
} from 'culori';
import { describe, expect, it } from 'vitest';
import { concernOf } from '#domain/access/concern.ts';
import { INDICATORS } from '#domain/access/indicators.ts';
import { DELTA_COLOURS } from '#web/features/access/scenario-classes.ts';
import {
  BETTER_COLOURS,
  cellOf,
  classOf,
  legendRows,
  SCALE_COLOURS,
  valueClasses,
  WORSE_COLOURS,
} from '#web/features/access/value-classes.ts';
import { PATTERN_STROKES, VALUE_PATTERNS } from '#web/map/value-cells.ts';
import { indicatorOf, PLACES, place } from './access-fixture.ts';

const difference = differenceCiede2000();
const EYES = {
  'usual sight': <Colour>(colour: Colour) => colour,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
};
/** Under it two neighbouring areas are taken for one. */
const LEAST_DIFFERENCE = 10;

function between(one: string, other: string, see: (typeof EYES)['protanopia']): number {
  const [a, b] = [parse(one), parse(other)];
  if (a === undefined || b === undefined) throw new Error(`Not colours: ${one}, ${other}`);
  return difference(see(a), see(b));
}

describe.each(Object.entries(EYES))('seen with %s', (_, see) => {
  it.each(INDICATORS.map((indicator) => [indicator.id, indicator] as const))(
    'the neighbouring classes of %s differ',
    (_id, indicator) => {
      const colours = valueClasses(indicator).map(({ colour }) => colour);
      const found = colours.slice(1).map((colour, at) => between(colours[at] ?? '', colour, see));
      expect(Math.min(...found)).toBeGreaterThanOrEqual(LEAST_DIFFERENCE);
    },
  );

  it('any two colours of one scale differ', () => {
    for (const scale of [
      [...WORSE_COLOURS, ...BETTER_COLOURS],
      SCALE_COLOURS,
      Object.values(DELTA_COLOURS),
    ]) {
      const pairs = scale.flatMap((one, at) => scale.slice(at + 1).map((other) => [one, other]));
      const found = pairs.map(([one = '', other = '']) => between(one, other, see));
      expect(Math.min(...found)).toBeGreaterThanOrEqual(LEAST_DIFFERENCE);
    }
  });
});

describe('the classes of access to a GP', () => {
  const classes = valueClasses(indicatorOf('gp_access'));

  it('turn from brown to green at the threshold', () => {
    expect(classes.map(({ to, colour }) => [to, colour])).toEqual([
      [1.5, WORSE_COLOURS[1]],
      [2.5, WORSE_COLOURS[2]],
      [3.3, BETTER_COLOURS[0]],
      [4.5, BETTER_COLOURS[1]],
      [null, BETTER_COLOURS[2]],
    ]);
  });

  it('put a bound in the class above', () => {
    expect(classOf(classes, 2.5)?.from).toBe(2.5);
    expect(classOf(classes, 2.499)?.to).toBe(2.5);
    expect(classOf(classes, 0)?.from).toBeNull();
  });
});

describe('the classes of a time', () => {
  it('go from the longest, the darkest, to the shortest', () => {
    const classes = valueClasses(indicatorOf('gp_nearest'));
    expect(classes.map(({ from }) => from)).toEqual([30, 20, 15, 10, 5, null]);
    expect(classes.map(({ colour }) => colour)).toEqual([...SCALE_COLOURS]);
  });
});

describe('what has no value', () => {
  const classes = valueClasses(indicatorOf('gp_access'));
  const patternOf = (change: Parameters<typeof place>[1]) =>
    cellOf(classes, place('16001', change)).pattern;

  it('is drawn otherwise for each reason, and a fragile value keeps its colour', () => {
    const patterns = [
      patternOf({ state: 'none_in_reach' }),
      patternOf({ state: 'unknown' }),
      patternOf({ state: 'suppressed' }),
    ];
    expect(patterns).toEqual(['none', 'unknown', 'suppressed']);
    const fragile = cellOf(classes, place('16001', { value: 2.4, isFragile: true }));
    expect(fragile).toEqual({ insee: '16001', colour: WORSE_COLOURS[2], pattern: 'fragile' });
    expect(patternOf({ value: 0 })).toBeNull();
  });

  it('has four drawings that differ', () => {
    const drawings = VALUE_PATTERNS.map((each) => JSON.stringify(PATTERN_STROKES[each]));
    expect(new Set(drawings).size).toBe(VALUE_PATTERNS.length);
  });
});

describe('the legend', () => {
  it('counts every commune once, nothing in reach first', () => {
    const rows = legendRows(valueClasses(indicatorOf('gp_access')), PLACES);
    expect(rows[0]).toMatchObject({ kind: 'none_in_reach', communes: 1, people: 60 });
    expect(rows.at(-1)).toMatchObject({ kind: 'suppressed', communes: 1 });
    expect(rows.reduce((sum, { communes }) => sum + communes, 0)).toBe(PLACES.length);
  });
});

describe('who is concerned', () => {
  it('counts those below the threshold and those with nothing in reach, never the unknown', () => {
    expect(concernOf(indicatorOf('gp_access'), PLACES)).toEqual({
      bound: 2.5,
      communes: 3,
      people: 560,
      older: 40,
    });
  });

  it('does not tell how many are old when it is not known of one commune', () => {
    const places = [place('16001', { value: 1, population75Plus: null })];
    expect(concernOf(indicatorOf('gp_access'), places).older).toBeNull();
  });

  it('counts long times, from the bound on', () => {
    const places = [place('16001', { value: 20 }), place('16002', { value: 19.9 })];
    expect(concernOf(indicatorOf('gp_nearest'), places).communes).toBe(1);
  });
});
