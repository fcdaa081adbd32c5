// A small country to plan in: a village, a market town with a station, a city with a station and a hospital.

import type { LonLat } from '#domain/geo.ts';
import { buildTimetable, type IdentifiedFeed } from '#domain/journey/build-timetable.ts';
import type { GtfsStopTime } from '#domain/journey/gtfs.ts';
import type { JourneyPoint, JourneyRequest } from '#domain/journey/journey.ts';
import type { Timetable } from '#domain/journey/timetable.ts';
import type { Offer } from '#domain/transport/offer.ts';
import {
  bookingRule,
  communes,
  lineHours,
  namedPoints,
  provenance,
  serviceCalendar,
  travelPattern,
} from '#tests/domain/transport/drawn.ts';

const STATIONS: Record<'town' | 'city', LonLat> = { town: [0.138, 45.398], city: [0.165, 45.654] };

export const village: JourneyPoint = { name: 'Le Village', point: [0.05, 45.3], insee: '16900' };
export const town: JourneyPoint = { name: 'Le Bourg', point: [0.135, 45.4], insee: '16901' };
export const citySurgery: JourneyPoint = {
  name: 'Cabinet de la ville',
  point: [0.16, 45.65],
  insee: '16902',
};
export const farHospital: JourneyPoint = {
  name: 'Hôpital',
  point: [0.1208, 45.636],
  insee: '16902',
};

/** Trains at 7:56 and 12:56 to the city, 12:39 and 17:43 back; every day of 2025. */
export function lineTimetable(): Timetable {
  return buildTimetable([lineFeed()]);
}

export function lineFeed(): IdentifiedFeed {
  const trips: [id: string, stops: ['town' | 'city', number][]][] = [
    [
      'up-1',
      [
        ['town', 476],
        ['city', 497],
      ],
    ],
    [
      'up-2',
      [
        ['town', 776],
        ['city', 797],
      ],
    ],
    [
      'down-1',
      [
        ['city', 759],
        ['town', 780],
      ],
    ],
    [
      'down-2',
      [
        ['city', 1063],
        ['town', 1084],
      ],
    ],
  ];
  const stopTimes: GtfsStopTime[] = trips.flatMap(([tripId, calls]) =>
    calls.map(([stopId, minute], index) => ({
      tripId,
      stopId,
      sequence: index,
      arrivalSeconds: minute * 60,
      departureSeconds: minute * 60,
      pickup: 0 as const,
      dropOff: 0 as const,
      shapeDistance: null,
    })),
  );
  return {
    feedId: 'line',
    agencies: [{ id: 'a', name: 'La ligne', url: null, timezone: 'Europe/Paris', phone: null }],
    stops: (['town', 'city'] as const).map((id) => ({
      id,
      name: id === 'town' ? 'Gare du Bourg' : 'Gare de la Ville',
      point: STATIONS[id],
      kind: 0,
      parentId: null,
      platformCode: null,
      wheelchair: 0 as const,
    })),
    routes: [{ id: 'r', agencyId: 'a', shortName: '13', longName: null, type: 2, color: null }],
    trips: trips.map(([id]) => ({
      id,
      routeId: 'r',
      serviceId: 's',
      headsign: null,
      shortName: null,
      wheelchair: 0 as const,
    })),
    stopTimes,
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
}

export function offer(change: Partial<Offer> & Pick<Offer, 'id' | 'kind'>): Offer {
  return {
    name: `Offre ${change.id}`,
    summary: '',
    status: 'active',
    statusNote: null,
    provider: null,
    organizer: null,
    territoryCodes: [],
    phone: null,
    email: null,
    url: null,
    patterns: [],
    booking: null,
    fares: [],
    eligibility: null,
    accommodations: [],
    purposes: { allowed: [], denied: [] },
    conditions: [],
    places: [],
    feedId: null,
    provenance,
    needIds: [],
    sourceIds: [],
    ...change,
  };
}

/** Volunteers of the village and the town: ten cents a kilometre, three days' notice, seven the first time. */
export function volunteers(change: Partial<Offer> = {}): Offer {
  return offer({
    id: 'volunteers',
    kind: 'volunteer',
    patterns: [
      travelPattern({
        id: 'volunteers-door',
        rule: 'starts_in',
        origin: communes('16900', '16901'),
        destination: null,
        pickup: 'door',
        roundTrip: 'allowed',
        waitMaxMinutes: 90,
        calendar: serviceCalendar(),
        windows: [],
        feeder: 'yes',
      }),
    ],
    booking: bookingRule({
      notice: {
        kind: 'days_before',
        days: 3,
        businessDays: false,
        atMinute: 1050,
        opensDaysBefore: null,
      },
      lineHours: lineHours([
        '9-12 14-17:30',
        '9-12 14-17:30',
        '9-12 14-17:30',
        '9-12 14-17:30',
        '9-12 14-17:30',
        '',
        '',
      ]),
      firstTripDays: 7,
      urgentPossible: true,
    }),
    fares: [
      {
        kind: 'per_km',
        centsPerKm: 10,
        basis: 'home_round_trip',
        waitRule: { freeMinutes: 90, kmFactorBeyond: 2, driverGoesHomeFactor: 1 },
        note: null,
        provenance,
      },
      { kind: 'membership', cents: 1000, per: 'year', note: null, provenance },
    ],
    eligibility: {
      all: [
        {
          criterion: { kind: 'residence', insees: ['16900', '16901'], label: 'ici' },
          proof: null,
          weight: 'hard',
        },
        { criterion: { kind: 'no_licence' }, proof: null, weight: 'hard' },
        { not: { criterion: { kind: 'prescription' }, proof: null, weight: 'hard' } },
      ],
    },
    ...change,
  });
}

export function townNetwork(): Offer {
  return offer({
    id: 'town-network',
    kind: 'urban_network',
    patterns: [
      travelPattern({
        id: 'town-network-points',
        rule: 'within',
        origin: namedPoints(
          ['Gare de la Ville', STATIONS.city, 400],
          ['Hôpital', farHospital.point, 400],
        ),
        destination: null,
        bothWays: true,
        feeder: 'yes',
        calendar: serviceCalendar({ weekdays: [1, 2, 3, 4, 5, 6] }),
      }),
    ],
  });
}

export function journeyRequest(change: Partial<JourneyRequest> = {}): JourneyRequest {
  return {
    from: village,
    to: citySurgery,
    appointment: { date: '2025-02-11', minute: 600, durationMinutes: 45 },
    mode: 'no_car',
    profile: {},
    needs: [],
    ...change,
  };
}
