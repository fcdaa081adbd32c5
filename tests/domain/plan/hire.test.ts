// A vehicle hired or lent as a way to care and back: reached, paid for the time it is kept, brought back.

import { describe, expect, test } from 'vitest';
import type { FareComponent } from '#domain/transport/fare.ts';
import {
  at,
  codes,
  FAR,
  hire,
  modes,
  NEAR,
  pays,
  plan,
  TUESDAY,
  wayOf,
} from '#tests/domain/plan/drawn-hire.ts';
import { offer, town, village } from '#tests/domain/plan/drawn-plan.ts';
import { clock } from '#tests/domain/plan/sud-charente.ts';
import {
  bookingRule,
  everywhere,
  provenance,
  serviceCalendar,
  travelPattern,
} from '#tests/domain/transport/drawn.ts';

describe('a car hired near home', () => {
  const way = wayOf({ appointment: at(TUESDAY, '10:00') }, [hire()]);
  const walk = way.outbound.legs[0];
  const drive = way.outbound.legs[1];

  test('is reached on foot, driven there, driven back, and left before walking home', () => {
    expect(modes(way.outbound)).toEqual(['walk', 'car']);
    expect(modes(way.back)).toEqual(['car', 'walk']);
    expect(way.back?.legs[0]?.from.name).toBe(town.name);
    expect(way.back?.legs.at(-1)?.to.name).toBe(village.name);
    expect(way.hire).toMatchObject({ vehicle: 'car', placeName: 'Le garage', fetch: null });
    expect(way.tier).toBe(0);
  });

  test('leaves the time of papers and keys, and arrives in time by road', () => {
    expect(drive?.departMinute).toBe((walk?.arriveMinute ?? 0) + 10);
    expect(drive?.arriveMinute).toBe(clock('9:50'));
    expect(way.hire?.fromMinute).toBe(walk?.arriveMinute);
    expect(way.back?.departMinute).toBe(clock('10:55'));
    expect(way.back?.legs[1]?.departMinute).toBe((way.hire?.toMinute ?? 0) + 10);
  });

  test('costs the time it is kept, the deposit apart, and is booked before it is fetched', () => {
    const deposit: FareComponent = { kind: 'deposit', cents: 30_000, note: null, provenance };
    const dear = pays('moped', 99_900, 1);
    const { price, calls } = wayOf({ appointment: at(TUESDAY, '10:00', 420) }, [
      hire({ offer: { fares: [pays('car', 300, 1), deposit, dear] } }),
    ]);
    // From 9:0x to 17:2x: nine hours; the scooter of the same offer is not counted.
    expect(price).toMatchObject({ minCents: 2700, maxCents: 2700, partial: false });
    expect(price.lines.find(({ code }) => code === 'deposit')?.minCents).toBe(30_000);
    expect(calls[0]).toMatchObject({
      rides: [],
      hire: { vehicle: 'car', placeName: 'Le garage', from: { date: TUESDAY } },
      deadline: { limit: { date: '2025-02-10', minute: 1020 } },
    });
  });

  test('is for nobody who has a car already', () => {
    const all = plan({ mode: 'car' }, [hire()]);
    expect([...all.options, ...all.almost].map(({ kind }) => kind)).toEqual(['own_car']);
  });

  test('is reached by whoever drives the person there, when that is quicker', () => {
    const { outbound, back } = wayOf({ mode: 'driven' }, [hire({ at: FAR })]);
    expect(outbound.legs.map(({ mode, offerId }) => [mode, offerId])).toEqual([
      ['car', null],
      ['car', 'hire'],
    ]);
    expect(back?.legs.map(({ offerId }) => offerId)).toEqual(['hire', null]);
  });
});

describe('a vehicle too far to walk to', () => {
  test('is kept apart, with how far it is, and never without a way back', () => {
    const way = wayOf({}, [hire({ at: FAR })]);
    expect(way.tier).toBe(3);
    expect(codes(way)).toContain('hire_out_of_reach');
    expect(way.back).not.toBeNull();
  });

  test('is reached where the same offer has another place, nearer', () => {
    const places = [FAR, NEAR].map((point, index) => ({
      name: `Place ${index}`,
      address: null,
      insee: null,
      point,
    }));
    expect(wayOf({}, [hire({ offer: { places } })]).hire?.placeName).toBe('Place 1');
  });

  test('is not even listed at the other end of the country', () => {
    const { options, almost } = plan({}, [hire({ at: [2.35, 48.85] })]);
    expect([...options, ...almost]).toEqual([]);
  });

  test('comes home when the offer brings it there, and is kept for as long', () => {
    const brought = hire({ at: null, pattern: { pickup: 'door' } });
    const way = wayOf({ appointment: at(TUESDAY, '10:00') }, [brought]);
    expect(way.tier).toBe(0);
    expect(way.hire).toMatchObject({ isDelivered: true, placeName: null, fetch: null });
    expect(modes(way.outbound)).toEqual(['car']);
    expect(way.hire?.fromMinute).toBe((way.outbound.departMinute ?? 0) - 10);
    expect(way.hire?.toMinute).toBe(way.back?.arriveMinute);
  });
});

describe('what is not known of it', () => {
  test('without a known place it is kept apart: nobody is sent nowhere', () => {
    const way = wayOf({}, [hire({ at: null, pattern: { origin: everywhere } })]);
    expect(way).toMatchObject({ tier: 3, hire: { fromMinute: null, placeName: null } });
    expect(codes(way)).toContain('hire_place_unknown');
    expect(way.price).toMatchObject({ minCents: 900, partial: true });
  });

  test('an offer that says no vehicle proposes none', () => {
    const { options, almost } = plan({}, [hire({ offer: { fares: [] } })]);
    expect([...options, ...almost]).toEqual([]);
  });

  test('a way only to be driven by who may not drive does not stop looking for another', () => {
    const { changes } = plan({ profile: {} }, [
      hire(),
      offer({
        id: 'ride',
        kind: 'on_demand',
        booking: bookingRule({ channels: ['none'] }),
        patterns: [
          travelPattern({
            id: 'ride-door',
            origin: everywhere,
            calendar: serviceCalendar({ weekdays: [3] }),
          }),
        ],
      }),
    ]);
    expect(changes).toMatchObject([{ kind: 'other_day', date: '2025-02-12' }]);
  });
});
