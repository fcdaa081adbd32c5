// Does an offer kept for those who have no other way know what the plan itself has found?

import { describe, expect, test } from 'vitest';
import { dayView } from '#domain/journey/day-view.ts';
import type { JourneyOption, JourneyRequest } from '#domain/journey/journey.ts';
import { type PlanContext, planJourney } from '#domain/journey/plan-journey.ts';
import { estimateRoads } from '#domain/journey/road-times.ts';
import {
  citySurgery,
  journeyRequest,
  lineTimetable,
  town,
  village,
  volunteers,
} from '#tests/domain/plan/drawn-plan.ts';

const TIMETABLE = lineTimetable();
const lastResort = volunteers({
  eligibility: { criterion: { kind: 'no_other_solution' }, proof: null, weight: 'hard' },
});

function volunteer(
  request: Partial<JourneyRequest>,
  context: Partial<PlanContext> = {},
): JourneyOption {
  const asked = journeyRequest({ profile: { registrations: { volunteers: true } }, ...request });
  const { options } = planJourney(asked, {
    now: { date: '2025-01-27', minute: 600 },
    offers: [lastResort],
    roads: estimateRoads,
    view: dayView(TIMETABLE, asked.appointment.date),
    ...context,
  });
  const found = options.find(({ kind }) => kind === 'volunteer');
  if (!found) throw new Error('The volunteers take nobody.');
  return found;
}

const nowhereByLine = { from: village, to: { ...town, name: 'Cabinet du bourg' } };
const byLine = { from: town, to: citySurgery };

describe('an offer kept for those who have no other way', () => {
  test('takes the person when the timetables of the day have none', () => {
    const option = volunteer(nowhereByLine);
    expect(option.eligibility).toMatchObject({
      value: true,
      reasons: [{ criterion: { kind: 'no_other_solution' }, value: true }],
    });
    expect(option.tier).toBe(0);
    // Said all the same, and listed after the others.
    expect(option.notes).toContainEqual({ code: 'last_resort' });
  });

  test('is to be asked when a line goes there and back: it may not suit the person', () => {
    const option = volunteer(byLine);
    expect([option.eligibility.value, option.tier]).toEqual([null, 1]);
  });

  test('is to be asked when the timetables of that day are not known', () => {
    for (const context of [
      { view: null },
      { view: dayView(TIMETABLE, '2026-02-10') },
      { view: dayView(TIMETABLE, '2026-02-10', { referenceDays: false }) },
    ]) {
      expect(volunteer(nowhereByLine, context).eligibility.value).toBeNull();
    }
  });

  test('is to be asked of those who have a car or are driven', () => {
    for (const mode of ['car', 'driven'] as const) {
      expect(volunteer({ ...nowhereByLine, mode }).eligibility.value).toBeNull();
    }
  });

  test('does not count itself as another way, nor another of its kind', () => {
    const asked = journeyRequest({
      ...nowhereByLine,
      profile: { registrations: { volunteers: true } },
    });
    const { options } = planJourney(asked, {
      now: { date: '2025-01-27', minute: 600 },
      offers: [
        { ...lastResort, id: 'bus', kind: 'on_demand' },
        { ...lastResort, id: 'drivers' },
      ],
      roads: estimateRoads,
      view: dayView(TIMETABLE, asked.appointment.date),
    });
    const rides = options.filter(({ kind }) => kind === 'on_demand' || kind === 'volunteer');
    expect(rides.map(({ eligibility }) => eligibility.value)).toEqual([true, true]);
  });
});
