// Can the model say on-demand transport, shared cars and rentals as they are published?

import { describe, expect, it } from 'vitest';
import type { LonLat } from '#domain/geo.ts';
import { parseMoment } from '#domain/time.ts';
import { deadlineOf } from '#domain/transport/booking-deadline.ts';
import type { Eligibility } from '#domain/transport/eligibility.ts';
import { evaluateEligibility } from '#domain/transport/evaluate-eligibility.ts';
import type { FareComponent } from '#domain/transport/fare.ts';
import type { TravelPattern } from '#domain/transport/offer.ts';
import { patternServes } from '#domain/transport/pattern-serves.ts';
import { priceOf } from '#domain/transport/price-of.ts';
import { runsOn } from '#domain/transport/runs-on.ts';
import {
  bookingRule,
  communes,
  lineHours,
  namedPoints,
  provenance,
  serviceCalendar,
  slots,
  travelPattern,
} from '#tests/domain/transport/drawn.ts';

const note = { note: null, provenance };
const HOME = { point: [0.1, 45.3] as LonLat, insee: '16020' };
const MARKET = { point: [0.1, 45.2] as LonLat, insee: '16073' };
const facts = {
  tripKm: 24,
  homeRoundTripKm: 24,
  driverLoopKm: null,
  waitMinutes: 0,
  roundTrip: true,
  member: null,
};

describe('an on-demand transport with two zones that do not join', () => {
  const week: Partial<TravelPattern> = {
    rule: 'within',
    bothWays: true,
    calendar: serviceCalendar({ holidays: 'closed' }),
    windows: slots('7-20'),
  };
  const weekend: Partial<TravelPattern> = {
    ...week,
    calendar: serviceCalendar({ weekdays: [6, 7], holidays: 'as_sunday' }),
    windows: slots('8-18'),
  };
  const patterns = ['16020', '16073'].flatMap((insee) =>
    [week, weekend].map((change) => travelPattern({ ...change, origin: communes(insee) })),
  );

  it('takes nobody from one zone to the other', () => {
    expect(patterns.some((pattern) => patternServes(pattern, HOME, MARKET))).toBe(false);
    expect(patterns.some((pattern) => patternServes(pattern, HOME, HOME))).toBe(true);
  });

  it('runs on a holiday with the hours of the weekend', () => {
    const hoursOn = (date: string) =>
      patterns
        .filter(({ calendar }) => runsOn(calendar, date))
        .map(({ windows }) => windows[0]?.from);
    expect(hoursOn('2026-05-26')).toEqual([420, 420]);
    expect(hoursOn('2026-05-25')).toEqual([480, 480]);
    expect(hoursOn('2026-05-24')).toEqual([480, 480]);
  });

  it('is booked from eight weeks before to 16:00 of the working day before', () => {
    const rule = bookingRule({
      notice: {
        kind: 'days_before',
        days: 1,
        businessDays: true,
        atMinute: 960,
        opensDaysBefore: 56,
        opensBusinessDays: false,
      },
      lineHours: lineHours(Array.from({ length: 7 }, (_, day) => (day < 5 ? '9-12 14-17' : ''))),
    });
    expect(deadlineOf(rule, parseMoment('2026-05-26T09:00'))).toEqual({
      opens: parseMoment('2026-03-31T00:00'),
      limit: parseMoment('2026-05-22T16:00'),
      answered: parseMoment('2026-05-22T16:00'),
    });
  });

  it('costs a ride, and names its book and its passes', () => {
    const fares: FareComponent[] = [
      { kind: 'flat', cents: 100, per: 'leg', ...note },
      { kind: 'pass', cents: 800, trips: 10, per: 'book', ...note },
      { kind: 'pass', cents: 2000, trips: null, per: 'month', ...note },
      { kind: 'pass', cents: 20_000, trips: null, per: 'year', ...note },
    ];
    const price = priceOf(fares, facts);
    expect(price).toMatchObject({ minCents: 200, maxCents: 200, partial: false });
    expect(price.lines).toHaveLength(4);
  });
});

describe('an on-demand transport to the market', () => {
  const pattern = travelPattern({
    rule: 'from_to',
    origin: communes('16020'),
    destination: namedPoints(['La halle', [0.1, 45.2], 300]),
    bothWays: true,
    calendar: serviceCalendar({ weekdays: [2, 4, 6] }),
    windows: slots('8:30-12:30'),
  });

  it('goes from home to the market and back, on its mornings only', () => {
    expect(patternServes(pattern, HOME, MARKET)).toBe(true);
    expect(patternServes(pattern, MARKET, HOME)).toBe(true);
    expect(patternServes(pattern, HOME, { point: [0.1, 45.22], insee: '16073' })).toBe(false);
    expect(
      ['2026-06-02', '2026-06-03', '2026-06-06'].map((d) => runsOn(pattern.calendar, d)),
    ).toEqual([true, false, true]);
  });
});

describe('what is driven by oneself', () => {
  it('costs by the day, or by the cheapest of six hours and a day', () => {
    const solidarityCar: FareComponent = {
      kind: 'period',
      options: [{ hours: 24, cents: 400 }],
      ...note,
    };
    const shared: FareComponent = {
      kind: 'period',
      options: [
        { hours: 6, cents: 800 },
        { hours: 24, cents: 1800 },
      ],
      ...note,
    };
    const cost = (component: FareComponent, awayMinutes: number) =>
      priceOf([component], { ...facts, awayMinutes }).maxCents;
    expect(cost(solidarityCar, 180)).toBe(400);
    expect(cost(solidarityCar, 1500)).toBe(800);
    expect(cost(shared, 300)).toBe(800);
    expect(cost(shared, 900)).toBe(1800);
  });

  it('may need a social worker’s referral, which is asked for and never refused here', () => {
    const eligibility: Eligibility = {
      all: [
        {
          criterion: { kind: 'referral', by: 'un travailleur social' },
          proof: 'Fiche de prescription',
          weight: 'hard',
        },
        { criterion: { kind: 'other', label: 'Emploi ou formation' }, proof: null, weight: 'hard' },
      ],
    };
    expect(evaluateEligibility(eligibility, { hasVehicle: false })).toMatchObject({
      value: null,
      reasons: [{ proof: 'Fiche de prescription' }, { value: null }],
    });
  });
});
