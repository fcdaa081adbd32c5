import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGE_LIMITS, addMonths, earliestDay, freshnessOf } from '#domain/directory/freshness.ts';
import type { Provenance } from '#domain/provenance.ts';
import { addDays, dateOf } from '#domain/time.ts';

const known = (change: Partial<Provenance>): Provenance => ({
  sourceId: 'source',
  asOf: null,
  confirmedOn: null,
  confidence: 'high',
  ...change,
});
const today = '2026-11-22';

describe('the freshness of a fact', () => {
  it('lasts twelve months for a phone or hours, twenty-four for a price', () => {
    expect(freshnessOf(known({ asOf: '2025-11-22' }), 'phone', today)).toBe('dated');
    expect(freshnessOf(known({ asOf: '2025-11-21' }), 'phone', today)).toBe('to_confirm');
    expect(freshnessOf(known({ asOf: '2025-11-21' }), 'hours', today)).toBe('to_confirm');
    expect(freshnessOf(known({ asOf: '2024-11-22' }), 'price', today)).toBe('dated');
    expect(freshnessOf(known({ asOf: '2024-11-21' }), 'price', today)).toBe('to_confirm');
    expect(freshnessOf(known({ asOf: '2024-11-21' }), 'identity', today)).toBe('dated');
  });

  it('lasts forty-five days for « prend de nouveaux patients »', () => {
    expect(freshnessOf(known({ confirmedOn: '2026-10-08' }), 'new_patients', today)).toBe(
      'confirmed',
    );
    expect(freshnessOf(known({ confirmedOn: '2026-10-07' }), 'new_patients', today)).toBe(
      'to_confirm',
    );
  });

  it('is to be confirmed for the solidarity transport rules of 2019', () => {
    expect(freshnessOf(known({ asOf: '2019-10' }), 'rule', today)).toBe('to_confirm');
    expect(freshnessOf(known({ asOf: '2021-02' }), 'price', today)).toBe('to_confirm');
  });

  it('is to be confirmed when the document is weak or carries no date', () => {
    expect(freshnessOf(known({ asOf: '2026-11', confidence: 'low' }), 'phone', today)).toBe(
      'to_confirm',
    );
    expect(freshnessOf(known({}), 'identity', today)).toBe('to_confirm');
    expect(freshnessOf(known({ asOf: '2026-11', confidence: 'medium' }), 'phone', today)).toBe(
      'dated',
    );
  });

  it('is given back by a person who checked, until that check ages too', () => {
    const old = { asOf: '2019', confidence: 'low' as const };
    expect(freshnessOf(known({ ...old, confirmedOn: '2026-03' }), 'phone', today)).toBe(
      'confirmed',
    );
    expect(freshnessOf(known({ asOf: '2026-01', confirmedOn: '2025-03' }), 'phone', today)).toBe(
      'dated',
    );
  });

  it('takes a partial date for its earliest day', () => {
    expect(['2025', '2025-11', '2025-11-30'].map(earliestDay)).toEqual([
      '2025-01-01',
      '2025-11-01',
      '2025-11-30',
    ]);
    expect(freshnessOf(known({ asOf: '2025' }), 'phone', today)).toBe('to_confirm');
    expect(freshnessOf(known({ asOf: '2025-12' }), 'phone', today)).toBe('dated');
  });

  it('keeps the published limit of each kind to the day', () => {
    for (const kind of Object.keys(AGE_LIMITS) as (keyof typeof AGE_LIMITS)[]) {
      const limit = AGE_LIMITS[kind];
      const lastDay =
        'months' in limit
          ? addMonths('2026-01-10', limit.months)
          : addDays('2026-01-10', limit.days);
      const fact = known({ asOf: '2026-01-10' });
      expect(freshnessOf(fact, kind, lastDay), kind).toBe('dated');
      expect(freshnessOf(fact, kind, addDays(lastDay, 1)), kind).toBe('to_confirm');
    }
  });

  it('never comes back by waiting', () => {
    const rank = { confirmed: 0, dated: 1, to_confirm: 2 };
    const day = fc.integer({ min: 18_000, max: 22_000 });
    fc.assert(
      fc.property(day, fc.option(day), day, fc.nat(800), (asOf, confirmed, now, later) => {
        const provenance = known({
          asOf: dateOf(asOf),
          confirmedOn: confirmed === null ? null : dateOf(confirmed),
        });
        for (const kind of ['phone', 'price', 'new_patients'] as const) {
          expect(rank[freshnessOf(provenance, kind, dateOf(now + later))]).toBeGreaterThanOrEqual(
            rank[freshnessOf(provenance, kind, dateOf(now))],
          );
        }
      }),
    );
  });
});

describe('months', () => {
  it('end on the last day when the month is shorter', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2026-12-15', 24)).toBe('2028-12-15');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });
});
