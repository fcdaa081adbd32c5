import { describe, expect, it } from 'vitest';
import { createCommuneHistory } from '#domain/territory/commune-history.ts';

const link = (effectiveOn: string, before: string, after: string) => ({
  effectiveOn,
  before,
  after,
});

describe('the history of a commune’s code', () => {
  it('follows a merger, then another', () => {
    const history = createCommuneHistory(
      [
        link('2016-01-01', 'A', 'B'),
        link('2016-01-01', 'B', 'B'),
        link('2019-01-01', 'B', 'C'),
        link('2019-01-01', 'C', 'C'),
      ],
      new Set(['C']),
    );
    expect(history.successorsOf('A', null)).toEqual(['C']);
    expect(history.successorsOf('A', '2015-01-01')).toEqual(['C']);
    expect(history.membersOf('C', '2015-01-01')).toEqual(['A', 'B', 'C']);
    expect(history.membersOf('C', '2016-01-01')).toEqual(['B', 'C']);
    expect(history.membersOf('C', '2019-01-01')).toEqual(['C']);
  });

  it('leaves alone a code that is one of today, unless the file is older than its split', () => {
    const history = createCommuneHistory(
      [link('2020-01-01', 'A', 'A'), link('2020-01-01', 'A', 'B')],
      new Set(['A', 'B']),
    );
    expect(history.successorsOf('A', null)).toEqual(['A']);
    expect(history.successorsOf('A', '2018-01-01')).toEqual(['A', 'B']);
    expect(history.successorsOf('A', '2020-01-01')).toEqual(['A']);
  });

  it('takes the last life of a code merged, given back, and merged again', () => {
    const history = createCommuneHistory(
      [
        link('1973-01-01', 'A', 'B'),
        link('1973-01-01', 'B', 'B'),
        link('1985-01-01', 'B', 'A'),
        link('1985-01-01', 'B', 'B'),
        link('2019-01-01', 'A', 'C'),
        link('2019-01-01', 'C', 'C'),
      ],
      new Set(['B', 'C']),
    );
    expect(history.successorsOf('A', null)).toEqual(['C']);
    expect(history.successorsOf('A', '1970-01-01')).toEqual(['B', 'C']);
  });

  it('passes through a code given and lost on one day, and does not turn in circles', () => {
    const history = createCommuneHistory(
      [
        link('2018-01-01', 'A', 'M'),
        link('2018-01-01', 'M', 'C'),
        link('2018-01-01', 'C', 'C'),
        link('2021-01-01', 'X', 'Y'),
        link('2021-01-01', 'Y', 'X'),
      ],
      new Set(['C']),
    );
    expect(history.successorsOf('A', null)).toEqual(['C']);
    expect(history.successorsOf('X', '2020-01-01')).toEqual([]);
  });

  it('knows nothing of a code INSEE never gave', () => {
    expect(createCommuneHistory([], new Set(['A'])).successorsOf('Z', null)).toEqual([]);
  });
});
