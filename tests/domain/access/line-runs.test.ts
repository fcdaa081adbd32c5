// Are the lines sent to try other hours on those of the timetable, near homes and care, on the days they run?

import { describe, expect, it } from 'vitest';
import { numbersIn } from '#domain/access/base-64.ts';
import { slotsOfUsualHours } from '#domain/access/day-slots.ts';
import { addRides, nearStops, rideHalfDays } from '#domain/access/direct-rides.ts';
import { maskOf } from '#domain/access/half-days.ts';
import { lineRuns } from '#domain/access/line-runs.ts';
import type { LonLat } from '#domain/geo.ts';
import type { LineMark } from '#domain/transport/line-overlay.ts';
import { lineTimetable } from '#tests/domain/plan/drawn-plan.ts';

const MONDAY = '2025-03-17';
const EVERY_DAY = 0b111_1111;
const timetable = lineTimetable();
const stops = timetable.stops.filter(({ point }) => point !== undefined);
const [town, city] = [stops[0]?.point ?? [0, 0], stops[1]?.point ?? [0, 0]] as [LonLat, LonLat];

describe('the lines of a week', () => {
  it('have the runs of the timetable, in minutes, with the days they run', () => {
    const found = lineRuns(timetable, [], MONDAY, [town, city]);
    expect(found.lines).toHaveLength(1);
    const patterns = (found.lines[0]?.patterns ?? []).map(({ stops: calls, runs }) => ({
      from: found.stops[calls[0] ?? 0],
      runs: [...numbersIn(runs, 2)],
    }));
    expect(patterns).toHaveLength(2);
    const up = patterns.find(({ from }) => from?.join() === town.join());
    expect(up?.runs).toEqual([EVERY_DAY, 476, 497, 476, 497, EVERY_DAY, 776, 797, 776, 797]);
  });

  it('leave out what calls far from homes and care, and what an organization hid', () => {
    expect(lineRuns(timetable, [], MONDAY, [town]).lines).toEqual([]);
    const route = timetable.routes[0];
    const hidden: LineMark = {
      ...{ kind: 'hidden', id: 'm', target: 'route', note: '', saidBy: 'ici' },
      ...{ saidOn: MONDAY, feedId: route?.feedId ?? '', targetId: route?.id ?? '' },
    };
    expect(lineRuns(timetable, [hidden], MONDAY, [town, city]).lines).toEqual([]);
  });

  it('give the half-days on which one goes and comes back without a change', () => {
    const { lines, stops: points } = lineRuns(timetable, [], MONDAY, [town, city]);
    const near = { homes: nearStops(points, [town]), sites: nearStops(points, [city]) };
    const patterns = (lines[0]?.patterns ?? []).map(({ stops: calls, runs }) => {
      const numbers = [...numbersIn(runs, 2)];
      const length = 1 + 2 * calls.length;
      const count = numbers.length / length;
      return {
        stops: calls,
        runs: Array.from({ length: count }, (_, run) => ({
          weekdays: numbers[run * length] ?? 0,
          times: numbers.slice(run * length + 1, (run + 1) * length),
        })),
      };
    });
    const slots = slotsOfUsualHours(maskOf([0, 1, 4]));
    const rides = addRides(new Map(), patterns, near, 1).get(0);
    // There at 8:17 and 13:17, back at 12:39 and 17:43.
    expect(rideHalfDays(rides, slots)).toBe(maskOf([0, 1, 4]));
    const late = addRides(new Map(), patterns, near, 1, [480, 0, 0, 0, 0, 0, 0]).get(0);
    expect(rideHalfDays(late, slots)).toBe(maskOf([1, 4]));
  });
});
