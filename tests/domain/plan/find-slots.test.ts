import { beforeAll, describe, expect, test } from 'vitest';
import { type DayView, dayView } from '#domain/journey/day-view.ts';
import { findSlots } from '#domain/journey/find-slots.ts';
import { mayBeHad } from '#domain/journey/fits-person.ts';
import type { JourneyRequest, SlotRequest } from '#domain/journey/journey.ts';
import { planJourney } from '#domain/journey/plan-journey.ts';
import { estimateRoads } from '#domain/journey/road-times.ts';
import { DEMO_OFFERS } from '#seeds/demo/transport/offers.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import {
  journeyRequest,
  lineTimetable,
  offer,
  town,
  townNetwork,
  volunteers,
} from '#tests/domain/plan/drawn-plan.ts';
import {
  aubeterre,
  chalaisDoctor,
  cityDoctor,
  clock,
  hospital,
  montmoreau,
  plainRoads,
  readTrains,
} from '#tests/domain/plan/sud-charente.ts';
import { everywhere, travelPattern } from '#tests/domain/transport/drawn.ts';

const { appointment: _, ...person } = journeyRequest({ from: town });
const NOW = { date: '2025-02-03', minute: 600 };

describe('the hours of a fortnight', () => {
  const timetable = lineTimetable();
  const context = {
    now: NOW,
    offers: [townNetwork()],
    roads: estimateRoads,
    viewOf: (date: string) => dayView(timetable, date),
  };

  test('are every half-hour from 8:00 to 18:30, on as many days as asked', () => {
    const { days } = findSlots(
      { ...person, fromDate: '2025-02-11', dayCount: 14, durationMinutes: 30 },
      context,
    );
    expect(days.map(({ date }) => date)).toEqual(
      Array.from({ length: 14 }, (_none, day) => `2025-02-${11 + day}`),
    );
    expect(days[0]?.slots.map(({ minute }) => minute)).toEqual(
      Array.from({ length: 22 }, (_none, half) => 480 + 30 * half),
    );
  });

  test('follow the trains: after the first there, before the last back', () => {
    const { days } = findSlots(
      { ...person, fromDate: '2025-02-11', dayCount: 1, durationMinutes: 30 },
      context,
    );
    const reachable = days[0]?.slots.filter(({ status }) => status === 'reachable');
    // There at 8:17 and ten minutes on foot; the last train home leaves at 17:43.
    expect(reachable?.[0]?.minute).toBe(clock('9:00'));
    expect(reachable?.at(-1)?.minute).toBe(clock('16:30'));
    expect(days[0]?.slots[0]).toEqual({ minute: 480, status: 'not_reachable', way: null });
  });

  test('name the public holidays and the days no timetable covers', () => {
    const { days } = findSlots(
      { ...person, fromDate: '2025-12-24', dayCount: 9, durationMinutes: 30 },
      context,
    );
    expect(days.find(({ date }) => date === '2025-12-25')?.holiday).toBe('Noël');
    expect(days.map(({ timetableKnown }) => timetableKnown)).toEqual(
      days.map(({ date }) => date < '2026-01-01'),
    );
  });

  test('already past are not reachable', () => {
    const { days } = findSlots(
      { ...person, fromDate: NOW.date, dayCount: 1, durationMinutes: 30 },
      context,
    );
    const early = days[0]?.slots.filter(({ minute }) => minute <= NOW.minute);
    expect(early?.every(({ status }) => status === 'not_reachable')).toBe(true);
  });

  test('are refused for more days than a fortnight', () => {
    const ask = { ...person, fromDate: '2025-02-11', durationMinutes: 30 };
    expect(() => findSlots({ ...ask, dayCount: 15 }, context)).toThrow(
      'Slots are found for 1 to 14 days, not for 15.',
    );
    expect(() => findSlots({ ...ask, dayCount: 0 }, context)).toThrow(RangeError);
  });

  test('are not open by a ride no doctor prescribed yet', () => {
    const taxi = offer({
      id: 'taxi',
      kind: 'taxi',
      patterns: [travelPattern({ origin: everywhere })],
      eligibility: { criterion: { kind: 'prescription' }, proof: null, weight: 'hard' },
    });
    const ask = { ...person, fromDate: '2025-02-12', dayCount: 1, durationMinutes: 30 };
    const statuses = (profile: SlotRequest['profile'], offers = [taxi]) => {
      const answer = findSlots({ ...ask, profile }, { ...context, offers, viewOf: () => null });
      return [...new Set(answer.days[0]?.slots.map(({ status, way }) => `${status} ${way?.kind}`))];
    };
    expect(statuses({})).toEqual(['not_reachable undefined']);
    expect(statuses({ prescription: true })).toEqual(['to_check taxi']);
    expect(statuses({}, [taxi, volunteers()])).toEqual(['to_check volunteer']);
  });

  test('with a home to come to, the volunteers make a slot possible to check', () => {
    const { days } = findSlots(
      { ...person, fromDate: '2025-02-12', dayCount: 1, durationMinutes: 30 },
      { ...context, offers: [volunteers()], viewOf: () => null },
    );
    expect(days[0]?.slots.every(({ status }) => status === 'to_check')).toBe(true);
    expect(days[0]?.timetableKnown).toBe(false);
  });
});

const zip = sharedFile('data/gtfs/ter-charente-2025.zip', 'Slots against plans on real trains');

describe.runIf(zip)('a slot says what a plan for that hour says', () => {
  let viewOf: (date: string) => DayView;

  beforeAll(async () => {
    viewOf = await readTrains(zip ?? '');
  });

  const people: [name: string, request: Partial<SlotRequest>][] = [
    ['by train to the hospital', { from: montmoreau, to: hospital }],
    ['of unknown length', { from: montmoreau, to: hospital, durationMinutes: null }],
    ['fed by volunteers', { from: aubeterre, to: cityDoctor, durationMinutes: 90 }],
    [
      'fed, registered',
      {
        from: aubeterre,
        to: hospital,
        profile: { registrations: { 'mosc-transport-solidaire': true } },
      },
    ],
    [
      'with a car',
      { from: aubeterre, to: hospital, mode: 'car', profile: { prescription: false } },
    ],
    ['in a wheelchair', { from: montmoreau, to: chalaisDoctor, needs: ['wheelchair'] }],
    [
      'who may ride with nobody',
      {
        from: montmoreau,
        to: cityDoctor,
        profile: { hasLicence: true, prescription: false, ageYears: 40 },
      },
    ],
  ];

  test.each(people)('for somebody %s', (_name, change) => {
    const request: SlotRequest = {
      from: montmoreau,
      to: hospital,
      mode: 'no_car',
      profile: {},
      needs: [],
      fromDate: '2025-02-14',
      dayCount: 5,
      durationMinutes: 45,
      ...change,
    };
    const context = { now: NOW, offers: DEMO_OFFERS, roads: plainRoads, viewOf };
    const { days } = findSlots(request, context);
    const { fromDate: _from, dayCount: _count, durationMinutes, ...asked } = request;
    let checked = 0;
    for (const { date, slots } of days) {
      for (const { minute, status, way } of slots) {
        const one: JourneyRequest = { ...asked, appointment: { date, minute, durationMinutes } };
        const { options } = planJourney(one, { ...context, view: viewOf(date) });
        const best = options.find(mayBeHad);
        const expected = !best ? 'not_reachable' : best.tier === 0 ? 'reachable' : 'to_check';
        expect({ date, minute, status, way: way?.id, departs: way?.departMinute }).toEqual({
          date,
          minute,
          status: expected,
          way: best?.id,
          departs: best?.outbound.departMinute,
        });
        checked += 1;
      }
    }
    expect(checked).toBe(5 * 22);
  });
});
