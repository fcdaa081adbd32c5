// Which ride there goes with which ride back, and do both run on their own day?

import { describe, expect, test } from 'vitest';
import type { JourneyRequest } from '#domain/journey/journey.ts';
import { type PlanContext, planJourney } from '#domain/journey/plan-journey.ts';
import { rideDay } from '#domain/journey/ride-time.ts';
import type { Offer, TravelPattern } from '#domain/transport/offer.ts';
import { journeyRequest, offer, town, village } from '#tests/domain/plan/drawn-plan.ts';
import { clock, plainRoads } from '#tests/domain/plan/sud-charente.ts';
import {
  bookingRule,
  communes,
  serviceCalendar,
  travelPattern,
} from '#tests/domain/transport/drawn.ts';

const HOME = communes(village.insee ?? '');
const MARKET = communes(town.insee ?? '');
const RIDE = { rule: 'from_to', durationFactor: 1, durationOffsetSeconds: 0 } as const;

const there = (change: Partial<TravelPattern> = {}) =>
  travelPattern({
    ...RIDE,
    id: 'there',
    origin: HOME,
    destination: MARKET,
    roundTrip: 'forbidden',
    windows: [{ from: clock('8:00'), to: clock('10:30') }],
    ...change,
  });
const back = (change: Partial<TravelPattern> = {}) =>
  travelPattern({
    ...RIDE,
    id: 'back',
    origin: MARKET,
    destination: HOME,
    roundTrip: 'forbidden',
    windows: [{ from: clock('11:00'), to: clock('13:20') }],
    ...change,
  });
const bus = (patterns: TravelPattern[], change: Partial<Offer> = {}) =>
  offer({ id: 'bus', kind: 'on_demand', booking: bookingRule(), patterns, ...change });

function plan(
  offers: Offer[],
  request: Partial<JourneyRequest> = {},
  context: Partial<PlanContext> = {},
) {
  return planJourney(journeyRequest({ to: town, ...request }), {
    now: { date: '2025-01-27', minute: 600 },
    offers,
    roads: plainRoads,
    view: null,
    ...context,
  });
}

describe('the ride there in the morning and the ride home at noon', () => {
  test('of one offer make a way there and back, whatever the order they are written in', () => {
    for (const patterns of [
      [there(), back()],
      [back(), there()],
    ]) {
      const [way] = plan([bus(patterns)]).options;
      expect(way?.id).toBe('on_demand-bus-there+back');
      expect(way?.outbound.arriveMinute).toBe(590);
      expect(way?.back?.departMinute).toBe(clock('11:00'));
      expect(way?.calls).toHaveLength(1);
      expect(way?.calls[0]?.rides).toHaveLength(2);
    }
  });

  test('take the ones that run, and say why when one does not', () => {
    const saturday = serviceCalendar({ weekdays: [6] });
    const early = there({ id: 'saturday', calendar: saturday });
    expect(plan([bus([early, there(), back()])]).options[0]?.id).toBe('on_demand-bus-there+back');
    const closed = plan([bus([there(), back({ calendar: saturday })])]);
    expect(closed.options).toEqual([]);
    expect(closed.almost[0]?.notes).toContainEqual({ code: 'not_running', nextDate: '2025-02-15' });
  });

  test('are asked for together by an offer that wants both in one', () => {
    const required = { roundTrip: 'required' } as const;
    const answer = plan([bus([there(required), back(required)])]);
    expect(answer.options).toEqual([]);
  });

  test('may be of two offers, each called for its own', () => {
    const home = bus([back()], { id: 'home', name: 'Retour' });
    const [way, ...others] = plan([bus([there()]), home]).options;
    expect(others).toEqual([]);
    expect(way?.offerIds).toEqual(['bus', 'home']);
    expect(way?.calls.map(({ offerId, rides }) => [offerId, rides.length])).toEqual([
      ['bus', 1],
      ['home', 1],
    ]);
    expect(plan([bus([there()])]).almost[0]?.notes).toContainEqual({ code: 'no_return' });
  });

  test('of two offers are not paired with one that refuses the person or takes no call any more', () => {
    const refusing = {
      criterion: { kind: 'age', min: 60, max: null },
      proof: null,
      weight: 'hard',
    } as const;
    const home = bus([back()], { id: 'home', eligibility: refusing });
    expect(plan([bus([there()]), home], { profile: { ageYears: 40 } }).options).toEqual([]);
    expect(plan([bus([there()]), home], { profile: { ageYears: 70 } }).options).toHaveLength(1);
    const now = { date: '2025-02-10', minute: clock('18:00') };
    expect(plan([bus([there()]), bus([back()], { id: 'home' })], {}, { now }).options).toEqual([]);
  });
});

describe('a ride runs on its own day', () => {
  const days = serviceCalendar({ weekdays: [1, 2, 3, 4, 5, 6] });

  test('one home on the Sunday after is not that of the Saturday', () => {
    const night = { date: '2025-02-15', minute: 600, durationMinutes: 1440 };
    const both = travelPattern({ ...RIDE, origin: HOME, destination: MARKET, calendar: days });
    const answer = plan([bus([both])], { appointment: night });
    expect(answer.options).toEqual([]);
    // From Monday on, there and back both run.
    expect(answer.almost[0]?.notes).toContainEqual({ code: 'not_running', nextDate: '2025-02-17' });
    const friday = { ...night, date: '2025-02-14' };
    expect(plan([bus([both])], { appointment: friday }).options).toHaveLength(1);
  });

  test('within the hours of that day', () => {
    const windows = [{ from: clock('8:00'), to: clock('18:00') }];
    const both = travelPattern({
      ...RIDE,
      origin: HOME,
      destination: MARKET,
      calendar: days,
      windows,
    });
    const friday = { date: '2025-02-14', minute: 600, durationMinutes: 1440 };
    const [way] = plan([bus([both])], { appointment: friday }).options;
    expect(way?.back?.departMinute).toBe(1440 + clock('10:10'));
    const late = { ...friday, minute: clock('17:45') };
    const [, next] = [late, plan([bus([both])], { appointment: late })];
    expect(next.options).toEqual([]);
    expect(next.almost[0]?.notes).toContainEqual({ code: 'outside_hours', windows });
  });

  test('through midnight when the service goes on, and not when it stops there', () => {
    const night = { from: clock('20:00'), to: 1440 };
    const morning = { from: 0, to: clock('2:00') };
    const on = (windows: TravelPattern['windows'], weekdays = [1, 2, 3, 4, 5, 6, 7]) =>
      rideDay(
        travelPattern({ windows, calendar: serviceCalendar({ weekdays }) }),
        { date: '2025-02-15' },
        [[clock('23:50'), 1440 + 20]],
      ).blocked;
    expect(on([morning, night])).toBe(false);
    expect(on([night])).toBe(true);
    expect(on([morning, night], [1, 2, 3, 4, 5, 6])).toBe(true);
  });
});

describe('a ride of school days', () => {
  const term = (change: Partial<TravelPattern> = {}) =>
    bus([
      travelPattern({
        ...RIDE,
        rule: 'within',
        calendar: serviceCalendar({ school: 'term' }),
        ...change,
      }),
    ]);
  const asked = (insee: string, date: string) => ({
    from: { ...village, insee },
    appointment: { date, minute: 600, durationMinutes: 45 },
    profile: {},
  });
  const now = { now: { date: '2026-02-01', minute: 600 } };

  test('follows the holidays of where the person lives', () => {
    // Winter of 2026: zone A is on holiday on 10 February, zone B on 24 February.
    expect(plan([term()], asked('16900', '2026-02-10'), now).options).toEqual([]);
    expect(plan([term()], asked('85191', '2026-02-10'), now).options).toHaveLength(1);
    expect(plan([term()], asked('16900', '2026-02-24'), now).options).toHaveLength(1);
    expect(plan([term()], asked('85191', '2026-02-24'), now).options).toEqual([]);
  });

  test('is to check while nobody has published those of that date, or has others', () => {
    const note = { code: 'calendar_unknown' };
    const [later] = plan([term()], asked('16900', '2030-02-12'), now).options;
    expect(later?.tier).toBe(1);
    expect(later?.notes).toContainEqual(note);
    const [corsica] = plan([term()], asked('2A004', '2026-02-10'), now).options;
    expect(corsica?.notes).toContainEqual(note);
    const own = serviceCalendar({ school: 'term', schoolZone: 'B' });
    const [stated] = plan([term({ calendar: own })], asked('2A004', '2026-02-10'), now).options;
    expect(stated?.notes).not.toContainEqual(note);
  });
});
