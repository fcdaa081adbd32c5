// Are the feeders tried those that can take the person that day, and the stops those a manager chose?

import { describe, expect, test } from 'vitest';
import { buildTimetable, type IdentifiedFeed } from '#domain/journey/build-timetable.ts';
import { dayView } from '#domain/journey/day-view.ts';
import { findSlots } from '#domain/journey/find-slots.ts';
import type { JourneyRequest } from '#domain/journey/journey.ts';
import { planJourney } from '#domain/journey/plan-journey.ts';
import type { Timetable } from '#domain/journey/timetable.ts';
import type { Offer, TravelPattern } from '#domain/transport/offer.ts';
import {
  citySurgery,
  journeyRequest,
  lineFeed,
  lineTimetable,
  offer,
  village,
} from '#tests/domain/plan/drawn-plan.ts';
import { plainRoads } from '#tests/domain/plan/sud-charente.ts';
import {
  bookingRule,
  everywhere,
  serviceCalendar,
  travelPattern,
} from '#tests/domain/transport/drawn.ts';

const TIMETABLE = lineTimetable();
const STATION = TIMETABLE.stops[0]?.point ?? [0, 0];

function feeder(id: string, pattern: Partial<TravelPattern>, change: Partial<Offer> = {}): Offer {
  return offer({
    id,
    kind: 'on_demand',
    booking: bookingRule({ channels: ['none'] }),
    patterns: [
      travelPattern({ id, origin: everywhere, bothWays: true, feeder: 'only', ...pattern }),
    ],
    ...change,
  });
}

const five = (pattern: Partial<TravelPattern>, change: Partial<Offer> = {}) =>
  ['a1', 'a2', 'a3', 'a4', 'a5'].map((id) => feeder(id, pattern, change));
const good = feeder('z', {});

function plan(offers: Offer[], request: Partial<JourneyRequest> = {}, timetable = TIMETABLE) {
  const asked = journeyRequest(request);
  return planJourney(asked, {
    now: { date: '2025-01-27', minute: 600 },
    offers,
    roads: plainRoads,
    view: dayView(timetable, asked.appointment.date),
  });
}

function used(offers: Offer[], request: Partial<JourneyRequest> = {}): string[] {
  return plan(offers, request).options.flatMap(({ offerIds }) => offerIds);
}

describe('the feeders tried', () => {
  test('run that day: those of another day never hide one that does', () => {
    const saturday = { calendar: serviceCalendar({ weekdays: [6] }) };
    expect(used([...five(saturday), good])).toEqual(['z']);
  });

  test('run at such hours: those of the evening never hide one of the day', () => {
    const night = { windows: [{ from: 1300, to: 1430 }] };
    expect(used([...five(night), good])).toContain('z');
  });

  test('take the person: those that refuse never hide one that does not', () => {
    const old = {
      criterion: { kind: 'age', min: 80, max: null },
      proof: null,
      weight: 'hard',
    } as const;
    expect(used([...five({}, { eligibility: old }), good], { profile: { ageYears: 40 } })).toEqual([
      'z',
    ]);
  });

  test('are the quickest to a stop among those that can', () => {
    const slow = { durationOffsetSeconds: 1800 };
    expect(used([...five(slow), good])).toContain('z');
  });

  test('of a slot are those of a plan for that hour', () => {
    const morning = { windows: [{ from: 420, to: 780 }] };
    const offers = [...five(morning), feeder('z', { windows: [{ from: 600, to: 1200 }] })];
    const { appointment: _, ...person } = journeyRequest({});
    const ask = { ...person, fromDate: '2025-02-11', dayCount: 1, durationMinutes: 45 };
    const context = { now: { date: '2025-01-27', minute: 600 }, offers, roads: plainRoads };
    const { days } = findSlots(ask, { ...context, viewOf: (date) => dayView(TIMETABLE, date) });
    const ids = days[0]?.slots.map(({ minute, way }) => [minute, way?.id]);
    const planned = days[0]?.slots.map(({ minute }) => {
      const appointment = { date: ask.fromDate, minute, durationMinutes: 45 };
      return [minute, plan(offers, { appointment }).options[0]?.id];
    });
    expect(ids).toEqual(planned);
    expect(new Set(ids?.map(([, id]) => id)).size).toBeGreaterThan(1);
  });
});

/** Seventy quays within two kilometres of the village, of a bus that goes nowhere else. */
function withQuays(): Timetable {
  const stops = Array.from({ length: 70 }, (_none, rank) => ({
    id: `q${rank}`,
    name: `Quai ${rank}`,
    point: [
      village.point[0] + 0.02 + (rank % 10) * 0.0005,
      village.point[1] + rank * 0.0001,
    ] as const,
    kind: 0,
    parentId: null,
    platformCode: null,
    wheelchair: 0 as const,
  }));
  const calls = stops.map(({ id }, sequence) => ({
    tripId: 't',
    stopId: id,
    sequence,
    arrivalSeconds: 28_800 + sequence * 60,
    departureSeconds: 28_800 + sequence * 60,
    pickup: 0 as const,
    dropOff: 0 as const,
    shapeDistance: null,
  }));
  const quays: IdentifiedFeed = {
    feedId: 'quays',
    agencies: [{ id: 'a', name: 'Bus', url: null, timezone: 'Europe/Paris', phone: null }],
    stops,
    routes: [{ id: 'r', agencyId: 'a', shortName: 'B', longName: null, type: 3, color: null }],
    trips: [
      { id: 't', routeId: 'r', serviceId: 's', headsign: null, shortName: null, wheelchair: 0 },
    ],
    stopTimes: calls,
    calendars: [
      {
        serviceId: 's',
        weekdays: [true, true, true, true, true, true, true],
        startsOn: '2025-01-01',
        endsOn: '2025-12-31',
      },
    ],
    calendarDates: [],
    frequencies: [],
    transfers: [],
    feedInfo: null,
  };
  return buildTimetable([lineFeed(), quays]);
}

describe('the stops tried', () => {
  const request = { to: citySurgery };

  test('hold the one a manager chose, however many quays are nearer', () => {
    const chosen = feeder('z', {
      feederStops: [{ id: 'gare', name: 'Gare', point: STATION, radiusMeters: 300 }],
    });
    const [way] = plan([chosen], request, withQuays()).options;
    expect(way?.outbound.legs.map(({ to }) => to.name)).toContain('Gare du Bourg');
  });

  test('hold the nearest of each feed', () => {
    const [way] = plan([good], request, withQuays()).options;
    expect(way?.outbound.legs.map(({ to }) => to.name)).toContain('Gare du Bourg');
  });
});
