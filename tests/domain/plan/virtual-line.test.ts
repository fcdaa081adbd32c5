// Does an offer that has a timetable go by it, whatever its kind?

import { describe, expect, test } from 'vitest';
import { dayView } from '#domain/journey/day-view.ts';
import type { JourneyOption, JourneyRequest } from '#domain/journey/journey.ts';
import { planJourney } from '#domain/journey/plan-journey.ts';
import { estimateRoads } from '#domain/journey/road-times.ts';
import type { Offer } from '#domain/transport/offer.ts';
import {
  citySurgery,
  farHospital,
  journeyRequest,
  lineTimetable,
  offer,
  town,
  townNetwork,
  village,
} from '#tests/domain/plan/drawn-plan.ts';
import {
  bookingRule,
  everywhere,
  provenance,
  travelPattern,
} from '#tests/domain/transport/drawn.ts';

const TIMETABLE = lineTimetable();

/** Reserved to over-60s at 2 €, booked the day before; what it says beside its trips changes nothing. */
const virtual = offer({
  id: 'virtual',
  kind: 'virtual_line',
  feedId: 'line',
  patterns: [travelPattern({ id: 'anywhere', origin: everywhere, feeder: 'yes' })],
  booking: bookingRule(),
  fares: [{ kind: 'flat', cents: 200, per: 'leg', note: null, provenance }],
  eligibility: { criterion: { kind: 'age', min: 60, max: null }, proof: null, weight: 'hard' },
});

function plan(offers: readonly Offer[], request: Partial<JourneyRequest> = {}) {
  const asked = journeyRequest({ from: town, to: citySurgery, ...request });
  return planJourney(asked, {
    now: { date: '2025-02-10', minute: 600 },
    offers,
    roads: estimateRoads,
    view: dayView(TIMETABLE, asked.appointment.date),
  });
}

function withOffer(id: string, options: readonly JourneyOption[]): JourneyOption[] {
  return options.filter(({ offerIds }) => offerIds.includes(id));
}

describe('a virtual line with a timetable', () => {
  test('takes people by its trips, to be booked, at its price', () => {
    const [way, ...others] = withOffer(
      'virtual',
      plan([virtual], { profile: { ageYears: 70 } }).options,
    );
    expect(others).toEqual([]);
    expect(way?.outbound.legs.map(({ mode }) => mode)).toEqual(['walk', 'transit', 'walk']);
    expect(way?.outbound.legs[1]).toMatchObject({ departMinute: 476, offerName: virtual.name });
    expect(way?.state).toBe('soon');
    expect(way?.calls).toMatchObject([
      { offerId: 'virtual', deadline: { limit: { date: '2025-02-10', minute: 1020 } } },
    ]);
    expect(way?.price).toMatchObject({ minCents: 400, maxCents: 400 });
  });

  test('is for those it takes, and too late after its deadline', () => {
    const young = plan([virtual], { profile: { ageYears: 40 } });
    expect(young.options).toEqual([]);
    expect(young.almost[0]?.eligibility.value).toBe(false);
    const today = { date: '2025-02-10', minute: 840, durationMinutes: 45 };
    const late = plan([virtual], { profile: { ageYears: 70 }, appointment: today });
    expect(withOffer('virtual', late.almost)[0]?.state).toBe('too_late');
  });

  test('is no ride from door to door, nor to a station, at an hour it does not run', () => {
    const answer = plan([virtual], { from: village, profile: { ageYears: 70 } });
    const all = [...answer.options, ...answer.almost];
    expect(
      all.flatMap(({ outbound }) => outbound.legs).filter(({ mode }) => mode === 'ride'),
    ).toEqual([]);
  });
});

describe('a town network with a timetable', () => {
  test('is boarded by its trips, never as a bus of unknown hours', () => {
    const timed = { ...townNetwork(), feedId: 'line' };
    const ways = (network: Offer) => {
      const { options } = plan([network], { to: farHospital });
      return options.flatMap(({ notes }) => notes.map(({ code }) => code));
    };
    expect(ways(townNetwork())).toContain('timetable_missing');
    expect(ways(timed)).not.toContain('timetable_missing');
    const [way] = withOffer('town-network', plan([timed]).options);
    expect(way?.outbound.legs[1]?.offerName).toBe(timed.name);
  });

  test('is still told where its timetable is not in use', () => {
    const { options } = plan([{ ...townNetwork(), feedId: 'lost' }], { to: farHospital });
    expect(options[0]?.notes).toContainEqual({
      code: 'timetable_missing',
      offerName: townNetwork().name,
    });
  });
});
