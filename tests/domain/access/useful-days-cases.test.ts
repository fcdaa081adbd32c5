// The table « Useful days by hand » of api/domain/README.md: reckoned there from the printed times of line 13 and the
// rules of the association, and checked here on the offers of the demonstration and the published feed.

import { beforeAll, describe, expect, test } from 'vitest';
import type { CareSite } from '#domain/access/care-site.ts';
import { noCarEngine } from '#domain/access/no-car-engine.ts';
import { noCarOffers } from '#domain/access/no-car-offers.ts';
import { stateOf, usefulDayCounts } from '#domain/access/no-car-week.ts';
import type { AccessProfession } from '#domain/access/professions.ts';
import { referenceWeek } from '#domain/access/reference-week.ts';
import type { UsefulDayRow } from '#domain/access/useful-day-run.ts';
import type { HoursBlock } from '#domain/directory/directory.ts';
import type { JourneyPoint } from '#domain/journey/journey.ts';
import type { Timetable } from '#domain/journey/timetable.ts';
import { TER_DEMO_FEED_ID } from '#seeds/demo/timetable/line-13-rows.ts';
import { DEMO_OFFERS } from '#seeds/demo/transport/offers.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import {
  aubeterre,
  chalaisDoctor,
  cityDoctor,
  laCouronne,
  montmoreau,
  plainRoads,
  readTrains,
} from '#tests/domain/plan/sud-charente.ts';

const zip = sharedFile('data/gtfs/ter-charente-2025.zip', 'Useful days in Sud Charente');

const MONDAY = '2025-04-14';
const TODAY = '2026-11-27';
const LINE_13 = 'TER L13, Angoulême – Chalais – Bordeaux';
/** Six hundred metres from its doctor. */
const chalais: JourneyPoint = { name: 'Chalais', point: [0.0387, 45.2751], insee: '16073' };
/** Half-days of Monday to Friday, and of Saturday. */
const MORNINGS = [0, 2, 4, 6, 8];
const AFTERNOONS = [1, 3, 5, 7, 9];
const SATURDAY_MORNING = 10;

describe.runIf(zip)('useful days in Sud Charente', () => {
  let timetable: Timetable;

  beforeAll(async () => {
    const view = (await readTrains(zip ?? ''))(MONDAY);
    timetable = view.timetable;
  });

  function week(home: JourneyPoint, profession: AccessProfession, site: Partial<CareSite>) {
    const engine = noCarEngine({
      timetable,
      marks: [],
      roads: plainRoads,
      monday: MONDAY,
      today: TODAY,
      sites: [siteOf(profession, site)],
      ...noCarOffers(DEMO_OFFERS, TODAY),
    });
    const rows = engine({ insee: home.insee ?? '', name: home.name, point: home.point });
    const row = rows.find((each) => each.profession === profession);
    if (row === undefined) throw new Error(`No row of ${profession}`);
    return row;
  }

  test('are those of an ordinary week of the feed', () => {
    expect(referenceWeek(timetable, new Set([TER_DEMO_FEED_ID]), TODAY, 'A')).toEqual({
      state: 'found',
      monday: MONDAY,
      feedIds: [TER_DEMO_FEED_ID],
    });
  });

  test('1. Montmoreau to a doctor of Angoulême: by train, mornings and afternoons of five days', () => {
    const row = week(montmoreau, 'gp', cityDoctor);
    expect(halfDays(row)).toEqual([...MORNINGS, ...AFTERNOONS].toSorted((a, b) => a - b));
    expect(usefulDayCounts(row)).toEqual({ sure: 0, forAll: 5, possible: 5 });
    for (const each of MORNINGS) {
      expect(row.ways[each]).toMatchObject({ title: LINE_13, hours: 'usual', isForAll: true });
      expect(times(row, each)).toEqual(['7:41', '9:00', '13:11']);
    }
    for (const each of AFTERNOONS) expect(times(row, each)).toEqual(['13:46', '15:00', '17:15']);
    expect(row.sites[0]).toMatchObject({ minutes: 46, forAllMinutes: 46 });
    expect(stateOf(row, 0)).toBe('to_confirm');
    expect(stateOf(row, SATURDAY_MORNING)).toBe('closed');
  });

  test('2. Montmoreau to a pharmacy of Angoulême: on Saturday morning too', () => {
    const row = week(montmoreau, 'pharmacy', cityDoctor);
    expect(usefulDayCounts(row)).toEqual({ sure: 0, forAll: 6, possible: 6 });
    expect(times(row, SATURDAY_MORNING)).toEqual(['8:45', '10:00', '13:11']);
    expect(stateOf(row, SATURDAY_MORNING + 1)).toBe('closed');
  });

  test('3. Aubeterre to the doctor of Chalais: a volunteer, on conditions', () => {
    const row = week(aubeterre, 'gp', chalaisDoctor);
    expect(usefulDayCounts(row)).toEqual({ sure: 0, forAll: 0, possible: 5 });
    expect(row.ways[0]).toMatchObject({ kind: 'volunteer', isForAll: false, isSure: false });
    expect(times(row, 0)).toEqual(['8:25', '9:00', '10:05']);
    expect(row.sites[0]).toMatchObject({ minutes: 25, forAllMinutes: null });
  });

  test('4. Chalais to its doctor: on foot, sure', () => {
    const row = week(chalais, 'gp', chalaisDoctor);
    expect(usefulDayCounts(row)).toEqual({ sure: 5, forAll: 5, possible: 5 });
    expect(row.ways[0]).toMatchObject({ kind: 'walk', title: '', isSure: true });
    expect(times(row, 0)).toEqual(['8:39', '9:00', '9:51']);
    expect(stateOf(row, 0)).toBe('yes');
  });

  test('5. La Couronne, outside the 89 communes, to the doctor of Chalais: by train only', () => {
    const row = week(laCouronne, 'gp', chalaisDoctor);
    expect(usefulDayCounts(row)).toEqual({ sure: 0, forAll: 5, possible: 5 });
    expect(new Set(row.ways.flatMap((way) => way?.title ?? []))).toEqual(new Set([LINE_13]));
    expect(times(row, 0)).toEqual(['7:44', '9:00', '14:16']);
    expect(times(row, 1)).toEqual(['16:45', '17:30', '20:09']);
  });

  test('6. Chalais to a dentist of Montmoreau who said Tuesday and Thursday mornings: two days', () => {
    const dentist = { ...montmoreau, hours: [mornings([2, 4])] };
    const row = week({ ...chalais, point: chalaisDoctor.point }, 'dentist', dentist);
    expect(halfDays(row)).toEqual([2, 6]);
    expect(usefulDayCounts(row)).toEqual({ sure: 0, forAll: 2, possible: 2 });
    expect(row.ways[2]).toMatchObject({ title: LINE_13, hours: 'known' });
    expect(times(row, 2)).toEqual(['7:43', '9:00', '13:09']);
    expect(row.openMask).toBe((1 << 2) | (1 << 6));
  });
});

const halfDays = (row: UsefulDayRow): number[] =>
  row.ways.flatMap((way, each) => (way === null ? [] : [each]));

/** Leaving home, the appointment, and being back. */
function times(row: UsefulDayRow, each: number): string[] {
  const way = row.ways[each];
  return way ? [way.leaveMinute, way.visitMinute, way.homeMinute].map(told) : [];
}

const told = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

function siteOf(profession: AccessProfession, site: Partial<CareSite>): CareSite {
  const { name = '', point = [0, 0], insee = null, hours: said = [[]] } = site;
  return { id: 'site', profession, name, point, insee, hours: said };
}

/** Mornings from 9 to 12 on these weekdays. */
function mornings(weekdays: readonly number[]): HoursBlock[] {
  const week = Array.from({ length: 7 }, (_, day) =>
    weekdays.includes(day + 1) ? [{ from: 540, to: 720 }] : [],
  );
  return [{ kind: 'public', week, note: null, byAppointment: true, closedOnHolidays: true }];
}
