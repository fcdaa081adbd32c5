import { describe, expect, test } from 'vitest';
import type { HoursBlock } from '#domain/directory/directory.ts';
import type { CareHours } from '#domain/directory/opening-on.ts';
import { dayView } from '#domain/journey/day-view.ts';
import type { JourneyChange, JourneyRequest } from '#domain/journey/journey.ts';
import { type PlanContext, planJourney } from '#domain/journey/plan-journey.ts';
import { estimateRoads } from '#domain/journey/road-times.ts';
import { hasWay } from '#domain/journey/unmet-demand.ts';
import type { Offer } from '#domain/transport/offer.ts';
import {
  journeyRequest,
  lineTimetable,
  offer,
  town,
  village,
  volunteers,
} from '#tests/domain/plan/drawn-plan.ts';
import {
  bookingRule,
  communes,
  everywhere,
  namedPoints,
  serviceCalendar,
  travelPattern,
} from '#tests/domain/transport/drawn.ts';

const TIMETABLE = lineTimetable();

function changes(request: Partial<JourneyRequest>, context: Partial<PlanContext> = {}) {
  const asked = journeyRequest(request);
  const plan = planJourney(asked, {
    now: { date: '2025-01-27', minute: 600 },
    offers: [],
    view: null,
    roads: estimateRoads,
    ...context,
  });
  return plan.changes;
}

function of<Kind extends JourneyChange['kind']>(found: readonly JourneyChange[], kind: Kind) {
  return found.filter((each) => each.kind === kind);
}

const bus = (change: Partial<Offer['patterns'][number]> = {}): Offer =>
  offer({
    id: 'bus',
    kind: 'on_demand',
    booking: bookingRule({ channels: ['none'] }),
    patterns: [travelPattern({ origin: everywhere, ...change })],
  });

describe('what would make it possible', () => {
  test('is not asked when a way exists', () => {
    expect(changes({}, { offers: [bus()] })).toEqual([]);
  });

  test('is another hour of the same day, the nearest first', () => {
    // The bus of the morning is back at noon: it leaves the doctor 55 minutes after the hour asked.
    const offers = [bus({ windows: [{ from: 480, to: 780 }] })];
    const late = { date: '2025-02-11', minute: 900, durationMinutes: 45 };
    const [hour] = of(changes({ appointment: late }, { offers }), 'other_hour');
    const earlier = hour && 'minute' in hour ? hour.minute : 0;
    expect(earlier).toBeLessThan(900);
    const again = { ...late, minute: earlier };
    expect(changes({ appointment: again }, { offers })).toEqual([]);
    const [between] = of(
      changes({ appointment: { ...late, minute: earlier + 30 } }, { offers }),
      'other_hour',
    );
    expect(between).toMatchObject({ minute: earlier });
  });

  test('is the first other day at the same hour', () => {
    const offers = [bus({ calendar: serviceCalendar({ weekdays: [4] }) })];
    const found = changes({}, { offers });
    expect(of(found, 'other_hour')).toEqual([]);
    // Tuesday 11 February, then Thursday 13.
    expect(of(found, 'other_day')).toMatchObject([
      { date: '2025-02-13', minute: 600, way: { kind: 'on_demand', tier: 0 } },
    ]);
  });

  test('is never a day beyond the fortnight', () => {
    const calendar = serviceCalendar({ startsOn: '2025-02-26' });
    expect(of(changes({}, { offers: [bus({ calendar })] }), 'other_day')).toEqual([]);
    const sooner = serviceCalendar({ startsOn: '2025-02-25' });
    expect(of(changes({}, { offers: [bus({ calendar: sooner })] }), 'other_day')).toHaveLength(1);
  });

  test('is a day with trains when those of other days are known', () => {
    const asked = {
      from: town,
      appointment: { date: '2025-02-11', minute: 600, durationMinutes: 45 },
    };
    const viewOf = (date: string) => (date === '2025-02-11' ? null : dayView(TIMETABLE, date));
    expect(of(changes(asked, { viewOf }), 'other_day')).toMatchObject([
      { date: '2025-02-12', way: { kind: 'scheduled_line' } },
    ]);
  });

  test('is a registration, for who said not to be registered', () => {
    const offers = [volunteers({ eligibility: null })];
    const found = changes({ profile: { registrations: { volunteers: false } } }, { offers });
    expect(of(found, 'registration')).toMatchObject([
      {
        offerId: 'volunteers',
        offerName: 'Offre volunteers',
        phone: '05 99 00 00 00',
        before: { date: '2025-02-04', minute: 1050 },
        way: { kind: 'volunteer', tier: 0, state: 'open' },
      },
    ]);
    expect(changes({ profile: { registrations: { volunteers: true } } }, { offers })).toEqual([]);
  });

  test('is no registration once it is too late to make it, whatever the person said', () => {
    // Three days before for those who are registered, seven for the others.
    const late = {
      offers: [volunteers({ eligibility: null })],
      now: { date: '2025-02-06', minute: 600 },
    };
    expect(
      of(changes({ profile: { registrations: { volunteers: false } } }, late), 'registration'),
    ).toEqual([]);
    expect(of(changes({}, late), 'registration')).toEqual([]);
    const sooner = { ...late, now: { date: '2025-02-04', minute: 600 } };
    expect(
      of(changes({ profile: { registrations: { volunteers: false } } }, sooner), 'registration'),
    ).toHaveLength(1);
  });

  test('is a paper the person said to lack', () => {
    const offers = [
      offer({
        id: 'prescribed',
        kind: 'taxi',
        patterns: [travelPattern({ origin: everywhere })],
        eligibility: { criterion: { kind: 'prescription' }, proof: 'Bon', weight: 'hard' },
      }),
    ];
    const found = changes({ profile: { prescription: false } }, { offers });
    expect(of(found, 'proof')).toMatchObject([{ offerId: 'prescribed', way: { kind: 'taxi' } }]);
    expect(
      of(changes({ profile: { disabilityCard: false, prescription: false } }, { offers }), 'proof'),
    ).toHaveLength(1);
  });

  test('is looked for beside a ride that nobody prescribed yet, which is no way to count on', () => {
    const prescribed = (eligibility: Offer['eligibility']) =>
      offer({
        id: 'prescribed',
        kind: 'taxi',
        patterns: [travelPattern({ origin: everywhere })],
        eligibility,
      });
    const paper = { criterion: { kind: 'prescription' }, proof: 'Bon', weight: 'hard' } as const;
    const old = {
      criterion: { kind: 'age', min: 80, max: null },
      proof: null,
      weight: 'hard',
    } as const;
    const morning = bus({ windows: [{ from: 480, to: 780 }] });
    const late = { date: '2025-02-11', minute: 900, durationMinutes: 45 };
    const plan = (eligibility: Offer['eligibility'], profile: JourneyRequest['profile'] = {}) =>
      planJourney(journeyRequest({ appointment: late, profile }), {
        now: { date: '2025-01-27', minute: 600 },
        offers: [prescribed(eligibility), morning],
        view: null,
        roads: estimateRoads,
      });
    const open = plan(paper);
    expect(open.options.map(({ kind, tier }) => [kind, tier])).toEqual([['taxi', 1]]);
    expect(of(open.changes, 'other_hour')).toMatchObject([{ way: { kind: 'on_demand' } }]);
    expect(hasWay(open)).toBe(false);
    expect(hasWay(plan(paper, { prescription: true }))).toBe(true);
    // Another answer may do without: that is to check, like any other condition.
    expect(hasWay(plan({ any: [paper, old] }))).toBe(true);
    expect(hasWay(plan({ all: [paper, old] }))).toBe(false);
  });

  test('is a companion who does what the offer does not', () => {
    const offers = [
      {
        ...bus(),
        accommodations: [{ code: 'transfer_aid' as const, value: 'no' as const, note: null }],
      },
    ];
    const found = changes({ needs: ['transfer_aid'] }, { offers });
    expect(of(found, 'companion')).toMatchObject([{ offerId: 'bus', way: { kind: 'on_demand' } }]);
    expect(of(changes({ needs: ['wheelchair'] }, { offers: [] }), 'companion')).toEqual([]);
  });
});

describe('when the place of care is closed', () => {
  const hours = (week: HoursBlock['week']): CareHours => ({
    hours: [{ kind: 'public', week, closedOnHolidays: true, byAppointment: true, note: null }],
    notices: [],
  });
  const MORNINGS = hours(
    [1, 2, 3, 4, 5, 6, 7].map((day) => (day < 6 ? [{ from: 540, to: 720 }] : [])),
  );
  const offers = [bus({ calendar: serviceCalendar({ weekdays: [1, 2, 3, 4, 5, 6, 7] }) })];

  test('another day is told though ways are found, and no closed hour of the day itself', () => {
    // A Sunday.
    const sunday = { date: '2025-02-09', minute: 600, durationMinutes: 45 };
    const found = changes({ appointment: sunday, careHours: MORNINGS }, { offers });
    expect(found).toMatchObject([{ kind: 'other_day', date: '2025-02-10', minute: 600 }]);
    expect(changes({ appointment: sunday }, { offers }), 'hours not known').toEqual([]);
  });

  test('another hour is one at which the appointment ends before it closes', () => {
    const late = { date: '2025-02-11', minute: 690, durationMinutes: 60 };
    const found = changes({ appointment: late, careHours: MORNINGS }, { offers });
    expect(found).toMatchObject([{ kind: 'other_hour', minute: 660 }]);
  });

  test('nothing is told of other persons, nor of days when it stays closed', () => {
    const never = hours([[], [], [], [], [], [], [{ from: 60, to: 90 }]]);
    const asked = { profile: { registrations: { volunteers: false } }, careHours: never };
    expect(changes(asked, { offers: [volunteers({ eligibility: null })] })).toEqual([]);
  });
});

describe('how far the zone is', () => {
  const stop: [name: string, point: readonly [number, number], radius: number] = [
    'Halte',
    [village.point[0], village.point[1] + 0.02],
    500,
  ];

  test('is told to the edge around a named point', () => {
    const offers = [bus({ rule: 'starts_in', origin: namedPoints(stop) })];
    const [gap] = of(changes({}, { offers }), 'outside_zone');
    // 0.02 degree of latitude is 2 224 m, 500 m of them inside.
    expect(gap).toMatchObject({ offerId: 'bus', end: 'home', meters: 1724, measured: 'edge' });
  });

  test('is told to the centre of the nearest commune of the zone, when centres are known', () => {
    const offers = [bus({ rule: 'starts_in', origin: communes('16990', '16991') })];
    const communeCentres = new Map([
      ['16990', [village.point[0], village.point[1] + 0.05] as const],
      ['16991', [village.point[0], village.point[1] + 0.03] as const],
    ]);
    const [gap] = of(changes({}, { offers, communeCentres }), 'outside_zone');
    expect(gap).toMatchObject({ end: 'home', meters: 3336, measured: 'centre' });
    expect(of(changes({}, { offers }), 'outside_zone')).toEqual([]);
  });

  test('is told to the outline of a drawn zone', () => {
    const [lon, lat] = village.point;
    const square = [
      [lon - 0.1, lat + 0.02],
      [lon + 0.1, lat + 0.02],
      [lon + 0.1, lat + 0.1],
      [lon - 0.1, lat + 0.1],
      [lon - 0.1, lat + 0.02],
    ] as const;
    const drawn = { kind: 'polygon', polygons: [[square]], label: 'au nord' } as const;
    const offers = [bus({ rule: 'starts_in', origin: drawn })];
    const [gap] = of(changes({}, { offers }), 'outside_zone');
    expect(gap).toMatchObject({ end: 'home' });
    // 0.02 degree of latitude, and about a metre inside.
    expect(gap && 'meters' in gap ? Math.abs(gap.meters - 2225) : null).toBeLessThanOrEqual(1);
  });

  test('is told only of an offer by which the trip would then fit', () => {
    const zone = { rule: 'starts_in', origin: namedPoints(stop) } as const;
    const told = (offers: readonly Offer[], request: Partial<JourneyRequest> = {}) =>
      of(changes(request, { offers }), 'outside_zone').length;
    expect(told([bus(zone)])).toBe(1);
    // A Tuesday at ten.
    expect(told([bus({ ...zone, calendar: serviceCalendar({ weekdays: [4] }) })])).toBe(0);
    expect(told([bus({ ...zone, windows: [{ from: 1080, to: 1200 }] })])).toBe(0);
    expect(
      told([
        {
          ...bus(zone),
          booking: bookingRule({
            notice: { kind: 'elapsed', minMinutes: 60 * 24 * 30, maxMinutes: null },
          }),
        },
      ]),
    ).toBe(0);
    const steps = {
      ...bus(zone),
      accommodations: [{ code: 'wheelchair' as const, value: 'no' as const, note: null }],
    };
    expect(told([steps], { needs: ['wheelchair'] })).toBe(0);
  });

  test('is not told when living there would not be enough', () => {
    const offers = [
      {
        ...bus({ rule: 'starts_in', origin: namedPoints(stop) }),
        eligibility: {
          criterion: { kind: 'age' as const, min: 75, max: null },
          proof: null,
          weight: 'hard' as const,
        },
      },
    ];
    expect(of(changes({ profile: { ageYears: 40 } }, { offers }), 'outside_zone')).toEqual([]);
    expect(of(changes({ profile: { ageYears: 80 } }, { offers }), 'outside_zone')).toHaveLength(1);
  });

  test('is the care place’s when the home is inside', () => {
    const offers = [
      bus({
        rule: 'from_to',
        origin: communes(village.insee ?? ''),
        destination: namedPoints(['Mairie', [0.16, 45.66], 300]),
      }),
    ];
    const [gap] = of(changes({}, { offers }), 'outside_zone');
    // 0.01 degree of latitude is 1 112 m, 300 m of them inside.
    expect(gap).toMatchObject({ end: 'care', meters: 812 });
  });
});
