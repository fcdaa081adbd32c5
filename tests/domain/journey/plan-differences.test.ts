// Is each change an edit makes to an answer told, once, and nothing told when nothing changed?

import { describe, expect, test } from 'vitest';
import { caseDate } from '#domain/journey/case-request.ts';
import { planDifferences, type TriedWay } from '#domain/journey/plan-differences.ts';

function way(id: string, change: Partial<TriedWay> = {}): TriedWay {
  return {
    id,
    kind: 'volunteer',
    title: id,
    offerIds: [id],
    standing: 'proposed',
    state: 'open',
    departMinute: 540,
    returnMinute: 700,
    price: { minCents: 280, maxCents: 280, partial: false },
    deadline: { date: '2026-11-27', minute: 1050 },
    eligible: true,
    comesOn: null,
    ...change,
  };
}

const told = (before: TriedWay[], after: TriedWay[]) =>
  planDifferences(before, after).map(({ kind, way: { title } }) => `${kind} ${title}`);

describe('two answers to one request', () => {
  test('that say the same have no difference', () => {
    expect(told([way('a'), way('b')], [way('a'), way('b')])).toEqual([]);
  });

  test('tell what goes before what comes', () => {
    expect(told([way('a'), way('b')], [way('b'), way('c')])).toEqual(['disappears a', 'appears c']);
  });

  test('tell each field that changed of a way that stays, with both values', () => {
    const after = way('a', {
      price: { minCents: 320, maxCents: 400, partial: true },
      deadline: null,
      eligible: null,
      standing: 'to_check',
      departMinute: 600,
    });
    const differences = planDifferences([way('a')], [after]);
    expect(differences.map(({ kind }) => kind)).toEqual([
      'standing',
      'eligible',
      'price',
      'deadline',
      'hours',
    ]);
    expect(differences[2]).toMatchObject({ before: { minCents: 280 }, after: { maxCents: 400 } });
  });

  test('know a way made of the same offers under another id', () => {
    const before = way('a', { id: 'a@1' });
    const after = way('a', { id: 'a@2', returnMinute: 720 });
    expect(told([before], [after])).toEqual(['hours a']);
  });

  test('tell a new order among ways that stay, and none when one only left', () => {
    const [a, b, c] = [way('a'), way('b'), way('c')];
    expect(planDifferences([a, b], [b, a])).toEqual([
      { kind: 'rank', way: b, before: 2, after: 1 },
      { kind: 'rank', way: a, before: 1, after: 2 },
    ]);
    expect(told([a, b, c], [b, c])).toEqual(['disappears a']);
  });

  test('keep ways that are almost possible out of the order', () => {
    const almost = way('x', { standing: 'almost' });
    expect(told([way('a'), almost], [almost, way('a')])).toEqual([]);
  });
});

test('the day of a case is a week from today at least, and of its weekday', () => {
  expect(caseDate(2, '2026-11-24')).toBe('2026-12-01');
  expect(caseDate(1, '2026-11-24')).toBe('2026-12-07');
  expect(caseDate(7, '2026-11-24')).toBe('2026-12-06');
});
