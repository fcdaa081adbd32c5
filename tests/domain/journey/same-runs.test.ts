import { expect, test } from 'vitest';
import { dayView } from '#domain/journey/day-view.ts';
import { shareNetworks } from '#domain/journey/same-runs.ts';
import { journeysDepartAfter } from '#domain/journey/transit-search.ts';
import { at, baseFiles, between, timetableOf } from './tiny-feed.ts';

const timetable = timetableOf(baseFiles());
const on = (date: string) => dayView(timetable, date);
const tuesday = on('2026-05-05');

test('a day on which the same vehicles run is searched over the same networks, at its own date', () => {
  const wednesday = on('2026-05-06');
  const shared = shareNetworks(wednesday, [on('2026-05-10'), tuesday]);
  expect([shared.forward, shared.backward]).toEqual([wednesday.forward, wednesday.backward]);
  expect(shared.forward).toBe(tuesday.forward);
  expect(shared.backward).toBe(tuesday.backward);
  expect([shared.date, shared.feedDays]).toEqual(['2026-05-06', wednesday.feedDays]);
  const { sources, targets } = between(shared, 'S1', 'S3');
  const found = journeysDepartAfter(shared, { sources, targets }, at('07:00'));
  expect(found).toEqual(journeysDepartAfter(wednesday, { sources, targets }, at('07:00')));
  expect(found).toHaveLength(1);
});

test('a day without its vehicles, or with none the morning after, keeps its own networks', () => {
  // Sunday; the eve of 14 May, on which nothing runs.
  for (const date of ['2026-05-10', '2026-05-13']) {
    const view = on(date);
    expect(shareNetworks(view, [tuesday])).toBe(view);
  }
});

test('days of two timetables share nothing', () => {
  const other = dayView(timetableOf(baseFiles()), '2026-05-05');
  expect(shareNetworks(other, [tuesday])).toBe(other);
});
