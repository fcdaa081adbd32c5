// Without a car: does a change make, or unmake, the days it should, and those alone?

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodePairs } from '#domain/access/access-model.ts';
import { halfDay, maskOf } from '#domain/access/half-days.ts';
import { decodeReach, encodeReach, slotsBetween } from '#domain/access/no-car-model.ts';
import type { OnDemandChange, ScenarioChange } from '#domain/access/scenario-change.ts';
import { openDesk, tryChanges } from '#domain/access/scenario-desk.ts';
import { pairsFromRows } from '#domain/access/travel-pairs.ts';
import { VALLEY } from '#tests/support/access-model.ts';
import { DAYS, LINE_DAYS, VALLEY_DAYS } from '#tests/support/no-car-model.ts';

const desk = openDesk(VALLEY_DAYS);
const [AMONT, MILIEU, AVAL] = [0, 1, 2];
const pointOf = (place: number) => VALLEY.places[place]?.point ?? ([0, 0] as const);

function tried(...changes: ScenarioChange[]) {
  const { noCar, leftOut } = tryChanges(desk, changes);
  if (noCar === null) throw new Error('The days of the valley are known');
  return { ...noCar, leftOut, after: [...noCar.after], before: [...noCar.before] };
}
const days = (...weekdays: number[]): number =>
  maskOf(weekdays.flatMap((day) => [halfDay(day, 'morning'), halfDay(day, 'afternoon')]));

const onDemand: OnDemandChange = {
  kind: 'add_on_demand',
  id: 'tad',
  zone: ['16002'],
  destinations: ['16003'],
  weekdays: [1, 3],
  fromMinute: 480,
  toMinute: 1_080,
  waitMinutes: 10,
  durationFactor: 1.3,
  bookingDaysBefore: 1,
};
const BEFORE = [maskOf([0, 1, 2, 6]), LINE_DAYS, days(1, 2, 3, 4, 5)];

describe('without a change', () => {
  it('people have what the server computed, to the last half-day', () => {
    const { before, after, gainers, losers, sides } = tried();
    expect(before).toEqual(BEFORE);
    expect(after).toEqual(before);
    expect([gainers.people, losers.people]).toEqual([0, 0]);
    expect(sides.after).toEqual(sides.before);
    // 3 days for 1,000 people, 2 for 500, 5 for 2,000.
    expect(sides.before.meanDays).toBe(4);
    expect(sides.before.byWeekday).toEqual([3_000, 3_500, 2_000, 3_500, 2_000, 0, 0]);
  });

  it('a change that moves nothing leaves all as it was', () => {
    const retime = { kind: 'retime_line', line: 'reseau:L1', weekdays: [2, 4] } as const;
    expect(tried({ ...retime, shiftMinutes: 0 }).after).toEqual(BEFORE);
    const later = { ...retime, shiftMinutes: 45 };
    expect(tried(later, { ...later, shiftMinutes: -45 }).after).toEqual(BEFORE);
    expect(tried({ ...onDemand, weekdays: [7] }).after).toEqual(BEFORE);
  });
});

describe('a transport on demand', () => {
  it('takes its zone there and back on the days it runs and care is open, and nobody else', () => {
    const { after, gainers, losers, sides } = tried(onDemand);
    expect(after[MILIEU]).toBe(LINE_DAYS | days(1, 3));
    expect([after[AMONT], after[AVAL]]).toEqual([BEFORE[AMONT], BEFORE[AVAL]]);
    expect(gainers).toEqual({ places: [MILIEU], people: 500 });
    expect(losers.people).toBe(0);
    expect(sides.after.meanDays).toBeCloseTo(4 + (2 * 500) / 3_500, 12);
    expect(sides.after.byWeekday[2]).toBe(2_500);
  });

  it('makes no day on which care is closed, nor when no ride back is left in its hours', () => {
    expect(tried({ ...onDemand, weekdays: [6, 7] }).after).toEqual(BEFORE);
    // Open from 9:00: there at 9:00, seen until 9:30, and home after a wait and the drive.
    const drive = desk.noCar?.driveToSite(MILIEU, 1) ?? Number.NaN;
    const home = Math.ceil(540 + 30 + 10 + 1.3 * drive);
    const hours = { fromMinute: Math.floor(540 - 1.3 * drive), toMinute: home };
    expect(tried({ ...onDemand, ...hours, weekdays: [1] }).after[MILIEU]).toBe(
      LINE_DAYS | maskOf([0]),
    );
    expect(tried({ ...onDemand, ...hours, toMinute: home - 1, weekdays: [1] }).after[MILIEU]).toBe(
      LINE_DAYS,
    );
    // Afternoons alone.
    const late = { ...onDemand, fromMinute: 780, weekdays: [1] };
    expect(tried(late).after[MILIEU]).toBe(LINE_DAYS | maskOf([1]));
  });

  it('takes nobody more than an hour and a half from door to door', () => {
    const drive = desk.noCar?.driveToSite(MILIEU, 1) ?? Number.NaN;
    const most = Math.floor(90 - 1.3 * drive);
    expect(tried({ ...onDemand, waitMinutes: most }).gainers.people).toBe(500);
    expect(tried({ ...onDemand, waitMinutes: most + 1 }).gainers.people).toBe(0);
  });

  it('never takes a half-day away, whatever else is tried', () => {
    const others: ScenarioChange[] = [
      { kind: 'retime_line', line: 'reseau:L1', shiftMinutes: 180, weekdays: [2, 4] },
      { kind: 'move', site: 'cabinet-amont', to: pointOf(MILIEU) },
      { kind: 'retire', site: 'maison-aval', profession: 'gp', fullTime: null },
    ];
    const service = fc.record({
      zone: fc.subarray(['16001', '16002', '16003'], { minLength: 1 }),
      destinations: fc.subarray(['16001', '16002', '16003'], { minLength: 1 }),
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      fromMinute: fc.integer({ min: 0, max: 700 }),
      toMinute: fc.integer({ min: 701, max: 1_439 }),
      waitMinutes: fc.integer({ min: 0, max: 80 }),
    });
    fc.assert(
      fc.property(fc.subarray(others), service, (changes, own) => {
        const without = tried(...changes);
        const added = tried(...changes, { ...onDemand, ...own });
        for (const [home, mask] of without.after.entries()) {
          const more = added.after[home] ?? 0;
          expect(more & mask).toBe(mask);
          if (!own.zone.includes(DAYS.homes[home]?.insee ?? '')) expect(more).toBe(mask);
        }
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it('serves a site the scenario opens, and none that it closes', () => {
    const toAmont = { ...onDemand, destinations: ['16001'], weekdays: [5] };
    expect(tried(toAmont).after[MILIEU]).toBe(LINE_DAYS);
    const friday: ScenarioChange = {
      ...{ kind: 'advanced_consultation', id: 'x', at: pointOf(AMONT), profession: 'gp' },
      halfDays: [halfDay(5, 'morning')],
    };
    const both = tried(friday, toAmont);
    expect(both.after[MILIEU]).toBe(LINE_DAYS | maskOf([8]));
    expect(tried(toAmont, friday).after).toEqual(both.after);
    const closes: ScenarioChange = {
      ...{ kind: 'retire', site: 'maison-aval', profession: 'gp', fullTime: null },
    };
    const { after, leftOut } = tried(closes, onDemand);
    expect(after).toEqual([maskOf([0, 1, 2]), 0, 0]);
    expect(leftOut).toEqual([{ change: 1, reason: 'no_destination' }]);
  });

  it('is driven by the roads where they are loaded, and nowhere they say nothing of', () => {
    const row = (minutes: readonly (number | null)[]) => ({
      places: Uint32Array.from(minutes.flatMap((each, place) => (each === null ? [] : [place]))),
      tenths: Uint16Array.from(minutes.flatMap((each) => (each === null ? [] : [each * 10]))),
    });
    const pairs = (...rows: (readonly (number | null)[])[]) =>
      encodePairs(pairsFromRows(VALLEY.places.length, rows.map(row)));
    const roads = openDesk({
      ...VALLEY_DAYS,
      timesKind: 'roads',
      pairs: pairs([0, 9, 20], [null, 30, 0]),
      candidates: { places: [1], pairs: pairs([9, 0, 25]) },
    });
    expect(roads.noCar?.driveToSite(MILIEU, 1)).toBe(30);
    expect(roads.noCar?.driveToSite(AMONT, 1)).toBeNull();
    expect(roads.noCar?.driveToPoint(AVAL, pointOf(MILIEU))).toBe(25);
    const everywhere = { ...onDemand, zone: ['16001', '16002', '16003'], weekdays: [3] };
    const { noCar } = tryChanges(roads, [everywhere]);
    // Amont is on no road to Aval.
    expect([...(noCar?.after ?? [])]).toEqual([BEFORE[AMONT], LINE_DAYS | days(3), BEFORE[AVAL]]);
    const slow = { ...everywhere, durationFactor: 3 };
    expect([...(tryChanges(roads, [slow]).noCar?.after ?? [])]).toEqual(BEFORE);
  });

  it('that starts from nowhere, or leads to no care, is given back with the reason', () => {
    const { leftOut } = tried(
      { ...onDemand, zone: ['75056'] },
      { ...onDemand, destinations: ['16002'] },
    );
    expect(leftOut).toEqual([
      { change: 0, reason: 'no_home' },
      { change: 1, reason: 'no_destination' },
    ]);
  });
});

describe('a line that is added', () => {
  const line: Extract<ScenarioChange, { kind: 'add_line' }> = {
    kind: 'add_line',
    id: 'navette',
    stops: [
      { at: pointOf(MILIEU), minutesFromFirst: 0 },
      { at: pointOf(AVAL), minutesFromFirst: 12 },
    ],
    departures: [540],
    returnDepartures: [720],
    weekdays: [1],
  };

  it('makes a useful day of each day it goes there and comes back', () => {
    const { after, gainers, leftOut } = tried(line);
    expect(after[MILIEU]).toBe(LINE_DAYS | maskOf([0]));
    expect(gainers).toEqual({ places: [MILIEU], people: 500 });
    expect(leftOut).toEqual([]);
  });

  it('makes none without a way back, unless a line that is there comes back', () => {
    const oneWay = { ...line, returnDepartures: [] };
    expect(tried(oneWay).after).toEqual(BEFORE);
    expect(tried(oneWay).leftOut).toEqual([{ change: 0, reason: 'no_way_back' }]);
    // Thursday afternoon: down by the line of the morning, home by the one that is added.
    const home = { ...line, departures: [1_100], returnDepartures: [960], weekdays: [4] };
    expect(tried(home).after[MILIEU]).toBe(LINE_DAYS | maskOf([7]));
  });

  it('makes none when it arrives too late or leaves before one was seen', () => {
    expect(tried({ ...line, departures: [690] }).after).toEqual(BEFORE);
    expect(tried({ ...line, returnDepartures: [570] }).after).toEqual(BEFORE);
    // There at 9:12, first seen at 9:30, on the platform at 10:00.
    expect(tried({ ...line, returnDepartures: [603] }).after[MILIEU]).not.toBe(LINE_DAYS);
    expect(tried({ ...line, returnDepartures: [602] }).after[MILIEU]).toBe(LINE_DAYS);
  });

  it('that calls near nobody, or near no care, is given back with the reason', () => {
    const stopAt = (at: readonly [number, number], minutesFromFirst: number) => ({
      ...{ at, minutesFromFirst },
    });
    const reasonOf = (...stops: ReturnType<typeof stopAt>[]) => tried({ ...line, stops }).leftOut;
    expect(reasonOf(stopAt(pointOf(MILIEU), 0), stopAt([2, 47], 60))).toEqual([
      { change: 0, reason: 'no_destination' },
    ]);
    expect(reasonOf(stopAt([2, 47], 0), stopAt([2, 48], 60))).toEqual([
      { change: 0, reason: 'no_home' },
    ]);
  });
});

describe('a line that leaves at other hours', () => {
  const retime = (shiftMinutes: number, weekdays = [2, 4]): ScenarioChange => ({
    ...{ kind: 'retime_line', line: 'reseau:L1', shiftMinutes, weekdays },
  });

  it('takes away the days on which there is no more time to be seen', () => {
    // Down at 12:00, back at 15:00: no more visit in the morning, one from 14:00.
    const { after, losers } = tried(retime(180));
    expect(after[MILIEU]).toBe(maskOf([3, 7]));
    expect(losers.people).toBe(0);
    // On Tuesdays back at 8:00, before anybody receives; on Thursdays nothing changes.
    const tuesday = tried(retime(-240, [2]));
    expect(tuesday.after[MILIEU]).toBe(maskOf([6]));
    expect(tuesday.losers).toEqual({ places: [MILIEU], people: 500 });
    expect(tuesday.sides.after.byWeekday[1]).toBe(3_000);
  });

  it('takes nothing from who walks, nor when another way is the best one', () => {
    const { after } = tried(retime(-240));
    expect(after[AMONT]).toBe(maskOf([0, 1, 2]));
    expect(after[AVAL]).toBe(BEFORE[AVAL]);
    const homes = DAYS.homes.map((home) => ({ ...home, lineMask: 0 }));
    const booked = openDesk({ ...VALLEY_DAYS, noCar: { ...DAYS, homes } });
    expect([...(tryChanges(booked, [retime(-240)]).noCar?.after ?? [])]).toEqual(BEFORE);
  });

  it('may give days there were not', () => {
    const early = { ...DAYS, reached: encodeReach([[], [{ item: 1, mask: 0, counts: true }], []]) };
    const model = openDesk({ ...VALLEY_DAYS, noCar: early });
    const after = tryChanges(model, [retime(180)]).noCar?.after ?? [];
    expect(after[MILIEU]).toBe(maskOf([3, 7]));
  });

  it('that nobody knows is given back with the reason', () => {
    const unknown: ScenarioChange = {
      ...{ kind: 'retime_line', line: 'L99', shiftMinutes: 5, weekdays: [1] },
    };
    expect(tried(unknown).leftOut).toEqual([{ change: 0, reason: 'unknown_line' }]);
  });
});

describe('changes of care', () => {
  it('a practice that closes makes no day useful any more', () => {
    const closes: ScenarioChange = {
      ...{ kind: 'retire', site: 'cabinet-amont', profession: 'gp', fullTime: null },
    };
    const { after, losers } = tried(closes);
    expect(after).toEqual([LINE_DAYS, LINE_DAYS, BEFORE[AVAL]]);
    // Monday is lost; Tuesday is there by the line.
    expect(losers).toEqual({ places: [AMONT], people: 1_000 });
    const half: ScenarioChange = { ...closes, fullTime: 0.5 };
    expect(tried(half).after).toEqual(BEFORE);
  });

  it('the next place known takes over from one that closes', () => {
    const reached = encodeReach([
      [
        { item: 0, mask: 1, counts: true },
        { item: 1, mask: LINE_DAYS, counts: false },
      ],
      [],
      [],
    ]);
    const model = openDesk({ ...VALLEY_DAYS, noCar: { ...DAYS, reached } });
    const closes: ScenarioChange = {
      ...{ kind: 'retire', site: 'cabinet-amont', profession: 'gp', fullTime: null },
    };
    expect(tryChanges(model, []).noCar?.after[AMONT]).toBe(1);
    expect(tryChanges(model, [closes]).noCar?.after[AMONT]).toBe(LINE_DAYS);
  });

  it('one that opens is for who walks there, and who already reaches what is beside it', () => {
    const open = (place: number, ...halfDays: number[]): ScenarioChange => ({
      ...{ kind: 'open_site', id: 'msp', at: pointOf(place) },
      ...{ staff: [{ profession: 'gp', fullTime: 1 }], halfDays },
    });
    const wednesday = tried(open(MILIEU, 4, 5));
    expect(wednesday.after).toEqual([BEFORE[AMONT], LINE_DAYS | days(3), BEFORE[AVAL]]);
    const saturday = tried(open(AVAL, 2, 10));
    expect(saturday.after[AVAL]).toBe((BEFORE[AVAL] ?? 0) | maskOf([10]));
    expect(saturday.after[MILIEU]).toBe(LINE_DAYS);
  });

  it('one that moves takes its hours along, and leaves its place', () => {
    const { after } = tried({ kind: 'move', site: 'cabinet-amont', to: pointOf(MILIEU) });
    expect(after[AMONT]).toBe(LINE_DAYS);
    expect(after[MILIEU]).toBe(LINE_DAYS | maskOf([0, 1, 2]));
  });

  it('half-days that are added are for who walks, and by the line', () => {
    const more: ScenarioChange = {
      ...{ kind: 'extend_hours', site: 'cabinet-amont', profession: 'gp' },
      ...{ halfDays: [8], addedFullTime: 0.1 },
    };
    expect(tried(more).after).toEqual([
      (BEFORE[AMONT] ?? 0) | maskOf([8]),
      LINE_DAYS,
      BEFORE[AVAL],
    ]);
  });

  it('a stop of every other week makes no day of each week, and says so', () => {
    const unit = (everyWeeks: number): ScenarioChange => ({
      ...{ kind: 'mobile_unit', id: 'bus', profession: 'gp' },
      stops: [{ at: pointOf(MILIEU), halfDays: [8], everyWeeks }],
    });
    expect(tried(unit(1)).after[MILIEU]).toBe(LINE_DAYS | maskOf([8]));
    expect(tried(unit(2)).after).toEqual(BEFORE);
    expect(tried(unit(2)).leftOut).toEqual([{ change: 0, reason: 'not_weekly' }]);
  });
});

describe('where days without a car are not known', () => {
  it('nothing is told of them, and changes of transport are given back; by car all is as before', () => {
    const unknown = openDesk(VALLEY);
    const { noCar, leftOut, before, after } = tryChanges(unknown, [onDemand]);
    expect(noCar).toBeNull();
    expect(leftOut).toEqual([{ change: 0, reason: 'days_unknown' }]);
    expect([...after]).toEqual([...before]);
  });

  it('a change of transport changes nothing by car, nor the number of the others', () => {
    const gone: ScenarioChange = {
      ...{ kind: 'retire', site: 'nulle-part', profession: 'gp', fullTime: null },
    };
    const { before, after, leftOut } = tryChanges(desk, [onDemand, gone]);
    expect([...after]).toEqual([...before]);
    expect(leftOut).toEqual([{ change: 1, reason: 'unknown_site' }]);
  });
});

describe('what is sent of days without a car', () => {
  it('reads back as it was, and is refused when cut', () => {
    const reach = [
      [{ item: 3, mask: 0x3fff, counts: true }],
      [],
      [{ item: 0, mask: 0, counts: false }],
    ];
    const sent = encodeReach(reach);
    expect(decodeReach(sent, 3, 4)).toEqual(reach);
    expect(() => decodeReach(sent, 2, 4)).toThrow('those of 2 homes');
    expect(() => decodeReach(sent, 3, 3)).toThrow('to 3 places');
  });

  it('half-hours of a day begin at eight and end at half past six', () => {
    expect(slotsBetween(480, 480)).toBe(1);
    expect(slotsBetween(481, 509)).toBe(0);
    expect(slotsBetween(0, 1_439)).toBe(2 ** 22 - 1);
  });
});
