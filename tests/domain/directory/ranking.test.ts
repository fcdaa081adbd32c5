import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpeningState } from '#domain/directory/opening-hours.ts';
import {
  type Rankable,
  rankEntries,
  TRAVEL_BANDS,
  travelBandOf,
} from '#domain/directory/ranking.ts';

const open: OpeningState = { state: 'open', untilMinute: 720 };
const closed: OpeningState = { state: 'closed', nextDate: '2026-11-24', nextMinute: 540 };
const entry = (id: string, minutes: number | null, change: Partial<Rankable> = {}): Rankable => ({
  id,
  drive: minutes === null ? null : { minutes, meters: minutes * 1000 },
  opening: open,
  freshness: 'dated',
  crowMeters: minutes === null ? null : minutes * 800,
  ...change,
});
const order = (...entries: Rankable[]) => rankEntries(entries).map(({ entry: { id } }) => id);

describe('the published order', () => {
  it('goes by bands of travel time, ends included', () => {
    expect([0, 10, 10.1, 20, 30, 45, 46, null].map(travelBandOf)).toEqual([
      10,
      10,
      20,
      20,
      30,
      45,
      'beyond',
      'unknown',
    ]);
    expect(
      order(entry('far', 46), entry('nowhere', null), entry('near', 8), entry('mid', 25)),
    ).toEqual(['near', 'mid', 'far', 'nowhere']);
  });

  it('ends each published band at its own minute', () => {
    expect(TRAVEL_BANDS.map((end) => travelBandOf(end))).toEqual(TRAVEL_BANDS);
    expect(TRAVEL_BANDS.map((end) => travelBandOf(end + 1))).toEqual([20, 30, 45, 'beyond']);
  });

  it('puts an open door before a nearer closed one of the same band, never before a nearer band', () => {
    expect(order(entry('closed', 11, { opening: closed }), entry('open', 19))).toEqual([
      'open',
      'closed',
    ]);
    expect(order(entry('closed', 9, { opening: closed }), entry('open', 11))).toEqual([
      'closed',
      'open',
    ]);
  });

  it('puts unknown hours between open and closed, and appointments with open', () => {
    expect(
      order(
        entry('closed', 5, { opening: closed }),
        entry('unknown', 6, { opening: { state: 'unknown' } }),
        entry('appointment', 8, { opening: { state: 'by_appointment' } }),
        entry('open', 9),
      ),
    ).toEqual(['appointment', 'open', 'unknown', 'closed']);
  });

  it('then goes by freshness, distance and identifier', () => {
    expect(
      order(
        entry('d', 5, { freshness: 'to_confirm' }),
        entry('c', 9),
        entry('b', 7),
        entry('a', 7),
        entry('z', 9, { freshness: 'confirmed' }),
      ),
    ).toEqual(['z', 'a', 'b', 'c', 'd']);
  });

  it('tells why: the band and whether it can be used', () => {
    expect(rankEntries([entry('a', 12, { opening: closed })])[0]).toMatchObject({
      band: 20,
      availability: 'closed',
    });
  });

  it('is the same whatever the order the entries come in', () => {
    const anyEntry = fc
      .record({
        id: fc.string({ minLength: 1, maxLength: 3 }),
        minutes: fc.option(fc.integer({ min: 0, max: 60 })),
        opening: fc.constantFrom<OpeningState>(open, closed, { state: 'unknown' }),
        freshness: fc.constantFrom('confirmed', 'dated', 'to_confirm'),
      })
      .map(({ id, minutes, opening, freshness }) => entry(id, minutes, { opening, freshness }));
    fc.assert(
      fc.property(
        fc
          .uniqueArray(anyEntry, { selector: ({ id }) => id })
          .chain((entries) =>
            fc.tuple(
              fc.constant(entries),
              fc.shuffledSubarray(entries, { minLength: entries.length }),
            ),
          ),
        ([entries, shuffled]) => {
          expect(order(...shuffled)).toEqual(order(...entries));
        },
      ),
    );
  });
});
