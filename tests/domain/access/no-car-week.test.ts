import { describe, expect, test } from 'vitest';
import type { CareSite } from '#domain/access/care-site.ts';
import { maskOf } from '#domain/access/half-days.ts';
import { noCarEngine } from '#domain/access/no-car-engine.ts';
import { noCarOffers } from '#domain/access/no-car-offers.ts';
import { stateOf, usefulDayCounts } from '#domain/access/no-car-week.ts';
import type { AccessProfession } from '#domain/access/professions.ts';
import type { UsefulDayRow } from '#domain/access/useful-day-run.ts';
import type { HoursBlock } from '#domain/directory/directory.ts';
import { estimateRoads } from '#domain/journey/road-times.ts';
import type { Offer } from '#domain/transport/offer.ts';
import {
  citySurgery,
  lineTimetable,
  offer,
  town,
  village,
  volunteers,
} from '#tests/domain/plan/drawn-plan.ts';
import {
  bookingRule,
  communes,
  serviceCalendar,
  slots,
  travelPattern,
} from '#tests/domain/transport/drawn.ts';

const MONDAY = '2025-03-17';
const TODAY = '2025-03-12';
const timetable = lineTimetable();

function site(id: string, change: Partial<CareSite> = {}): CareSite {
  const { name, point, insee } = town;
  return { id, profession: 'gp', name, point, insee, hours: [[]], ...change };
}

/** Hours as « 9-12 14-18 », Monday first. */
function said(...days: string[]): HoursBlock[] {
  const week = Array.from({ length: 7 }, (_, day) => slots(days[day] ?? ''));
  return [{ kind: 'public', week, note: null, byAppointment: true, closedOnHolidays: true }];
}

function row(
  sites: readonly CareSite[],
  offers: readonly Offer[],
  { home = village, profession = 'gp' as AccessProfession, today = TODAY } = {},
): UsefulDayRow {
  const engine = noCarEngine({
    timetable,
    marks: [],
    roads: estimateRoads,
    monday: MONDAY,
    today,
    sites,
    ...noCarOffers(offers, today),
  });
  const found = engine({ insee: home.insee ?? '', name: home.name, point: home.point });
  return found.find((each) => each.profession === profession) as UsefulDayRow;
}

/** From the village to the town on Tuesdays and Thursdays, whoever asks. */
const onDemand = (change: Partial<Offer> = {}): Offer =>
  offer({
    id: 'on-demand',
    kind: 'on_demand',
    booking: bookingRule(),
    patterns: [
      travelPattern({
        id: 'on-demand-door',
        rule: 'within',
        origin: communes('16900', '16901'),
        destination: null,
        pickup: 'door',
        roundTrip: 'allowed',
        calendar: serviceCalendar({ weekdays: [2, 4] }),
        windows: slots('8-12:30'),
      }),
    ],
    ...change,
  });

const TUESDAY_AND_THURSDAY = maskOf([2, 6]);

describe('half-days without a car', () => {
  test('are sure by an offer in service and open to all, on its days and in its hours', () => {
    const found = row([site('doctor')], [onDemand()]);
    expect(found.sureMask).toBe(TUESDAY_AND_THURSDAY);
    expect(usefulDayCounts(found)).toEqual({ sure: 2, forAll: 2, possible: 2 });
    expect(found.ways[2]).toMatchObject({ siteId: 'doctor', kind: 'on_demand', hours: 'usual' });
    expect([0, 2, 3, 10].map((each) => stateOf(found, each))).toEqual([
      'no',
      'yes',
      'no',
      'closed',
    ]);
  });

  test('are to confirm when the offer is, or when its rules are old', () => {
    const doubtful = row([site('doctor')], [onDemand({ status: 'to_confirm' })]);
    expect([doubtful.sureMask, doubtful.forAllMask]).toEqual([0, TUESDAY_AND_THURSDAY]);
    const old = onDemand();
    const years = { ...old, provenance: { ...old.provenance, asOf: '2019-10' } };
    expect(row([site('doctor')], [years]).sureMask).toBe(0);
    expect(stateOf(doubtful, 2)).toBe('to_confirm');
  });

  test('by volunteers depend on the person: possible, never for all', () => {
    const found = row([site('doctor')], [volunteers()]);
    expect(usefulDayCounts(found)).toEqual({ sure: 0, forAll: 0, possible: 5 });
    expect(found.sites[0]).toMatchObject({ forAllMinutes: null, counts: true });
  });

  test('do not count taxis, nor offers that stopped, nor those not begun', () => {
    const taxi = onDemand({ id: 'taxi', kind: 'taxi' });
    const dated = (startsOn: string | null, endsOn: string | null) => {
      const whole = onDemand();
      const patterns = whole.patterns.map((each) => ({
        ...each,
        calendar: { ...each.calendar, startsOn, endsOn },
      }));
      return { ...whole, patterns };
    };
    const none = [taxi, dated('2025-05-01', null), dated(null, '2025-02-01')];
    for (const each of [...none, onDemand({ status: 'suspended' })]) {
      expect(row([site('doctor')], [each]).possibleMask, each.id).toBe(0);
    }
    // Begun last month, it holds on a week of reference of before it.
    const begun = row([site('doctor')], [dated('2025-11-01', null)], { today: '2025-12-01' });
    expect(begun.possibleMask).toBe(TUESDAY_AND_THURSDAY);
  });

  test('follow the hours a place said, else the usual ones, which are named', () => {
    const tuesday = site('doctor', { hours: [said('', '9-10')] });
    const found = row([tuesday], [onDemand()]);
    expect(found.openMask).toBe(maskOf([2]));
    expect(found.ways[2]).toMatchObject({ hours: 'known', visitMinute: 540 });
    // Two colleagues: one said Tuesday, nobody knows of the other.
    const both = row([site('doctor', { hours: [said('', '9-10'), []] })], [onDemand()]);
    expect(both.sureMask).toBe(TUESDAY_AND_THURSDAY);
    expect([both.ways[2]?.hours, both.ways[6]?.hours]).toEqual(['known', 'usual']);
  });

  test('need half an hour there: a place open for less is closed', () => {
    const brief = site('doctor', { hours: [said('', '9-9:20')] });
    expect(row([brief], [onDemand()]).openMask).toBe(0);
  });

  test('by train go there and come back the same day, and no farther than ninety minutes', () => {
    const surgery = site('surgery', { ...citySurgery, hours: [said('9-12', '', '17:40-18:30')] });
    const found = row([surgery], [], { home: town });
    // On Wednesday the last train home leaves before the visit ends.
    expect([found.openMask, found.possibleMask]).toEqual([maskOf([0, 5]), maskOf([0])]);
    // No offer describes the line: its timetable holds today, until the end of the year.
    expect(found.ways[0]).toMatchObject({ kind: 'scheduled_line', isSure: true, isForAll: true });
    expect(row([surgery], [], { home: town, today: '2026-02-01' }).sureMask).toBe(0);
  });

  test('look at the three nearest places, the two nearest by a line, and time other doctors', () => {
    const [lon, lat] = village.point;
    const near = [1, 2, 3, 4].map((km) => site(`near-${km}`, { point: [lon, lat + km / 111] }));
    const surgery = site('surgery', { ...citySurgery, hours: [[]] });
    const found = row([surgery, ...near], [onDemand()]);
    expect(found.sites.map(({ id, counts }) => [id, counts])).toEqual([
      ['near-1', true],
      ['near-2', true],
      ['near-3', true],
      ['surgery', true],
      ['near-4', false],
    ]);
    const dentists = [surgery, ...near].map((each) => ({
      ...each,
      profession: 'dentist' as const,
    }));
    const others = row(dentists, [onDemand()], { profession: 'dentist' });
    expect(others.sites.map(({ id }) => id)).toEqual(['near-1', 'near-2', 'near-3', 'surgery']);
  });

  test('are all closed where no place is near', () => {
    const found = row([], [onDemand()]);
    expect(usefulDayCounts(found)).toEqual({ sure: 0, forAll: 0, possible: 0 });
    expect(stateOf(found, 0)).toBe('closed');
    expect(found.sites).toEqual([]);
  });
});
