// Is a person told the right reason when an offer has hours of its own on some days?

import { expect, test } from 'vitest';
import { planJourney } from '#domain/journey/plan-journey.ts';
import type { TravelPattern } from '#domain/transport/offer.ts';
import { journeyRequest, volunteers } from '#tests/domain/plan/drawn-plan.ts';
import { clock, plainRoads } from '#tests/domain/plan/sud-charente.ts';

const AFTERNOON = [{ from: clock('14:00'), to: clock('18:00') }];

/** Any hour on `days`; afternoons only on `apart`. */
function notesOn(date: string, days: readonly number[], apart: readonly number[]) {
  const base = volunteers();
  const [pattern] = base.patterns;
  if (pattern === undefined) throw new Error('Volunteers have a way of working');
  const on = (id: string, weekdays: readonly number[], change: Partial<TravelPattern> = {}) => ({
    ...pattern,
    ...change,
    id,
    calendar: { ...pattern.calendar, weekdays },
  });
  const patterns = [on('any-hour', days), on('afternoon', apart, { windows: AFTERNOON })];
  const { options, almost } = planJourney(
    journeyRequest({ appointment: { date, minute: clock('10:00'), durationMinutes: 30 } }),
    {
      now: { date: '2025-01-27', minute: 600 },
      offers: [{ ...base, patterns }],
      view: null,
      roads: plainRoads,
    },
  );
  const isOurs = ({ kind }: (typeof options)[number]) => kind === 'volunteer';
  return { taken: options.find(isOurs), notes: almost.find(isOurs)?.notes ?? [] };
}

test('on a day with other hours the hours are said, not another day', () => {
  const { taken, notes } = notesOn('2025-02-11', [1, 3, 4, 5], [2]);
  expect(taken).toBeUndefined();
  expect(notes).toContainEqual({ code: 'outside_hours', windows: AFTERNOON });
  expect(notes.map(({ code }) => code)).not.toContain('not_running');
});

test('on the other days it is taken as before', () => {
  expect(notesOn('2025-02-12', [1, 3, 4, 5], [2]).taken).toBeDefined();
});

test('on a day without service the soonest day is said, whichever way of working it is of', () => {
  const { notes } = notesOn('2025-02-10', [4], [2]);
  expect(notes).toContainEqual({ code: 'not_running', nextDate: '2025-02-11' });
});
